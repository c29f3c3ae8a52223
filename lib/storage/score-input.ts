import type { Company, Interaction, Lead, Person } from '../domain/schema/lead.ts';
import type { OwnValues } from '../domain/schema/own-field.ts';
import type { ScoreInput } from '../scoring/input.ts';
import type { Book } from './book.ts';
import type { PersonRow } from './book-schema.ts';
import { inChunks } from './in-chunks.ts';
import { readRows } from './read-leads.ts';
import { hiddenBatches, isVisible, type Row, toLead } from './rows.ts';
import { type ReadTx, read, type Store } from './transact.ts';
import { customerValues } from './value-rows.ts';

type Event = Pick<Interaction, 'kind' | 'occurredAt'>;

/** What the inputs of scores are read from. */
export const inputStores: Store[] = ['people', 'companies', 'interactions', 'actions', 'customerValues'];
const isGiven = (value: OwnValues[string]): boolean =>
  value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);

/** The own values of a lead and, for those it has not, of its people. */
function ownOf(lead: Lead, people: readonly Person[]): OwnValues | undefined {
  if (!people.some(({ own }) => own)) return lead.own;
  const merged: OwnValues = {};
  for (const { own = {} } of [lead, ...people])
    for (const [key, value] of Object.entries(own))
      if (isGiven(value) && !Object.hasOwn(merged, key)) merged[key] = value;
  return merged;
}

/** What a company, or a person without one, is scored by. In: the lead, its people, what happened with any of them. */
export function scoreInput(
  lead: Lead,
  people: readonly Person[],
  interactions: readonly Event[],
  value?: ScoreInput['value'],
): ScoreInput {
  const own = ownOf(lead, people);
  return {
    lead,
    ...(lead.kind === 'company' && { people }),
    interactions,
    ...(own && { own }),
    ...(value && { value }),
  };
}

/**
 * What leads are scored by, read through indexes. A person is scored as their company, where they have one: the firm has
 * the tier. In: ids of people and companies. Out: inputs by those ids; ids that are not in the book have none. Throws `BookError`.
 */
export function scoreInputs(book: Book, leadIds: readonly string[]): Promise<Map<string, ScoreInput>> {
  return read(book, inputStores, async (tx) => {
    const hidden = await hiddenBatches(tx);
    const rows = await Promise.all(
      leadIds.map(
        async (id): Promise<Row | undefined> =>
          (await tx.objectStore('people').get(id)) ?? tx.objectStore('companies').get(id),
      ),
    );
    return inputsOf(
      tx,
      rows.filter((row) => row !== undefined && isVisible(row, hidden)).map((row) => row as Row),
      hidden,
    );
  });
}

/** What rows are scored by that were just read. In: a transaction over `inputStores`, visible rows, `hiddenBatches`. Out: inputs by the rows' ids. */
export async function inputsOf(
  tx: ReadTx,
  rows: readonly Row[],
  hidden: Set<string>,
): Promise<Map<string, ScoreInput>> {
  const heads = new Map<string, Promise<ScoreInput>>();
  const inputs = await Promise.all(
    rows.map(async (row) => {
      const lead = await headOf(tx, row, hidden);
      const known = heads.get(lead.id) ?? inputOf(tx, lead, hidden);
      heads.set(lead.id, known);
      return [row.id, await known] as const;
    }),
  );
  return new Map(inputs);
}

/** The lead that has the tier of this one: a person's company, else itself. */
async function headOf(tx: ReadTx, row: Row, hidden: Set<string>): Promise<Lead> {
  const { companyId } = row as PersonRow;
  const company = companyId ? await tx.objectStore('companies').get(companyId) : undefined;
  return toLead(company && isVisible(company, hidden) ? company : row);
}

async function inputOf(tx: ReadTx, lead: Lead, hidden: Set<string>): Promise<ScoreInput> {
  const rows = lead.kind === 'company' ? await tx.objectStore('people').index('companyId').getAll(lead.id) : [];
  const people = rows.filter((row) => isVisible(row, hidden)).map((row) => toLead(row) as Person);
  const touched = tx.objectStore('interactions').index('leadId');
  const interactions = await Promise.all([lead, ...people].map(({ id }) => touched.getAll(id)));
  const value = await tx.objectStore('customerValues').get(lead.id);
  return scoreInput(lead, people, interactions.flat().filter(isContact).map(eventOf), value);
}

/** Reading a page is no contact with whoever is on it. */
const isContact = ({ kind }: Interaction): boolean => kind !== 'capture';
const eventOf = ({ kind, occurredAt }: Interaction): Event => ({ kind, occurredAt });

/**
 * What has to be scored again after changes. In: ids of leads that were changed, deleted ones too. Out: the inputs they
 * are part of, each once, and the ids that are not scored on their own (any more): deleted ones, and people of a company.
 */
export async function scoredAnew(
  book: Book,
  leadIds: readonly string[],
): Promise<{ inputs: ScoreInput[]; gone: string[] }> {
  const direct = await scoreInputs(book, leadIds);
  const missing = leadIds.filter((id) => !direct.has(id));
  // Where a company went, its people stand for themselves.
  const staff = await read(book, ['people'], (tx) =>
    Promise.all(missing.map((id) => tx.objectStore('people').index('companyId').getAllKeys(id))),
  );
  const indirect = staff.length > 0 ? await scoreInputs(book, staff.flat()) : new Map<string, ScoreInput>();
  const inputs = new Map([...direct.values(), ...indirect.values()].map((input) => [input.lead.id, input]));
  const gone = new Set(leadIds.filter((id) => !inputs.has(id)));
  for (const { people = [] } of inputs.values()) for (const { id } of people) gone.add(id);
  return { inputs: [...inputs.values()], gone: [...gone] };
}

/**
 * Reads what the whole book is scored by: every company with its people, every person without a company.
 * In: the book, what to do with a chunk. Throws `BookError`.
 */
export async function allScoreInputs(book: Book, onChunk: (inputs: ScoreInput[]) => void): Promise<void> {
  const events = new Map<string, Event[]>();
  const staff = new Map<string, Person[]>();
  const alone: Person[] = [];
  const companies: Company[] = [];
  // All at once: one waits for the database while another is taken in.
  const [values] = await Promise.all([
    customerValues(book),
    readInteractions(book, (one) => {
      const known = events.get(one.leadId);
      if (known) known.push(eventOf(one));
      else events.set(one.leadId, [eventOf(one)]);
    }),
    readRows(book, 'person', (rows) => {
      for (const row of rows as Person[]) {
        const known = row.companyId ? staff.get(row.companyId) : alone;
        if (known) known.push(row);
        else if (row.companyId) staff.set(row.companyId, [row]);
      }
    }),
    readRows(book, 'company', (rows) => {
      for (const row of rows as Company[]) companies.push(row);
    }),
  ]);
  const of = (lead: Lead, people: readonly Person[]) =>
    scoreInput(
      lead,
      people,
      [lead, ...people].flatMap(({ id }) => events.get(id) ?? []),
      values.get(lead.id),
    );
  for (let from = 0; from < companies.length; from += chunk)
    onChunk(companies.slice(from, from + chunk).map((row) => of(row, staff.get(row.id) ?? [])));
  for (const { id } of companies) staff.delete(id);
  // Those whose company is gone stand for themselves.
  for (const people of staff.values()) alone.push(...people);
  for (let from = 0; from < alone.length; from += chunk)
    onChunk(alone.slice(from, from + chunk).map((person) => of(person, [])));
}

const chunk = 1000;

const readInteractions = (book: Book, each: (interaction: Interaction) => void): Promise<void> =>
  inChunks(
    book,
    ['interactions'],
    (tx, after): Promise<Interaction[]> => tx.objectStore('interactions').getAll(after, chunk),
    (part) => (part.length === chunk ? part.at(-1)?.id : undefined),
    (part) => {
      for (const one of part) if (isContact(one)) each(one);
    },
  );
