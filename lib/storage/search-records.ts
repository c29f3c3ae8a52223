import type { Book } from './book.ts';
import { read, type Store } from './transact.ts';

export type RecordKey = IDBValidKey;
/** Keys of records, store by store; stores without any are left out. */
export type FoundRecords = { store: Store; keys: RecordKey[] }[];

const chunk = 500;

/**
 * Looks through whole stores for records, in short steps, so that others get through in between. In: the stores, which records
 * are meant, who is told how far it is. Throws `BookError`.
 */
export async function searchRecords(
  book: Book,
  stores: Store[],
  isMeant: (record: unknown, store: Store) => boolean,
  onProgress?: (done: number, total: number) => void,
): Promise<FoundRecords> {
  const counts = await read(book, stores, (tx) => Promise.all(stores.map((store) => tx.objectStore(store).count())));
  const total = counts.reduce((sum, count) => sum + count, 0);
  let done = 0;
  const found: FoundRecords = [];
  for (const store of stores) {
    const keys: RecordKey[] = [];
    let last: RecordKey | undefined;
    for (let isFull = true; isFull; ) {
      const range = last === undefined ? null : IDBKeyRange.lowerBound(last, true);
      const [part, values] = await read(book, [store], (tx) => {
        const rows = tx.objectStore(store);
        return Promise.all([rows.getAllKeys(range, chunk), rows.getAll(range, chunk)]);
      });
      part.forEach((key, at) => {
        if (isMeant(values[at], store)) keys.push(key);
      });
      last = part.at(-1);
      isFull = part.length === chunk;
      done += part.length;
      onProgress?.(done, total);
    }
    if (keys.length > 0) found.push({ store, keys });
  }
  return found;
}
