import { isSameValue } from '../../domain/diff-leads.ts';
import { furtherTask } from '../../domain/pack-merge.ts';
import type { Task } from '../../domain/schema/task.ts';
import { stepId } from '../../domain/step-id.ts';
import { findRow } from '../rows.ts';
import type { TaskChange } from '../task-changes.ts';
import { taskRow, toTask } from '../task-row.ts';
import type { WriteTx } from '../transact.ts';
import type { GoneWork } from './known-work.ts';
import type { PackPlan } from './plan-pack.ts';

/** A lead that a pack was merged into: its next step before, by its id, and those that gave way to another. */
export type MergedLead = { stepBefore?: string | undefined; steps: readonly Task[] };
/** By their ids in this book. */
export type MergedLeads = ReadonlyMap<string, MergedLead>;

/** Touches of leads that are there and that the book never had. Out: their ids. */
export async function putTouches(
  tx: WriteTx,
  { pack, places }: PackPlan,
  merged: MergedLeads,
  gone: GoneWork,
): Promise<string[]> {
  const store = tx.objectStore('interactions');
  const ids: string[] = [];
  for (const one of pack.interactions) {
    const leadId = places.get(one.leadId);
    if (!leadId || !merged.has(leadId) || gone.touch(one.id) || (await store.getKey(one.id)) !== undefined) continue;
    await store.put({ ...one, leadId });
    ids.push(one.id);
  }
  return ids;
}

/** Tasks as a pack's and this book's come together, those among them that were next steps and gave way. Out: what changed, for undo. */
export async function putTasks(
  tx: WriteTx,
  { pack, places }: PackPlan,
  merged: MergedLeads,
  gone: GoneWork,
): Promise<TaskChange[]> {
  const changes: TaskChange[] = [];
  for (const task of theirTasks(pack.tasks, places, merged).values()) {
    const { id, leadId = '' } = task;
    const row = await tx.objectStore('tasks').get(id);
    const known = row && toTask(row);
    const after = known ? furtherTask(known, task) : task;
    if (known ? isSameValue(known, after) : !(await isWanted(tx, task, merged.get(leadId), gone))) continue;
    await tx.objectStore('tasks').put(taskRow(after));
    changes.push({ id, before: known ?? null, after });
  }
  return changes;
}

/** Each once, with the id that its lead has here. */
function theirTasks(
  tasks: readonly Task[],
  places: ReadonlyMap<string, string>,
  merged: MergedLeads,
): ReadonlyMap<string, Task> {
  const placed = tasks.flatMap((task): Task[] => {
    const leadId = task.leadId === undefined ? undefined : places.get(task.leadId);
    return leadId && merged.has(leadId) ? [{ ...task, leadId }] : [];
  });
  const steps = [...merged].flatMap(([leadId, lead]) => lead.steps.map((task) => ({ ...task, leadId })));
  const byId = new Map<string, Task>();
  for (const task of [...placed, ...steps]) {
    const known = byId.get(task.id);
    byId.set(task.id, known ? furtherTask(known, task) : task);
  }
  return byId;
}

/** Whether a task that is no row here is to be one. */
async function isWanted(tx: WriteTx, task: Task, lead: MergedLead | undefined, gone: GoneWork): Promise<boolean> {
  const { id, leadId = '', text, dueAt, doneAt } = task;
  const step = (await findRow(tx, leadId))?.nextStep;
  if (step && doneAt === undefined) {
    if (stepId(leadId, step) === id) return false;
    // One that gave way to its like is no further task.
    if (lead?.steps.some((one) => one.id === id) && step.text === text && step.dueAt === dueAt) return false;
  }
  return id === lead?.stepBefore || !(await gone.task(id, leadId));
}
