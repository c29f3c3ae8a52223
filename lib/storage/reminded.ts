import type { Book } from './book.ts';
import { read, write } from './transact.ts';

const key = 'remindedUntil';

/** Up to when reminders were told of; undefined where never. Throws `BookError`. */
export async function remindedUntil(book: Book): Promise<number | undefined> {
  const row = await read(book, ['meta'], (tx) => tx.objectStore('meta').get(key));
  return typeof row?.value === 'number' ? row.value : undefined;
}

/** Notes up to when reminders were told of. Throws `BookError`. */
export async function setRemindedUntil(book: Book, at: number): Promise<void> {
  await write(book, ['meta'], (tx) => tx.objectStore('meta').put({ key, value: at }));
}
