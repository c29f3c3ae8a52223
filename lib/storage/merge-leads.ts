import { diffLeads } from '../domain/diff-leads.ts';
import type { Held } from '../domain/merge.ts';
import { type MergeChoices, mergeLeadsInto, richest } from '../domain/merge-leads.ts';
import type { Change, LeadReceipts } from '../domain/schema/lead.ts';
import type { MergeRecord } from '../domain/schema/merge.ts';
import type { Book } from './book.ts';
import { BookError } from './book-error.ts';
import { boundStores, moveBound } from './lead-bound.ts';
import { moveHandovers } from './merge-handovers.ts';
import { newId } from './new-id.ts';
import { putLead } from './put-lead.ts';
import { appendChange, findRow, hiddenBatches, isVisible, type Row, receiptsOf, toLead } from './rows.ts';
import { changedReceipts } from './save-values.ts';
import { origin } from './settings.ts';
import { keepOtherSteps, type TaskChange } from './task-changes.ts';
import { leadStores, type Store, tell, type WriteTx, write } from './transact.ts';

/**
 * Leads that are one, which of them stays (absent: the one that says most) while the others become part of it, and what the user
 * chose of their values.
 */
export type MergeRequest = { leadIds: string[]; keptId?: string; choices?: MergeChoices };
export type MergeOptions = {
  /** Told how many requests are done. */
  onProgress?: (done: number) => void;
  /** Calls it off: nothing of it is kept, and its reason is thrown. */
  signal?: AbortSignal;
};
export type MergeDone = { actionId: string; leadIds: string[] };

/** Stores that merging and taking a merge apart need. */
export const mergeStores: Store[] = [...new Set<Store>([...leadStores, ...boundStores, 'handovers'])];

/**
 * Merges leads, in one transaction for all: values, where they were read, and all that hangs on them go to the one that is kept;
 * the others stay as tombstones, so that the merge can be taken apart (`undoAction`). In: what becomes one, the time. Out: the
 * action, the leads touched. Throws `BookError` where one of them is gone or of another kind, a ZodError for an impossible choice.
 */
export async function mergeLeads(
  book: Book,
  requests: readonly MergeRequest[],
  now: number,
  { onProgress, signal }: MergeOptions = {},
): Promise<MergeDone> {
  const by: By = { actionId: newId(now), now, origin: await origin(book) };
  const leadIds = await write(
    book,
    mergeStores,
    async (tx) => {
      const touched: string[] = [];
      const tasks: TaskChange[] = [];
      for (const [at, request] of requests.entries()) {
        signal?.throwIfAborted();
        touched.push(...(await mergeOne(tx, request, by, tasks)));
        onProgress?.(at + 1);
      }
      await tx.objectStore('actions').put({
        id: by.actionId,
        at: now,
        cause: 'merge',
        draftIds: [],
        interactionIds: [],
        ...(tasks.length > 0 && { tasks }),
      });
      return touched;
    },
    signal,
  );
  tell({ stores: ['people', 'companies', 'interactions', 'tasks'], leadIds });
  return { actionId: by.actionId, leadIds };
}

type By = { actionId: string; now: number; origin: string };

async function mergeOne(
  tx: WriteTx,
  { leadIds: asked, keptId: chosen, choices = {} }: MergeRequest,
  by: By,
  tasks: TaskChange[],
): Promise<string[]> {
  const rows = keptFirst(await rowsOf(tx, [...new Set(asked)]), chosen);
  const [kept, ...gone] = rows;
  if (!kept || gone.length === 0) throw new BookError('unknown', 'There is nothing to merge');
  const keptId = kept.id;
  const leadIds = rows.map(({ id }) => id);
  const before: MergeRecord['before'] = await Promise.all(
    [kept, ...gone].map(async (row) => {
      const receipts: LeadReceipts | undefined = await tx.objectStore('receipts').get(row.id);
      return { row, ...(receipts && { receipts }) };
    }),
  );
  const heldOf = async (row: Row): Promise<Held> => ({ lead: toLead(row), receipts: await receiptsOf(tx, row.id) });
  const first = await heldOf(kept);
  const merged = mergeLeadsInto([first, ...(await Promise.all(gone.map(heldOf)))], choices, by);

  const moved = [];
  const handedOver = [];
  for (const { id } of gone) {
    moved.push(...(await moveBound(tx, id, keptId)));
    handedOver.push(...(await moveHandovers(tx, id, keptId)));
  }
  tasks.push(...(await keepOtherSteps(tx, rows.map(toLead), merged.lead)));
  for (const row of gone) await bury(tx, row, keptId, by);
  await putLead(tx, merged.lead, kept.stagedBy);
  await tx.objectStore('receipts').put(merged.receipts);
  await appendChange(tx, {
    ...entryOf(kept, by),
    fields: diffLeads(first.lead, merged.lead),
    receiptsBefore: changedReceipts(first.receipts, merged.receipts),
  });
  // The company stands as it is now: what people are found by is worked out from it.
  const repointed = kept.kind === 'company' ? await repoint(tx, gone, keptId, by) : [];
  await tx.objectStore('merges').put({
    id: newId(by.now),
    actionId: by.actionId,
    at: by.now,
    kind: kept.kind,
    keptId,
    leadIds,
    before,
    after: merged,
    moved,
    repointed,
    handedOver,
  });
  return [...leadIds, ...repointed.map(({ id }) => id)];
}

/** The rows of leads of one kind that are to be seen. Throws `BookError`. */
async function rowsOf(tx: WriteTx, ids: readonly string[]): Promise<Row[]> {
  const hidden = await hiddenBatches(tx);
  const rows = await Promise.all(ids.map((id) => findRow(tx, id)));
  return rows.map((row, at) => {
    if (!row || !isVisible(row, hidden)) throw new BookError('unknown', `There is no lead ${ids[at]}`);
    if (row.kind !== rows[0]?.kind) throw new BookError('unknown', 'People and companies are never one');
    return row;
  });
}

/** The one that stays comes first. */
function keptFirst(rows: Row[], keptId: string | undefined): Row[] {
  const kept = rows.find(({ id }) => id === keptId) ?? rows[richest(rows.map(toLead))];
  return kept ? [kept, ...rows.filter((row) => row !== kept)] : rows;
}

const entryOf = ({ id, kind }: Row, by: By): Omit<Change, 'fields'> => ({
  leadId: id,
  kind,
  at: by.now,
  origin: by.origin,
  actionId: by.actionId,
  cause: 'merge',
});

/** What became part of another stays as it was, unseen, and tells where it went. */
async function bury(tx: WriteTx, row: Row, keptId: string, by: By): Promise<void> {
  const lead = toLead(row);
  const after = { ...lead, deletedAt: by.now, mergedInto: keptId, updatedAt: by.now };
  await putLead(tx, after, row.stagedBy);
  await appendChange(tx, { ...entryOf(row, by), fields: diffLeads(lead, after) });
}

/** Gives the people of merged companies the one that is kept. */
async function repoint(tx: WriteTx, gone: readonly Row[], keptId: string, by: By): Promise<MergeRecord['repointed']> {
  const repointed: MergeRecord['repointed'] = [];
  for (const { id: from } of gone)
    for (const row of await tx.objectStore('people').index('companyId').getAll(from)) {
      const lead = toLead(row);
      const after = { ...lead, companyId: keptId };
      await putLead(tx, after, row.stagedBy);
      await appendChange(tx, { ...entryOf(row, by), fields: diffLeads(lead, after) });
      repointed.push({ id: row.id, from });
    }
  return repointed;
}
