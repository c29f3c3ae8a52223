import type { IDBPObjectStore } from 'idb';
import type { MergeRecord } from '../domain/schema/merge.ts';
import type { AnyTx, Store, WriteTx } from './transact.ts';

/** A store whose rows hang on a lead, and what becomes of them when that lead is merged into another. */
export type LeadBound = {
  store: Store;
  /** Index under which a lead's id finds its rows; absent where the id is the key of the store itself. */
  index?: string;
  /**
   * `move`: the rows become the other lead's (`leadId` is set anew). `fill`: the one row becomes the other lead's where that
   * has none, else it stays. `stay`: the rows keep the id of the lead that they were written for.
   */
  onMerge: 'move' | 'fill' | 'stay';
  /** Set where the rows outlive a lead that is deleted for good (not a person who is erased): they only let go of it. */
  onPurge?: 'untie';
};

/**
 * Every store whose rows hang on a lead: merging, erasing, purging and packs go by this list. Whoever adds such a store adds a
 * line. Elsewhere a lead's id stands in: `people.companyId`, items of the `tray` (`leadId`, `sameAs`), `meta` `workingOn`.
 */
export const leadBound: readonly LeadBound[] = [
  // Merged value by value, by the merge itself.
  { store: 'receipts', onMerge: 'stay' },
  // History tells of the lead as it was: it is never written anew.
  { store: 'changes', index: 'leadId', onMerge: 'stay' },
  { store: 'interactions', index: 'leadId', onMerge: 'move' },
  { store: 'tasks', index: 'leadId', onMerge: 'move' },
  { store: 'work', onMerge: 'fill' },
  // Sales stay sales whoever is deleted: they become those of the customer by the name in the list.
  { store: 'orderCustomers', index: 'leadId', onMerge: 'move', onPurge: 'untie' },
  // Worked out anew from the orders.
  { store: 'customerValues', onMerge: 'stay' },
  // Worked out anew from the lead.
  { store: 'scores', onMerge: 'stay' },
  { store: 'scoreChanges', index: 'leadId', onMerge: 'stay' },
  // Snapshots for taking a merge apart.
  { store: 'merges', index: 'leadIds', onMerge: 'stay' },
  { store: 'notSame', index: 'leadIds', onMerge: 'stay' },
  // Names in packs are followed through merges.
  { store: 'packAliases', index: 'leadId', onMerge: 'stay' },
];

/** Stores that a transaction over everything of a lead needs, beside `people` and `companies`. */
export const boundStores: Store[] = leadBound.map(({ store }) => store);

type Key = string | number;
/** The stores of the registry differ in their records; here only keys and `leadId` matter. */
type AnyStore<Mode extends IDBTransactionMode> = IDBPObjectStore<unknown, string[], string, Mode>;
const storeIn = (tx: AnyTx, store: Store) => tx.objectStore(store) as unknown as AnyStore<'readonly'>;
const writable = (tx: WriteTx, store: Store) => tx.objectStore(store) as unknown as AnyStore<'readwrite'>;

/** The keys of a lead's rows in one store of the registry. In: the transaction, the entry, the lead's id. */
export async function boundKeys(tx: AnyTx, { store, index }: LeadBound, leadId: string): Promise<Key[]> {
  const rows = storeIn(tx, store);
  const keys = index ? await rows.index(index).getAllKeys(leadId) : [await rows.getKey(leadId)];
  return keys.filter((key) => key !== undefined) as Key[];
}

/**
 * Takes everything that hangs on a person to be erased out for good, whatever it tells of besides; their own row is the caller's.
 * In: a transaction over `boundStores`.
 */
export async function eraseBound(tx: WriteTx, leadId: string): Promise<void> {
  await Promise.all(leadBound.map((bound) => deleteBound(tx, bound, leadId)));
}

/**
 * Takes everything that hangs on a deleted lead out for good; what is more than the lead's own stays, without it. The lead's row is
 * the caller's. In: a transaction over `boundStores`.
 */
export async function purgeBound(tx: WriteTx, leadId: string): Promise<void> {
  await Promise.all(
    leadBound.map((bound) => (bound.onPurge ? untie(tx, bound, leadId) : deleteBound(tx, bound, leadId))),
  );
}

async function deleteBound(tx: WriteTx, bound: LeadBound, leadId: string): Promise<void> {
  const keys = await boundKeys(tx, bound, leadId);
  await Promise.all(keys.map((key) => writable(tx, bound.store).delete(key)));
}

/** Rows that were tied to a lead are tied to none: with it goes by what it was found, and that the user had said so. */
async function untie(tx: WriteTx, bound: LeadBound, leadId: string): Promise<void> {
  const rows = writable(tx, bound.store);
  for (const key of await boundKeys(tx, bound, leadId)) {
    const row = (await rows.get(key)) as Record<string, unknown> | undefined;
    if (!row) continue;
    const { leadId: _leadId, by: _by, settled: _settled, ...rest } = row;
    await rows.put(rest);
  }
}

/** A lead and all that became part of it, and of those: whoever erases it erases them too. In: a transaction over `merges`. */
export async function familyOf(tx: AnyTx, leadId: string): Promise<string[]> {
  const ids = new Set([leadId]);
  // A set goes on with what is added to it.
  for (const id of ids) {
    for (const { keptId, leadIds, undoneAt } of await tx.objectStore('merges').index('leadIds').getAll(id))
      if (keptId === id && undoneAt === undefined) for (const one of leadIds) ids.add(one);
  }
  return [...ids];
}

/** Which rows went from one lead to another: enough to move them back. */
export type Moved = MergeRecord['moved'][number];

/** Moves the rows of a lead to another as the registry says. In: a transaction over `boundStores`, both ids. Out: what was moved. */
export async function moveBound(tx: WriteTx, from: string, to: string): Promise<Moved[]> {
  const moved = await Promise.all(
    leadBound.map(async (bound): Promise<Moved | undefined> => {
      const { store, onMerge } = bound;
      if (onMerge === 'stay') return undefined;
      const keys = await boundKeys(tx, bound, from);
      if (onMerge === 'fill' && (await storeIn(tx, store).getKey(to)) !== undefined) return undefined;
      if (onMerge === 'move') await Promise.all(keys.map((key) => rename(tx, store, key, to)));
      else await Promise.all(keys.map(() => rekey(tx, store, from, to)));
      return keys.length > 0 ? { store, onMerge, from, keys } : undefined;
    }),
  );
  return moved.filter((one) => one !== undefined);
}

/** Moves rows back to the lead that they were taken from. Rows that are gone, or hang on a third lead by now, stay as they are. */
export async function moveBoundBack(tx: WriteTx, moved: readonly Moved[], to: string): Promise<void> {
  for (const { store: name, onMerge, from, keys } of moved) {
    // A store that is no more has nothing to give back.
    const store = leadBound.find((bound) => bound.store === name)?.store;
    if (!store) continue;
    if (onMerge === 'fill') await rekey(tx, store, to, from);
    else await Promise.all(keys.map((key) => rename(tx, store, key, from, to)));
  }
}

/** Sets `leadId` of a row, where it is the expected one. */
async function rename(tx: WriteTx, store: Store, key: Key, to: string, expected?: string): Promise<void> {
  const rows = writable(tx, store);
  const row = (await rows.get(key)) as { leadId: string } | undefined;
  if (!row || (expected !== undefined && row.leadId !== expected)) return;
  await rows.put({ ...row, leadId: to });
}

/** Puts the row of one lead under the id of another. */
async function rekey(tx: WriteTx, store: Store, from: string, to: string): Promise<void> {
  const rows = writable(tx, store);
  const row = (await rows.get(from)) as { leadId: string } | undefined;
  if (!row) return;
  await rows.put({ ...row, leadId: to });
  await rows.delete(from);
}
