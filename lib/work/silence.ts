import type { Interaction } from '../domain/schema/lead.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** A touch is something done with somebody; that they were read somewhere or written down is none. */
const touches: ReadonlySet<Interaction['kind']> = new Set(['call', 'email', 'meeting', 'order', 'note']);
export const isTouch = ({ kind }: Pick<Interaction, 'kind'>): boolean => touches.has(kind);

/** When somebody was last in touch; undefined where never. In: the interactions, the time (later ones do not count). */
export function lastTouch(interactions: readonly Pick<Interaction, 'kind' | 'occurredAt'>[], now: number) {
  const times = interactions.filter((one) => isTouch(one) && one.occurredAt <= now).map((one) => one.occurredAt);
  return times.length > 0 ? Math.max(...times) : undefined;
}

/**
 * Whether a stage has kept silent too long: nothing was done since it was entered, or since the last touch, for more days than
 * it has patience; what has a day ahead waits for that. In: since when it stands there, the last touch, the next task's day,
 * the stage's patience in days (0: for ever), the time.
 */
export function isStuck(
  { since, touchedAt, dueAt }: { since: number; touchedAt?: number | undefined; dueAt?: number | undefined },
  patienceDays: number,
  now: number,
): boolean {
  if (patienceDays <= 0 || (dueAt !== undefined && dueAt > now - dayMs)) return false;
  return now - Math.max(since, touchedAt ?? 0) > patienceDays * dayMs;
}
