import type { Interaction } from '../domain/schema/lead.ts';

/** Minutes that a touch is taken to have cost: nobody writes them down. */
export const minutesOf: Record<'call' | 'email' | 'meeting' | 'note', number> = {
  call: 10,
  email: 10,
  meeting: 60,
  note: 5,
};
type Counted = keyof typeof minutesOf;
const isCounted = (kind: Interaction['kind']): kind is Counted => kind in minutesOf;

export type TimeSplit = Record<'new' | 'existing', { touches: number; minutes: number }>;

/**
 * How the work was divided between winning new customers and those that are customers already: a touch counts for existing
 * business from the moment that its lead was a customer. In: touches, since when the lead of an id was one (undefined: it is none). Out: counts and minutes.
 */
export function timeSplit(
  touches: Iterable<Pick<Interaction, 'leadId' | 'kind' | 'occurredAt'>>,
  customerSince: (leadId: string) => number | undefined,
): TimeSplit {
  const split: TimeSplit = { new: { touches: 0, minutes: 0 }, existing: { touches: 0, minutes: 0 } };
  for (const { leadId, kind, occurredAt } of touches) {
    if (!isCounted(kind)) continue;
    const since = customerSince(leadId);
    const part = split[since !== undefined && since <= occurredAt ? 'existing' : 'new'];
    part.touches++;
    part.minutes += minutesOf[kind];
  }
  return split;
}
