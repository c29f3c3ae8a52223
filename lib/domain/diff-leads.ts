import { flattenLead } from './flat-lead.ts';
import type { Change, Lead } from './schema/lead.ts';

export type FieldChange = Change['fields'][number];

/** The fields in which two states of a lead differ, exactly; own fields as `own.KEY`. In: the state before (absent for a new lead), and after. */
export function diffLeads(before: Lead | undefined, after: Lead): FieldChange[] {
  const old = flattenLead(before);
  const fresh = flattenLead(after);
  const names = new Set([...Object.keys(old), ...Object.keys(fresh)]);
  return [...names].flatMap((field): FieldChange[] => {
    if (field === 'id' || field === 'kind' || isSameValue(old[field], fresh[field])) return [];
    return [
      {
        field,
        ...(old[field] !== undefined && { before: old[field] }),
        ...(fresh[field] !== undefined && { after: fresh[field] }),
      },
    ];
  });
}

/** Deep equality of values as the schemas have them; the order of an object's keys does not matter. */
export function isSameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const x: Record<string, unknown> = { ...a };
  const y: Record<string, unknown> = { ...b };
  const keys = new Set([...Object.keys(x), ...Object.keys(y)]);
  return [...keys].every((key) => isSameValue(x[key], y[key]));
}
