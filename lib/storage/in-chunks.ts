import type { Book } from './book.ts';
import { type ReadTx, read, type Store } from './transact.ts';

/**
 * Reads what is too much for one transaction, a chunk in each, so that other look-ups and saves get through in between. The next
 * chunk is on its way while one is worked on. In: the book, the stores; what to ask for behind a key; where the next chunk begins,
 * undefined after the last; what to do with one, which must not wait. Throws `BookError`.
 */
export async function inChunks<T>(
  book: Book,
  stores: Store[],
  ask: (tx: ReadTx, after: IDBKeyRange | null) => Promise<T>,
  lastOf: (found: T) => string | undefined,
  work: (found: T) => void,
): Promise<void> {
  const begin = (last: string | undefined) => {
    const { promise: asked, resolve } = Promise.withResolvers<void>();
    const found = read(book, stores, (tx) => {
      const answer = ask(tx, last === undefined ? null : IDBKeyRange.lowerBound(last, true));
      resolve();
      return answer;
    });
    // Met by whoever awaits it.
    found.catch(() => resolve());
    return { asked, found };
  };
  for (let next: ReturnType<typeof begin> | undefined = begin(undefined); next; ) {
    const found: T = await next.found;
    const last = lastOf(found);
    next = last === undefined ? undefined : begin(last);
    // Without this wait, work would begin before the database had been asked for anything.
    await next?.asked;
    work(found);
  }
}
