import { companyKey } from '../domain/normalize/company.ts';
import { fold } from '../domain/normalize/fold.ts';
import type { Lead } from '../domain/schema/lead.ts';
import type { Book } from './book.ts';
import { hiddenBatches, isVisible, type Row, toLead } from './rows.ts';
import { type ReadTx, read } from './transact.ts';

/** Everything that begins so: the last character is one that no key has. */
const beginning = (text: string): IDBKeyRange => IDBKeyRange.bound(text, `${text}\uffff`);

type Place = (tx: ReadTx, text: string, most: number) => Promise<Row[]>;

/** Where a beginning is looked for: family names first, then whole names, firms, addresses. */
const places: Place[] = [
  (tx, text, most) =>
    tx
      .objectStore('people')
      .index('names')
      .getAll(beginning(`~${text}`), most),
  (tx, text, most) => tx.objectStore('people').index('names').getAll(beginning(text), most),
  (tx, text, most) =>
    tx
      .objectStore('companies')
      .index('firm')
      .getAll(beginning(companyKey(text) || text), most),
  (tx, text, most) => tx.objectStore('people').index('emails').getAll(beginning(text), most),
  (tx, text, most) => tx.objectStore('companies').index('domain').getAll(beginning(text), most),
];

/**
 * Finds leads whose family name, name, firm, address or domain begins with what was typed, by indexes alone: for places
 * that have no search of their own. In: what was typed, the most to find. Out: leads, each once. Throws `BookError`.
 */
export function findByBeginning(book: Book, typed: string, most: number): Promise<Lead[]> {
  const text = fold(typed).trim();
  if (!text) return Promise.resolve([]);
  return read(book, ['people', 'companies', 'actions'], async (tx) => {
    const hidden = await hiddenBatches(tx);
    // A few more than wanted, for those that are in the bin or not published yet.
    const found = await Promise.all(places.map((place) => place(tx, text, most * 2)));
    const rows = new Map(
      found
        .flat()
        .filter((row) => isVisible(row, hidden))
        .map((row) => [row.id, row]),
    );
    return [...rows.values()].slice(0, most).map(toLead);
  });
}
