import { type Task, task as taskSchema } from '../domain/schema/task.ts';
import type { TaskRow } from './book-schema.ts';

/** A task as everybody else sees it: without what its row carries for the book's own use. */
export const toTask = ({ keys: _keys, ...task }: TaskRow): Task => task;

/** A task with what its indexes need: nothing once it is done. */
export function taskRow(task: Task): TaskRow {
  const parsed = taskSchema.parse(task);
  const { dueAt = Infinity, remindAt, doneAt } = parsed;
  const isOpen = doneAt === undefined;
  return { ...parsed, keys: isOpen ? { due: dueAt, ...(remindAt !== undefined && { remind: remindAt }) } : {} };
}
