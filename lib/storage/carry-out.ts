import { isSameValue } from '../domain/diff-leads.ts';
import { type Interaction, interaction as interactionSchema, type Lead } from '../domain/schema/lead.ts';
import type { Task } from '../domain/schema/task.ts';
import { stepId } from '../domain/step-id.ts';
import { arranged, openTasks, taskOfLead } from '../work/lead-tasks.ts';
import type { Book } from './book.ts';
import { BookError } from './book-error.ts';
import type { ActionRow } from './book-schema.ts';
import { type Action, apply, type By, type LeadPatch, patched } from './edit.ts';
import { newId } from './new-id.ts';
import { findRow, followMerges, toLead } from './rows.ts';
import { origin } from './settings.ts';
import { taskRow, toTask } from './task-row.ts';
import { leadStores, tell, type WriteTx, writeWithHistory } from './transact.ts';

/** Open tasks as they become, and those that are done with it. */
export type TasksAfter = { open: Task[]; done?: Task[] };

/** One piece of work, at most one for each lead of an action: what becomes of a lead's tasks and fields, and the touch that it was. All of an action is one transaction. */
export type WorkStep = {
  /** Absent: tasks that are about nobody. */
  leadId?: string | undefined;
  /** All open tasks of the lead; of those about nobody only the ones named by `taskIds`. */
  tasks?: (open: Task[]) => TasksAfter;
  /** Which tasks are worked with, where it is about certain ones. */
  taskIds?: string[];
  patch?: LeadPatch | ((lead: Lead) => LeadPatch);
  touch?: Omit<Interaction, 'id' | 'leadId'>;
};

type Gathered = { interactionIds: string[]; tasks: NonNullable<ActionRow['tasks']> };

/**
 * Carries out work on leads and tasks, to be taken back as one action. In: the steps, the time. Out: the action. Throws
 * `BookError` where a lead or a task is gone, a ZodError for a value the schema refuses.
 */
export async function carryOut(book: Book, steps: WorkStep[], now: number): Promise<Action> {
  const install = await origin(book);
  const actionId = newId(now);
  const by: By = { actionId, at: now, origin: install };
  const leadIds = await writeWithHistory(book, leadStores, async (tx) => {
    const gathered: Gathered = { interactionIds: [], tasks: [] };
    const meant = await Promise.all(steps.map((step) => asMeant(tx, step)));
    // Those of one lead after each other: two that were named may have become one.
    const ofLeads = Map.groupBy(meant, ({ leadId }) => leadId ?? '');
    await Promise.all(
      [...ofLeads.values()].map(async (own) => {
        for (const step of own) await carryOutOne(tx, step, by, gathered);
      }),
    );
    await tx.objectStore('actions').put({ id: actionId, at: now, cause: 'edit', draftIds: [], ...gathered });
    return [...ofLeads.keys()].filter(Boolean);
  });
  tell({ stores: ['people', 'companies', 'interactions', 'tasks'], leadIds });
  return { actionId };
}

/** A step as it is meant by now: work on a lead that became part of another is that one's. */
async function asMeant(tx: WriteTx, step: WorkStep): Promise<WorkStep> {
  if (step.leadId === undefined) return step;
  const named = await findRow(tx, step.leadId);
  const row = await followMerges(tx, named);
  if (!named || !row || row.id === named.id) return { ...step, leadId: row?.id ?? step.leadId };
  return { ...withStepOf(toLead(named), step), leadId: row.id };
}

/**
 * A step that names the next step of a lead that became part of another: there it is a further task with an id of its own, or it is,
 * or is like, that one's next step. In: the lead as it was, the step. Out: the step, which is given that task under the id it names.
 */
function withStepOf(old: Lead, step: WorkStep): WorkStep {
  const [was, { tasks, taskIds = [] }] = [taskOfLead(old), step];
  if (!was || !old.nextStep || !tasks || !taskIds.includes(was.id)) return step;
  const id = stepId(old.id, old.nextStep);
  return {
    ...step,
    tasks: (open) => {
      const task =
        open.find((one) => one.id === was.id || one.id === id) ??
        open.find(({ text, dueAt }) => text === was.text && dueAt === was.dueAt);
      if (!task) return tasks(open);
      const renamed = (all: Task[], from: string, to: string) =>
        all.map((one) => (one.id === from ? { ...one, id: to } : one));
      const after = tasks(renamed(open, task.id, was.id));
      return {
        open: renamed(after.open, was.id, task.id),
        ...(after.done && { done: renamed(after.done, was.id, task.id) }),
      };
    },
  };
}

async function carryOutOne(tx: WriteTx, step: WorkStep, by: By, gathered: Gathered): Promise<void> {
  const { leadId } = step;
  if (leadId === undefined) {
    const rows = await Promise.all((step.taskIds ?? []).map((id) => tx.objectStore('tasks').get(id)));
    const before = rows.flatMap((row) => (row && row.doneAt === undefined ? [toTask(row)] : []));
    const after = step.tasks?.(before) ?? { open: before };
    refuseNothing(step, before, after);
    await putTasks(tx, before, [...after.open, ...(after.done ?? [])], gathered);
    return;
  }
  const row = await findRow(tx, leadId);
  if (!row) throw new BookError('unknown', `There is no lead ${leadId}`);
  const lead = toLead(row);
  const patch: LeadPatch = { ...(typeof step.patch === 'function' ? step.patch(lead) : step.patch) };
  if (step.tasks) {
    const rows = (await tx.objectStore('tasks').index('leadId').getAll(leadId)).map(toTask);
    const open = openTasks(lead, rows);
    const asked = step.tasks(open);
    refuseNothing(step, open, asked);
    const named = namedBy(lead, rows, by.at);
    const after = named(asked.open.map((task) => dated(task, open, by.at)));
    const { nextStep, further } = arranged(after.map((task) => ({ ...task, leadId })));
    const isNextSame = isSameValue(nextStep, arranged(named(open)).nextStep) && lead.nextStep !== undefined;
    if (!isNextSame) patch.nextStep = nextStep ?? null;
    const stored = rows.filter(({ doneAt }) => doneAt === undefined);
    const done = named(asked.done ?? []).map((task) => ({ ...task, leadId }));
    await putTasks(tx, stored, [...further, ...done], gathered);
  }
  if (step.touch) {
    const touch = interactionSchema.parse({ ...step.touch, id: newId(by.at), leadId });
    gathered.interactionIds.push(touch.id);
    await tx.objectStore('interactions').put(touch);
  }
  if (Object.keys(patch).length > 0)
    await apply(tx, row, { cause: 'edit', change: (before) => patched(before, patch) }, by);
}

/** What is to be done or changed must still be there. With a touch the touch is kept all the same. */
function refuseNothing({ taskIds = [], touch }: WorkStep, before: Task[], after: TasksAfter): void {
  if (taskIds.length === 0 || touch || after.done?.length || !isSameValue(before, after.open)) return;
  if (!before.some(({ id }) => taskIds.includes(id))) throw new BookError('unknown', `There is no task ${taskIds[0]}`);
}

/**
 * A next step without an id of its own goes by the lead's. Once it is worked with it gets the one that it has in packs, but that of
 * something done. In: the lead, its tasks, the time. Out: what gives it to that one of some tasks.
 */
function namedBy({ id: leadId, nextStep }: Lead, rows: readonly Task[], now: number): (tasks: Task[]) => Task[] {
  if (!nextStep || nextStep.id !== undefined) return (tasks) => tasks;
  const known = stepId(leadId, nextStep);
  const id = rows.some((row) => row.id === known) ? newId(now) : known;
  return (tasks) => tasks.map((task) => (task.id === leadId ? { ...task, id } : task));
}

/** A task with when it was set anew, where it was: of two books' versions the newer one counts. In: it, those that were there, the time. */
function dated(task: Task, before: readonly Task[], now: number): Task {
  const old = before.find(({ id }) => id === task.id);
  return !old || isSameValue(old, task)
    ? task
    : { ...task, changedAt: Math.max(now, (old.changedAt ?? old.createdAt) + 1) };
}

/** Brings the rows of tasks to a new state, and keeps of each what it was. In: the rows as they are, as they are to be. */
async function putTasks(tx: WriteTx, before: Task[], after: Task[], { tasks }: Gathered): Promise<void> {
  const store = tx.objectStore('tasks');
  const ids = new Set([...before, ...after].map(({ id }) => id));
  await Promise.all(
    [...ids].map(async (id) => {
      const old = before.find((task) => task.id === id);
      const next = after.find((task) => task.id === id);
      if (isSameValue(old, next)) return;
      tasks.push({ id, before: old ?? null, after: next ?? null });
      await (next ? store.put(taskRow(next)) : store.delete(id));
    }),
  );
}
