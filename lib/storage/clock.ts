import type { Book } from './book.ts';
import { read, tell, write } from './transact.ts';

const day = 24 * 60 * 60 * 1000;
const hour = day / 24;
/** Longer than this nobody leaves a book alone without being asked whether the clock is right. */
const longestAway = 90 * day;
const seenKey = 'clock:seen';

/**
 * The time at which the book was last used, by the latest clock that was believed. Without a note of it the newest entry of the
 * history tells; 0 for a book that never saw anything.
 */
async function lastUsed(book: Book): Promise<number> {
  return read(book, ['vault', 'changes'], async (tx) => {
    const seen = (await tx.objectStore('vault').get(seenKey))?.value;
    if (typeof seen === 'number' && Number.isFinite(seen)) return seen;
    const newest = await tx.objectStore('changes').openCursor(null, 'prev');
    return newest?.value.recordedAt ?? newest?.value.at ?? 0;
  });
}

/**
 * Whether things may go for their age. A clock that jumped ahead by months since the book was last used may be wrong, and what
 * it would purge does not come back. In: the time. Out: where it is not believed, when the book was last used. Throws `BookError`.
 */
export async function doubtOfClock(book: Book, now: number): Promise<{ lastUsedAt: number } | undefined> {
  const lastUsedAt = await lastUsed(book);
  return lastUsedAt > 0 && now - lastUsedAt > longestAway ? { lastUsedAt } : undefined;
}

/** Notes that the book is used at this time, by a clock that is believed: now and then, not at each opening. Throws `BookError`. */
export async function noteUse(book: Book, now: number): Promise<void> {
  const known = await read(book, ['vault'], async (tx) => (await tx.objectStore('vault').get(seenKey))?.value);
  // A clock that was set back is no reason to forget the later time.
  if (typeof known === 'number' && now - known < hour) return;
  await believeClock(book, now);
}

/** Takes the clock for right, because the user says so. In: the time. Throws `BookError`. */
export async function believeClock(book: Book, now: number): Promise<void> {
  await write(book, ['vault'], (tx) => tx.objectStore('vault').put({ key: seenKey, value: now }));
  tell({ stores: ['meta'] });
}
