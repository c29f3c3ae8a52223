import { pairKey } from '../domain/pair-key.ts';
import type { Book } from './book.ts';
import { findRow, followMerges } from './rows.ts';
import { type AnyTx, read, tell, write } from './transact.ts';

/** The pairs that the user said are not the same. What became part of another lead counts as that one. Throws `BookError`. */
export function ruledOut(book: Book): Promise<Set<string>> {
  return read(book, ['notSame', 'people', 'companies'], async (tx) => {
    const rows = await tx.objectStore('notSame').getAll();
    const pairs = await Promise.all(
      rows.map(async ({ leadIds }) => Promise.all(leadIds.map((id) => standingId(tx, id)))),
    );
    return new Set(pairs.map(([a = '', b = '']) => pairKey(a, b)));
  });
}

const standingId = async (tx: AnyTx, id: string): Promise<string> =>
  (await followMerges(tx, await findRow(tx, id)))?.id ?? id;

/** Remembers that leads are not the same, any two of them. In: their ids, the time. Out: the pairs that are new, for undo. Throws `BookError`. */
export async function setNotSame(book: Book, leadIds: readonly string[], now: number): Promise<string[]> {
  const pairs = leadIds.flatMap((a, at) => leadIds.slice(at + 1).map((b) => [a, b]));
  const added = await write(book, ['notSame'], async (tx) => {
    const fresh: string[] = [];
    for (const [a = '', b = ''] of pairs) {
      const pair = pairKey(a, b);
      if ((await tx.objectStore('notSame').getKey(pair)) !== undefined) continue;
      await tx.objectStore('notSame').put({ pair, leadIds: [a, b].sort(), at: now });
      fresh.push(pair);
    }
    return fresh;
  });
  tell({ stores: ['meta'], leadIds: [...leadIds] });
  return added;
}

/** Forgets that leads are not the same. In: pairs as `setNotSame` gave them. Throws `BookError`. */
export async function unsetNotSame(book: Book, pairs: readonly string[]): Promise<void> {
  await write(book, ['notSame'], async (tx) => {
    await Promise.all(pairs.map((pair) => tx.objectStore('notSame').delete(pair)));
  });
  tell({ stores: ['meta'], leadIds: [...new Set(pairs.flatMap((pair) => pair.split(' ')))] });
}
