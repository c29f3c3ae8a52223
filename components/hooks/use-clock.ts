import { openBook } from '../../lib/storage/book.ts';
import { believeClock, doubtOfClock } from '../../lib/storage/clock.ts';
import { sweepBook } from '../../lib/storage/sweep.ts';
import type { Book } from './use-book.ts';
import { useFromBook } from './use-from-book.ts';

const watched = ['meta'] as const;
const ask = async (book: Book) => {
  const now = Date.now();
  const doubt = await doubtOfClock(book, now);
  return doubt && { ...doubt, now };
};

/** Why the machine's clock is not believed: what it says, and when the book was last used; undefined where it is. */
export const useClockDoubt = () => useFromBook('clock', ask, watched).value;

/** The clock is right: from now on things go for their age again. Throws `BookError`. */
export async function trustClock(): Promise<void> {
  const book = await openBook();
  await believeClock(book, Date.now());
  await sweepBook(book, Date.now());
}
