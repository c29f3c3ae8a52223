import { diffLeads, isSameValue } from '../domain/diff-leads.ts';
import type { Lead } from '../domain/schema/lead.ts';
import type { Book } from '../storage/book.ts';
import { findRow, hiddenBatches, isVisible, type Row, toLead } from '../storage/rows.ts';
import { type AnyTx, read, type Store } from '../storage/transact.ts';
import { neverInBackup } from './format.ts';
import { type Pair, pairsOf } from './pairs.ts';

/** Rows of these are never taken out of a book by a restore: whoever was erased since stays erased, what went out went out. */
const onlyGrowing: readonly string[] = ['erased', 'erasedKeys', 'ledger'];
/** What a book keeps of itself in `meta` though a backup says otherwise: two installs are never one. */
const keptMeta: readonly IDBValidKey[] = ['origin'];

/** How a lead of the backup stands to the book: gone from it (or deleted), there but different, or only in the book. */
export type LeadState = 'missing' | 'changed' | 'extra';
export type LeadDifference = {
  id: string;
  kind: Lead['kind'];
  state: LeadState;
  name: string;
  /** The person's firm, the company's city. */
  more: string;
  /** Fields in which a changed one differs. */
  fields: string[];
  /** Of a missing one that the book still has: the user deleted it, or it became part of another since. */
  since?: 'deleted' | 'merged';
};
/** What has to be written for a store of the book to be as in the backup. */
type StorePlan = { puts: IDBValidKey[]; deletes: IDBValidKey[] };
export type Comparison = {
  leads: LeadDifference[];
  /** Leads that are in both, and the same. */
  same: number;
  plan: Map<Store, StorePlan>;
  /** Where the book stood when it was compared. */
  mark: BookMark;
};
export type BookMark = { newestChange: number; counts: number[] };

/** The stores that a backup and a book share, in one order. */
export async function sharedStores(book: Book): Promise<Store[]> {
  return [...(await book.connection()).objectStoreNames].filter((store) => !neverInBackup.includes(store));
}

/** Where a book stands: whoever wrote to it meanwhile is found out by it. In: a transaction over the stores. */
export async function markOf(tx: AnyTx, stores: readonly Store[]): Promise<BookMark> {
  const [newest, ...counts] = await Promise.all([
    tx.objectStore('changes').openKeyCursor(null, 'prev'),
    ...stores.map((store) => tx.objectStore(store).count()),
  ]);
  return { newestChange: newest?.key ?? 0, counts };
}

/**
 * Compares a backup that was laid out with the book. In: the book, the backup's, what is told of progress (rows compared), the
 * signal that calls it off. Out: every lead that differs, and what a whole restore has to write.
 */
export async function compareBooks(
  ours: Book,
  theirs: Book,
  onRows?: (done: number) => void,
  signal?: AbortSignal,
): Promise<Comparison> {
  const stores = await sharedStores(ours);
  const { mark, hidden } = await read(ours, stores, async (tx) => ({
    mark: await markOf(tx, stores),
    hidden: await hiddenBatches(tx),
  }));
  const theirHidden = await read(theirs, ['actions'], hiddenBatches);
  const comparison: Comparison = { leads: [], same: 0, plan: new Map(), mark };
  let done = 0;
  for (const store of stores) {
    const plan: StorePlan = { puts: [], deletes: [] };
    comparison.plan.set(store, plan);
    for await (const pairs of pairsOf(store, ours, theirs)) {
      for (const pair of pairs) {
        const isSame = isSameRow(pair.ours, pair.theirs);
        if (!isSame && !isKept(store, pair)) (pair.theirs === undefined ? plan.deletes : plan.puts).push(pair.key);
        if (store === 'people' || store === 'companies') compareLead(comparison, pair, isSame, { hidden, theirHidden });
      }
      done += pairs.length;
      onRows?.(done);
      signal?.throwIfAborted();
    }
  }
  onRows?.(done);
  return comparison;
}

const isKept = (store: Store, { key, ours }: Pair): boolean =>
  ours !== undefined && (onlyGrowing.includes(store) || (store === 'meta' && keptMeta.includes(key)));

function compareLead(
  comparison: Comparison,
  { ours, theirs }: Pair,
  isSame: boolean,
  { hidden, theirHidden }: { hidden: Set<string>; theirHidden: Set<string> },
): void {
  const mine = ours !== undefined && isVisible(ours as Row, hidden) ? toLead(ours as Row) : undefined;
  const backed = theirs !== undefined && isVisible(theirs as Row, theirHidden) ? toLead(theirs as Row) : undefined;
  const difference = isSame ? undefined : differenceOf(mine, backed, ours as Row | undefined);
  if (difference) comparison.leads.push(difference);
  else if (mine && backed) comparison.same += 1;
}

/** As text first: two rows that were written alike, as nearly all were, are told alike ten times as fast. */
const isSameRow = (a: unknown, b: unknown): boolean =>
  a !== undefined && b !== undefined && (JSON.stringify(a) === JSON.stringify(b) || isSameValue(a, b));

function differenceOf(
  ours: Lead | undefined,
  theirs: Lead | undefined,
  row: Row | undefined,
): LeadDifference | undefined {
  const lead = theirs ?? ours;
  if (!lead) return undefined;
  const fields = ours && theirs ? diffLeads(ours, theirs).map(({ field }) => field) : [];
  const telling = fields.filter((field) => field !== 'updatedAt');
  if (ours && theirs && telling.length === 0) return undefined;
  const { id, kind } = lead;
  const name = lead.name ?? lead.emails[0] ?? lead.phones[0]?.text ?? '';
  const more = (lead.kind === 'person' ? lead.companyName : lead.addresses[0]?.city) ?? '';
  const state = !ours ? 'missing' : !theirs ? 'extra' : 'changed';
  const since = row?.mergedInto !== undefined ? 'merged' : row?.deletedAt !== undefined ? 'deleted' : undefined;
  return { id, kind, state, name, more, fields: telling, ...(state === 'missing' && since && { since }) };
}

/** What a field of a lead says in the book and in the backup; absent where it says nothing. */
export type ValueDifference = { field: string; ours?: unknown; theirs?: unknown };

/** The values in which leads that changed differ, read when they are looked at. In: both books, some of their differences. Throws `BookError`. */
export async function differingValues(
  ours: Book,
  theirs: Book,
  leads: readonly LeadDifference[],
): Promise<(LeadDifference & { values: ValueDifference[] })[]> {
  const changed = leads.filter(({ state }) => state === 'changed');
  const leadsOf = (book: Book) =>
    read(book, ['people', 'companies'], async (tx) => {
      const rows = await Promise.all(changed.map(({ id }) => findRow(tx, id)));
      return new Map(rows.flatMap((row) => (row ? [[row.id, toLead(row)] as const] : [])));
    });
  const [mine, backed] = changed.length > 0 ? await Promise.all([leadsOf(ours), leadsOf(theirs)]) : [];
  return leads.map((one) => {
    const [before, after] = [mine?.get(one.id), backed?.get(one.id)];
    const values = before && after ? diffLeads(before, after) : [];
    return {
      ...one,
      values: values
        .filter(({ field }) => one.fields.includes(field))
        .map(({ field, before: inBook, after: inBackup }) => ({
          field,
          ...(inBook !== undefined && { ours: inBook }),
          ...(inBackup !== undefined && { theirs: inBackup }),
        })),
    };
  });
}
