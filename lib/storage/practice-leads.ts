import { practiceDomain } from '../domain/practice.ts';
import type { Book } from './book.ts';
import { hiddenBatches, isVisible } from './rows.ts';
import { read } from './transact.ts';

/** Ids of the people and the company of the practice page that are in the book. Throws `BookError`. */
export function practiceLeads(book: Book): Promise<string[]> {
  return read(book, ['people', 'companies', 'actions'], async (tx) => {
    const hidden = await hiddenBatches(tx);
    const [people, companies] = await Promise.all([
      tx.objectStore('people').index('domains').getAll(practiceDomain),
      tx.objectStore('companies').index('domain').getAll(practiceDomain),
    ]);
    return [...people, ...companies].filter((row) => isVisible(row, hidden)).map(({ id }) => id);
  });
}
