import { unwrap } from 'idb';
import { type Book, BookError } from '../storage/book.ts';
import { read, type Store, tell, type WriteTx, write } from '../storage/transact.ts';
import { type Comparison, compareBooks, markOf, sharedStores } from './compare-books.ts';
import { holding } from './hold.ts';
import { isStillClean, type LeftErased, leaveErased } from './leave-erased.ts';

const chunk = 500;
/** How often a book that others write to is compared anew. */
const mostTries = 3;

export type RestoreSteps = { onWritten?: (done: number, total: number) => void; signal?: AbortSignal };

/**
 * Makes the book what the backup holds, in one transaction: killed at any moment it is the old one or the new one. What is of
 * this machine alone stays, and so does who was erased. In: the book, the backup laid out, its comparison. Out: the leads that
 * were written. Throws `BookError`, or the signal's reason; the book is then as it was.
 */
export async function restoreAll(
  book: Book,
  backup: Book,
  first: Comparison,
  steps: RestoreSteps = {},
): Promise<{ leadIds: string[] }> {
  const stores = await sharedStores(book);
  let comparison = first;
  for (let tries = 1; ; tries++) {
    // The backup may have stood open for long: whoever was erased meanwhile is taken out of it first.
    const left = await leaveErased(backup, book);
    if (tries > 1 || left.isNew) comparison = await compareBooks(book, backup, undefined, steps.signal);
    const isDone = await write(
      book,
      stores,
      (tx) => writePlan(tx, backup, stores, { comparison, left }, steps),
      steps.signal,
    );
    if (isDone) break;
    if (tries >= mostTries) throw new BookError('unknown', 'The book is being written to');
  }
  const written = (['people', 'companies'] as const).flatMap((store) => {
    const plan = comparison.plan.get(store);
    return [...(plan?.puts ?? []), ...(plan?.deletes ?? [])] as string[];
  });
  tell({
    stores: ['people', 'companies', 'interactions', 'tasks', 'tray', 'meta', 'profiles', 'ledger', 'erased'],
    leadIds: written,
  });
  tell({ stores: ['scores'] });
  return { leadIds: written };
}

/** Out: whether it was written; not where the book was changed since it was compared, or somebody erased since it was cleaned. */
async function writePlan(
  tx: WriteTx,
  backup: Book,
  stores: readonly Store[],
  { comparison: { plan, mark }, left }: { comparison: Comparison; left: LeftErased },
  { onWritten, signal }: RestoreSteps,
): Promise<boolean> {
  const now = await markOf(tx, stores);
  if (now.newestChange !== mark.newestChange || now.counts.some((count, at) => count !== mark.counts[at])) return false;
  if (!(await isStillClean(tx, left))) return false;
  const total = [...plan.values()].reduce((sum, { puts, deletes }) => sum + puts.length + deletes.length, 0);
  let done = 0;
  for (const [store, { puts, deletes }] of plan) {
    for (let from = 0; from < deletes.length; from += chunk) {
      signal?.throwIfAborted();
      const keys = deletes.slice(from, from + chunk);
      await Promise.all(keys.map((key) => tx.objectStore(store).delete(key as never)));
      done += keys.length;
      onWritten?.(done, total);
    }
    for (let from = 0; from < puts.length; from += chunk) {
      signal?.throwIfAborted();
      const keys = puts.slice(from, from + chunk);
      const rows = await holding(tx, rowsOf(backup, store, keys));
      const raw = unwrap(tx).objectStore(store);
      // Without a promise for each; the last one is waited for, and an error of any ends the transaction.
      for (const row of rows.slice(0, -1)) raw.put(row);
      if (rows.length > 0) await tx.objectStore(store).put(rows.at(-1) as never);
      done += keys.length;
      onWritten?.(done, total);
    }
  }
  return true;
}

/** The rows of some keys, which are in order: read at a stretch, as they mostly stand side by side. */
function rowsOf(book: Book, store: Store, keys: readonly IDBValidKey[]): Promise<unknown[]> {
  return read(book, [store], async (tx) => {
    const from = tx.objectStore(store);
    const range = IDBKeyRange.bound(keys[0], keys.at(-1));
    if ((await from.count(range as never)) === keys.length) return from.getAll(range as never);
    const rows: unknown[] = await Promise.all(keys.map((key) => from.get(key as never)));
    return rows.filter((row) => row !== undefined);
  });
}
