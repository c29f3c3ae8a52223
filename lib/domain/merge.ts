import { type FieldValue, type ReadField, readFields } from './draft-values.ts';
import { parseName } from './normalize/name.ts';
import { receiptKey } from './receipt-key.ts';
import type { Draft } from './schema/draft.ts';
import { type Lead, type LeadReceipts, lead as leadSchema, type Stamp } from './schema/lead.ts';
import type { TrayItem } from './schema/tray.ts';
import type { Provenance } from './schema/value.ts';
import type { Difference } from './standing.ts';
import { isSpelledAlike } from './value-key.ts';

/** A lead with its receipts, as one merges them. */
export type Held = { lead: Lead; receipts: LeadReceipts };
/** When, where and by which install a draft is taken over. */
export type Occasion = { now: number; origin: string; url: string };
export type Merged = Held & { differences: Difference[] };

/** Places kept for each value: the first tells where the value came from, the last where it was last seen. */
const placesKept = 20;

/** A new lead made of a draft and the user's edits. In: draft, edits, the new id, the occasion. Out: lead and receipts. */
export function leadFromDraft(draft: Draft, edits: TrayItem['edits'], id: string, occasion: Occasion): Held {
  const { now } = occasion;
  const bare = leadSchema.parse({ kind: draft.kind, id, createdAt: now, updatedAt: now });
  const { lead, receipts } = mergeDraft(
    { lead: bare, receipts: { leadId: id, stamps: {}, readAt: {} } },
    draft,
    edits,
    occasion,
  );
  return { lead, receipts };
}

/**
 * Takes a draft over into a lead, field by field. What the user typed or chose (edits) wins; many-valued fields unite by
 * their normalised value; a single value that the book has already stays, and what the page says is a difference; a field
 * or value that the user emptied is not filled again. In: what is held, draft, edits, occasion. Out: new objects.
 */
export function mergeDraft(held: Held, draft: Draft, edits: TrayItem['edits'], occasion: Occasion): Merged {
  const merging = startMerge(held, occasion);
  for (const read of readFields(draft, edits, occasion)) {
    if (read.many) mergeMany(merging, read);
    else mergeSingle(merging, read);
  }
  if (draft.kind === 'person' && merging.values.name !== held.lead.name) {
    const { name } = merging.values;
    const isTyped = merging.receipts.stamps.name?.by === 'user' && typeof name === 'string';
    merging.values.partial = isTyped ? parseName(name).partial : draft.partial;
  }
  const lead = leadSchema.parse(merging.values);
  return { lead, receipts: merging.receipts, differences: merging.differences };
}

/** What a page says otherwise than the book, without taking anything over. In: what is held, draft. Out: field by field. */
export function differencesOf(held: Held, draft: Draft): Difference[] {
  const occasion = { now: 0, origin: '', url: '' };
  const merging = startMerge(held, occasion);
  return readFields(draft, {}, occasion).flatMap((read): Difference[] => {
    const ours = held.lead[read.field as keyof Lead];
    const fresh = read.values.filter(
      ({ value }) => !hasValue(held.lead, read, value) && !wasRemoved(merging, read, value),
    );
    if (fresh.length === 0) return [];
    return [{ field: read.field, ours, read: read.many ? fresh.map(({ value }) => value) : fresh[0]?.value }];
  });
}

type Merging = {
  before: Held;
  values: Record<string, unknown>;
  receipts: LeadReceipts;
  differences: Difference[];
  occasion: Occasion;
};

function startMerge(held: Held, occasion: Occasion): Merging {
  const { stamps, readAt } = held.receipts;
  const receipts = { ...held.receipts, stamps: { ...stamps }, readAt: { ...readAt } };
  return { before: held, values: { ...held.lead }, receipts, differences: [], occasion };
}

function mergeSingle(merging: Merging, read: ReadField): void {
  const { values, differences } = merging;
  const { field, by } = read;
  const ours = values[field] as FieldValue | undefined;
  const next = read.values[0];
  if (!next) {
    if (ours === undefined) return;
    delete values[field];
    setStamp(merging, field, by);
    return;
  }
  if (ours !== undefined && by === 'capture' && hasValue(merging.before.lead, read, next.value)) {
    addPlaces(merging, receiptKey(field), next.provenance);
    return;
  }
  const emptied = ours === undefined && merging.receipts.stamps[field]?.by === 'user';
  if (by === 'capture' && (ours !== undefined || emptied)) {
    differences.push({ field, ours, read: next.value });
    return;
  }
  if (ours === next.value && merging.receipts.stamps[field]?.by === 'user') return;
  values[field] = next.value;
  merging.receipts.readAt[receiptKey(field)] = [];
  addPlaces(merging, receiptKey(field), next.provenance);
  setStamp(merging, field, by);
}

function mergeMany(merging: Merging, read: ReadField): void {
  const { values, before } = merging;
  const { field, by } = read;
  const kept = [...((values[field] as FieldValue[] | undefined) ?? [])];
  const fresh: FieldValue[] = [];
  for (const { value, provenance } of read.values) {
    const known = [...kept, ...fresh].find((v) => isSpelledAlike(field, v, value, before.lead.kind));
    if (!known && by === 'capture' && wasRemoved(merging, read, value)) continue;
    if (!known) fresh.push(value);
    addPlaces(merging, receiptKey(field, known ?? value), provenance);
  }
  if (fresh.length === 0) return;
  values[field] = [...kept, ...fresh];
  // A field that the user weeded out stays theirs, so that the next reading remembers what they took away.
  if (by === 'user' || merging.receipts.stamps[field]?.by !== 'user') setStamp(merging, field, by);
}

function hasValue(lead: Lead, read: ReadField, value: FieldValue): boolean {
  const ours = lead[read.field as keyof Lead] as FieldValue | FieldValue[] | undefined;
  const list = Array.isArray(ours) ? ours : ours === undefined ? [] : [ours];
  return list.some((v) => isSpelledAlike(read.field, v, value, lead.kind));
}

/** One of many that was read before and is gone, in a field that the user changed: they took it away. */
function wasRemoved({ before, receipts }: Merging, read: ReadField, value: FieldValue): boolean {
  if (!read.many || receipts.stamps[read.field]?.by !== 'user') return false;
  return before.receipts.readAt[receiptKey(read.field, value)] !== undefined && !hasValue(before.lead, read, value);
}

function setStamp({ receipts, occasion }: Merging, field: string, by: Stamp['by']): void {
  receipts.stamps[field] = { at: occasion.now, by, origin: occasion.origin };
}

function addPlaces({ receipts }: Merging, key: string, places: Provenance[]): void {
  const known = receipts.readAt[key] ?? [];
  const isSame = (a: Provenance, b: Provenance) =>
    a.url === b.url && a.detector === b.detector && a.snippet === b.snippet;
  const renewed = known.map((old) => places.find((place) => isSame(old, place)) ?? old);
  const fresh = places.filter((place) => !known.some((old) => isSame(old, place)));
  const all = [...renewed, ...fresh];
  receipts.readAt[key] = all.length > placesKept ? [...all.slice(0, 1), ...all.slice(1 - placesKept)] : all;
}
