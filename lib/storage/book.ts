import type { IDBPDatabase } from 'idb';
import type { BookSchema } from './book-schema.ts';

export { BookError } from './book-error.ts';
export { type BookEvent, onBookChange } from './book-event.ts';

/** The open book. Hand it to the functions of this folder; it opens itself again when the browser closed it. */
export type Book = {
  connection(): Promise<IDBPDatabase<BookSchema>>;
  close(): void;
};

const notYet = (): Promise<never> => Promise.reject(new Error('not built yet'));

export const openBook: () => Promise<Book> = notYet;
