import { deleteDB, type IDBPDatabase, unwrap } from 'idb';
import type { SealKey } from '../exchange/sealed-file.ts';
import { type Book, BookError, openBookAt } from '../storage/book.ts';
import { toBookError } from '../storage/book-error.ts';
import type { BookSchema } from '../storage/book-schema.ts';
import { migrations as released } from '../storage/migrations/all.ts';
import type { Migration } from '../storage/migrations/migration.ts';
import { type Store, write } from '../storage/transact.ts';
import { BackupFileError, type BackupHead } from './format.ts';
import { readBackup } from './read-backup.ts';
import { checkedRow } from './row-checks.ts';

/** The database beside the book in which a backup is laid out. One at a time: whoever restores holds this lock. */
const stagingName = 'book-restore';
export const restoreLock = 'book-restore';

export type Staged = {
  /** The backup as a book of today's version, seen by nobody else. */
  book: Book;
  head: BackupHead;
  /** Rows that were none: they are left out, and said. */
  leftOut: number;
  /** Closes it and takes it away. */
  drop(): Promise<void>;
};
export type StageOptions = {
  /** Passphrase of a sealed file, or its key. */
  secret?: string | SealKey | undefined;
  /** How far it is, in bytes of the file. */
  onBytes?: (done: number, total: number) => void;
  signal?: AbortSignal;
  migrations?: readonly Migration[];
};

/**
 * Lays a backup out beside the book and brings it to today's version by the same migrations that a book goes through. The book
 * itself is not touched. In: the file. Throws `BackupFileError` for a file that cannot be used, `BookError`.
 */
export async function stageBackup(file: Blob, options: StageOptions = {}): Promise<Staged> {
  const { secret, onBytes, signal, migrations = released } = options;
  await dropStaging();
  let old: Book | undefined;
  let isCurrent = false;
  let leftOut = 0;
  let putting: Promise<void> | undefined;
  try {
    const { head } = await readBackup(file, secret, {
      ...(onBytes && { onBytes }),
      ...(signal && { signal }),
      async onHead({ database }) {
        if (database > migrations.length) throw new BackupFileError('newer', `database ${database}`);
        isCurrent = database === migrations.length;
        old = await openBookAt({ name: stagingName, migrations: migrations.slice(0, database), asIs: true });
      },
      async onRows(store, rows) {
        if (!old) return;
        const connection = await old.connection();
        if (!connection.objectStoreNames.contains(store as Store))
          throw new BackupFileError('truncated', `there is no store ${store}`);
        // Rows of an older version are looked at once they are of today's.
        const good = isCurrent ? rows.filter((row) => checkedRow(store, row) !== undefined) : rows;
        leftOut += rows.length - good.length;
        // While the database works on a chunk, the next is already being read.
        await putting;
        putting = putRows(connection, store as Store, good).then((bad) => {
          leftOut += bad;
        });
        putting.catch(() => undefined);
      },
    });
    await putting;
    old?.close();
    const book = await openBookAt({ name: stagingName, migrations, asIs: true });
    try {
      if (!isCurrent) leftOut += await dropUnreadable(book, signal);
    } catch (error) {
      book.close();
      throw error;
    }
    return {
      book,
      head,
      leftOut,
      async drop() {
        book.close();
        await dropStaging();
      },
    };
  } catch (error) {
    await putting?.catch(() => undefined);
    old?.close();
    await dropStaging();
    // Rows that no migration can make sense of: the file is what is wrong.
    if (error instanceof BookError && error.code === 'migration')
      throw new BackupFileError('truncated', error.message, { cause: error });
    throw error;
  }
}

/** Takes away what a restore that was broken off left beside the book. */
const dropStaging = (): Promise<void> => deleteDB(stagingName);

/** Puts rows; one that has no key of its store is none. Nothing here has to outlive a crash: the next restore begins anew. Out: how many were left out. */
async function putRows(connection: IDBPDatabase<BookSchema>, name: Store, rows: unknown[]): Promise<number> {
  const tx = connection.transaction([name], 'readwrite', { durability: 'relaxed' });
  // Without a promise for each: thousands of them take longer than the writing.
  const store = unwrap(tx).objectStore(name);
  let leftOut = 0;
  for (const row of rows) {
    try {
      store.put(row);
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'DataError')) throw error;
      leftOut += 1;
    }
  }
  try {
    await tx.done;
  } catch (cause) {
    throw toBookError(cause);
  }
  return leftOut;
}

/** Takes rows out that are not as today's schema has them. Out: how many went. */
async function dropUnreadable(book: Book, signal?: AbortSignal): Promise<number> {
  let leftOut = 0;
  for (const store of (await book.connection()).objectStoreNames) {
    let last: IDBValidKey | undefined;
    for (let isFull = true; isFull; ) {
      signal?.throwIfAborted();
      const range = last === undefined ? null : IDBKeyRange.lowerBound(last, true);
      const chunk = store === 'tray' ? 20 : 1000;
      const keys = await write(book, [store], async (tx) => {
        const from = tx.objectStore(store);
        const [found, rows] = await Promise.all([from.getAllKeys(range, chunk), from.getAll(range, chunk)]);
        const bad = found.filter((_, at) => checkedRow(store, rows[at]) === undefined);
        await Promise.all(bad.map((key) => from.delete(key)));
        leftOut += bad.length;
        return found;
      });
      last = keys.at(-1);
      isFull = keys.length === chunk;
    }
  }
  return leftOut;
}
