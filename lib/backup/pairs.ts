import type { Book } from '../storage/book.ts';
import { read, type Store } from '../storage/transact.ts';

export type Pair = { key: IDBValidKey; ours?: unknown; theirs?: unknown };
type Chunk = { keys: IDBValidKey[]; rows: unknown[] };

const chunkOf = (store: Store): number => (store === 'tray' ? 20 : 1000);

/** The rows of one store in two books side by side, in the order of their keys, some at a time. */
export async function* pairsOf(store: Store, ours: Book, theirs: Book): AsyncGenerator<Pair[], undefined> {
  const [mine, other] = [cursorOf(chunksOf(store, ours)), cursorOf(chunksOf(store, theirs))];
  for (;;) {
    // One that is at its end waits for the other.
    await Promise.all([mine.fill(), other.fill()]);
    if (mine.isEnd() && other.isEnd()) return undefined;
    const pairs: Pair[] = [];
    while (mine.has() || other.has()) {
      if ((!mine.has() && !mine.isEnd()) || (!other.has() && !other.isEnd())) break;
      const order = !mine.has() ? 1 : !other.has() ? -1 : indexedDB.cmp(mine.key(), other.key());
      const pair: Pair = { key: order > 0 ? other.key() : mine.key() };
      if (order <= 0) pair.ours = mine.take();
      if (order >= 0) pair.theirs = other.take();
      pairs.push(pair);
    }
    yield pairs;
  }
}

/** A place in rows that come in chunks. */
function cursorOf(chunks: AsyncGenerator<Chunk, undefined>) {
  let chunk: Chunk = { keys: [], rows: [] };
  let at = 0;
  let isOver = false;
  const has = () => at < chunk.keys.length;
  return {
    has,
    /** Whether nothing comes any more. */
    isEnd: () => isOver && !has(),
    key: () => chunk.keys[at] as IDBValidKey,
    take: () => chunk.rows[at++],
    async fill(): Promise<void> {
      if (has() || isOver) return;
      const next = await chunks.next();
      if (next.done) isOver = true;
      else [chunk, at] = [next.value, 0];
    },
  };
}

/** The rows of one store of a book in the order of their keys, a chunk at a time; the next is read while one is looked at. */
export async function* chunksOf(store: Store, book: Book): AsyncGenerator<Chunk, undefined> {
  const after = (last: IDBValidKey | undefined): Promise<Chunk> => {
    const range = last === undefined ? null : IDBKeyRange.lowerBound(last, true);
    return read(book, [store], async (tx) => {
      const [keys, rows] = await Promise.all([
        tx.objectStore(store).getAllKeys(range, chunkOf(store)),
        tx.objectStore(store).getAll(range, chunkOf(store)),
      ]);
      return { keys, rows };
    });
  };
  let next = after(undefined);
  for (;;) {
    const chunk = await next;
    if (chunk.keys.length === 0) return undefined;
    next = after(chunk.keys.at(-1));
    // Whoever stops in between does not wait for it.
    next.catch(() => undefined);
    yield chunk;
  }
}
