import { receiptKey } from '../domain/receipt-key.ts';
import type { IcpProfile } from '../domain/schema/icp.ts';
import type { Lead, LeadReceipts, Stamp } from '../domain/schema/lead.ts';
import type { Provenance } from '../domain/schema/value.ts';
import { type Explanation, explain } from '../scoring/explain.ts';
import { factSource } from '../scoring/fact-sources.ts';
import type { ScoreInput } from '../scoring/input.ts';
import type { Book } from './book.ts';
import { BookError } from './book-error.ts';
import { activeProfile } from './profiles.ts';
import { receiptsOf } from './rows.ts';
import { scoreInputs } from './score-input.ts';
import { compiled } from './scores.ts';
import { read } from './transact.ts';

/** A value behind a fact: whose it is, what it is, and where it was read. */
export type FactPlace = {
  leadId: string;
  field: string;
  value: unknown;
  places: Provenance[];
  /** Of a field with one value: who set it last. */
  stamp: Stamp | undefined;
};
export type ScoreDetail = {
  explanation: Explanation;
  profile: IcpProfile;
  input: ScoreInput;
  /** By fields of rules: the values behind them, those of the lead itself first. */
  places: Record<string, FactPlace[]>;
};

/** Of a firm with thousands of people the first ones are enough to say where something was read. */
const mostPeople = 40;

function valuesOf(lead: Lead, field: string): unknown[] {
  const value: unknown = field.startsWith('own.') ? lead.own?.[field.slice(4)] : Reflect.get(lead, field);
  if (value === undefined || value === null || value === '') return [];
  return Array.isArray(value) && !field.startsWith('own.') ? value : [value];
}

/** The values behind a fact with their places. In: the leads that a score is of, their receipts, the field of rules. */
export function factPlaces(
  leads: readonly Lead[],
  receipts: ReadonlyMap<string, LeadReceipts>,
  fact: string,
): FactPlace[] {
  const source = factSource(fact);
  if (!source) return [];
  const kind = { company: 'company', people: 'person', any: undefined }[source.of];
  return leads
    .filter((lead) => kind === undefined || lead.kind === kind)
    .flatMap((lead) =>
      source.fields.flatMap((field) => {
        const { readAt = {}, stamps = {} } = receipts.get(lead.id) ?? {};
        const isMany = Array.isArray(Reflect.get(lead, field));
        return valuesOf(lead, field).map((value) => ({
          leadId: lead.id,
          field,
          value,
          places: readAt[isMany ? receiptKey(field, value as string) : field] ?? [],
          stamp: isMany ? undefined : stamps[field],
        }));
      }),
    );
}

/** A lead's score with all its reasons and where their facts were read; a person has that of their company. Throws `BookError`. */
export async function scoreDetail(book: Book, id: string, now: number): Promise<ScoreDetail> {
  const [profile, inputs] = await Promise.all([activeProfile(book), scoreInputs(book, [id])]);
  const input = inputs.get(id);
  if (!input) throw new BookError('unknown', `There is no lead ${id}`);
  const explanation = explain(compiled(profile), input, now);
  // Whoever is looked at comes first.
  const people = (input.people ?? []).toSorted((a, b) => Number(b.id === id) - Number(a.id === id));
  const leads: Lead[] = [input.lead, ...people.slice(0, mostPeople)];
  const receipts = await read(
    book,
    ['receipts'],
    async (tx) =>
      new Map(await Promise.all(leads.map(async (lead) => [lead.id, await receiptsOf(tx, lead.id)] as const))),
  );
  const facts = [...explanation.lines, ...explanation.gateRules].flatMap((line) =>
    line.facts.map(({ field }) => field),
  );
  const places = Object.fromEntries([...new Set(facts)].map((fact) => [fact, factPlaces(leads, receipts, fact)]));
  return { explanation, profile, input, places };
}
