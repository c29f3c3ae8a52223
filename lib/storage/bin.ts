import type { Lead } from '../domain/schema/lead.ts';
import type { Book } from './book.ts';
import type { LeadStore } from './book-schema.ts';
import { boundStores, familyOf, purgeBound } from './lead-bound.ts';
import { type Row, storeOf, toLead } from './rows.ts';
import { read, type Store, tell, write } from './transact.ts';

const day = 24 * 60 * 60 * 1000;
/** How long a deleted lead can be brought back. */
export const keptDeleted = 30 * day;

export type DeletedLead = { lead: Lead; deletedAt: number /** When it goes by itself. */; goesAt: number };

const stores: LeadStore[] = ['people', 'companies'];

/** Deleted leads that can still be brought back, the one deleted last first. What became part of another lead is not among them. */
export async function listDeleted(book: Book): Promise<DeletedLead[]> {
  const rows = await read(book, stores, async (tx) => {
    const found: Row[][] = await Promise.all(stores.map((store) => tx.objectStore(store).index('deletedAt').getAll()));
    return found.flat();
  });
  return rows
    .flatMap((row) => {
      const { deletedAt } = row;
      if (deletedAt === undefined || row.mergedInto !== undefined) return [];
      return [{ lead: toLead(row), deletedAt, goesAt: deletedAt + keptDeleted }];
    })
    .sort((a, b) => b.deletedAt - a.deletedAt);
}

/** Takes deleted leads out for good, with all that hangs on them, in one transaction. One that was brought back meanwhile stays. Out: how many went. */
export async function deleteForGood(book: Book, ids: readonly string[]): Promise<number> {
  const needed: Store[] = [...new Set<Store>([...stores, ...boundStores])];
  const gone = await write(book, needed, async (tx) => {
    const erased: string[] = [];
    for (const id of ids) {
      const [person, company] = await Promise.all(
        stores.map((store): Promise<Row | undefined> => tx.objectStore(store).get(id)),
      );
      const row = person ?? company;
      if (row?.deletedAt === undefined) continue;
      for (const one of await familyOf(tx, id)) {
        await Promise.all([purgeBound(tx, one), tx.objectStore(storeOf(row.kind)).delete(one)]);
      }
      erased.push(id);
    }
    return erased;
  });
  tell({ stores: ['people', 'companies', 'interactions', 'tasks'], leadIds: gone });
  return gone.length;
}
