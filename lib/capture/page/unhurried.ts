import type { Pace } from './breath.ts';

/** What a reading that nobody waits for leaves in the page before it. */
type World = { leadlightUnhurried?: boolean };

/** Runs in a page before the script that reads it, which then waits for the page to rest. Self-contained, for it is sent as it stands. */
export function beUnhurried(): void {
  (globalThis as World).leadlightUnhurried = true;
}

/** The pace of the reading that begins here; what was said of it holds once. */
export function paceHere(): Pace {
  const world = globalThis as World;
  const pace = world.leadlightUnhurried ? 'idle' : 'now';
  delete world.leadlightUnhurried;
  return pace;
}
