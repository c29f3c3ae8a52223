import type { BackupState } from './vault.ts';

const minute = 60_000;
const hour = 60 * minute;

/** So many entries of the history make a backup worth it before the day is over. */
const changesForOne = 20;
/** Nobody wrote to the book for so long: it is not in use. */
const quiet = 2 * minute;

export type BookAge = {
  now: number;
  /** Number of the newest entry of the history, 0 for an empty book, and when it was written. */
  newestChange: number;
  changedAt: number;
};

/** Whether a backup is to be made now: hourly at most and after some changes, else daily; not while the book is being written. */
export function isBackupDue(
  { last, checkedAt, failure }: BackupState,
  { now, newestChange, changedAt }: BookAge,
): boolean {
  if (newestChange === 0 || Math.abs(now - changedAt) < quiet) return false;
  if (failure && now - failure.at >= 0 && now - failure.at < hour) return false;
  if (!last) return true;
  // A clock that was set back must not stop backups for years.
  const since = (at: number): number => (at > now ? Number.POSITIVE_INFINITY : now - at);
  if (since(Math.max(last.at, checkedAt ?? 0)) >= 24 * hour) return true;
  return since(last.at) >= hour && Math.abs(newestChange - last.newestChange) >= changesForOne;
}
