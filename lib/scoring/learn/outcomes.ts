import type { Change } from '../../domain/schema/lead.ts';
import type { CompiledProfile } from '../compile.ts';
import { unknown, yes } from '../condition.ts';
import type { ScoreInput } from '../input.ts';

/** A lead that came to an end. `input` is what was known before: see `asOf`. */
export type Outcome = { input: ScoreInput; won: boolean; at: number };

/** A record with the changes after a time taken back, the newest first. */
function before<T extends { id: string }>(record: T, changes: readonly Change[], at: number): T {
  const late = changes
    .filter((change) => change.leadId === record.id && change.at >= at)
    .toSorted((a, b) => b.at - a.at || (b.seq ?? 0) - (a.seq ?? 0));
  const values = new Map<string, unknown>(Object.entries(record));
  for (const { fields } of late)
    for (const { field, before: old } of fields.toReversed()) {
      if (old === undefined && Array.isArray(values.get(field))) values.set(field, []);
      else if (old === undefined) values.delete(field);
      else values.set(field, old);
    }
  return Object.fromEntries(values) as T;
}

/**
 * What was known of a lead before a moment, so that nothing learnt afterwards leaks into a model: later changes are taken back,
 * people added and talks held from then on are left out. In: the lead as it is, the history of all its records (own fields as
 * `own.KEY`), the moment. Out: the lead as it was just before.
 */
export function asOf(
  { lead, company, people, interactions, own }: ScoreInput,
  changes: readonly Change[],
  at: number,
): ScoreInput {
  const { id } = lead;
  const owned = Object.entries(own ?? {}).map(([key, value]) => [`own.${key}`, value]);
  const ownThen = Object.entries(before({ ...Object.fromEntries(owned), id }, changes, at)).filter(([key]) =>
    key.startsWith('own.'),
  );
  return {
    lead: before(lead, changes, at),
    company: company && company.createdAt < at ? before(company, changes, at) : undefined,
    people: people?.filter(({ createdAt }) => createdAt < at).map((person) => before(person, changes, at)),
    interactions: interactions?.filter(({ occurredAt }) => occurredAt < at),
    own: own && Object.fromEntries(ownThen.map(([key, value]) => [key.slice(4), value as string])),
  };
}

/** What each rule said of each ended lead just before its end: 1 where it held, 0 elsewhere; and whether it could be told. */
export function ruleTable(compiled: CompiledProfile, outcomes: readonly Outcome[]) {
  const held: number[][] = [];
  const told: boolean[][] = [];
  for (const { input, at } of outcomes) {
    const { answers } = compiled.weigh(input, at - 1);
    held.push(Array.from(answers, (answer) => (answer === yes ? 1 : 0)));
    told.push(Array.from(answers, (answer) => answer !== unknown));
  }
  return { held, told };
}
