import type { Book } from '../storage/book.ts';
import { read, type Store } from '../storage/transact.ts';

export type Pair = { key: IDBValidKey; ours?: unknown; theirs?: unknown };
type Entry = { key: IDBValidKey; row: unknown };

const chunkOf = (store: Store): number => (store === 'tray' ? 20 : 1000);

/** The rows of one store in two books side by side, in the order of their keys, a chunk at a time. */
export async function* pairsOf(store: Store, ours: Book, theirs: Book): AsyncGenerator<Pair> {
  const mine = rowsOf(store, ours);
  const other = rowsOf(store, theirs);
  let [a, b] = await Promise.all([mine.next(), other.next()]);
  while (!a.done || !b.done) {
    const order = a.done ? 1 : b.done ? -1 : indexedDB.cmp(a.value.key, b.value.key);
    const pair: Pair | undefined = order > 0 ? b.value && { key: b.value.key } : a.value && { key: a.value.key };
    if (!pair) return;
    if (order <= 0 && !a.done) pair.ours = a.value.row;
    if (order >= 0 && !b.done) pair.theirs = b.value.row;
    yield pair;
    if (order <= 0) a = await mine.next();
    if (order >= 0) b = await other.next();
  }
}

/** The rows of one store of a book in the order of their keys, a chunk at a time. */
export async function* rowsOf(store: Store, book: Book): AsyncGenerator<Entry, undefined> {
  let last: IDBValidKey | undefined;
  for (let isFull = true; isFull; ) {
    const range = last === undefined ? null : IDBKeyRange.lowerBound(last, true);
    const [keys, rows] = await read(book, [store], (tx) =>
      Promise.all([
        tx.objectStore(store).getAllKeys(range, chunkOf(store)),
        tx.objectStore(store).getAll(range, chunkOf(store)),
      ]),
    );
    for (const [at, key] of keys.entries()) yield { key, row: rows[at] };
    last = keys.at(-1);
    isFull = keys.length === chunkOf(store);
  }
  return undefined;
}
