import type { Lead, NextStep } from '../domain/schema/lead.ts';
import type { Task } from '../domain/schema/task.ts';
import { byDue } from './due.ts';

/** The next step of a lead as a task. One that was never worked with as a task goes by the lead's id. */
export function taskOfLead(lead: Pick<Lead, 'id' | 'nextStep' | 'updatedAt'>): Task | undefined {
  const step = lead.nextStep;
  if (!step) return undefined;
  return { ...step, id: step.id ?? lead.id, leadId: lead.id, createdAt: step.createdAt ?? lead.updatedAt };
}

/** A task as the lead keeps it. */
function nextStepOf({ leadId: _leadId, doneAt: _doneAt, ...step }: Task): NextStep {
  return step;
}

/** All open tasks of a lead, the next one first; one that stands in both places counts once, as the lead has it. */
export function openTasks(lead: Lead, rows: readonly Task[]): Task[] {
  const next = taskOfLead(lead);
  const further = rows.filter((task) => task.doneAt === undefined && task.id !== next?.id);
  return [...(next ? [next] : []), ...further].sort(byDue);
}

/** Which of the open tasks is the lead's next step and which are kept apart. In: the open tasks. */
export function arranged(open: readonly Task[]): { nextStep?: NextStep; further: Task[] } {
  const [next, ...further] = [...open].sort(byDue);
  return next ? { nextStep: nextStepOf(next), further } : { further };
}
