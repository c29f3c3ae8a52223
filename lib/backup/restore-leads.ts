import { diffLeads } from '../domain/diff-leads.ts';
import type { Change, Lead, LeadReceipts } from '../domain/schema/lead.ts';
import { type Book, BookError } from '../storage/book.ts';
import { historyOf } from '../storage/first-entry.ts';
import { boundKeys, type LeadBound, leadBound } from '../storage/lead-bound.ts';
import { newId } from '../storage/new-id.ts';
import { putLead } from '../storage/put-lead.ts';
import { appendChange, findRow, type Row, receiptsOf, toLead } from '../storage/rows.ts';
import { changedReceipts } from '../storage/save-values.ts';
import { origin } from '../storage/settings.ts';
import { type AnyTx, leadStores, read, type Store, tell, type WriteTx, write } from '../storage/transact.ts';
import { holding } from './hold.ts';
import { isStillClean, leaveErased } from './leave-erased.ts';

const chunk = 200;
/** How often a backup is cleaned anew because somebody is being erased just now. */
const mostTries = 3;
/** What hangs on a lead and comes back with it where it is missing. Receipts and history go their own way; scores are worked out anew; merges tell of leads that may not be there. */
const comesAlong: readonly LeadBound[] = leadBound.filter(
  ({ store }) => !['receipts', 'changes', 'scores', 'scoreChanges', 'merges', 'notSame'].includes(store),
);
const stores: Store[] = [...new Set<Store>([...leadStores, ...leadBound.map(({ store }) => store), 'erased'])];

/** A lead as the backup has it, with all that hangs on it. */
type Kept = {
  row: Row;
  lead: Lead;
  receipts: LeadReceipts;
  history: Change[];
  rows: { store: Store; row: unknown; key: IDBValidKey }[];
};

/**
 * Brings single leads back from a backup, in one transaction and as one action that can be undone: one that is gone comes with
 * its history, notes and tasks; one that is there becomes as it was, and what was added to it since stays in its history. A
 * person's company comes along where the book lacks it; whoever was erased does not come back. In: book, backup, ids, the time.
 * Out: the action. Throws `BookError`.
 */
export async function restoreLeads(
  book: Book,
  backup: Book,
  ids: readonly string[],
  now: number,
  onWritten?: (done: number, total: number) => void,
): Promise<{ actionId: string; leadIds: string[] }> {
  const install = await origin(book);
  const actionId = newId(now);
  const asked = new Set(ids);
  const tryToWrite = async (): Promise<string[] | undefined> => {
    const left = await leaveErased(backup, book);
    return write(book, stores, async (tx) => ((await isStillClean(tx, left)) ? bringBack(tx) : undefined));
  };
  const bringBack = async (tx: WriteTx): Promise<string[]> => {
    const wanted = await holding(tx, companiesFirst(backup, ids));
    const interactionIds: string[] = [];
    const all: string[] = [];
    for (let from = 0; from < wanted.length; from += chunk) {
      const part = await holding(tx, keptOf(backup, wanted.slice(from, from + chunk)));
      for (const kept of part) {
        const row = await findRow(tx, kept.lead.id);
        // A company that only comes along stays as it is where it is.
        if (!asked.has(kept.lead.id) && row && row.deletedAt === undefined) continue;
        await putBack(tx, kept, row, { actionId, at: now, origin: install }, interactionIds);
        all.push(kept.lead.id);
      }
      onWritten?.(Math.min(from + chunk, wanted.length), wanted.length);
    }
    await tx.objectStore('actions').put({ id: actionId, at: now, cause: 'restore', draftIds: [], interactionIds });
    return all;
  };
  let written = await tryToWrite();
  for (let tries = 1; !written; tries++) {
    if (tries >= mostTries) throw new BookError('unknown', 'The book is being written to');
    written = await tryToWrite();
  }
  tell({ stores: ['people', 'companies', 'interactions', 'tasks'], leadIds: written });
  return { actionId, leadIds: written };
}

/** The leads of a backup that are asked for and the companies of its people: companies first, as people are found by theirs. */
function companiesFirst(backup: Book, ids: readonly string[]): Promise<string[]> {
  return read(backup, ['people'], async (tx) => {
    const people = await Promise.all(ids.map((id) => tx.objectStore('people').get(id)));
    const persons = new Set(people.flatMap((row) => (row ? [row.id] : [])));
    const companies = people.flatMap((row) => row?.companyId ?? []);
    return [...new Set([...ids.filter((id) => !persons.has(id)), ...companies, ...persons])];
  });
}

function keptOf(backup: Book, ids: readonly string[]): Promise<Kept[]> {
  return read(backup, stores, async (tx) => {
    const kept = ids.map(async (id): Promise<Kept | undefined> => {
      const [row, receipts] = await Promise.all([findRow(tx, id), receiptsOf(tx, id)]);
      return (
        row && { row, lead: toLead(row), receipts, history: await historyOf(tx, row), rows: await rowsAlong(tx, id) }
      );
    });
    return (await Promise.all(kept)).filter((one) => one !== undefined);
  });
}

async function rowsAlong(tx: AnyTx, leadId: string): Promise<Kept['rows']> {
  const found = comesAlong.map(async (bound) => {
    const keys = await boundKeys(tx, bound, leadId);
    return Promise.all(
      keys.map(async (key) => ({ store: bound.store, key, row: await tx.objectStore(bound.store).get(key as never) })),
    );
  });
  return (await Promise.all(found)).flat();
}

async function putBack(
  tx: WriteTx,
  { row, lead: backed, receipts, history, rows }: Kept,
  now: Row | undefined,
  by: Pick<Change, 'actionId' | 'at' | 'origin'>,
  interactionIds: string[],
): Promise<void> {
  const { companyId, ...rest } = { companyId: undefined, ...backed, updatedAt: by.at };
  const hasCompany = companyId !== undefined && (await tx.objectStore('companies').get(companyId)) !== undefined;
  const lead = { ...rest, ...(hasCompany && { companyId }) } as Lead;
  const before = now && toLead(now);
  const ours = await receiptsOf(tx, lead.id);
  if (!before) {
    const known = await tx.objectStore('changes').index('leadId').count(lead.id);
    for (const { seq: _seq, ...entry } of known === 0 ? history : []) await appendChange(tx, entry);
  }
  await putLead(tx, lead, now ? now.stagedBy : await markOf(tx, row));
  await tx.objectStore('receipts').put(receipts);
  await appendChange(tx, {
    leadId: lead.id,
    kind: lead.kind,
    ...by,
    cause: 'restore',
    fields: diffLeads(before, lead),
    receiptsBefore: changedReceipts(ours, receipts),
  });
  for (const { store, key, row } of rows) {
    if (row === undefined || (await tx.objectStore(store).getKey(key as never)) !== undefined) continue;
    await tx.objectStore(store).put(row as never);
    if (store === 'interactions') interactionIds.push(String(key));
  }
}

/**
 * The mark of its import for a lead that is gone, where the import is still known: its undo goes by it. What a large import did
 * not write of its history is written by now: with the mark it would be told twice.
 */
async function markOf(tx: WriteTx, { stagedBy }: Row): Promise<string | undefined> {
  const action = stagedBy === undefined ? undefined : await tx.objectStore('actions').get(stagedBy);
  return action && !action.import?.unwritten ? stagedBy : undefined;
}
