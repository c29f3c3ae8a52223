import type { IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { Book } from './book.ts';
import { toBookError } from './book-error.ts';
import { announce, type BookEvent } from './book-event.ts';
import type { BookSchema } from './book-schema.ts';
import { forgetKeptSearch, touchesSearch } from './search-mark.ts';

export type Store = StoreNames<BookSchema>;
export type WriteTx = IDBPTransaction<BookSchema, Store[], 'readwrite'>;
export type ReadTx = IDBPTransaction<BookSchema, Store[], 'readonly'>;
/** Either: for look-ups that writes make too. */
export type AnyTx = WriteTx | ReadTx;

/** Everything that belongs to leads: one transaction over these makes a save, an edit or an undo whole. */
export const leadStores: Store[] = [
  'people',
  'companies',
  'receipts',
  'changes',
  'interactions',
  'tasks',
  'actions',
  'meta',
];

/**
 * Runs work in one strict transaction and resolves only once it is on disk; an error anywhere takes everything back.
 * In: the stores it touches; the work, which may await nothing but this transaction. Throws `BookError`, or the
 * signal's reason when the caller called it off.
 */
export function write<T>(
  book: Book,
  stores: Store[],
  work: (tx: WriteTx) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  if (!touchesSearch(stores)) return run(book, () => stores, work, signal);
  // Older versions of the book have no vault.
  const withVault = (names: DOMStringList): Store[] => (names.contains('vault') ? [...stores, 'vault'] : stores);
  return run(
    book,
    withVault,
    async (tx) => {
      const forgotten = tx.objectStoreNames.contains('vault') ? forgetKeptSearch(tx) : undefined;
      const [result] = await Promise.all([work(tx), forgotten]);
      return result;
    },
    signal,
  );
}

/**
 * As `write`, for work that leaves an entry in the history for every person and company that it changes: the search takes them
 * in from there, so what it keeps may stay.
 */
export const writeWithHistory = <T>(
  book: Book,
  stores: Store[],
  work: (tx: WriteTx) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> => run(book, () => stores, work, signal);

async function run<T>(
  book: Book,
  storesOf: (names: DOMStringList) => Store[],
  work: (tx: WriteTx) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  let tx: WriteTx | undefined;
  try {
    tx = await begin(book, (database) =>
      database.transaction(storesOf(database.objectStoreNames), 'readwrite', { durability: 'strict' }),
    );
    // Observed here and awaited below: an abort must not turn up as an unhandled rejection while work still runs.
    tx.done.catch(() => undefined);
    const result = await work(tx);
    await tx.done;
    return result;
  } catch (cause) {
    if (tx) abort(tx);
    if (signal?.aborted) throw signal.reason;
    // A request that fell with its transaction says only that: the transaction knows why.
    if (cause instanceof DOMException && cause.name === 'AbortError' && tx?.error) throw toBookError(tx.error);
    throw toBookError(cause);
  }
}

/** Begins a transaction. A connection that the browser closed unheard is opened anew, once. */
async function begin<T>(book: Book, open: (database: IDBPDatabase<BookSchema>) => T): Promise<T> {
  try {
    return open(await book.connection());
  } catch (cause) {
    if (!(cause instanceof DOMException && cause.name === 'InvalidStateError')) throw cause;
    book.close();
    return open(await book.connection());
  }
}

function abort(tx: WriteTx): void {
  try {
    tx.abort();
  } catch (error) {
    // It has ended already, by the failure that brought us here.
    if (!(error instanceof DOMException && error.name === 'InvalidStateError')) throw error;
  }
}

/** Runs look-ups in one transaction, so that they see one state of the book. Throws `BookError`. */
export async function read<T>(book: Book, stores: Store[], work: (tx: ReadTx) => Promise<T>): Promise<T> {
  try {
    return await work(await begin(book, (database) => database.transaction(stores, 'readonly')));
  } catch (cause) {
    throw toBookError(cause);
  }
}

/** Tells all surfaces of a write. In: what it touched; what is left out is empty. */
export function tell(event: Partial<BookEvent>): void {
  announce({ stores: event.stores ?? [], leadIds: event.leadIds ?? [], urls: event.urls ?? [] });
}
