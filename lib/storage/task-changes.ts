import { isSameValue } from '../domain/diff-leads.ts';
import type { Change, Lead, NextStep } from '../domain/schema/lead.ts';
import type { Task } from '../domain/schema/task.ts';
import { stepId } from '../domain/step-id.ts';
import { taskOfLead } from '../work/lead-tasks.ts';
import type { ActionRow } from './book-schema.ts';
import { findRow } from './rows.ts';
import { taskRow, toTask } from './task-row.ts';
import type { WriteTx } from './transact.ts';

export type TaskChange = NonNullable<ActionRow['tasks']>[number];

/** Gives a task its former state, unless it was changed since or is its lead's next step by now. */
export async function takeBackTask(tx: WriteTx, { id, before, after }: TaskChange): Promise<void> {
  const store = tx.objectStore('tasks');
  const row = await store.get(id);
  if (!isSameValue(row ? toTask(row) : null, after)) return;
  const lead = before?.leadId === undefined ? undefined : await findRow(tx, before.leadId);
  if (lead && taskOfLead(lead)?.id === id) return;
  await (before ? store.put(taskRow(before)) : store.delete(id));
}

/** Whether a lead's next step was another task before, not the same one that was changed. In: the lead's id, both values. */
export function isOtherStep(leadId: string, before: unknown, after: unknown): boolean {
  const [was, is] = [before, after] as (NextStep | undefined)[];
  return was !== undefined && (is === undefined || (was.id ?? leadId) !== (is.id ?? leadId));
}

/** Sees to the next steps that an undo told as conflicts (`takeBackStep`). In: the conflicts, the changes taken back, their action, the time. */
export async function takeBackSteps(
  tx: WriteTx,
  conflicts: readonly { leadId: string; field: string }[],
  changes: readonly Change[],
  action: ActionRow,
  now: number,
): Promise<void> {
  const kept = new Set(conflicts.flatMap(({ leadId, field }) => (field === 'nextStep' ? [leadId] : [])));
  await Promise.all(
    changes.filter(({ leadId }) => kept.has(leadId)).map((change) => takeBackStep(tx, change, action, now)),
  );
}

/**
 * Where a next step cannot be taken back, since another one is planned by now, the one before becomes a further task; one that the
 * action planned, and that made room for the other, goes. In: a change whose next step was told as a conflict, its action, the time.
 */
async function takeBackStep(
  tx: WriteTx,
  { leadId, fields }: Change,
  { tasks = [] }: ActionRow,
  now: number,
): Promise<void> {
  const step = fields.find(({ field }) => field === 'nextStep');
  const [before, after] = [step?.before, step?.after] as (NextStep | undefined)[];
  const lead = await findRow(tx, leadId);
  if (!lead) return;
  const store = tx.objectStore('tasks');
  const idOf = ({ id = leadId }: NextStep) => id;
  const current = taskOfLead(lead)?.id;
  const wasThere = after && tasks.some((task) => task.id === idOf(after) && task.before);
  const row = after && !wasThere && idOf(after) !== current ? await store.get(idOf(after)) : undefined;
  const isUnchanged = after && row && isSameValue(toTask(row), asRow(after, row));
  if (isUnchanged) await store.delete(row.id);
  // One and the same task that was changed since, or is done by now, stays as it is.
  if (!before || (!isUnchanged && !isOtherStep(leadId, before, after))) return;
  const id = idOf(before);
  if (id === current || (await store.getKey(id)) !== undefined) return;
  await store.put(taskRow(asRow(before, { id, leadId, createdAt: now })));
}

/** A next step as a further task. One that was never worked with as a task has its name and its day from elsewhere. */
const asRow = (step: NextStep, { id, leadId, createdAt }: Pick<Task, 'id' | 'leadId' | 'createdAt'>): Task => ({
  ...step,
  id: step.id ?? id,
  createdAt: step.createdAt ?? createdAt,
  ...(leadId !== undefined && { leadId }),
});

/**
 * Of leads that became one only one next step is kept with it: the others become its further tasks. In: the leads as they were,
 * what became of them. Out: the tasks made, for the action.
 */
export async function keepOtherSteps(tx: WriteTx, leads: readonly Lead[], merged: Lead): Promise<TaskChange[]> {
  const next = taskOfLead(merged);
  const store = tx.objectStore('tasks');
  const changes: TaskChange[] = [];
  for (const lead of leads) {
    const other = taskOfLead(lead);
    if (!other || !lead.nextStep || (other.text === next?.text && other.dueAt === next.dueAt)) continue;
    // By the id that a pack of somebody who has it as a next step still brings it with.
    const after: Task = { ...other, id: stepId(lead.id, lead.nextStep), leadId: merged.id };
    const row = await store.get(after.id);
    await store.put(taskRow(after));
    changes.push({ id: after.id, before: row ? toTask(row) : null, after });
  }
  return changes;
}
