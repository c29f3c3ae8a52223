import { practiceUrl } from '../domain/practice.ts';
import type { Book } from './book.ts';
import { type Action, deleteLeads } from './edit.ts';
import { siteOf } from './ledger.ts';
import { practiceLeads } from './practice-leads.ts';
import { tell, write } from './transact.ts';
import { trayKey } from './tray-key.ts';

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
