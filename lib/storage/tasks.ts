import type { Lead } from '../domain/schema/lead.ts';
import { type Task, type TaskBody, taskBody } from '../domain/schema/task.ts';
import { changedByHand, followUp, snoozed } from '../work/due.ts';
import { openTasks } from '../work/lead-tasks.ts';
import type { Book } from './book.ts';
import { carryOut, type WorkStep } from './carry-out.ts';
import type { Action } from './edit.ts';
import { newId } from './new-id.ts';
import { findRow, toLead } from './rows.ts';
import { toTask } from './task-row.ts';
import { read } from './transact.ts';

/** Names a task: its id, and the lead that it is about. */
export type TaskRef = Pick<Task, 'id' | 'leadId'>;
/** What is changed of a task; `null` empties. */
export type TaskPatch = { [Field in keyof TaskBody]?: TaskBody[Field] | null };

/** A step that adds a task to a lead, or one about nobody. In: the lead's id, the task, the time. */
export function addStep(leadId: string | undefined, body: TaskBody, now: number): WorkStep {
  const added: Task = { ...taskBody.parse(body), id: newId(now), createdAt: now, ...(leadId && { leadId }) };
  return { leadId, tasks: (open) => ({ open: [...open, added] }) };
}

/** A step that does a task, with the one that follows where it comes again. In: the task, the time. */
export function doneStep({ id, leadId }: TaskRef, now: number): WorkStep {
  return {
    leadId,
    taskIds: [id],
    tasks: (open) => {
      const task = open.find((one) => one.id === id);
      if (!task) return { open };
      const next = followUp(task, now, newId(now));
      const rest = open.filter((one) => one !== task);
      const { remindAt: _remindAt, ...done } = task;
      return { open: next ? [...rest, next] : rest, done: [{ ...done, doneAt: now }] };
    },
  };
}

function changeStep({ id, leadId }: TaskRef, change: (task: Task) => Task | undefined): WorkStep {
  return {
    leadId,
    taskIds: [id],
    tasks: (open) => ({ open: open.flatMap((task) => (task.id === id ? (change(task) ?? []) : [task])) }),
  };
}

/** A step that puts a task off. In: the task, until when, whether that has a time. */
export const snoozeStep = (ref: TaskRef, until: number, timed: boolean): WorkStep =>
  changeStep(ref, (task) => snoozed(task, until, timed));

/** Adds a task to each of these leads; without leads one about nobody. Throws `BookError`. */
export function addTask(book: Book, leadIds: readonly string[], body: TaskBody, now: number): Promise<Action> {
  const about = leadIds.length > 0 ? [...new Set(leadIds)] : [undefined];
  return carryOut(
    book,
    about.map((id) => addStep(id, body, now)),
    now,
  );
}

/** Changes a task; a reminder moves with its time. In: the task, what becomes of its parts (`null` empties), the time. Throws `BookError`. */
export function editTask(book: Book, ref: TaskRef, patch: TaskPatch, now: number): Promise<Action> {
  const change = (task: Task): Task => {
    const values = Object.entries({ ...task, ...patch }).filter(([, value]) => value !== null && value !== undefined);
    const next = Object.fromEntries(values) as Task;
    const changed = changedByHand(task, next);
    return typeof patch.remindAt === 'number' ? { ...changed, remindAt: patch.remindAt } : changed;
  };
  return carryOut(book, [changeStep(ref, change)], now);
}

/** Does a task; one that comes again is there anew for the next time. Throws `BookError`. */
export const doTask = (book: Book, ref: TaskRef, now: number): Promise<Action> =>
  carryOut(book, [doneStep(ref, now)], now);

/** Puts a task off. In: the task, until when, whether that has a time, the time. Throws `BookError`. */
export const snoozeTask = (book: Book, ref: TaskRef, until: number, timed: boolean, now: number): Promise<Action> =>
  carryOut(book, [snoozeStep(ref, until, timed)], now);

/** Takes a task away. Throws `BookError`. */
export const removeTask = (book: Book, ref: TaskRef, now: number): Promise<Action> =>
  carryOut(book, [changeStep(ref, () => undefined)], now);

/** The tasks of a lead: the open ones, the next first, and those done, the newest first. Throws `BookError`. */
export function tasksOf(book: Book, leadId: string): Promise<{ open: Task[]; done: Task[] }> {
  return read(book, ['people', 'companies', 'tasks'], async (tx) => {
    const [row, rows] = await Promise.all([
      findRow(tx, leadId),
      tx.objectStore('tasks').index('leadId').getAll(leadId),
    ]);
    const tasks = rows.map(toTask);
    const lead: Lead | undefined = row && toLead(row);
    return {
      open: lead ? openTasks(lead, tasks) : tasks.filter(({ doneAt }) => doneAt === undefined),
      done: tasks.filter(({ doneAt }) => doneAt !== undefined).sort((a, b) => (b.doneAt ?? 0) - (a.doneAt ?? 0)),
    };
  });
}
