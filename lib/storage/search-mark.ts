import type { Store, WriteTx } from './transact.ts';

/** Where the kept index stands in the vault: derived, and of this machine alone. */
export const keptPrefix = 'search.';

/** What the index of the search is made of: whoever writes to one of these without an entry in the history for each lead leaves it wrong. */
const indexed = new Set<Store>(['people', 'companies', 'actions', 'customerValues']);
export const touchesSearch = (stores: readonly Store[]): boolean => stores.some((store) => indexed.has(store));

/** Throws the kept index away, within the transaction that leaves it wrong: nothing of somebody erased stays in it either. */
export function forgetKeptSearch(tx: WriteTx): Promise<void> {
  return tx.objectStore('vault').delete(IDBKeyRange.bound(keptPrefix, `${keptPrefix}\uffff`));
}
