import { practiceDomain, practiceUrl } from '../domain/practice.ts';
import type { Book } from './book.ts';
import { type Action, deleteLeads } from './edit.ts';
import { siteOf } from './ledger.ts';
import { hiddenBatches, isVisible } from './rows.ts';
import { read, tell, write } from './transact.ts';
import { trayKey } from './tray-key.ts';

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

/**
 * Throws the practice leads away, with the drafts and the entry of what was read. In: the time. Out: the action, by which the
 * leads come back; undefined where none was kept. Throws `BookError`.
 */
export async function throwAwayPractice(book: Book, now: number): Promise<Action | undefined> {
  const ids = await practiceLeads(book);
  const action = ids.length > 0 ? await deleteLeads(book, ids, now) : undefined;
  const url = trayKey(practiceUrl);
  await write(book, ['tray', 'ledger'], async (tx) => {
    await tx.objectStore('tray').delete(url);
    for (const key of await tx.objectStore('ledger').index('site').getAllKeys(siteOf(practiceUrl)))
      await tx.objectStore('ledger').delete(key);
  });
  tell({ stores: ['tray', 'ledger'], urls: [url] });
  return action;
}
