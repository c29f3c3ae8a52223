import { companyFacts, personFacts } from '../../domain/dedupe.ts';
import { diffLeads, type FieldChange } from '../../domain/diff-leads.ts';
import { flattenLead } from '../../domain/flat-lead.ts';
import type { Held } from '../../domain/merge.ts';
import { choicesOf, type PackChoice } from '../../domain/pack-choice.ts';
import { leadOfPack, packLeadOf } from '../../domain/pack-lead.ts';
import { mergeLeads, mergePacks } from '../../domain/pack-merge.ts';
import type { CompanyValues, PersonValues } from '../../domain/schema/field.ts';
import type { Lead } from '../../domain/schema/lead.ts';
import type { OwnFieldDefinition } from '../../domain/schema/own-field.ts';
import type { Pack, PackLead } from '../../domain/schema/pack.ts';
import type { Book } from '../book.ts';
import { type ErasedList, readErasedList } from '../erased-list.ts';
import { type KnownLeads, readKnownLeads } from '../import/known-leads.ts';
import { getOwnFields } from '../own-fields.ts';
import { type Row, receiptsOf, storeOf, toLead } from '../rows.ts';
import { read } from '../transact.ts';
import { admitted, ownFieldsOfPack, withoutErasedNames } from './admit.ts';
import { type KnownNames, nameStores, namesIn } from './known-names.ts';

export type PackOutcome = 'created' | 'merged' | 'deleted' | 'unchanged' | 'refused';
export type PackRefusal = 'erased' | 'empty';
export type PackRow = {
  /** Id in this book; of a refused one that in the pack. */
  id: string;
  kind: Lead['kind'];
  name: string;
  outcome: PackOutcome;
  reason?: PackRefusal;
  changes: FieldChange[];
  choices: PackChoice[];
  packed: PackLead;
};

export type PackPlan = {
  pack: Pack;
  rows: PackRow[];
  counts: Record<PackOutcome, number>;
  /** Ids in this book by the pack's names. */
  places: ReadonlyMap<string, string>;
  /** Own fields that the pack's leads have and this book has not yet. */
  ownFields: OwnFieldDefinition[];
};

type Planning = {
  book: Book;
  known: KnownLeads;
  names: KnownNames;
  erased: ErasedList;
  places: Map<string, string>;
  /** Names of the pack's companies by their ids here. */
  firms: Map<string, string>;
  now: number;
};

/**
 * What a pack would do to this book, lead by lead, without doing it. A lead is known again by its names, else by what a
 * capture would know it by. In: the pack, the time. Throws `BookError`, or the signal's reason.
 */
export async function planPack(
  book: Book,
  pack: Pack,
  now: number,
  onProgress: (done: number, total: number) => void = () => undefined,
  signal?: AbortSignal,
): Promise<PackPlan> {
  const [{ known }, erased, kept, names] = await Promise.all([
    readKnownLeads(book, () => undefined, signal),
    readErasedList(book),
    getOwnFields(book),
    read(book, nameStores, namesIn),
  ]);
  const own = ownFieldsOfPack(pack.ownFields, kept);
  const planning: Planning = { book, known, names, erased, places: new Map(), firms: new Map(), now };
  // As if it had been merged with itself: one form, whatever wrote it. Companies first: people are tied to them.
  const { leads } = mergePacks(pack, pack);
  const inTurn = [...leads].sort((a, b) => Number(a.kind === 'person') - Number(b.kind === 'person'));
  const rows: PackRow[] = [];
  for (const [index, packed] of inTurn.entries()) {
    signal?.throwIfAborted();
    rows.push(await planLead(planning, admitted(packed, own.admitted)));
    if (index % 100 === 99) onProgress(index + 1, inTurn.length);
  }
  const counts = { created: 0, merged: 0, deleted: 0, unchanged: 0, refused: 0 };
  for (const { outcome } of rows) counts[outcome] += 1;
  const used = new Set(rows.flatMap(({ changes }) => changes.map(({ field }) => field)));
  return {
    pack,
    rows,
    counts,
    places: planning.places,
    ownFields: own.fresh.filter(({ key }) => used.has(`own.${key}`)),
  };
}

const textOf = (packed: PackLead, field: string): string | undefined => {
  const value = packed.fields[field]?.value;
  return typeof value === 'string' ? value : undefined;
};

async function planLead(planning: Planning, given: PackLead): Promise<PackRow> {
  const { names, now, places, firms, erased } = planning;
  let packed = given;
  const name = textOf(packed, 'name') ?? Object.values(packed.lists.emails ?? {}).find(({ value }) => value)?.value;
  const row = (outcome: PackOutcome, id: string, more: Partial<PackRow> = {}): PackRow => {
    for (const one of packed.ids) if (outcome !== 'refused') places.set(one, id);
    if (packed.kind === 'company' && outcome !== 'refused' && typeof name === 'string') firms.set(id, name);
    return {
      id,
      kind: packed.kind,
      name: typeof name === 'string' ? name : '',
      outcome,
      changes: [],
      choices: [],
      packed,
      ...more,
    };
  };
  const [first = ''] = packed.ids;
  const applying = { id: first, resolve: () => undefined, now };
  const known = leadOfPack(packed, applying);
  if (!known) return row('refused', first, { reason: 'empty' });
  if (known.lead.kind === 'person' && erased.person(known.lead, known.lead.partial) !== undefined)
    return row('refused', first, { reason: 'erased' });
  const held = await heldOf(planning, packed, known.lead);
  packed = withoutErasedNames(packed, [known.lead, held?.lead], erased);
  const fresh = packed === given ? known : leadOfPack(packed, applying);
  if (!fresh) return row('refused', first, { reason: 'empty' });
  if (!held) {
    // Nothing to delete, and nothing to know anyone by.
    if (packed.life.deleted) return row('unchanged', first);
    if (isEmpty(fresh.lead)) return row('refused', first, { reason: 'empty' });
    return row('created', first, { changes: diffLeads(undefined, fresh.lead) });
  }
  const id = held.lead.id;
  // A part of it was deleted as one too many, most likely: the whole is another matter.
  if (packed.life.deleted && packed.ids.every(names.isPart))
    return row('unchanged', id, { packed: { ...packed, life: { deleted: false, at: 0, origin: '' } } });
  // Whoever took the import of somebody back does not want them by the next pack.
  if (held.lead.deletedAt !== undefined && !held.receipts.stamps.deletedAt) return row('unchanged', id);
  const resolve = (one: string) => places.get(one) ?? names.lead(one);
  const ours = packLeadOf(held, names.of(id), (one) => names.of(one)[0] ?? one, names.revivedAt(id));
  const merged = leadOfPack(mergeLeads(ours, packed), {
    id,
    held,
    resolve,
    now,
  });
  if (!merged) return row('refused', id, { reason: 'empty' });
  const changes = diffLeads(held.lead, merged.lead).filter(({ field }) => field !== 'updatedAt');
  const isDeleted = held.lead.deletedAt === undefined && merged.lead.deletedAt !== undefined;
  const outcome = isDeleted ? 'deleted' : changes.length > 0 ? 'merged' : 'unchanged';
  const choices = choicesOf(held.lead, ours, packed);
  return row(outcome, id, { changes, choices: await firmChoices(planning, choices, held.lead, resolve) });
}

const isEmpty = (lead: Lead): boolean =>
  Object.entries(flattenLead(lead)).every(
    ([field, value]) =>
      ['id', 'kind', 'createdAt', 'updatedAt', 'partial', 'companyId'].includes(field) ||
      (Array.isArray(value) && value.length === 0),
  );

/** The lead of this book that one of a pack is. */
async function heldOf(
  { book, known, names, places }: Planning,
  packed: PackLead,
  lead: Lead,
): Promise<Held | undefined> {
  const store = storeOf(packed.kind);
  const named = [...new Set(packed.ids.map((one) => places.get(one) ?? names.lead(one)))];
  const heldAt = (id: string): Promise<Held | undefined> =>
    read(book, [store, 'receipts'], async (tx) => {
      const row = (await tx.objectStore(store).get(id)) as Row | undefined;
      return row && { lead: toLead(row), receipts: await receiptsOf(tx, id) };
    });
  const there = (await Promise.all(named.map(heldAt))).filter((held) => held !== undefined);
  const [first] = [...there.filter(({ lead: { deletedAt } }) => deletedAt === undefined), ...there];
  if (first) return first;
  const facts =
    lead.kind === 'person'
      ? personFacts('', lead as PersonValues, lead.partial, undefined)
      : companyFacts('', lead as CompanyValues);
  const { sure } = known.find(facts);
  return sure && sure.kind === packed.kind ? heldAt(sure.id) : undefined;
}

/** Companies by their ids and names here; left out where both books mean the same one, or one that this book cannot tell of. */
async function firmChoices(
  { book, firms }: Planning,
  choices: PackChoice[],
  lead: Lead,
  resolve: (name: string) => string,
): Promise<PackChoice[]> {
  const nameOf = async (id: string): Promise<string | undefined> =>
    firms.get(id) ?? (await read(book, ['companies'], (tx) => tx.objectStore('companies').get(id)))?.name;
  const told = choices.map(async (choice): Promise<PackChoice[]> => {
    if (choice.field !== 'companyId') return [choice];
    const [ours, theirs] = [lead.kind === 'person' ? lead.companyId : undefined, resolve(String(choice.theirs))];
    if (!ours || ours === theirs) return [];
    const [our, their] = await Promise.all([nameOf(ours), nameOf(theirs)]);
    return our && their ? [{ ...choice, ours, theirs, names: { ours: our, theirs: their } }] : [];
  });
  return (await Promise.all(told)).flat();
}
