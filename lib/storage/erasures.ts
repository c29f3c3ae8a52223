import type { ErasedMark } from '../domain/schema/privacy.ts';
import type { Book } from './book.ts';
import { read, tell, write } from './transact.ts';

export type Erasure = { erasureId: string; at: number; marks: number };

/** When people were erased, the newest first: nothing else is known of them. Throws `BookError`. */
export function erasures(book: Book): Promise<Erasure[]> {
  return read(book, ['erased'], async (tx) => {
    const all = new Map<string, Erasure>();
    for (const { erasureId, at } of await tx.objectStore('erased').getAll()) {
      const known = all.get(erasureId) ?? { erasureId, at, marks: 0 };
      all.set(erasureId, { ...known, marks: known.marks + 1 });
    }
    return [...all.values()].sort((a, b) => b.at - a.at);
  });
}

/** Lets somebody who was erased be kept again: they came back on their own. Out: the marks that went, for undo. Throws `BookError`. */
export async function allowAgain(book: Book, erasureId: string): Promise<ErasedMark[]> {
  const gone = await write(book, ['erased'], async (tx) => {
    const marks = await tx.objectStore('erased').index('erasureId').getAll(erasureId);
    await Promise.all(marks.map(({ hash }) => tx.objectStore('erased').delete(hash)));
    return marks;
  });
  tell({ stores: ['erased'] });
  return gone;
}

/** Puts marks back that `allowAgain` took. Throws `BookError`. */
export async function forbidAgain(book: Book, marks: readonly ErasedMark[]): Promise<void> {
  await write(book, ['erased'], (tx) => Promise.all(marks.map((mark) => tx.objectStore('erased').put(mark))));
  tell({ stores: ['erased'] });
}
