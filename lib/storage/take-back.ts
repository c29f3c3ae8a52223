import { diffLeads, type FieldChange, isSameValue } from '../domain/diff-leads.ts';
import { flattenLead, unflattenLead } from '../domain/flat-lead.ts';
import { type Change, type Lead, type LeadReceipts, lead as leadSchema } from '../domain/schema/lead.ts';
import { putLead } from './put-lead.ts';
import { appendChange, findRow, type Row, receiptsOf, toLead } from './rows.ts';
import type { WriteTx } from './transact.ts';

/** An undo under way; it gathers what was changed since and so is left alone. */
export type Undoing = {
  tx: WriteTx;
  now: number;
  origin: string;
  undoId: string;
  conflicts: { leadId: string; field: string }[];
};

/** Takes changes back: leads beside each other, the changes of one lead from the newest. In: the undo, changes in the order of writing. */
export async function takeBackChanges(undoing: Undoing, changes: Change[]): Promise<void> {
  await Promise.all([...byLead(changes)].map(([, own]) => takeBackAll(undoing, own.reverse())));
}

function byLead(changes: Change[]): Map<string, Change[]> {
  const groups = new Map<string, Change[]>();
  for (const change of changes) groups.set(change.leadId, [...(groups.get(change.leadId) ?? []), change]);
  return groups;
}

async function takeBackAll(undoing: Undoing, newestFirst: Change[]): Promise<void> {
  for (const change of newestFirst) await takeBack(undoing, change);
}

async function takeBack(undoing: Undoing, change: Change): Promise<void> {
  const { tx, conflicts } = undoing;
  const row = await findRow(tx, change.leadId);
  if (!row) return;
  if (row.mergedInto !== undefined) {
    // It became part of another: what it was is kept for when that is taken apart.
    for (const { field } of change.fields) if (field !== 'updatedAt') conflicts.push({ leadId: row.mergedInto, field });
    return;
  }
  const isNew = change.fields.some(({ field, before }) => field === 'createdAt' && before === undefined);
  const later = await changedSince(tx, change);
  if (isNew) {
    if (later) conflicts.push({ leadId: row.id, field: 'createdAt' });
    else await putUndone(undoing, row, { ...toLead(row), deletedAt: undoing.now });
    return;
  }
  const values = flattenLead(toLead(row));
  const restored: string[] = [];
  for (const { field, before, after } of change.fields) {
    if (field === 'updatedAt' && later) continue;
    const outcome = restoreField(values, field, before, after);
    if (outcome === 'whole') restored.push(field);
    if (outcome === 'conflict') conflicts.push({ leadId: row.id, field });
  }
  await putUndone(undoing, row, leadSchema.parse(unflattenLead(values)));
  if (change.receiptsBefore) {
    await tx
      .objectStore('receipts')
      .put(restoreReceipts(await receiptsOf(tx, row.id), change.receiptsBefore, restored, !later));
  }
}

/** Whether something else, not itself taken back, changed the lead after this change. */
async function changedSince(tx: WriteTx, change: Change): Promise<boolean> {
  const all = await tx.objectStore('changes').index('leadId').getAll(change.leadId);
  const others = all.filter((c) => (c.seq ?? 0) > (change.seq ?? 0) && c.actionId !== change.actionId);
  const standing = await Promise.all(
    others.map(async ({ actionId, cause }) => {
      const action = await tx.objectStore('actions').get(actionId);
      return cause !== 'undo' && action?.undoneAt === undefined;
    }),
  );
  return standing.includes(true);
}

/** Gives a field its former value. Tags and other lists that grew since lose only what the action added. */
function restoreField(
  values: Record<string, unknown>,
  field: string,
  before: unknown,
  after: unknown,
): 'whole' | 'part' | 'conflict' {
  const now = values[field];
  if (isSameValue(now, after)) {
    if (before === undefined) delete values[field];
    else values[field] = before;
    return 'whole';
  }
  if (!Array.isArray(now) || !Array.isArray(after)) return 'conflict';
  const old: unknown[] = Array.isArray(before) ? before : [];
  const holds = (list: unknown[], value: unknown): boolean => list.some((v) => isSameValue(v, value));
  const added = after.filter((value) => !holds(old, value));
  const removed = old.filter((value) => !holds(after, value));
  values[field] = [...now.filter((value) => !holds(added, value)), ...removed.filter((value) => !holds(now, value))];
  return 'part';
}

function restoreReceipts(
  receipts: LeadReceipts,
  before: NonNullable<Change['receiptsBefore']>,
  restored: string[],
  withPlaces: boolean,
): LeadReceipts {
  const put = <T>(into: Record<string, T>, from: [string, T | null][]): Record<string, T> => {
    const result = { ...into };
    for (const [key, value] of from) {
      if (value === null) delete result[key];
      else result[key] = value;
    }
    return result;
  };
  const stamps = Object.entries(before.stamps).filter(([field]) => restored.includes(field));
  const places = withPlaces ? Object.entries(before.readAt) : [];
  const { elements: now, ...rest } = receipts;
  const elements = put(now ?? {}, withPlaces ? Object.entries(before.elements ?? {}) : []);
  return {
    ...rest,
    stamps: put(receipts.stamps, stamps),
    readAt: put(receipts.readAt, places),
    ...(Object.keys(elements).length > 0 && { elements }),
  };
}

async function putUndone({ tx, now, origin: install, undoId }: Undoing, row: Row, lead: Lead): Promise<void> {
  const fields: FieldChange[] = diffLeads(toLead(row), lead);
  if (fields.length === 0) return;
  await putLead(tx, lead, row.stagedBy);
  const { id: leadId, kind } = lead;
  await appendChange(tx, { leadId, kind, at: now, origin: install, actionId: undoId, cause: 'undo', fields });
}
