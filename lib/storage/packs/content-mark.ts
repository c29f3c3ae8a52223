import type { Book } from '../book.ts';
import { read } from '../transact.ts';

/** So many of the newest actions are asked whether they were taken back. */
const looked = 20;

/**
 * A mark of what packs would have of the book, without reading it: another one where people, companies, touches or tasks changed. What
 * is done leaves an entry in the history or an action; what is taken back of touches and tasks alone stands with its action.
 * Throws `BookError`.
 */
export function contentMark(book: Book): Promise<string> {
  return read(book, ['changes', 'actions', 'interactions', 'tasks'], async (tx) => {
    const [change, touches, tasks] = await Promise.all([
      tx.objectStore('changes').openKeyCursor(null, 'prev'),
      tx.objectStore('interactions').count(),
      tx.objectStore('tasks').count(),
    ]);
    const actions: string[] = [];
    let cursor = await tx.objectStore('actions').index('at').openCursor(null, 'prev');
    while (cursor && actions.length < looked) {
      const { id, undoneAt } = cursor.value;
      actions.push(undoneAt === undefined ? id : `${id}-`);
      cursor = await cursor.continue();
    }
    return [change?.key ?? 0, touches, tasks, ...actions].join(' ');
  });
}
