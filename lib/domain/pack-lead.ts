import { changedConsent, consentOf, consentRegisters, sayingRegisters } from './consent.ts';
import { isSameValue } from './diff-leads.ts';
import { fieldsOf } from './draft-values.ts';
import { flattenLead, ownKeyOf, unflattenLead } from './flat-lead.ts';
import type { Held } from './merge.ts';
import { parseName } from './normalize/name.ts';
import { compareRegisters } from './pack-merge.ts';
import { receiptKey } from './receipt-key.ts';
import {
  company,
  type Lead,
  type LeadReceipts,
  lead as leadSchema,
  type NextStep,
  person,
  type Stamp,
} from './schema/lead.ts';
import { ownValues } from './schema/own-field.ts';
import type { PackLead, Register } from './schema/pack.ts';
import type { Address, Phone } from './schema/value.ts';
import { stepId } from './step-id.ts';

type Element = string | Phone | Address;
type Elements = NonNullable<LeadReceipts['elements']>;

/** Of the record, not of whom it is about: never in a pack's fields. */
const apart = new Set(['id', 'kind', 'createdAt', 'updatedAt', 'deletedAt', 'stagedBy', 'partial', 'own']);
/** Places kept for each value, as a capture keeps them. */
const placesKept = 20;

const listFields = (kind: Lead['kind']): string[] => [
  ...fieldsOf(kind).flatMap(([field, { many }]) => (many ? [field] : [])),
  'tags',
];
const elementsOf = (lead: Lead, field: string): Element[] => (lead[field as keyof Lead] as Element[] | undefined) ?? [];
const keysOf = (lead: Lead, field: string): Map<string, Element> =>
  new Map(elementsOf(lead, field).map((value) => [receiptKey(field, value), value]));

/** Stamps of the values of many that an edit added or took away; undefined where it did neither. */
export function changedElements(before: Lead, after: Lead, fields: string[], stamp: Stamp): Elements | undefined {
  const elements: Elements = {};
  for (const field of listFields(after.kind)) {
    if (!fields.includes(field)) continue;
    const [old, now] = [keysOf(before, field), keysOf(after, field)];
    for (const key of now.keys()) if (!old.has(key)) elements[key] = stamp;
    for (const key of old.keys()) if (!now.has(key)) elements[key] = { ...stamp, gone: true };
  }
  if (fields.includes('consent')) Object.assign(elements, changedConsent(before, after, stamp));
  return Object.keys(elements).length > 0 ? elements : undefined;
}

/**
 * A lead as a pack carries it. In: lead and receipts, all its ids, the name by which packs know another lead, when a deletion
 * of it was last taken back.
 * Out: each value with its stamp; what was emptied or taken away too.
 */
export function packLeadOf(
  { lead, receipts }: Held,
  ids: string[],
  nameOf: (id: string) => string,
  revivedAt = 0,
): PackLead {
  const { stamps } = receipts;
  const unknown: Stamp = { at: lead.createdAt, by: 'import', origin: '' };
  const lists = listFields(lead.kind);
  const isSingle = (field: string) => !apart.has(field) && !lists.includes(field) && field !== 'consent';
  const values = flattenLead(lead);
  const fields: Record<string, Register> = {};
  for (const [field, value] of Object.entries(values)) {
    if (!isSingle(field) || value === undefined) continue;
    const named = field === 'companyId' && typeof value === 'string' ? nameOf(value) : value;
    fields[field] = { value: named, stamp: stamps[field] ?? unknown };
  }
  if (fields.nextStep && lead.nextStep) fields.nextStep.value = namedStep(lead.id, lead.nextStep);
  for (const [field, stamp] of Object.entries(stamps))
    if (stamp.by === 'user' && values[field] === undefined && isSingle(field)) fields[field] = { stamp };
  const life = stamps.deletedAt;
  const consent = consentRegisters(lead, receipts, unknown);
  return {
    ids: [...new Set(ids)].sort(),
    kind: lead.kind,
    createdAt: lead.createdAt,
    fields,
    lists: {
      ...Object.fromEntries(lists.map((field) => [field, registersOf(lead, receipts, field, unknown)])),
      ...(Object.keys(consent).length > 0 && { consent }),
    },
    places: receipts.readAt,
    life:
      lead.deletedAt === undefined && revivedAt > (life?.at ?? 0)
        ? { deleted: false, at: revivedAt, origin: '' }
        : { deleted: lead.deletedAt !== undefined, at: life?.at ?? 0, origin: life?.origin ?? '' },
  };
}

/** A next step with its id: only so can it be told which one it is. In: the id of its lead in this book, the step. */
export const namedStep = (leadId: string, step: NextStep): NextStep => ({ ...step, id: stepId(leadId, step) });

function registersOf(lead: Lead, receipts: LeadReceipts, field: string, unknown: Stamp): Record<string, Register> {
  const { stamps, readAt, elements = {} } = receipts;
  const registers: [string, Register][] = [];
  const present = keysOf(lead, field);
  for (const [key, value] of present) {
    const known = elements[key];
    const stamp = known && !known.gone ? stampOf(known) : readStamp(readAt[key] ?? [], stamps[field] ?? unknown);
    registers.push([key, { value, stamp }]);
  }
  const ofUser = stamps[field]?.by === 'user' ? stamps[field] : undefined;
  const gone = new Map<string, Stamp>();
  for (const key of Object.keys(readAt)) if (ofUser && key.startsWith(`${field}|`)) gone.set(key, ofUser);
  for (const [key, known] of Object.entries(elements))
    if (known.gone && key.startsWith(`${field}|`)) gone.set(key, stampOf(known));
  for (const [key, stamp] of gone) if (!present.has(key)) registers.push([key, { stamp }]);
  return Object.fromEntries(registers);
}

const stampOf = ({ at, by, origin }: Stamp): Stamp => ({ at, by, origin });

/** Since when a value is there, by where it was read first. */
function readStamp(places: LeadReceipts['readAt'][string], field: Stamp): Stamp {
  const typed = places.filter(({ detector }) => detector === 'user').map(({ at }) => at);
  const read = places.filter(({ detector }) => detector !== 'user');
  if (typed.length > 0) return { at: Math.min(...typed), by: 'user', origin: field.origin };
  if (read.length === 0) return stampOf(field);
  const by = read.every(({ detector }) => detector === 'import') ? 'import' : 'capture';
  return { at: Math.min(...read.map(({ at }) => at)), by, origin: field.origin };
}

const shapes = { person: person.shape, company: company.shape };

/** Whether a value may stand in a field of such a lead: a pack may come from anyone. */
export function fits(kind: Lead['kind'], field: string, value: unknown): boolean {
  const key = ownKeyOf(field);
  if (key !== undefined) return ownValues.safeParse({ [key]: value }).success;
  const shape: Record<string, { safeParse: (value: unknown) => { success: boolean } }> = shapes[kind];
  return !apart.has(field) && Object.hasOwn(shape, field) && shape[field]?.safeParse(value).success === true;
}

export type Applying = {
  /** Id that the lead has in this book. */
  id: string;
  /** As it stands in this book; absent for a new one. */
  held?: Held | undefined;
  /** The id in this book of a lead that packs know by another name. */
  resolve: (name: string) => string | undefined;
  now: number;
};

/**
 * The lead that a merged one of a pack is in this book, with receipts that say the same stamps: made a pack again it is the same.
 * Values that no lead can have are left out. Out: undefined where what is left is no lead.
 */
export function leadOfPack(packed: PackLead, { id, held, resolve, now }: Applying): Held | undefined {
  const { kind, createdAt, life } = packed;
  const values: Record<string, unknown> = { kind, id, createdAt };
  const stamps: LeadReceipts['stamps'] = {};
  for (const [field, { value, stamp }] of Object.entries(packed.fields)) {
    if (value === undefined || value === null) {
      if (!apart.has(field)) stamps[field] = stamp;
      continue;
    }
    const ours = field === 'companyId' ? (typeof value === 'string' ? resolve(value) : undefined) : value;
    if (ours === undefined || !fits(kind, field, ours)) continue;
    values[field] = ours;
    stamps[field] = stamp;
  }
  const elements: Elements = {};
  const noteStamps = (field: string, registers: [string, Register][]) => {
    for (const [key, { value, stamp }] of registers)
      elements[key] = value === undefined || value === null ? { ...stamp, gone: true } : stamp;
    const [last] = registers.map(([, register]) => register).sort((a, b) => compareRegisters(b, a).wins);
    if (last) stamps[field] = last.stamp;
  };
  for (const field of listFields(kind)) {
    const registers = Object.entries(packed.lists[field] ?? {}).filter(
      ([key, { value }]) =>
        value === undefined ||
        value === null ||
        (fits(kind, field, [value]) && receiptKey(field, value as Element) === key),
    );
    values[field] = inOrder(registers, held, field);
    noteStamps(field, registers);
  }
  const said = sayingRegisters(packed.lists.consent ?? {});
  values.consent = consentOf(said);
  noteStamps('consent', said);
  const before = held?.lead;
  // The very step that is there stays as it is: that it has an id in packs changes nothing.
  if (before?.nextStep && isSameValue(values.nextStep, namedStep(before.id, before.nextStep)))
    values.nextStep = before.nextStep;
  const wasPartial = before?.kind === 'person' ? before.partial : undefined;
  if (kind === 'person')
    values.partial =
      values.name === before?.name && wasPartial !== undefined
        ? wasPartial
        : typeof values.name === 'string' && parseName(values.name).partial;
  if (life.at > 0) stamps.deletedAt = { at: life.at, by: 'user', origin: life.origin };
  // Here it is deleted from now on, however long ago it was elsewhere: until it goes for good there are all its days.
  if (life.deleted) values.deletedAt = before?.deletedAt ?? now;
  values.updatedAt = before?.updatedAt ?? now;
  const parsed = leadSchema.safeParse(unflattenLead(values));
  if (!parsed.success) return undefined;
  const readAt = Object.fromEntries(
    Object.entries(packed.places).map(([key, places]) => [
      key,
      places.length > placesKept ? [...places.slice(0, 1), ...places.slice(1 - placesKept)] : places,
    ]),
  );
  const lead = before && isSameLead(before, parsed.data) ? before : { ...parsed.data, updatedAt: now };
  return { lead, receipts: { leadId: id, stamps, readAt, elements } };
}

/** What is there stays in its place, what is new follows by age. */
function inOrder(registers: [string, Register][], held: Held | undefined, field: string): unknown[] {
  const now = new Map(registers.filter(([, { value }]) => value !== undefined && value !== null));
  const old = held ? [...keysOf(held.lead, field).keys()].filter((key) => now.has(key)) : [];
  const fresh = [...now]
    .filter(([key]) => !old.includes(key))
    .sort(([a, x], [b, y]) => x.stamp.at - y.stamp.at || (a < b ? -1 : 1))
    .map(([key]) => key);
  return [...old, ...fresh].map((key) => now.get(key)?.value);
}

const isSameLead = (a: Lead, b: Lead): boolean =>
  isSameValue({ ...a, updatedAt: 0, stagedBy: '' }, { ...b, updatedAt: 0, stagedBy: '' });
