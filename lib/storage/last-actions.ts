import type { Book } from './book.ts';
import type { ActionRow, ImportCounts } from './book-schema.ts';
import { findRow } from './rows.ts';
import { type ReadTx, read } from './transact.ts';

/** Something that the user did and can take back. */
export type LastAction = {
  id: string;
  at: number;
  cause: ActionRow['cause'];
  /** How many leads it changed, made or deleted; of a merge: how many became part of others. */
  count: number;
  /** One of them. */
  example?: { id: string; name: string };
  import?: { file: string; counts: ImportCounts };
  /** A list of orders that was taken in. */
  orders?: NonNullable<ActionRow['orders']>;
  /** It said whose the orders of so many customers are, and nothing else. */
  isTie?: true;
  undoneAt?: number;
};

/**
 * What was done last, the newest first. In: the book, how many, before which time. Out: the actions; those that changed nothing,
 * and bulk writes that are not published, are left out. Throws `BookError`.
 */
export function lastActions(book: Book, most: number): Promise<LastAction[]> {
  return read(book, ['actions', 'changes', 'merges', 'people', 'companies'], async (tx) => {
    const found: LastAction[] = [];
    const rows = tx.objectStore('actions').index('at').iterate(null, 'prev');
    const wanted: ActionRow[] = [];
    for await (const { value } of rows) {
      if (value.staging !== 'unpublished') wanted.push({ ...value });
      if (wanted.length >= most) break;
    }
    for (const row of wanted) {
      const action = await told(tx, row);
      if (action.count > 0) found.push(action);
    }
    return found;
  });
}

async function told(
  tx: ReadTx,
  { id, at, cause, import: made, orders, customers = [], undoneAt }: ActionRow,
): Promise<LastAction> {
  const base = { id, at, cause, ...(undoneAt !== undefined && { undoneAt }) };
  const changes = tx.objectStore('changes').index('actionId');
  if (made) {
    const { file, counts } = made;
    return { ...base, count: counts.created + counts.merged, import: { file, counts } };
  }
  if (orders) return { ...base, count: orders.orders, orders };
  const merged = cause === 'merge' ? await tx.objectStore('merges').index('actionId').getAll(id) : [];
  const tied = customers.map(({ before, after }) => after.leadId ?? before.leadId).find((one) => one !== undefined);
  const first = merged[0]?.keptId ?? (await changes.get(id))?.leadId ?? tied;
  const row = first === undefined ? undefined : await findRow(tx, first);
  const changed =
    cause === 'merge' ? merged.reduce((sum, one) => sum + one.leadIds.length - 1, 0) : await changes.count(id);
  const isTie = changed === 0 && customers.length > 0;
  const count = isTie ? customers.length : changed;
  return {
    ...base,
    count,
    ...(isTie && { isTie }),
    ...(row && { example: { id: row.id, name: row.name ?? row.emails[0] ?? '' } }),
  };
}

/** A merge that a lead stands for, and how to take it apart. */
export type MergedInto = { actionId: string; at: number; names: string[] };

/** What became part of a lead, the newest first, as far as it was not taken apart. Throws `BookError`. */
export function mergesOf(book: Book, leadId: string): Promise<MergedInto[]> {
  return read(book, ['merges'], async (tx) => {
    const rows = await tx.objectStore('merges').index('leadIds').getAll(leadId);
    return rows
      .filter(({ keptId, undoneAt }) => keptId === leadId && undoneAt === undefined)
      .sort((a, b) => (a.id < b.id ? 1 : -1))
      .map(({ actionId, at, before }) => ({ actionId, at, names: before.slice(1).map(({ row }) => nameOf(row)) }));
  });
}

const nameOf = (row: Record<string, unknown>): string =>
  typeof row.name === 'string' ? row.name : Array.isArray(row.emails) ? String(row.emails[0] ?? '') : '';
