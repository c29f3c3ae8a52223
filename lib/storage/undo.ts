import type { Change } from '../domain/schema/lead.ts';
import type { TrayItem } from '../domain/schema/tray.ts';
import type { Book } from './book.ts';
import type { ActionRow } from './book-schema.ts';
import { newId } from './new-id.ts';
import { findRow, hiddenBatches, isVisible } from './rows.ts';
import { origin } from './settings.ts';
import { takeTiesBack } from './settle-customers.ts';
import { takeBackChanges, type Undoing } from './take-back.ts';
import { takeBackSteps, takeBackTask } from './task-changes.ts';
import { leadStores, read, tell, write } from './transact.ts';
import { undoImport } from './undo-import.ts';
import { undoMerges } from './unmerge.ts';
import { undoOrders } from './write-orders.ts';

export type UndoResult = { leadIds: string[]; conflicts: { leadId: string; field: string }[] };

/**
 * Takes back everything that one action changed: new leads are deleted (they stay 30 days like all deleted ones), fields get
 * their former value back unless they were changed again since, and the tray's items are open again. In: the action's id,
 * the time. Out: the leads touched, and what was changed since and so left alone. Throws `BookError`.
 */
export async function undoAction(book: Book, actionId: string, now: number): Promise<UndoResult> {
  const install = await origin(book);
  const known = await read(book, ['actions'], (tx) => tx.objectStore('actions').get(actionId));
  if (known?.cause === 'merge' && known.undoneAt === undefined) return undoMerges(book, known, install, now);
  if (known?.orders) {
    await undoOrders(book, known.id, now);
    return { leadIds: [], conflicts: [] };
  }
  if (known?.import) return undoImport(book, known, install, now);
  const { result, url } = await write(book, [...leadStores, 'tray', 'orderCustomers'], async (tx) => {
    const action = await tx.objectStore('actions').get(actionId);
    const conflicts: UndoResult['conflicts'] = [];
    if (action?.undoneAt !== undefined) return { result: { leadIds: [], conflicts }, url: action.url };
    const undoing: Undoing = { tx, now, origin: install, undoId: newId(now), action, conflicts };
    const changes = await tx.objectStore('changes').index('actionId').getAll(actionId);
    await takeBackChanges(undoing, changes);
    if (action) await takeBackAction(undoing, action, changes);
    const tied = (action?.customers ?? []).flatMap(({ before, after }) =>
      [before.leadId ?? [], after.leadId ?? []].flat(),
    );
    const leadIds = [...new Set([...changes.map(({ leadId }) => leadId), ...tied])];
    return { result: { leadIds, conflicts }, url: action?.url };
  });
  tell({
    stores: [
      'people',
      'companies',
      'interactions',
      'tasks',
      'tray',
      ...(known?.customers ? (['orderCustomers'] as const) : []),
    ],
    leadIds: result.leadIds,
    urls: url ? [url] : [],
  });
  return result;
}

async function takeBackAction(
  { tx, now, conflicts }: Undoing,
  action: ActionRow,
  changes: readonly Change[],
): Promise<void> {
  await tx.objectStore('actions').put({ ...action, undoneAt: now });
  await Promise.all(action.interactionIds.map((id) => tx.objectStore('interactions').delete(id)));
  for (const leadId of await takeTiesBack(tx, action)) conflicts.push({ leadId, field: 'orders' });
  await Promise.all((action.tasks ?? []).map((change) => takeBackTask(tx, change)));
  await takeBackSteps(tx, conflicts, changes, action, now);
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
