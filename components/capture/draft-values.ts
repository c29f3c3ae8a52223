import { hasMasked } from '../../lib/capture/detectors/masked.ts';
import { type Candidate, doubtfulBelow } from '../../lib/domain/schema/draft.ts';
import {
  type CompanyField,
  companyFields,
  type FieldSpec,
  type PersonField,
  personFields,
} from '../../lib/domain/schema/field.ts';
import type { TrayItem } from '../../lib/domain/schema/tray.ts';
import type { Address, Phone, Provenance } from '../../lib/domain/schema/value.ts';

export type FieldName = PersonField | CompanyField;
export type FieldValue = string | Phone | Address;

/** One value as the card shows it. */
export type ShownValue = {
  value: FieldValue;
  text: string;
  /** Typed or chosen by the user: never doubtful. */
  mine: boolean;
  doubtful: boolean;
  provenance: Provenance[];
};
export type ShownField = {
  field: FieldName;
  spec: FieldSpec;
  values: ShownValue[];
  /** Other readings of a field with one value, best first. */
  alternatives: Candidate<FieldValue>[];
};

/** A value as one line of text. */
export function valueText(value: FieldValue): string {
  if (typeof value === 'string') return value;
  return 'kind' in value && value.ext !== undefined && !value.text.includes(value.ext)
    ? `${value.text} ext. ${value.ext}`
    : value.text;
}

const specs: Record<TrayItem['draft']['kind'], Record<string, FieldSpec>> = {
  person: personFields,
  company: companyFields,
};

/** All fields of a draft's kind in the order in which they are shown. */
export const fieldNames = (item: TrayItem): FieldName[] => Object.keys(specs[item.draft.kind]) as FieldName[];

const specOf = (item: TrayItem, field: FieldName): FieldSpec =>
  specs[item.draft.kind][field] ?? { many: false, of: 'text' };

function candidatesOf(item: TrayItem, field: FieldName): Candidate<FieldValue>[] {
  const fields: Partial<Record<FieldName, Candidate<FieldValue>[]>> = item.draft.fields;
  return fields[field] ?? [];
}

function isValue(value: unknown): value is FieldValue {
  return (
    typeof value === 'string' ||
    (typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string')
  );
}

/** What the user made of a field: undefined where they did not touch it, empty where they removed it. */
function editedValues(item: TrayItem, field: FieldName): FieldValue[] | undefined {
  const edit = item.edits[field];
  if (edit === undefined) return undefined;
  return (Array.isArray(edit) ? edit : [edit]).filter(isValue);
}

/** The field as it would be saved now: the user's own values where there are any, else the best reading (or all of many). */
export function shownField(item: TrayItem, field: FieldName): ShownField {
  const spec = specOf(item, field);
  const candidates = candidatesOf(item, field);
  const edited = editedValues(item, field);
  const readOf = (value: FieldValue) => candidates.find((candidate) => valueText(candidate.value) === valueText(value));
  const values: ShownValue[] = edited
    ? edited.map((value) => ({
        value,
        text: valueText(value),
        mine: true,
        doubtful: false,
        provenance: readOf(value)?.provenance ?? [],
      }))
    : (spec.many ? candidates : candidates.slice(0, 1)).map(({ value, confidence, provenance }) => ({
        value,
        text: valueText(value),
        mine: false,
        doubtful: confidence < doubtfulBelow,
        provenance,
      }));
  const shown = new Set(values.map((value) => value.text));
  const alternatives = spec.many ? [] : candidates.filter((candidate) => !shown.has(valueText(candidate.value)));
  return { field, spec, values, alternatives };
}

/** Fields that have a value (or whose value the user removed but could have back), in order. */
export function shownFields(item: TrayItem): ShownField[] {
  return fieldNames(item)
    .map((field) => shownField(item, field))
    .filter((field) => field.values.length > 0);
}

/** Fields that could still be filled. */
export function addableFields(item: TrayItem): FieldName[] {
  return fieldNames(item).filter((field) => {
    const { spec, values } = shownField(item, field);
    return spec.many || values.length === 0;
  });
}

/** First value of a field as text; '' where there is none. */
export const firstText = (item: TrayItem, field: FieldName): string => shownField(item, field).values[0]?.text ?? '';

/** What the user typed as a value of the field's type; undefined where they typed nothing. `before` lends a phone's kind. */
export function typedValue(spec: FieldSpec, typed: string, before?: FieldValue): FieldValue | undefined {
  const text = typed.replace(/\s+/g, ' ').trim();
  if (text === '') return undefined;
  if (spec.of === 'text') return text;
  if (spec.of === 'address') return { text };
  const digits = text.replace(/\D/g, '');
  const international = /^(\+|00)/.test(text) && !hasMasked(text) ? digits.replace(/^00/, '') : '';
  return {
    text,
    kind: typeof before === 'object' && 'kind' in before ? before.kind : 'other',
    ...(international.length >= 7 && international.length <= 15 && { e164: `+${international}` }),
  };
}

/**
 * The edits of a draft after one value was set. In: the index of the value (its count adds one), and the value or undefined to
 * remove it. Out: the whole map of edits; `null` marks a field of one value as emptied, an empty array one of many.
 */
export function withValue(
  item: TrayItem,
  field: FieldName,
  index: number,
  value: FieldValue | undefined,
): TrayItem['edits'] {
  const { spec, values } = shownField(item, field);
  if (!spec.many) return { ...item.edits, [field]: value ?? null };
  const next = values.map((shown) => shown.value);
  if (value === undefined) next.splice(index, 1);
  else next[index] = value;
  return { ...item.edits, [field]: next };
}

/** The edits of a draft without what the user did to this field: the reading shows again. */
export function withoutEdit(item: TrayItem, field: FieldName): TrayItem['edits'] {
  const { [field]: _gone, ...rest } = item.edits;
  return rest;
}
