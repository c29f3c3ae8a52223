import type { Company, Lead } from '../domain/schema/lead.ts';
import type { Task } from '../domain/schema/task.ts';

/** Who looks after a lead at a moment: the stand-in until their last day is over, else the owner; nobody where neither is said. */
export function ownerOf({ owner, standIn }: Pick<Lead, 'owner' | 'standIn'>, now: number): string | undefined {
  return standIn && standIn.since <= now && now < standIn.until ? standIn.name : owner;
}

/** What somebody may look after: a lead, a person's company, a task. */
export type Held = { lead?: Lead | undefined; company?: Company | undefined; task?: Pick<Task, 'owner'> | undefined };

const sameName = (a: string, b: string): boolean => a.trim().toLocaleLowerCase() === b.trim().toLocaleLowerCase();

/**
 * Whether something is for somebody to do at a moment: a task that names nobody goes with its lead, a person of nobody's with
 * their company, and what is nobody's is everybody's. In: their name, '' or undefined for who asks for all; what it is; the time.
 */
export function isFor(name: string | undefined, { lead, company, task }: Held, now: number): boolean {
  if (!name?.trim()) return true;
  const owner = task?.owner || (lead && ownerOf(lead, now)) || (company && ownerOf(company, now));
  return !owner || sameName(owner, name);
}
