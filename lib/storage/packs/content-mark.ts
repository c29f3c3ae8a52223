import type { Book } from '../book.ts';
import { read } from '../transact.ts';

/** So many of the newest actions are asked whether they were taken back. */
const looked = 20;
const counted = ['people', 'companies', 'erased', 'interactions', 'tasks'] as const;

/**
 * A mark of what packs would have of the book, without reading it: another one where people, companies, touches or tasks changed. What
 * is done leaves an entry in the history or an action; what is taken back of touches and tasks alone stands with its action.
 * Who was erased leaves neither: they are missed, and the list of the erased grows.
 * Throws `BookError`.
 */
export function contentMark(book: Book): Promise<string> {
  return read(book, ['changes', 'actions', ...counted], async (tx) => {
    const [change, ...counts] = await Promise.all([
      tx.objectStore('changes').openKeyCursor(null, 'prev'),
      ...counted.map((store) => tx.objectStore(store).count()),
    ]);
    const actions: string[] = [];
    let cursor = await tx.objectStore('actions').index('at').openCursor(null, 'prev');
    while (cursor && actions.length < looked) {
      const { id, undoneAt } = cursor.value;
      actions.push(undoneAt === undefined ? id : `${id}-`);
      cursor = await cursor.continue();
    }
    return [change?.key ?? 0, ...counts, ...actions].join(' ');
  });
}
