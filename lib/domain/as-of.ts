import { flattenLead, ownKeyOf, unflattenLead } from './flat-lead.ts';
import type { Change, Lead } from './schema/lead.ts';

/**
 * A record with the changes after a time taken back, the newest first; own fields stand in the history as `own.KEY`. In: the
 * record as it is, the history (of other leads too), the moment. Out: the record as it was just before.
 */
export function leadBefore<T extends Lead>(record: T, changes: readonly Change[], at: number): T {
  const late = changes
    .filter((change) => change.leadId === record.id && change.at >= at)
    .toSorted((a, b) => b.at - a.at || (b.seq ?? 0) - (a.seq ?? 0));
  if (late.length === 0) return record;
  const values = new Map<string, unknown>(Object.entries(flattenLead(record)));
  for (const { fields } of late)
    for (const { field, before: old } of fields.toReversed()) {
      if (old === undefined && Array.isArray(values.get(field)) && ownKeyOf(field) === undefined) values.set(field, []);
      else if (old === undefined) values.delete(field);
      else values.set(field, old);
    }
  return unflattenLead(Object.fromEntries(values)) as T;
}

/** How a lead was known at a moment: there with what it said, deleted, or not in the book yet. */
export type LeadThen = { is: 'there' | 'deleted'; lead: Lead } | { is: 'unknown' };

/** A lead as it was known at a moment. In: the lead as it is, its history, the moment. */
export function leadAsOf(lead: Lead, changes: readonly Change[], at: number): LeadThen {
  const then = leadBefore(lead, changes, at + 1);
  // The first entry of a lead takes even its day of coming away.
  if (then.createdAt === undefined || then.createdAt > at) return { is: 'unknown' };
  return { is: then.deletedAt === undefined ? 'there' : 'deleted', lead: then };
}
