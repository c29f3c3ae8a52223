import { isSameValue } from '../domain/diff-leads.ts';
import type { Lead } from '../domain/schema/lead.ts';
import { taskOfLead } from '../work/lead-tasks.ts';
import type { ActionRow } from './book-schema.ts';
import { newId } from './new-id.ts';
import { taskRow, toTask } from './task-row.ts';
import type { WriteTx } from './transact.ts';

export type TaskChange = NonNullable<ActionRow['tasks']>[number];

/** Gives a task its former state, unless it was changed since. */
export async function takeBackTask(tx: WriteTx, { id, before, after }: TaskChange): Promise<void> {
  const store = tx.objectStore('tasks');
  const row = await store.get(id);
  if (!isSameValue(row ? toTask(row) : null, after)) return;
  await (before ? store.put(taskRow(before)) : store.delete(id));
}

/**
 * Of leads that became one only one next step is kept with it: the others become its further tasks. In: the leads as they were,
 * what became of them, the time. Out: the tasks made, for the action.
 */
export async function keepOtherSteps(
  tx: WriteTx,
  leads: readonly Lead[],
  merged: Lead,
  now: number,
): Promise<TaskChange[]> {
  const next = taskOfLead(merged);
  const others = leads.flatMap((lead) => taskOfLead(lead) ?? []);
  const left = others.filter((one) => one.text !== next?.text || one.dueAt !== next.dueAt);
  const changes = left.map((one): TaskChange => {
    const after = { ...one, id: newId(now), leadId: merged.id };
    return { id: after.id, before: null, after };
  });
  await Promise.all(changes.map(({ after }) => after && tx.objectStore('tasks').put(taskRow(after))));
  return changes;
}
