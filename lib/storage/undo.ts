import { flattenLead, unflattenLead } from '../domain/flat-lead.ts';
import { diffLeads, type FieldChange, isSameValue } from '../domain/merge.ts';
import { type Change, type Lead, type LeadReceipts, lead as leadSchema } from '../domain/schema/lead.ts';
import type { TrayItem } from '../domain/schema/tray.ts';
import type { Book } from './book.ts';
import type { ActionRow } from './book-schema.ts';
import { newId } from './new-id.ts';
import { putLead } from './put-lead.ts';
import { appendChange, findRow, hiddenBatches, isVisible, type Row, receiptsOf, toLead } from './rows.ts';
import { origin } from './settings.ts';
import { leadStores, tell, type WriteTx, write } from './transact.ts';

export type UndoResult = { leadIds: string[]; conflicts: { leadId: string; field: string }[] };

type Undoing = { tx: WriteTx; now: number; origin: string; undoId: string; conflicts: UndoResult['conflicts'] };

/**
 * Takes back everything that one action changed: new leads are deleted (they stay 30 days like all deleted ones), fields get
 * their former value back unless they were changed again since, and the tray's items are open again. In: the action's id,
 * the time. Out: the leads touched, and what was changed since and so left alone. Throws `BookError`.
 */
export async function undoAction(book: Book, actionId: string, now: number): Promise<UndoResult> {
  const install = await origin(book);
  const { result, url } = await write(book, [...leadStores, 'tray'], async (tx) => {
    const action = await tx.objectStore('actions').get(actionId);
    const conflicts: UndoResult['conflicts'] = [];
    if (action?.undoneAt !== undefined) return { result: { leadIds: [], conflicts }, url: action.url };
    const undoing: Undoing = { tx, now, origin: install, undoId: newId(now), conflicts };
    const changes = await tx.objectStore('changes').index('actionId').getAll(actionId);
    // Leads beside each other, the changes of one lead from the newest back.
    await Promise.all([...byLead(changes)].map(([, own]) => takeBackAll(undoing, own.reverse())));
    if (action) await takeBackAction(undoing, action);
    const leadIds = [...new Set(changes.map(({ leadId }) => leadId))];
    return { result: { leadIds, conflicts }, url: action?.url };
  });
  tell({ stores: ['people', 'companies', 'interactions', 'tray'], leadIds: result.leadIds, urls: url ? [url] : [] });
  return result;
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
  return { ...receipts, stamps: put(receipts.stamps, stamps), readAt: put(receipts.readAt, places) };
}

async function putUndone({ tx, now, origin: install, undoId }: Undoing, row: Row, lead: Lead): Promise<void> {
  const fields: FieldChange[] = diffLeads(toLead(row), lead);
  if (fields.length === 0) return;
  await putLead(tx, lead, row.stagedBy);
  const { id: leadId, kind } = lead;
  await appendChange(tx, { leadId, kind, at: now, origin: install, actionId: undoId, cause: 'undo', fields });
}

async function takeBackAction({ tx, now }: Undoing, action: ActionRow): Promise<void> {
  await tx.objectStore('actions').put({ ...action, undoneAt: now });
  await Promise.all(action.interactionIds.map((id) => tx.objectStore('interactions').delete(id)));
  const page = action.url ? await tx.objectStore('tray').get(action.url) : undefined;
  if (!page) return;
  const hidden = await hiddenBatches(tx);
  const reopened = async (item: TrayItem): Promise<TrayItem> => {
    if (!action.draftIds.includes(item.draft.id) || item.state !== 'saved') return item;
    const { leadId, ...rest } = item;
    const row = leadId ? await findRow(tx, leadId) : undefined;
    // A lead that was kept, because it was changed since, is still theirs: it was there before or it is there now.
    const isKept = row && isVisible(row, hidden) && row.createdAt === action.at;
    return isKept ? item : { ...rest, state: 'open' };
  };
  await tx.objectStore('tray').put({ ...page, items: await Promise.all(page.items.map(reopened)) });
}
