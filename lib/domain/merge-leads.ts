import { consentKey, unitedConsent } from './consent.ts';
import { isSameValue } from './diff-leads.ts';
import { type FieldValue, fieldsOf } from './draft-values.ts';
import { flattenLead, unflattenLead } from './flat-lead.ts';
import type { Held } from './merge.ts';
import { receiptKey } from './receipt-key.ts';
import { type Lead, type LeadReceipts, lead as leadSchema, type Stamp } from './schema/lead.ts';
import { consentChannels } from './schema/privacy.ts';
import { isSpelledAlike } from './value-key.ts';
import { unitedWallets } from './wallet.ts';

/** Values that the user chose for fields, instead of what would be taken; `null` empties one. */
export type MergeChoices = Record<string, unknown>;

/** A field as merging sees it: what each of the leads says (undefined: nothing), and what is taken. */
export type MergeField = {
  field: string;
  /** All of what they say is kept, each value once. */
  many: boolean;
  said: unknown[];
  taken: unknown;
  /** Which of them the value taken is from; of a field of many and of what is made of all: none. */
  from?: number;
};

/** Neither chosen nor shown: what a lead is by itself, and what is worked out of all of them. */
const own = new Set(['id', 'kind', 'createdAt', 'updatedAt', 'deletedAt', 'mergedInto', 'stagedBy', 'partial']);

/**
 * What merging takes of each field by itself. A value that a person typed comes first, the newest; else the kept lead's stays,
 * and gaps are filled from the others in their order; a whole name takes the place of a part. Lists unite, notes are put
 * under each other, histories of a need become one, who must not be contacted by one is not contacted, and of each way to reach
 * them the last word counts. In: the lead that is kept first. Out: every field that one says something of.
 */
export function mergeFields(all: readonly Held[]): MergeField[] {
  const flat = all.map(({ lead }) => flattenLead(lead));
  const [kept] = all;
  if (!kept) return [];
  const specs = new Map(fieldsOf(kept.lead.kind));
  const names = new Set(
    [...specs.keys(), ...flat.flatMap((values) => Object.keys(values))].filter((field) => !own.has(field)),
  );
  return [...names].flatMap((field): MergeField[] => {
    const said = flat.map((values) => (isNothing(values[field]) ? undefined : values[field]));
    if (said.every((value) => value === undefined)) return [];
    const isList = specs.get(field)?.many || field === 'tags';
    if (isList) return [{ field, many: true, said, taken: unite(field, said, kept.lead.kind) }];
    if (field === 'wallet') return [{ field, many: false, said, taken: unitedWallets(said) }];
    if (field === 'consent') return [{ field, many: false, said, taken: unitedConsent(said) }];
    if (field === 'note') return [{ field, many: false, said, taken: joinNotes(said) }];
    if (field === 'doNotContact') return [{ field, many: false, said, taken: said.includes(true) || undefined }];
    const from = choose(field, all, said);
    return [{ field, many: false, said, taken: said[from], from }];
  });
}

/** Which lead says most; of equals the older. In: leads. Out: its place. */
export function richest(leads: readonly Lead[]): number {
  const said = leads.map((lead) => Object.values(flattenLead(lead)).filter((value) => !isNothing(value)).length);
  const order = [...leads.keys()].sort(
    (a, b) => (said[b] ?? 0) - (said[a] ?? 0) || (leads[a]?.createdAt ?? 0) - (leads[b]?.createdAt ?? 0) || a - b,
  );
  return order[0] ?? 0;
}

const isNothing = (value: unknown) =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

function choose(field: string, all: readonly Held[], said: readonly unknown[]): number {
  const stampOf = (at: number) => all[at]?.receipts.stamps[field];
  const typed = [...said.keys()].filter((at) => said[at] !== undefined && stampOf(at)?.by === 'user');
  const [newest] = typed.sort((a, b) => (stampOf(b)?.at ?? 0) - (stampOf(a)?.at ?? 0) || a - b);
  if (newest !== undefined) return newest;
  const isWhole = (at: number) => field !== 'name' || !(all[at]?.lead.kind === 'person' && all[at].lead.partial);
  const there = [...said.keys()].filter((at) => said[at] !== undefined);
  return there.find(isWhole) ?? there[0] ?? 0;
}

function unite(field: string, said: readonly unknown[], kind: Lead['kind']): unknown[] {
  const same = (a: unknown, b: unknown) =>
    field === 'tags' ? a === b : isSpelledAlike(field, a as FieldValue, b as FieldValue, kind);
  const united: unknown[] = [];
  for (const value of said.flatMap((list) => (Array.isArray(list) ? list : [])))
    if (!united.some((one) => same(one, value))) united.push(value);
  return united;
}

function joinNotes(said: readonly unknown[]): string {
  const lines = said.flatMap((note) => (typeof note === 'string' ? note.split('\n') : []));
  return [...new Set(lines)].join('\n');
}

/**
 * One lead made of several, with where its values were read. In: the lead that is kept first, what the user chose otherwise,
 * the time, this install. Out: lead and receipts under the id of the first. Throws a ZodError for a choice that the schema refuses.
 */
export function mergeLeadsInto(
  all: readonly [Held, ...Held[]],
  choices: MergeChoices,
  by: { now: number; origin: string },
): Held {
  const [kept] = all;
  const { kind, id } = kept.lead;
  const fields = mergeFields(all);
  const values: Record<string, unknown> = { ...flattenLead(kept.lead) };
  const stamps: Record<string, Stamp> = { ...kept.receipts.stamps };
  for (const { field, taken, from } of fields) {
    const chosen = Object.hasOwn(choices, field) ? choices[field] : taken;
    if (chosen === undefined || chosen === null) delete values[field];
    else values[field] = chosen;
    const stamp = stampFor(field, all, chosen, from);
    if (!isSameValue(chosen, taken)) stamps[field] = { at: by.now, by: 'user', origin: by.origin };
    else if (stamp) stamps[field] = stamp;
  }
  for (const [field, { many }] of fieldsOf(kind)) if (many) values[field] ??= [];
  values.tags ??= [];
  values.createdAt = Math.min(...all.map(({ lead }) => lead.createdAt));
  values.updatedAt = by.now;
  if (kind === 'person') {
    const named = all.find(({ lead }) => lead.name === values.name)?.lead;
    values.partial = named?.kind === 'person' ? named.partial : false;
    const companyId = Object.hasOwn(choices, 'companyId') ? choices.companyId : companyOf(all, values.companyName);
    if (companyId) values.companyId = companyId;
    else delete values.companyId;
  }
  const lead = leadSchema.parse(unflattenLead(values));
  const elements = elementsOf(all, lead);
  return { lead, receipts: { leadId: id, stamps, readAt: placesOf(all, lead), ...(elements && { elements }) } };
}

/** The company of the book that goes with the name that was taken. */
function companyOf(all: readonly Held[], companyName: unknown): string | undefined {
  const people = all.flatMap(({ lead }) => (lead.kind === 'person' ? [lead] : []));
  const isNamed = (name: string | undefined) =>
    name === companyName ||
    (name !== undefined &&
      typeof companyName === 'string' &&
      isSpelledAlike('companyName', name, companyName, 'person'));
  return people.find((one) => one.companyId && isNamed(one.companyName))?.companyId;
}

/** Whose stamp a value keeps: its own; what was united keeps the newest of a person, else the newest. */
function stampFor(field: string, all: readonly Held[], chosen: unknown, from: number | undefined): Stamp | undefined {
  const stamps = all.flatMap(({ lead, receipts }, at) => {
    const stamp = receipts.stamps[field];
    const isTheirs = from === undefined || at === from || isSameValue(flattenLead(lead)[field], chosen);
    return stamp && isTheirs ? [stamp] : [];
  });
  const weight = ({ by, at }: Stamp) => (by === 'user' ? 1e15 : 0) + at;
  return stamps.sort((a, b) => weight(b) - weight(a))[0];
}

/** Places kept for each value: the first tells where it came from, the last where it was last seen. */
const placesKept = 20;

/** Every place at which what is now in the lead was read, by any of them; and of lists what was read and taken away since. */
function placesOf(all: readonly Held[], lead: Lead): LeadReceipts['readAt'] {
  const readAt: LeadReceipts['readAt'] = {};
  const specs = fieldsOf(lead.kind);
  const now = flattenLead(lead);
  for (const { lead: from, receipts } of all) {
    const theirs = flattenLead(from);
    for (const [key, places] of Object.entries(receipts.readAt)) {
      const field = key.split('|')[0] ?? key;
      const many = specs.find(([name]) => name === field)?.[1].many ?? false;
      const [ours, old] = [now[field], theirs[field]];
      if (
        !many &&
        (ours === undefined ||
          old === undefined ||
          !isSpelledAlike(field, ours as FieldValue, old as FieldValue, lead.kind))
      )
        continue;
      const under = many ? keyOf(field, key, ours, old, lead.kind) : key;
      const known = readAt[under] ?? [];
      const fresh = places.filter((place) => !known.some((one) => isSameValue(one, place)));
      const joined = [...known, ...fresh];
      readAt[under] = joined.length > placesKept ? [...joined.slice(0, 1), ...joined.slice(1 - placesKept)] : joined;
    }
  }
  return readAt;
}

/**
 * Stamps of single values of a list, and of single ways to reach somebody: of what the merged lead says the newest of those who say
 * so, of what nobody says any more when it was last taken away. Undefined for none.
 */
function elementsOf(all: readonly Held[], lead: Lead): LeadReceipts['elements'] {
  const united: NonNullable<LeadReceipts['elements']> = {};
  const now = flattenLead(lead);
  for (const { lead: from, receipts } of all) {
    const theirs = flattenLead(from);
    for (const [key, element] of Object.entries(receipts.elements ?? {})) {
      const field = key.split('|')[0] ?? key;
      const under = field === 'consent' ? key : keyOf(field, key, now[field], theirs[field], lead.kind);
      const ours = elementAt(lead, field, under);
      const isOthers = field === 'consent' && !isSameValue(ours, elementAt(from, field, key));
      if (element.gone ? ours !== undefined : ours === undefined || isOthers) continue;
      const known = united[under];
      if (!known || element.at > known.at) united[under] = element;
    }
  }
  return Object.keys(united).length > 0 ? united : undefined;
}

/** What a lead has under the key of an element. */
function elementAt(lead: Lead, field: string, key: string): unknown {
  const channel = field === 'consent' ? consentChannels.find((one) => consentKey(one) === key) : undefined;
  if (channel) return lead.consent?.[channel];
  const list = flattenLead(lead)[field];
  return Array.isArray(list) ? (list as FieldValue[]).find((value) => receiptKey(field, value) === key) : undefined;
}

/** The key of one of many under which the merged lead has it: another spelling may have been kept. */
function keyOf(field: string, key: string, ours: unknown, old: unknown, kind: Lead['kind']): string {
  const listed = (list: unknown) => (Array.isArray(list) ? (list as FieldValue[]) : []);
  const value = listed(old).find((one) => receiptKey(field, one) === key);
  const kept = value !== undefined && listed(ours).find((one) => isSpelledAlike(field, one, value, kind));
  return kept ? receiptKey(field, kept) : key;
}
