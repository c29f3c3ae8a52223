import type { TrayItem, TrayPage } from '../domain/schema/tray.ts';
import { findRow, followMerges, hiddenBatches, isVisible } from './rows.ts';
import type { AnyTx, Store } from './transact.ts';

/** Stores that `withoutGone` looks into. */
export const goneStores: Store[] = ['tray', 'people', 'companies', 'actions'];

/**
 * A page of the tray as it is to be shown: what was saved is open again where its lead was deleted since. What is stored
 * stays, so that a lead brought back is found as saved. In: the transaction, the page.
 */
export async function withoutGone(tx: AnyTx, page: TrayPage): Promise<TrayPage> {
  if (page.items.every(({ state }) => state !== 'saved')) return page;
  const hidden = await hiddenBatches(tx);
  const shown = async (item: TrayItem): Promise<TrayItem> => {
    if (item.state !== 'saved') return item;
    const row = item.leadId ? await followMerges(tx, await findRow(tx, item.leadId)) : undefined;
    if (row && isVisible(row, hidden)) return item.leadId === row.id ? item : { ...item, leadId: row.id };
    const { leadId: _leadId, ...rest } = item;
    return { ...rest, state: 'open' };
  };
  return { ...page, items: await Promise.all(page.items.map(shown)) };
}
