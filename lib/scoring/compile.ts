import { fold } from '../domain/normalize/fold.ts';
import type { IcpProfile, IcpRule, Tier } from '../domain/schema/icp.ts';
import { type Answer, compileCondition, type Facts, type Names, no, type Question, unknown, yes } from './condition.ts';
import { decayed } from './decay.ts';
import { type ScoreField, scoreField } from './fields.ts';
import type { ScoreInput } from './input.ts';
import { conditionsOf, testsIn } from './walk.ts';

/** What the weighing of one lead gave, rule by rule in the order of `plans`. Overwritten by the next lead. */
export type Weighed = { answers: Uint8Array; points: Int32Array; facts: Facts };
export type Plan = {
  rule: IcpRule;
  group: number;
  questions: Question[];
  /** Fields it asks for, as slots. */
  slots: number[];
};
export type Slot = { name: string; field: ScoreField; counts: boolean };
export type Sums = { fit: number; engagement: number; fitRaw: number; engagementRaw: number; groups: Int32Array };

export type Score = {
  id: string;
  fit: number;
  engagement: number;
  /** fit + w · engagement, what the tier is cut on. */
  total: number;
  tier: Tier;
  /** Place in the grid A1…C3. */
  band: string;
  known: number;
  asked: number;
  /** Rules that disqualify this lead, in the order of their names. */
  gates: readonly string[];
};

export type CompiledProfile = {
  profile: IcpProfile;
  plans: readonly Plan[];
  slots: readonly Slot[];
  /** Answers and points of every rule for one lead; the arrays are used again for the next. */
  weigh(input: ScoreInput, now: number): Weighed;
  /** Answer and points of one rule, into the same arrays. In: its place in `plans`, the facts of its slots, the lead, the time. */
  weighRule(at: number, facts: Facts, input: ScoreInput, now: number): Pick<Weighed, 'answers' | 'points'>;
  /** What the points come to, limits of groups and axes applied. */
  sums(points: Int32Array): Sums;
  /** The whole score of one lead. */
  score(input: ScoreInput, now: number): Score;
  /** The weight that engagement has for this lead. */
  weight(input: ScoreInput, now: number): number;
};

const noGates: readonly string[] = [];
const clamped = (value: number, min: number, max: number) => Math.max(min, Math.min(value, max));

/** The tier of a total. In: the profile's cut points. */
export const tierOf = ({ cuts }: IcpProfile, total: number): Exclude<Tier, '?'> =>
  total >= cuts.A ? 'A' : total >= cuts.B ? 'B' : total >= cuts.C ? 'C' : 'D';

/**
 * Makes a profile ready for weighing many leads: each rule becomes closures once. Never throws on a profile that parsed; a
 * test that cannot be asked is unknown (`checkProfile` names it). Time is always an argument.
 */
export function compileProfile(profile: IcpProfile): CompiledProfile {
  const slots: Slot[] = [];
  const slotOf = new Map<string, number>();
  const named = new Map<string, Question | undefined>();
  const names: Names = {
    slot(name) {
      const field = scoreField(name, profile.fields);
      if (!field) return undefined;
      let index = slotOf.get(name);
      if (index === undefined) {
        index = slots.push({ name, field, counts: false }) - 1;
        slotOf.set(name, index);
      }
      return { index, field };
    },
    named(name) {
      if (named.has(name)) return named.get(name);
      const meant = Object.hasOwn(profile.definitions, name) ? profile.definitions[name] : undefined;
      // Set before it is compiled: a condition that leads back to itself is answered with "unknown".
      named.set(name, undefined);
      const question = meant && compileCondition(meant, names);
      named.set(name, question);
      return question;
    },
  };

  const plans = profile.groups.flatMap((group, at) =>
    group.rules.map((rule): Plan => {
      const conditions = conditionsOf(rule);
      const questions = conditions.map(({ condition }) => compileCondition(condition, names));
      const tests = conditions.flatMap(({ condition }) => testsIn(condition, profile.definitions));
      const used = [...new Set(tests.map(({ field }) => slotOf.get(field)))].filter((slot) => slot !== undefined);
      if (group.axis === 'fit' || rule.kind === 'gate') {
        for (const index of used) {
          const slot = slots[index];
          if (slot && !slot.field.always) slot.counts = true;
        }
      }
      return { rule, group: at, questions, slots: used };
    }),
  );
  const asked = slots.filter(({ counts }) => counts).length;
  const limits = profile.groups.map(({ axis, min, max }) => ({
    engagement: axis === 'engagement',
    min: min ?? Number.NEGATIVE_INFINITY,
    max: max ?? Number.POSITIVE_INFINITY,
  }));
  const answers = new Uint8Array(plans.length);
  const points = new Int32Array(plans.length);
  const groups = new Int32Array(limits.length);
  const facts: Facts = new Array(slots.length).fill(undefined);

  function readFacts(input: ScoreInput, now: number): void {
    for (let at = 0; at < slots.length; at++) facts[at] = readFact((slots[at] as Slot).field, input, now);
  }

  function weighTiers(
    rule: IcpRule & { kind: 'tiers' },
    questions: Question[],
    from: Facts,
    now: number,
    at: number,
  ): Answer {
    let best = Number.NEGATIVE_INFINITY;
    let open = false;
    for (let step = 0; step < questions.length; step++) {
      const answer = (questions[step] as Question)(from, now);
      if (answer === yes) best = Math.max(best, rule.tiers[step]?.points ?? 0);
      if (answer === unknown) open = true;
    }
    // A minus does not count while a better step may still hold.
    if (best === Number.NEGATIVE_INFINITY || (best < 0 && open)) return open ? unknown : no;
    points[at] = best;
    return yes;
  }

  const weighed = { answers, points };
  function weighRule(at: number, from: Facts, input: ScoreInput, now: number): typeof weighed {
    const { rule, questions } = plans[at] as Plan;
    points[at] = 0;
    if (rule.kind === 'tiers') {
      answers[at] = weighTiers(rule, questions, from, now, at);
    } else if (rule.kind === 'event') {
      const worth = eventPoints(rule, input, now);
      points[at] = worth ?? 0;
      answers[at] = worth === undefined ? unknown : worth === 0 ? no : yes;
    } else {
      const answer = (questions[0] as Question)(from, now);
      answers[at] = answer;
      if (rule.kind === 'points' && answer === yes) points[at] = rule.points;
    }
    return weighed;
  }

  function weigh(input: ScoreInput, now: number): Weighed {
    readFacts(input, now);
    for (let at = 0; at < plans.length; at++) weighRule(at, facts, input, now);
    return { answers, points, facts };
  }

  function sums(from: Int32Array): Sums {
    groups.fill(0);
    for (let at = 0; at < plans.length; at++) {
      const group = (plans[at] as Plan).group;
      groups[group] = (groups[group] as number) + (from[at] as number);
    }
    let fitRaw = 0;
    let engagementRaw = 0;
    for (let at = 0; at < limits.length; at++) {
      const { engagement, min, max } = limits[at] as (typeof limits)[number];
      const sum = clamped(groups[at] as number, min, max);
      groups[at] = sum;
      if (engagement) engagementRaw += sum;
      else fitRaw += sum;
    }
    return { fit: clamped(fitRaw, 0, 100), engagement: clamped(engagementRaw, 0, 100), fitRaw, engagementRaw, groups };
  }

  const weight = ({ interactions }: ScoreInput, now: number) =>
    interactions?.some(({ occurredAt }) => occurredAt <= now) ? profile.w : 0;

  function score(input: ScoreInput, now: number): Score {
    weigh(input, now);
    const { fit, engagement } = sums(points);
    const total = fit + weight(input, now) * engagement;
    let known = 0;
    for (let at = 0; at < slots.length; at++) {
      const fact = facts[at];
      if ((slots[at] as Slot).counts && fact !== undefined) known++;
    }
    let gates = noGates;
    for (let at = 0; at < plans.length; at++) {
      const { rule } = plans[at] as Plan;
      if (rule.kind === 'gate' && answers[at] === yes) gates = [...gates, rule.id].sort();
    }
    const covered = asked === 0 || known / asked >= profile.coverage;
    const tier = gates.length > 0 ? 'D' : covered ? tierOf(profile, total) : '?';
    const [a, b] = profile.bands.fit;
    const [first, second] = profile.bands.engagement;
    const letter = fit >= a ? 'A' : fit >= b ? 'B' : 'C';
    const digit = engagement >= first ? '1' : engagement >= second ? '2' : '3';
    return { id: input.lead.id, fit, engagement, total, tier, band: letter + digit, known, asked, gates };
  }

  return { profile, plans, slots, weigh, weighRule, sums, score, weight };
}

/** What a field says of a lead, as questions take it: texts folded. */
export function readFact(field: ScoreField, input: ScoreInput, now: number): Facts[number] {
  const value = field.read(input, now);
  return Array.isArray(value) ? value.map(fold) : value;
}

/** What the events of a rule are worth now, in whole points; undefined where nothing is known of the lead's events. */
function eventPoints(rule: IcpRule & { kind: 'event' }, { interactions }: ScoreInput, now: number): number | undefined {
  if (!interactions) return undefined;
  let counted = interactions.filter(
    ({ kind, occurredAt }) => occurredAt <= now && (rule.events.length === 0 || rule.events.includes(kind)),
  );
  if (rule.most !== undefined && counted.length > rule.most)
    counted = counted.toSorted((a, b) => b.occurredAt - a.occurredAt).slice(0, rule.most);
  const sum = counted.reduce((worth, { occurredAt }) => worth + decayed(rule.points, rule.decay, now - occurredAt), 0);
  return clamped(Math.round(sum), -100_000, 100_000) + 0;
}
