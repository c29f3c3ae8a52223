import type { Book } from '../../lib/storage/book.ts';
import type { Store } from '../../lib/storage/transact.ts';

/** What an operation says of itself: plain data, as it crosses from the browser to the one who kills it. */
export type Said = { [key: string]: unknown };
/** What is remembered of a book from one life of the browser to the next. */
export type Memory = { [key: string]: unknown };
export type Life = {
  book: Book;
  memory: Memory;
  /** 0 ≤ n < 1, the same for the same seed. */
  random(): number;
  /** Number of this life, and of the operation in it. */
  round: number;
  op: number;
  /** Says what is about to be done; the operation begins only once that has arrived. */
  begin(said: Said): Promise<void>;
};

/** A kind of operation that a browser is killed in. */
export type Trial = {
  /** Fills an empty book. Out: what is to be remembered. */
  seed(book: Book): Promise<Memory>;
  /** One operation. Out: what is acknowledged by its end. */
  run(life: Life): Promise<Said>;
  /**
   * Looks at the book after the kill. In: what was begun, and how much of that was acknowledged (all but the last, or all).
   * Out: what is wrong, and what is to be remembered.
   */
  check(book: Book, memory: Memory, begun: Said[], done: Said[]): Promise<{ wrong: string[]; memory: Memory }>;
};

/** Empties every store of a book but what the book keeps of itself. */
export async function emptyStores(book: Book): Promise<void> {
  const database = await book.connection();
  const stores = [...database.objectStoreNames].filter((store) => store !== 'meta');
  const tx = database.transaction(stores as Store[], 'readwrite');
  for (const store of stores) void tx.objectStore(store).clear();
  await tx.done;
}
