import { getReadingState } from './reading-state.ts';

const nameOf = (tabId: number): string => `reading-${tabId}`;

/** Reads a tab under a lock of its own. The browser lets go of it when the background dies in the middle: so the panel learns of it. */
export const whileReading = <T>(tabId: number, read: () => Promise<T>): Promise<T> =>
  // Shared: two presses on one tab do not wait for each other.
  navigator.locks.request(nameOf(tabId), { mode: 'shared' }, read);

/** Calls back once if the reading of a tab that is under way ends without an outcome. Out: the way to stop. */
export function onReadingDied(tabId: number, died: () => void): () => void {
  const stop = new AbortController();
  const wait = navigator.locks.request(nameOf(tabId), { signal: stop.signal }, async () => {
    const state = await getReadingState(tabId);
    return state?.state === 'reading';
  });
  wait.then(
    (isDead) => {
      if (isDead && !stop.signal.aborted) died();
    },
    (cause: unknown) => {
      if (!stop.signal.aborted) console.warn('Whether the page is still being read is not known', cause);
    },
  );
  return () => stop.abort();
}
