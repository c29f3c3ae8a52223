import { leadBefore } from '../../domain/as-of.ts';
import type { IcpRule, Tier } from '../../domain/schema/icp.ts';
import type { Change, Lead, Person } from '../../domain/schema/lead.ts';
import type { CompiledProfile } from '../compile.ts';
import { unknown, yes } from '../condition.ts';
import type { ScoreInput } from '../input.ts';

/** A lead that came to an end. `input` is what was known before: see `asOf`. */
export type Outcome = { input: ScoreInput; won: boolean; at: number };

/** A lead with its people and talks, before it is made into what rules see. */
export type Known = { lead: Lead; people: readonly Person[]; interactions: NonNullable<ScoreInput['interactions']> };

/**
 * What was known of a lead before a moment, so that nothing learnt afterwards leaks into a model: later changes are taken back,
 * people added or moved to it and talks held from then on are left out. In: the lead as it is, the history of all its records,
 * the moment. Out: the lead as it was just before.
 */
export function asOf({ lead, people, interactions }: Known, changes: readonly Change[], at: number): Known {
  return {
    lead: leadBefore(lead, changes, at),
    people: people
      .filter(({ createdAt }) => createdAt < at)
      .map((person) => leadBefore(person, changes, at))
      .filter(({ companyId }) => companyId === lead.id),
    interactions: interactions.filter(({ occurredAt }) => occurredAt < at),
  };
}

export type Ending =
  | {
      use: true;
      known: Known;
      won: boolean;
      at: number;
      /** It came into the book with or after its end, so that it is taken as it was first kept. */
      late: boolean;
    }
  | { use: false; why: 'contradictory' | 'future' };

/** Whether a lead was written down with its outcome or after its end, as an import of old leads does. */
function cameLate(id: string, changes: readonly Change[], end: number): boolean {
  const own = changes.filter(({ leadId }) => leadId === id);
  const birth = own.find(({ fields }) => fields.some(({ field }) => field === 'createdAt'));
  if (!birth) return false;
  if ((birth.recordedAt ?? birth.at) >= end) return true;
  return own.some(
    ({ actionId, fields }) => actionId === birth.actionId && fields.some(({ field }) => field === 'outcome'),
  );
}

/**
 * How the work with a lead ended, and what was known before. A company's own outcome counts; where it has none, that of its
 * people, the first of them, if they agree. In: the lead as it is, the history of all its records, the time. Out: undefined while it is open.
 */
export function endingOf(now: Known, changes: readonly Change[], today: number): Ending | undefined {
  const { lead, people } = now;
  const ends = lead.outcome ? [lead.outcome] : people.flatMap(({ outcome }) => outcome ?? []);
  const [end] = ends.toSorted((a, b) => a.at - b.at);
  if (!end) return undefined;
  if (ends.some(({ result }) => result !== end.result)) return { use: false, why: 'contradictory' };
  if (end.at > today) return { use: false, why: 'future' };
  const after = lead.createdAt >= end.at;
  const known = asOf(now, changes, after ? lead.createdAt + 1 : end.at);
  const interactions = known.interactions.filter(({ occurredAt }) => occurredAt < end.at);
  const late = after || cameLate(lead.id, changes, end.at);
  return { use: true, known: { ...known, interactions }, won: end.result === 'won', at: end.at, late };
}

/** What a rule's points are measured by: its own, or of its tiers those that weigh most. A gate has none. */
export const pointsOf = (rule: IcpRule): number => {
  if (rule.kind === 'gate') return 0;
  if (rule.kind !== 'tiers') return rule.points;
  return rule.tiers.reduce((most, { points }) => (Math.abs(points) > Math.abs(most) ? points : most), 0);
};

export type RuleTable = {
  /** 1 where the rule held, 0 elsewhere. */
  held: number[][];
  /** Whether it could be told at all. */
  told: boolean[][];
  /** How much of the rule's points the lead had: a lower tier or a faded event is a part, several events are more than one. */
  shares: number[][];
  /** What the profile made of it all; below nothing behind a gate. */
  totals: number[];
  tiers: Tier[];
};

/** What each rule said of each ended lead just before its end, by lead and then by rule. */
export function ruleTable(compiled: CompiledProfile, outcomes: readonly Outcome[]): RuleTable {
  const table: RuleTable = { held: [], told: [], shares: [], totals: [], tiers: [] };
  const references = compiled.plans.map(({ rule }) => pointsOf(rule));
  for (const { input, at } of outcomes) {
    const { total, gates, tier } = compiled.score(input, at - 1);
    table.totals.push(gates.length > 0 ? -1 : total);
    table.tiers.push(tier);
    const { answers, points } = compiled.weigh(input, at - 1);
    const held = Array.from(answers, (answer) => (answer === yes ? 1 : 0));
    table.held.push(held);
    table.told.push(Array.from(answers, (answer) => answer !== unknown));
    table.shares.push(
      held.map((one, rule) => {
        const reference = references[rule] ?? 0;
        return reference === 0 ? one : (one * (points[rule] ?? 0)) / reference;
      }),
    );
  }
  return table;
}
