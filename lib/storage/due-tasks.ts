import type { Company, Lead } from '../domain/schema/lead.ts';
import type { Task } from '../domain/schema/task.ts';
import { byDue } from '../work/due.ts';
import { taskOfLead } from '../work/lead-tasks.ts';
import type { Book } from './book.ts';
import { findRow, hiddenBatches, isVisible, type Row, toLead } from './rows.ts';
import { toTask } from './task-row.ts';
import { type ReadTx, read } from './transact.ts';

/** A task with the lead that it is about, and a person's company. */
export type TaskLine = { task: Task; lead?: Lead; company?: Company };

const stores = ['people', 'companies', 'tasks', 'actions'] as const;
const leadStores = ['people', 'companies'] as const;

/** Rows of leads and of tasks as lines, without those whose lead is gone; a task that stands with its lead counts there. */
async function linesOf(tx: ReadTx, rows: Row[], tasks: Task[]): Promise<TaskLine[]> {
  const hidden = await hiddenBatches(tx);
  const own = rows.flatMap((row): TaskLine[] => {
    const lead = toLead(row);
    const task = isVisible(row, hidden) ? taskOfLead(lead) : undefined;
    return task ? [{ task, lead }] : [];
  });
  const known = new Set(own.map(({ task }) => task.id));
  const further = await Promise.all(
    tasks
      .filter(({ id }) => !known.has(id))
      .map(async (task): Promise<TaskLine | undefined> => {
        if (task.leadId === undefined) return { task };
        const row = await findRow(tx, task.leadId);
        return row && isVisible(row, hidden) ? { task, lead: toLead(row) } : undefined;
      }),
  );
  const lines = [...own, ...further.filter((line) => line !== undefined)];
  await Promise.all(
    lines.map(async (line) => {
      const id = line.lead?.kind === 'person' ? line.lead.companyId : undefined;
      const company = id ? await tx.objectStore('companies').get(id) : undefined;
      if (company && isVisible(company, hidden)) line.company = toLead(company) as Company;
    }),
  );
  return lines.sort((a, b) => byDue(a.task, b.task));
}

/**
 * Open tasks that are due before a moment, the first due first; all that have a day for `Infinity`. In: the moment, how many at
 * most of each store. Throws `BookError`.
 */
export function dueTasks(book: Book, before: number, most = 2000): Promise<TaskLine[]> {
  return read(book, [...stores], async (tx) => {
    const range = IDBKeyRange.upperBound(before, true);
    const [tasks, ...rows] = await Promise.all([
      tx.objectStore('tasks').index('due').getAll(range, most),
      ...leadStores.map((store): Promise<Row[]> => tx.objectStore(store).index('nextStepDue').getAll(range, most)),
    ]);
    return linesOf(tx, rows.flat(), tasks.map(toTask));
  });
}

/** Open tasks of some day. In: how many at most of each store. Throws `BookError`. */
export function undatedTasks(book: Book, most = 2000): Promise<TaskLine[]> {
  return read(book, [...stores], async (tx) => {
    const tasks = await tx.objectStore('tasks').index('due').getAll(Infinity, most);
    const rows = await Promise.all(
      leadStores.map(async (store): Promise<Row[]> => {
        const found: Row[] = await tx.objectStore(store).index('nextStepText').getAll(null, most);
        return found.filter(({ nextStep }) => nextStep?.dueAt === undefined);
      }),
    );
    return linesOf(tx, rows.flat(), tasks.map(toTask));
  });
}

/** Tasks done since a moment, the newest first. Throws `BookError`. */
export function doneTasks(book: Book, since: number): Promise<TaskLine[]> {
  return read(book, [...stores], async (tx) => {
    const tasks = await tx.objectStore('tasks').index('doneAt').getAll(IDBKeyRange.lowerBound(since));
    const lines = await linesOf(tx, [], tasks.map(toTask));
    return lines.sort((a, b) => (b.task.doneAt ?? 0) - (a.task.doneAt ?? 0));
  });
}

/** Open tasks whose reminder falls after one moment and up to another, the earliest first. Throws `BookError`. */
export function remindersBetween(book: Book, after: number, until: number): Promise<TaskLine[]> {
  if (after >= until) return Promise.resolve([]);
  return read(book, [...stores], async (tx) => {
    const range = IDBKeyRange.bound(after, until, true, false);
    const [tasks, ...rows] = await Promise.all([
      tx.objectStore('tasks').index('remind').getAll(range),
      ...leadStores.map((store): Promise<Row[]> => tx.objectStore(store).index('nextStepRemind').getAll(range)),
    ]);
    return linesOf(tx, rows.flat(), tasks.map(toTask));
  });
}

/** When the next reminder comes after a moment; undefined where there is none. Throws `BookError`. */
export function nextReminder(book: Book, after: number): Promise<number | undefined> {
  return read(book, [...stores], async (tx) => {
    const range = IDBKeyRange.lowerBound(after, true);
    const keys = await Promise.all([
      tx.objectStore('tasks').index('remind').openKeyCursor(range),
      ...leadStores.map((store) => tx.objectStore(store).index('nextStepRemind').openKeyCursor(range)),
    ]);
    const times = keys.flatMap((cursor) => cursor?.key ?? []) as number[];
    return times.length > 0 ? Math.min(...times) : undefined;
  });
}
