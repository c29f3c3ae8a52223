import { type IDBPDatabase, openDB } from 'idb';
import { BookError, toBookError } from './book-error.ts';
import type { BookSchema } from './book-schema.ts';
import { migrations as released } from './migrations/all.ts';
import type { Migration } from './migrations/migration.ts';
import { lifeMemory, rollLog } from './roll-log.ts';
import { sweepBook } from './sweep.ts';

export { BookError } from './book-error.ts';
export { onBookChange } from './book-event.ts';

/** The open book. Hand it to the functions of this folder; it opens itself again when the browser closed it. */
export type Book = {
  /** The live connection. Throws `BookError` when the book cannot be opened. */
  connection(): Promise<IDBPDatabase<BookSchema>>;
  close(): void;
};

export type BookOptions = {
  name?: string;
  migrations?: readonly Migration[];
  now?: number;
  /** Milliseconds that another page may hold an older version open before opening fails as `blocked`; twice that where it is unknown why opening waits. */
  patience?: number;
  /** Only opened and brought to its version, not put in order: for a copy that is to be looked at as it is. */
  asIs?: boolean;
};

let shared: Promise<Book> | undefined;

/** The one book of this page, opened and brought to the present version. Throws `BookError`; a failure is not kept, so calling again tries again. */
export function openBook(): Promise<Book> {
  shared ??= rollLog(lifeMemory())
    .then(() => openBookAt())
    .catch((error: unknown) => {
      shared = undefined;
      throw error;
    });
  return shared;
}

/** Opens a book under a name of its own, with its own migrations: what `openBook` and the tests are made of. */
export async function openBookAt(options: BookOptions = {}): Promise<Book> {
  const { now = Date.now() } = options;
  let current: Promise<IDBPDatabase<BookSchema>> | undefined;
  const forget = (): void => {
    current = undefined;
  };
  const book: Book = {
    connection() {
      current ??= connect(options, forget).catch((error: unknown) => {
        forget();
        throw error;
      });
      return current;
    },
    close() {
      current?.then(
        (database) => database.close(),
        () => undefined,
      );
      forget();
    },
  };
  await book.connection();
  if (!options.asIs) await sweepBook(book, now);
  return book;
}

async function connect(options: BookOptions, onGone: () => void): Promise<IDBPDatabase<BookSchema>> {
  const { name = 'book', migrations = released, patience = 5000 } = options;
  let failure: BookError | undefined;
  const blocked = Promise.withResolvers<never>();
  const giveUp = (): void =>
    blocked.reject(new BookError('blocked', 'Another page still holds an older version of the book open'));
  // Who opens second, behind one that waits for that page, is told nothing at all: the browser's queue is only longer.
  let waiting = setTimeout(giveUp, 2 * patience);
  const opening = openDB<BookSchema>(name, migrations.length, {
    upgrade(database, oldVersion, _newVersion, transaction) {
      clearTimeout(waiting);
      const run = async (): Promise<void> => {
        for (const step of migrations.slice(oldVersion)) {
          // Every version has its own shape: a step sees the database untyped.
          await step.run(
            database as unknown as Parameters<Migration['run']>[0],
            transaction as unknown as Parameters<Migration['run']>[1],
          );
        }
      };
      // idb does not wait for this promise: without the abort a failed step would leave the new version on half-moved data.
      run().catch((cause: unknown) => {
        failure = new BookError('migration', `The book could not be moved on from version ${oldVersion}`, cause);
        transaction.done.catch(() => undefined);
        transaction.abort();
      });
    },
    blocked() {
      clearTimeout(waiting);
      waiting = setTimeout(giveUp, patience);
    },
    blocking(_current, _wanted, event) {
      // A newer version wants in: holding on would make its page wait for ever.
      (event.target as IDBDatabase).close();
      onGone();
    },
    terminated: onGone,
  });
  try {
    return await Promise.race([opening, blocked.promise]);
  } catch (cause) {
    // Should the late opening succeed after all, it must not hold the book in secret.
    opening.then(
      (database) => database.close(),
      () => undefined,
    );
    throw failure ?? toBookError(cause);
  } finally {
    clearTimeout(waiting);
  }
}
