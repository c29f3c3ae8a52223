import type { Book } from '../book.ts';
import { read } from '../transact.ts';

/** Ids of the leads on a list. Throws `BookError`. */
export function leadsOnList(book: Book, list: string): Promise<string[]> {
  return read(book, ['people', 'companies'], async (tx) => {
    const [companies, people] = await Promise.all([
      tx.objectStore('companies').index('list').getAllKeys(list),
      tx.objectStore('people').index('list').getAllKeys(list),
    ]);
    return [...companies, ...people];
  });
}
