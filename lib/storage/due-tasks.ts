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

/** Which tasks are asked for: those that are wanted, until there are so many. */
export type Wanted = { isWanted?: (line: TaskLine) => boolean; most?: number };

/** The wanted ones of some tasks and leads with a next step, read until there are enough. In: their keys, store by store, those first that count most. */
async function wantedLines(
  tx: ReadTx,
  [tasks, ...leads]: readonly string[][],
  { isWanted = () => true, most = 2000 }: Wanted,
): Promise<TaskLine[]> {
  const found = new Map<string, TaskLine>();
  const longest = Math.max(0, ...[tasks ?? [], ...leads].map(({ length }) => length));
  for (let from = 0; from < longest && found.size < most; from += most) {
    const part = (keys: readonly string[] = []) => keys.slice(from, from + most);
    const [taskRows, ...rows] = await Promise.all([
      Promise.all(part(tasks).map((id) => tx.objectStore('tasks').get(id))),
      ...leadStores.map(
        (store, at): Promise<(Row | undefined)[]> =>
          Promise.all(part(leads[at]).map((id) => tx.objectStore(store).get(id))),
      ),
    ]);
    const lines = await linesOf(
      tx,
      rows.flat().filter((row) => row !== undefined),
      taskRows.filter((row) => row !== undefined).map(toTask),
    );
    for (const line of lines) if (!found.has(line.task.id) && isWanted(line)) found.set(line.task.id, line);
  }
  return [...found.values()].sort((a, b) => byDue(a.task, b.task));
}

/**
 * Open tasks that are due before a moment, the first due first; all that have a day for `Infinity`. In: the moment, which are
 * wanted. Throws `BookError`.
 */
export function dueTasks(book: Book, before: number, wanted: Wanted = {}): Promise<TaskLine[]> {
  return read(book, [...stores], async (tx) => {
    const range = IDBKeyRange.upperBound(before, true);
    const keys = await Promise.all([
      tx.objectStore('tasks').index('due').getAllKeys(range),
      ...leadStores.map((store) => tx.objectStore(store).index('nextStepDue').getAllKeys(range)),
    ]);
    return wantedLines(tx, keys, wanted);
  });
}

/** Open tasks of some day. In: which are wanted. Throws `BookError`. */
export function undatedTasks(book: Book, wanted: Wanted = {}): Promise<TaskLine[]> {
  return read(book, [...stores], async (tx) => {
    const keys = await Promise.all([
      tx.objectStore('tasks').index('due').getAllKeys(Infinity),
      ...leadStores.map(async (store) => {
        const [all, dated] = await Promise.all([
          tx.objectStore(store).index('nextStepText').getAllKeys(),
          tx.objectStore(store).index('nextStepDue').getAllKeys(),
        ]);
        const isDated = new Set(dated);
        return all.filter((id) => !isDated.has(id));
      }),
    ]);
    return wantedLines(tx, keys, wanted);
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
