import { isSameValue } from './diff-leads.ts';
import { fits } from './pack-lead.ts';
import { compareRegisters, type Deciding } from './pack-merge.ts';
import { type Lead, nextStep } from './schema/lead.ts';
import type { PackLead } from './schema/pack.ts';

/** Both books had a value for a field; which one stays, and why. */
export type PackChoice = {
  field: string;
  ours: unknown;
  theirs: unknown;
  chosen: 'ours' | 'theirs';
  by: Deciding;
  /** What they are called, where the values are but ids. */
  names?: { ours: string; theirs: string };
};

/** Fields of one value in which both say something, and not the same. In: the lead as it is here, as a pack of it says it, the pack's. */
export function choicesOf({ kind }: Lead, ours: PackLead, theirs: PackLead): PackChoice[] {
  return Object.entries(theirs.fields).flatMap(([field, register]): PackChoice[] => {
    const own = ours.fields[field];
    if (!own || own.value === undefined || register.value === undefined || isSameValue(own.value, register.value))
      return [];
    if (!fits(kind, field, register.value) || (field === 'nextStep' && !isSameStep(own.value, register.value)))
      return [];
    const { wins, by } = compareRegisters(own, register);
    return [{ field, ours: own.value, theirs: register.value, chosen: wins >= 0 ? 'ours' : 'theirs', by }];
  });
}

/** Of two next steps both stay; only of one there is a choice. */
function isSameStep(a: unknown, b: unknown): boolean {
  const [x, y] = [nextStep.safeParse(a).data, nextStep.safeParse(b).data];
  return x?.id !== undefined && x.id === y?.id;
}
