import { diffLeads, isSameValue } from '../domain/diff-leads.ts';
import { flattenLead, unflattenLead } from '../domain/flat-lead.ts';
import { type Lead, type LeadReceipts, lead as leadSchema } from '../domain/schema/lead.ts';
import type { MergeRecord } from '../domain/schema/merge.ts';
import type { Book } from './book.ts';
import { BookError } from './book-error.ts';
import type { ActionRow } from './book-schema.ts';
import { moveBoundBack } from './lead-bound.ts';
import { moveHandoversBack } from './merge-handovers.ts';
import { mergeStores } from './merge-leads.ts';
import { newId } from './new-id.ts';
import { putLead } from './put-lead.ts';
import { appendChange, findRow, type Row, receiptsOf, toLead } from './rows.ts';
import { takeBackTask } from './task-changes.ts';
import { tell, type WriteTx, write } from './transact.ts';
import type { UndoResult } from './undo.ts';

type By = { undoId: string; now: number; origin: string };

/**
 * Takes the merges of an action apart: all leads are as they were, byte for byte, with what hung on them. Values that were
 * changed since stay with the lead that was kept, and are told as conflicts. In: the action, this install's id, the time. Throws
 * `BookError` `later` where a later merge has one of them: that one is to be taken apart first.
 */
export async function undoMerges(book: Book, action: ActionRow, install: string, now: number): Promise<UndoResult> {
  const by: By = { undoId: newId(now), now, origin: install };
  const result = await write(book, mergeStores, async (tx) => {
    const all = await tx.objectStore('merges').index('actionId').getAll(action.id);
    const standing = all.filter(({ undoneAt }) => undoneAt === undefined).sort((a, b) => (a.id < b.id ? 1 : -1));
    const found: UndoResult = { leadIds: [], conflicts: [] };
    for (const record of standing) {
      const { leadIds, conflicts } = await takeApart(tx, record, by);
      found.leadIds.push(...leadIds);
      found.conflicts.push(...conflicts);
    }
    await Promise.all((action.tasks ?? []).map((change) => takeBackTask(tx, change)));
    await tx.objectStore('actions').put({ ...action, undoneAt: now });
    return found;
  });
  tell({ stores: ['people', 'companies', 'interactions', 'tasks'], leadIds: result.leadIds });
  return result;
}

async function takeApart(tx: WriteTx, record: MergeRecord, by: By): Promise<UndoResult> {
  await refuseLater(tx, record);
  const [kept, ...gone] = record.before;
  const row = await findRow(tx, record.keptId);
  if (!kept || !row) throw new BookError('unknown', `There is no lead ${record.keptId}`);
  const goneIds = record.leadIds.slice(1);
  await moveBoundBack(tx, record.moved, record.keptId);
  await moveHandoversBack(tx, record);

  const since = diffLeads(record.after.lead, toLead(row)).filter(({ field }) => field !== 'updatedAt');
  if (since.length === 0) await putAsItWas(tx, kept.row as Row, row, by);
  else await putChanged(tx, kept.row as Row, row, record.after.lead, by);
  await putReceipts(tx, record);

  for (const { row: old, receipts } of gone) {
    const tomb = await findRow(tx, old.id);
    await putAsItWas(tx, old as Row, tomb, by);
    if (receipts) await tx.objectStore('receipts').put(receipts);
    else await tx.objectStore('receipts').delete(old.id);
  }
  const people = await repointBack(tx, record, by);
  await tx.objectStore('merges').put({ ...record, undoneAt: by.now });
  return {
    leadIds: [record.keptId, ...goneIds, ...people],
    conflicts: since.map(({ field }) => ({ leadId: record.keptId, field })),
  };
}

/** A merge is taken apart from its end: else what the later one was made of would be lost. */
async function refuseLater(tx: WriteTx, record: MergeRecord): Promise<void> {
  for (const id of record.leadIds) {
    const others = await tx.objectStore('merges').index('leadIds').getAll(id);
    if (others.some((other) => other.undoneAt === undefined && other.id > record.id))
      throw new BookError('later', 'A later merge has one of these: take that one apart first');
  }
}

const bare = (row: Row): Row => {
  const { stagedBy: _stagedBy, ...rest } = row;
  return rest as Row;
};

/** Puts the very row back. The mark of its import is the book's own and stays as it is by now. */
async function putAsItWas(tx: WriteTx, old: Row, now: Row | undefined, by: By): Promise<void> {
  const row = now?.stagedBy === old.stagedBy ? old : { ...bare(old), ...(now?.stagedBy && { stagedBy: now.stagedBy }) };
  if (row.kind === 'person') await tx.objectStore('people').put(row);
  else await tx.objectStore('companies').put(row);
  await tellOf(tx, now, toLead(row), by);
}

/** What was kept is as before, but for what was changed since it was merged. */
async function putChanged(tx: WriteTx, old: Row, now: Row, merged: Lead, by: By): Promise<void> {
  const current = toLead(now);
  const values = flattenLead(toLead(old));
  for (const { field, before, after } of diffLeads(merged, current))
    if (Array.isArray(after) && Array.isArray(before)) values[field] = withDelta(values[field], before, after);
    else if (after === undefined) delete values[field];
    else values[field] = after;
  const lead = leadSchema.parse(unflattenLead(values));
  await putLead(tx, lead, now.stagedBy);
  await tellOf(tx, now, lead, by);
}

/** A list with what another one gained and lost. */
function withDelta(list: unknown, before: unknown[], after: unknown[]): unknown[] {
  const holds = (values: unknown[], value: unknown) => values.some((one) => isSameValue(one, value));
  const own = Array.isArray(list) ? list : [];
  const added = after.filter((value) => !holds(before, value) && !holds(own, value));
  return [...own.filter((value) => !(holds(before, value) && !holds(after, value))), ...added];
}

async function tellOf(tx: WriteTx, before: Row | undefined, after: Lead, by: By): Promise<void> {
  const { id: leadId, kind } = after;
  const fields = diffLeads(before && toLead(before), after);
  await appendChange(tx, { leadId, kind, at: by.now, origin: by.origin, actionId: by.undoId, cause: 'undo', fields });
}

/** Stamps and places of the kept lead as they were, but for those that changed since it was merged. */
async function putReceipts(tx: WriteTx, { keptId, before, after }: MergeRecord): Promise<void> {
  const old = before[0]?.receipts;
  const now = await receiptsOf(tx, keptId);
  if (isSameValue(now, after.receipts)) {
    if (old) await tx.objectStore('receipts').put(old);
    else await tx.objectStore('receipts').delete(keptId);
    return;
  }
  const back = <T>(
    then: Record<string, T>,
    merged: Record<string, T>,
    current: Record<string, T>,
  ): Record<string, T> => {
    const changed = Object.entries(current).filter(([key, value]) => !isSameValue(value, merged[key]));
    const gone = new Set(Object.keys(merged).filter((key) => !Object.hasOwn(current, key)));
    return Object.fromEntries([...Object.entries(then).filter(([key]) => !gone.has(key)), ...changed]);
  };
  const elements = back(old?.elements ?? {}, after.receipts.elements ?? {}, now.elements ?? {});
  const receipts: LeadReceipts = {
    leadId: keptId,
    stamps: back(old?.stamps ?? {}, after.receipts.stamps, now.stamps),
    readAt: back(old?.readAt ?? {}, after.receipts.readAt, now.readAt),
    ...(Object.keys(elements).length > 0 && { elements }),
  };
  await tx.objectStore('receipts').put(receipts);
}

/** People go back to their company, where they still are at the one that was kept. */
async function repointBack(tx: WriteTx, { keptId, repointed }: MergeRecord, by: By): Promise<string[]> {
  const back: string[] = [];
  for (const { id, from } of repointed) {
    const row = await tx.objectStore('people').get(id);
    if (row?.companyId !== keptId) continue;
    const lead = { ...toLead(row), companyId: from };
    await putLead(tx, lead, row.stagedBy);
    await tellOf(tx, row, lead, by);
    back.push(id);
  }
  return back;
}
