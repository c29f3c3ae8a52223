import { fold } from '../domain/normalize/fold.ts';
import type { Condition, IcpRule } from '../domain/schema/icp.ts';
import { compileCondition, type Facts, type Names, yes } from './condition.ts';
import { countryOfDomain } from './example-line.ts';
import { type ScoreField, scoreField } from './fields.ts';
import type { ScoreInput } from './input.ts';
import { tellingWords } from './telling-words.ts';

/** A rule that the examples speak for, with the count behind it: it holds for so many of the good and of the bad ones. */
export type ProposedRule = {
  rule: IcpRule & { kind: 'points' };
  /** What it is about, for its name in words. */
  about: 'country' | 'words' | 'legalForm' | 'size' | 'role' | 'department' | 'source' | 'email' | 'tags';
  good: number;
  bad: number;
  /** How many times as frequent among the good as among the bad; undefined without bad ones. */
  lift?: number;
};
export type Proposal = { good: number; bad: number; rules: ProposedRule[] };

const offered = 12;
const fewest = 2;

/**
 * Proposes rules that tell good customers from bad ones. In: both as they are scored, from the book or from a pasted line
 * (`readExample`), the time. Out: rules with the counts that speak for them, those that tell most first; a rule that tells
 * nothing is not proposed. Names are English, as in the starter profile: their ids tell what they are.
 */
export function proposeRules(good: readonly ScoreInput[], bad: readonly ScoreInput[], now: number): Proposal {
  const held = (condition: Condition, inputs: readonly ScoreInput[]) =>
    inputs.filter((input) => holds(condition, input, now)).length;
  const seen = new Set<string>();
  const rules = candidates(good, bad, now)
    .flatMap((candidate): ProposedRule[] => {
      const g = held(candidate.when, good);
      const b = held(candidate.when, bad);
      const points = pointsOf(g, good.length, b, bad.length);
      const key = JSON.stringify(candidate.when);
      if (points === 0 || seen.has(key)) return [];
      seen.add(key);
      const rule = { kind: 'points' as const, id: candidate.id, name: candidate.name, when: candidate.when, points };
      const rateBad = b / Math.max(1, bad.length);
      const lift = bad.length > 0 && rateBad > 0 ? g / Math.max(1, good.length) / rateBad : undefined;
      return [{ rule, about: candidate.about, good: g, bad: b, ...(lift !== undefined && { lift }) }];
    })
    .toSorted(
      (a, b) =>
        Math.abs(b.rule.points) - Math.abs(a.rule.points) || b.good - a.good || (a.rule.id < b.rule.id ? -1 : 1),
    );
  return { good: good.length, bad: bad.length, rules: rules.slice(0, offered) };
}

/**
 * Points of a rule by what it tells: five for each time that the odds double, at most 25; one lead of
 * each kind more is thought of, so that a few examples say little. Without bad examples
 * only what most of the good ones share counts, and half as much. Too few leads behind it, or too little told: 0.
 */
export function pointsOf(good: number, ofGood: number, bad: number, ofBad: number): number {
  if (ofBad === 0) {
    const share = ofGood === 0 ? 0 : good / ofGood;
    return good < fewest || share < 0.3 ? 0 : share >= 0.6 ? 10 : 5;
  }
  if (good + bad < fewest) return 0;
  const odds = (hits: number, of: number) => (hits + 1) / (of - hits + 1);
  const doublings = Math.log2(odds(good, ofGood) / odds(bad, ofBad));
  return Math.max(-25, Math.min(25, Math.round(doublings) * 5)) + 0;
}

function holds(condition: Condition, input: ScoreInput, now: number): boolean {
  const facts: Facts = [];
  const names: Names = {
    slot(name) {
      const field = scoreField(name, []);
      if (!field) return undefined;
      const value = field.read(input, now);
      const index = facts.push(Array.isArray(value) ? value.map(fold) : value) - 1;
      return { index, field };
    },
    named: () => undefined,
  };
  const question = compileCondition(condition, names);
  return question(facts, now) === yes;
}

type Candidate = Pick<ProposedRule, 'about'> & { id: string; name: string; when: Condition };

const textsOf = (field: ScoreField | undefined, input: ScoreInput, now: number): string[] => {
  const value = field?.read(input, now);
  return Array.isArray(value) ? [...new Set(value as readonly string[])] : [];
};

/** The values of a field that speak for one side: at least two leads have them, and relatively more of that side. */
function sidesOf(name: string, good: readonly ScoreInput[], bad: readonly ScoreInput[], now: number) {
  const field = scoreField(name, []);
  const counts = new Map<string, { good: number; bad: number }>();
  const count = (inputs: readonly ScoreInput[], side: 'good' | 'bad') => {
    for (const input of inputs)
      for (const text of textsOf(field, input, now)) {
        const entry = counts.get(text) ?? { good: 0, bad: 0 };
        entry[side]++;
        counts.set(text, entry);
      }
  };
  count(good, 'good');
  count(bad, 'bad');
  const values = [...counts].map(([value, hits]) => {
    const balance = hits.good / Math.max(1, good.length) - hits.bad / Math.max(1, bad.length);
    return { value, ...hits, balance };
  });
  const told = values.filter((one) => one.good + one.bad >= fewest || one.good > 0 !== one.bad > 0);
  const pick = (sign: 1 | -1) =>
    told
      .filter(({ balance }) => balance * sign > 0.05)
      .toSorted((a, b) => sign * (b.balance - a.balance) || (a.value < b.value ? -1 : 1))
      .map(({ value }) => value);
  return { forGood: pick(1), forBad: pick(-1) };
}

const many = 8;
const within = (field: string, values: string[]): Condition => ({ field, op: 'in', value: values.slice(0, many) });

/** Countries, by the address or, where none was read, by the ending of the domain. */
function countryCondition(codes: string[]): Condition {
  const endings = codes
    .map((code) => (code === 'GB' ? '.uk' : `.${code.toLowerCase()}`))
    .filter((ending) => countryOfDomain(ending) !== undefined);
  const country = within('company.country', codes);
  return endings.length === 0
    ? country
    : { any: [country, { field: 'company.domain', op: 'ends', value: endings.slice(0, many) }] };
}

const wordsCondition = (words: string[]): Condition => ({
  any: [
    { field: 'company.about', op: 'contains', value: words.slice(0, many) },
    { field: 'company.name', op: 'contains', value: words.slice(0, many) },
  ],
});

const choiceFields = [
  ['role', 'people.role', 'Part in a purchase'],
  ['department', 'people.department', 'Department'],
  ['source', 'lead.source', 'How we met'],
  ['email', 'people.emailKind', 'Kind of address'],
  ['legalForm', 'company.legalForm', 'Legal form'],
  ['tags', 'lead.tags', 'Tags'],
] as const;

function candidates(good: readonly ScoreInput[], bad: readonly ScoreInput[], now: number): Candidate[] {
  const found: Candidate[] = [];
  const both = <K extends Candidate['about']>(
    about: K,
    name: string,
    { forGood, forBad }: { forGood: string[]; forBad: string[] },
    when: (values: string[]) => Condition,
  ) => {
    if (forGood.length > 0) found.push({ about, id: `examples.${about}`, name, when: when(forGood) });
    if (forBad.length > 0) found.push({ about, id: `examples.${about}-not`, name: `${name}: not`, when: when(forBad) });
  };
  both('country', 'Country', sidesOf('company.country', good, bad, now), countryCondition);
  both('words', 'Line of business', tellingWords(good, bad), wordsCondition);
  for (const [about, field, name] of choiceFields)
    both(about, name, sidesOf(field, good, bad, now), (values) => within(field, values));
  const size = sizeOf(good, now);
  if (size) found.push({ about: 'size', id: 'examples.size', name: 'Size', when: size });
  return found;
}

/** The span of sizes that the good ones have, a little wider; needs three of them. */
function sizeOf(good: readonly ScoreInput[], now: number): Condition | undefined {
  const field = scoreField('company.employees', []);
  const sizes = good
    .flatMap((input) => {
      const value = field?.read(input, now);
      return value && 'min' in value && Number.isFinite(value.max) ? [(value.min + value.max) / 2] : [];
    })
    .toSorted((a, b) => a - b);
  const [low] = sizes;
  const high = sizes.at(-1);
  if (sizes.length < 3 || low === undefined || high === undefined) return undefined;
  const round = (value: number) =>
    Math.round(value / 10 ** Math.max(0, Math.floor(Math.log10(value || 1)) - 1)) *
    10 ** Math.max(0, Math.floor(Math.log10(value || 1)) - 1);
  return { field: 'company.employees', op: 'between', value: [round(low * 0.8), round(high * 1.25)] };
}
