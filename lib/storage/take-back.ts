import { diffLeads, type FieldChange, isSameValue } from '../domain/diff-leads.ts';
import { flattenLead, unflattenLead } from '../domain/flat-lead.ts';
import { type Change, type Lead, type LeadReceipts, lead as leadSchema } from '../domain/schema/lead.ts';
import type { ActionRow } from './book-schema.ts';
import { putLead } from './put-lead.ts';
import { appendChange, findRow, hiddenBatches, isVisible, type Row, receiptsOf, toLead } from './rows.ts';
import { isOtherStep } from './task-changes.ts';
import type { WriteTx } from './transact.ts';

/** An undo under way; it gathers what was changed since and so is left alone. */
export type Undoing = {
  tx: WriteTx;
  now: number;
  origin: string;
  undoId: string;
  /** What is taken back, with the touches and tasks that came of it. */
  action?: ActionRow | undefined;
  conflicts: { leadId: string; field: string }[];
};

/** Takes changes back: leads beside each other, the changes of one lead from the newest. In: the undo, changes in the order of writing. */
export async function takeBackChanges(undoing: Undoing, changes: Change[]): Promise<void> {
  // Companies after people: a new one stays for whoever is tied to it by then.
  for (const kind of ['person', 'company'] as const) {
    const theirs = byLead(changes.filter((change) => change.kind === kind));
    await Promise.all([...theirs].map(([, own]) => takeBackAll(undoing, own.reverse())));
  }
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
    if (later || (await isHeld(undoing, row))) conflicts.push({ leadId: row.id, field: 'createdAt' });
    else await putUndone(undoing, row, { ...toLead(row), deletedAt: undoing.now });
    return;
  }
  const values = flattenLead(toLead(row));
  const restored: string[] = [];
  for (const { field, before, after } of change.fields) {
    if (field === 'updatedAt' && later) continue;
    const outcome = restoreField(values, field, before, after);
    // Nothing is planned any more: what was planned before is what is to be done.
    const isFree = field === 'nextStep' && values[field] === undefined && isOtherStep(row.id, before, after);
    if (outcome === 'conflict' && isFree) values[field] = before;
    else if (outcome === 'whole') restored.push(field);
    else if (outcome === 'conflict') conflicts.push({ leadId: row.id, field });
  }
  await putUndone(undoing, row, leadSchema.parse(unflattenLead(values)));
  if (change.receiptsBefore) {
    await tx
      .objectStore('receipts')
      .put(restoreReceipts(await receiptsOf(tx, row.id), change.receiptsBefore, restored, !later));
  }
}

/** Whether a new lead is worked with, or people are tied to it, beside what the action itself made: none of that is in its history. */
async function isHeld({ tx, action }: Undoing, { id, kind }: Row): Promise<boolean> {
  const own = new Set([...(action?.interactionIds ?? []), ...(action?.tasks ?? []).map((task) => task.id)]);
  const [touches, tasks] = await Promise.all([
    tx.objectStore('interactions').index('leadId').getAllKeys(id),
    tx.objectStore('tasks').index('leadId').getAllKeys(id),
  ]);
  if ([...touches, ...tasks].some((key) => !own.has(key))) return true;
  if (kind === 'person') return false;
  const people = await tx.objectStore('people').index('companyId').getAll(id);
  if (people.length === 0) return false;
  const hidden = await hiddenBatches(tx);
  return people.some((person) => isVisible(person, hidden));
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
