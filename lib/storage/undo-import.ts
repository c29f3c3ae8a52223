import type { Change } from '../domain/schema/lead.ts';
import type { Book } from './book.ts';
import type { ActionRow } from './book-schema.ts';
import { unwrittenEntries } from './first-entry.ts';
import { newId } from './new-id.ts';
import { ownFieldsIn, putOwnFields } from './own-fields.ts';
import { appendChange, findRow, type Row } from './rows.ts';
import { stagingLock } from './staging-lock.ts';
import { purgeBatch } from './sweep.ts';
import { takeBackChanges, type Undoing } from './take-back.ts';
import { takeBackSteps } from './task-changes.ts';
import { leadStores, read, tell, type WriteTx, write } from './transact.ts';
import type { UndoResult } from './undo.ts';

/** Up to this many leads are removed before undo answers; more go afterwards, unseen all the while. */
const removedAtOnce = 2000;
/** Rows that are looked through at a time. */
const chunk = 1000;

/**
 * Takes an import back as it was published: in one small transaction its leads are seen no more, and what it changed in leads
 * of the book is as before. Leads that were changed or worked with since, and companies that others were tied to since, stay.
 * In: the import's action, this install's id, the time. Throws `BookError`.
 */
export async function undoImport(book: Book, action: ActionRow, install: string, now: number): Promise<UndoResult> {
  const { id: actionId, import: done } = action;
  if (action.undoneAt !== undefined || !done) return { leadIds: [], conflicts: [] };
  const batch = await read(book, ['people', 'companies'], async (tx) => {
    const [people, companies] = await Promise.all([
      tx.objectStore('people').index('stagedBy').getAllKeys(actionId),
      tx.objectStore('companies').index('stagedBy').getAllKeys(actionId),
    ]);
    return new Set([...people, ...companies]);
  });
  const conflicts: UndoResult['conflicts'] = [];
  const changed = await write(book, [...leadStores, 'orderCustomers'], async (tx) => {
    const since = await tx.objectStore('changes').getAll(IDBKeyRange.lowerBound(done.newestBefore, true));
    const undoing: Undoing = { tx, now, origin: install, undoId: newId(now), action, conflicts };
    const own = since.filter(
      (change) => change.actionId === actionId && change.made === undefined && !batch.has(change.leadId),
    );
    await takeBackChanges(undoing, own);
    await takeBackSteps(tx, conflicts, own, action, now);
    const kept = await keptOf(tx, since, batch, action);
    for (const row of kept) {
      // With the mark of the import goes what their first entries are worked out from.
      const history = await tx.objectStore('changes').index('leadId').getAll(row.id);
      for (const { seq: _seq, ...entry } of await unwrittenEntries(tx, row, history)) await appendChange(tx, entry);
      const { stagedBy: _stagedBy, ...rest } = row;
      if (rest.kind === 'person') await tx.objectStore('people').put(rest);
      else await tx.objectStore('companies').put(rest);
      conflicts.push({ leadId: row.id, field: 'createdAt' });
    }
    const stay = new Set(kept.map(({ id }) => id));
    await takeFieldsBack(tx, done.ownFields, new Set([...batch].filter((id) => !stay.has(id))), now);
    await tx.objectStore('actions').put({ ...action, undoneAt: now, staging: 'unpublished' });
    return own.map(({ leadId }) => leadId);
  });
  const leadIds = [...batch, ...changed];
  tell({ stores: ['people', 'companies', 'interactions', 'tasks', 'meta'], leadIds });
  const removing = navigator.locks.request(stagingLock(actionId), () => purgeBatch(book, actionId));
  // Nobody sees them any more; what is left goes when the book is next opened.
  const removed = removing.catch(() => undefined);
  if (batch.size <= removedAtOnce) await removed;
  return { leadIds, conflicts };
}

/** Leads of the import that something else, not itself taken back, changed or was tied to since. */
async function keptOf(tx: WriteTx, since: Change[], batch: Set<string>, action: ActionRow): Promise<Row[]> {
  const ids = await workedWith(tx, batch);
  for (const change of since) {
    if (change.actionId === action.id || change.cause === 'undo') continue;
    const by = await tx.objectStore('actions').get(change.actionId);
    if (by?.undoneAt !== undefined) continue;
    const tied = change.fields.find(({ field }) => field === 'companyId')?.after;
    for (const id of [change.leadId, tied]) if (typeof id === 'string' && batch.has(id)) ids.add(id);
  }
  const rows: Row[] = [];
  // A person who stays keeps the company they came with.
  for (const id of ids) {
    const row = await findRow(tx, id);
    if (row) rows.push(row);
    if (row?.kind === 'person' && row.companyId && batch.has(row.companyId)) ids.add(row.companyId);
  }
  return rows;
}

/** Leads of the import that somebody spoke with, planned something for or has orders of: an import brings none of that, and no history tells of it. */
async function workedWith(tx: WriteTx, batch: ReadonlySet<string>): Promise<Set<string>> {
  const ids = [...batch].sort();
  const [first, last] = [ids[0], ids.at(-1)];
  if (first === undefined || last === undefined) return new Set();
  // Ids of one import lie close together: hardly anybody else's are among them.
  const range = IDBKeyRange.bound(first, last);
  const found = new Set<string>();
  for (const store of ['interactions', 'tasks', 'orderCustomers'] as const) {
    let cursor = await tx.objectStore(store).index('leadId').openKeyCursor(range, 'nextunique');
    while (cursor) {
      if (batch.has(cursor.key)) found.add(cursor.key);
      cursor = await cursor.continue();
    }
  }
  return found;
}

/** Own fields that the import made go too, unless any lead that stays has a value of it. They can be brought back. In: their keys, who goes. */
async function takeFieldsBack(tx: WriteTx, keys: string[], going: ReadonlySet<string>, now: number): Promise<void> {
  const used = await keysInUse(tx, keys, going);
  const gone = keys.filter((key) => !used.has(key));
  if (gone.length === 0) return;
  const state = await ownFieldsIn(tx);
  const fields = state.fields.filter(({ key }) => !gone.includes(key));
  const deleted = state.fields.flatMap((definition, place) =>
    gone.includes(definition.key) ? [{ definition, place, deletedAt: now }] : [],
  );
  await putOwnFields(tx, { fields, deleted: [...state.deleted, ...deleted] });
}

/** Which of these own fields some lead has a value of. In: their keys, leads that do not count. */
async function keysInUse(tx: WriteTx, keys: string[], but: ReadonlySet<string>): Promise<Set<string>> {
  const used = new Set<string>();
  for (const store of ['people', 'companies'] as const) {
    let after: IDBKeyRange | null = null;
    while (used.size < keys.length) {
      const rows: Row[] = await tx.objectStore(store).getAll(after, chunk);
      for (const { id, own } of rows)
        if (own && !but.has(id)) for (const key of keys) if (own[key] !== undefined) used.add(key);
      const last = rows.at(-1);
      if (!last || rows.length < chunk) break;
      after = IDBKeyRange.lowerBound(last.id, true);
    }
  }
  return used;
}
