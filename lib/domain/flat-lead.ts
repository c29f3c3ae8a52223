import type { Lead } from './schema/lead.ts';

const prefix = 'own.';

/** How history, stamps and rules name an own field. In: its key. */
export const ownFieldPath = (key: string): string => `${prefix}${key}`;

/** The key of an own field, or undefined for any other. In: the name of a field as history and stamps have it. */
export const ownKeyOf = (field: string): string | undefined =>
  field.startsWith(prefix) ? field.slice(prefix.length) : undefined;

/** A lead with its own fields beside the others, as `own.KEY`: so history, stamps and undo name them. In: the lead. */
export function flattenLead(lead: Lead | undefined): Record<string, unknown> {
  if (!lead?.own) return { ...lead };
  const { own, ...rest } = lead;
  const values: Record<string, unknown> = { ...rest };
  for (const [key, value] of Object.entries(own)) values[ownFieldPath(key)] = value;
  return values;
}

/** The way back: `own.KEY` gathered under `own`, which is absent where there is none. In: values as `flattenLead` gives them. */
export function unflattenLead(values: Record<string, unknown>): Record<string, unknown> {
  const rest: Record<string, unknown> = {};
  const own: [string, unknown][] = [];
  for (const [field, value] of Object.entries(values)) {
    const key = ownKeyOf(field);
    if (key === undefined) rest[field] = value;
    else if (value !== undefined && value !== null) own.push([key, value]);
  }
  // fromEntries makes properties of its own, whatever a key is called.
  return own.length > 0 ? { ...rest, own: Object.fromEntries(own) } : rest;
}
