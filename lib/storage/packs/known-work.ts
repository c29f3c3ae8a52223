import { nextStep } from '../../domain/schema/lead.ts';
import { stepId } from '../../domain/step-id.ts';
import type { AnyTx } from '../transact.ts';

/** What the book had of work and has no more, by what its history tells: no pack brings it again. */
export type GoneWork = {
  /** Whether a note or another touch that is not there was there once. In: its id. */
  touch(id: string): boolean;
  /** Whether a task that is not there was there once, also as a next step. In: its id, its lead. */
  task(id: string, leadId: string): Promise<boolean>;
};

/** In: a transaction over `actions` and `changes`, the action under way, which is no history yet. */
export async function goneWorkIn(tx: AnyTx, actionId: string): Promise<GoneWork> {
  const touches = new Set<string>();
  const tasks = new Set<string>();
  for (const action of await tx.objectStore('actions').getAll()) {
    for (const id of action.interactionIds) touches.add(id);
    for (const { id } of action.tasks ?? []) tasks.add(id);
  }
  const steps = new Map<string, Set<string>>();
  const stepsOf = async (leadId: string): Promise<Set<string>> => {
    const known = steps.get(leadId) ?? (await formerSteps(tx, leadId, actionId));
    steps.set(leadId, known);
    return known;
  };
  return {
    touch: (id) => touches.has(id),
    task: async (id, leadId) => tasks.has(id) || (await stepsOf(leadId)).has(id),
  };
}

/** Ids of all that was ever the next step of a lead, before an action. */
async function formerSteps(tx: AnyTx, leadId: string, actionId: string): Promise<Set<string>> {
  const ids = new Set<string>();
  const note = (value: unknown) => {
    const step = nextStep.safeParse(value);
    if (step.success) ids.add(stepId(leadId, step.data));
  };
  for (const change of await tx.objectStore('changes').index('leadId').getAll(leadId))
    for (const { field, before, after } of change.actionId === actionId ? [] : change.fields)
      if (field === 'nextStep') [before, after].forEach(note);
  return ids;
}
