import type { Candidate, Draft } from './schema/draft.ts';
import { type CompanyValues, companyFields, type FieldSpec, type PersonValues, personFields } from './schema/field.ts';
import type { Lead } from './schema/lead.ts';
import { companyEdits, personEdits, type TrayItem } from './schema/tray.ts';
import type { Address, Phone, Provenance } from './schema/value.ts';

export type FieldValue = string | Phone | Address;

/** What a draft with the user's edits says of one field. */
export type ReadField = {
  field: string;
  many: boolean;
  by: 'user' | 'capture';
  /** At most one for a field of one value. Empty only where the user emptied the field. */
  values: { value: FieldValue; provenance: Provenance[] }[];
};

/** The readable fields of a kind of lead, in their order. */
export const fieldsOf = (kind: Lead['kind']): [string, FieldSpec][] =>
  Object.entries(kind === 'person' ? personFields : companyFields);

/**
 * The fields that a draft and the user's edits know something of, in order; an edit wins over every reading.
 * In: the draft, its edits, and where they were made. An edit that the schema refuses is left out.
 */
export function readFields(draft: Draft, edits: TrayItem['edits'], edited: { url: string; now: number }): ReadField[] {
  const candidates = draft.fields as Record<string, Candidate<FieldValue>[]>;
  return fieldsOf(draft.kind).flatMap(([field, { many }]): ReadField[] => {
    const read = candidates[field] ?? [];
    const edit = parseEdit(draft.kind, field, edits[field]);
    if (edit !== undefined) {
      const values = (Array.isArray(edit) ? edit : edit === null ? [] : [edit]) as FieldValue[];
      // The user's choice of another candidate keeps where that one was read.
      const readAt = (value: FieldValue) => read.find((c) => same(c.value, value))?.provenance ?? [typed(edited)];
      return [{ field, many, by: 'user', values: values.map((value) => ({ value, provenance: readAt(value) })) }];
    }
    const kept = (many ? read : read.slice(0, 1)).filter(({ value }) => typeof value !== 'string' || value.trim());
    return kept.length ? [{ field, many, by: 'capture', values: kept }] : [];
  });
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
const typed = ({ url, now }: { url: string; now: number }): Provenance => ({
  url,
  at: now,
  detector: 'user',
  snippet: '',
});

/** `undefined`: not edited; `null`: emptied. */
function parseEdit(kind: Draft['kind'], field: string, edit: unknown): unknown {
  if (edit === undefined) return undefined;
  if (edit === null || (typeof edit === 'string' && !edit.trim())) return null;
  const schema: { safeParse(value: unknown): { success: boolean; data?: Record<string, unknown> | undefined } } =
    kind === 'person' ? personEdits : companyEdits;
  const parsed = schema.safeParse({ [field]: edit });
  return parsed.success ? parsed.data?.[field] : undefined;
}

/** The plain values of read fields, as a lead would hold them. In: `readFields`. */
export function valuesOf(kind: 'person', fields: ReadField[]): PersonValues;
export function valuesOf(kind: 'company', fields: ReadField[]): CompanyValues;
export function valuesOf(kind: Lead['kind'], fields: ReadField[]): PersonValues | CompanyValues {
  const values: Record<string, unknown> = {};
  for (const [field, { many }] of fieldsOf(kind)) if (many) values[field] = [];
  for (const { field, many, values: read } of fields) {
    if (many) values[field] = read.map(({ value }) => value);
    else if (read[0]) values[field] = read[0].value;
  }
  return values as PersonValues | CompanyValues;
}
