import type { TaskBody } from '../../lib/domain/schema/task.ts';
import { openBook } from '../../lib/storage/book.ts';
import { doneTasks, dueTasks, type TaskLine, undatedTasks } from '../../lib/storage/due-tasks.ts';
import {
  addTask,
  doTask,
  editTask,
  removeTask,
  snoozeTask,
  type TaskPatch,
  type TaskRef,
  tasksOf,
} from '../../lib/storage/tasks.ts';
import { isFor } from '../../lib/work/owner.ts';
import type { Store } from './use-book.ts';
import { useFromBook } from './use-from-book.ts';

export type { TaskLine, TaskPatch, TaskRef };

const watched: readonly Store[] = ['tasks', 'people', 'companies'];

/** The tasks of a lead, kept up to date with the book. In: the lead's id. Out: open and done ones once they are known. */
export const useLeadTasks = (leadId: string) => {
  const { key, value } = useFromBook(leadId, (book) => tasksOf(book, leadId), watched);
  return key === leadId ? value : undefined;
};

/**
 * What is to be done, kept up to date with the book. In: since when what was done is shown too; by whom, '' for anybody,
 * undefined until known. Out: dated, undated and done tasks.
 */
export const useAllTasks = (doneSince: number, name: string | undefined) =>
  useFromBook(
    JSON.stringify([doneSince, name]),
    async (book) => {
      if (name === undefined) return undefined;
      const isWanted = (line: TaskLine) => isFor(name, line, Date.now());
      const [dated, undated, done] = await Promise.all([
        dueTasks(book, Infinity, { isWanted }),
        undatedTasks(book, { isWanted }),
        doneTasks(book, doneSince),
      ]);
      return { dated, undated, done: done.filter(isWanted) };
    },
    watched,
  );

/** What can be done to tasks. Each resolves once it is stored, with the action that undo takes back; else it rejects. */
export const taskActions = {
  add: async (leadIds: readonly string[], body: TaskBody) => addTask(await openBook(), leadIds, body, Date.now()),
  edit: async (ref: TaskRef, patch: TaskPatch) => editTask(await openBook(), ref, patch, Date.now()),
  done: async (ref: TaskRef) => doTask(await openBook(), ref, Date.now()),
  snooze: async (ref: TaskRef, until: number, timed: boolean) =>
    snoozeTask(await openBook(), ref, until, timed, Date.now()),
  remove: async (ref: TaskRef) => removeTask(await openBook(), ref, Date.now()),
};
