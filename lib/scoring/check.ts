import type { Condition, FieldTest, IcpProfile, IcpRule } from '../domain/schema/icp.ts';
import { countriesOf, wantedNumber } from './condition.ts';
import { contradictionIn, exampleOf } from './contradiction.ts';
import { type ScoreField, scoreField } from './fields.ts';
import { conditionsOf, partsOf, testsIn } from './walk.ts';

export type ProblemCode =
  | 'notJson'
  | 'tooDeep'
  | 'tooLarge'
  | 'shape'
  | 'newer'
  | 'fieldGone'
  | 'operatorUnfit'
  | 'valueUnfit'
  | 'namedGone'
  | 'cycle'
  | 'sameId'
  | 'sameKey'
  | 'limitsCrossed'
  | 'cutsOrder'
  | 'eventInFit'
  | 'neverTrue'
  | 'opposite'
  | 'againstUnknown'
  | 'tierOutOfReach';

/** Something wrong with a profile. An error keeps it from being used, a warning does not. `place` is a path into the file. */
export type ProfileProblem = {
  level: 'error' | 'warning';
  code: ProblemCode;
  place: string;
  /** Names of the group and rule, for people. */
  names: string[];
  /** What it is about: the field, the value, the example. */
  detail: string;
  /** The condition it is about, the names of the other rule, the most points there are: for who has words of their own. */
  example?: Condition;
  other?: string[];
  most?: number;
};

const operatorsFor: Record<ScoreField['type'], readonly FieldTest['op'][]> = {
  text: ['is', 'in', 'contains', 'starts', 'ends'],
  list: ['is', 'in', 'contains', 'starts', 'ends'],
  number: ['is', 'in', 'gt', 'gte', 'lt', 'lte', 'between'],
  date: ['is', 'before', 'after', 'between', 'within', 'older'],
  choice: ['is', 'in', 'atLeast'],
  country: ['is', 'in'],
  yesNo: ['is'],
};

/** The operators that a field can be asked with, for the editor and for checking. */
export const operatorsOf = (field: ScoreField): FieldTest['op'][] => [
  ...operatorsFor[field.type].filter((op) => op !== 'atLeast' || field.ranked),
  'known',
  'missing',
];

/** What is wrong with a test's value. Out: the reason in a word or two, undefined where it fits. */
function unfitValue({ op, value }: FieldTest, field: ScoreField): string | undefined {
  if (op === 'known' || op === 'missing') return value === undefined ? undefined : `takes no value`;
  const list = Array.isArray(value) ? value : value === undefined ? [] : [value];
  if (list.length === 0) return 'has no value';
  if (field.type === 'number' || field.type === 'date') {
    const days = op === 'within' || op === 'older';
    const numbers = list.map((one) => (days && typeof one !== 'number' ? Number.NaN : wantedNumber(one, field)));
    const wrong = numbers.findIndex((number) => !Number.isFinite(number));
    if (wrong >= 0) return `${JSON.stringify(list[wrong])} is no ${field.type === 'date' && !days ? 'date' : 'number'}`;
    if (op === 'between' && (numbers.length !== 2 || (numbers[0] ?? 0) > (numbers[1] ?? 0)))
      return `${JSON.stringify(value)} is not a lowest and a highest`;
    if (op !== 'between' && op !== 'in' && numbers.length !== 1) return 'takes one value';
    return undefined;
  }
  if (list.some((one) => String(one).trim() === '')) return 'has an empty value';
  if (field.type === 'country') {
    const strange = list.find((one) => countriesOf(String(one)).length === 0);
    return strange === undefined ? undefined : `${JSON.stringify(strange)} is no country`;
  }
  const strange =
    field.choices &&
    list.find((one) => !field.choices?.some((choice) => choice.toLowerCase() === String(one).toLowerCase()));
  if (strange !== undefined) return `${JSON.stringify(strange)} is none of ${field.choices?.join(', ')}`;
  return op === 'atLeast' && list.length !== 1 ? 'takes one value' : undefined;
}

const namesIn = (condition: Condition): string[] =>
  'named' in condition ? [condition.named] : partsOf(condition).flatMap((part) => namesIn(part.condition));

/** The names that lead from a named condition back to itself; undefined where none do. */
function cycleFrom(name: string, definitions: IcpProfile['definitions']): string[] | undefined {
  const visited = new Set<string>();
  const follow = (from: string, trail: string[]): string[] | undefined => {
    const meant = Object.hasOwn(definitions, from) ? definitions[from] : undefined;
    for (const next of meant ? namesIn(meant) : []) {
      if (next === name) return [...trail, name];
      if (visited.has(next)) continue;
      visited.add(next);
      const cycle = follow(next, [...trail, next]);
      if (cycle) return cycle;
    }
    return undefined;
  };
  return follow(name, [name]);
}

/** Named conditions that name others twice over double with each step: what is written in a line could be asked for ever. */
const mostTests = 5000;
function sizeOf(condition: Condition, definitions: IcpProfile['definitions'], known: Map<string, number>): number {
  if ('field' in condition) return 1;
  if ('named' in condition) {
    const before = known.get(condition.named);
    if (before !== undefined) return before;
    known.set(condition.named, 1);
    const meant = Object.hasOwn(definitions, condition.named) ? definitions[condition.named] : undefined;
    const size = meant ? sizeOf(meant, definitions, known) : 1;
    known.set(condition.named, size);
    return size;
  }
  return partsOf(condition).reduce((sum, part) => sum + sizeOf(part.condition, definitions, known), 1);
}

/** The most points that a rule can give. */
function bestPoints(rule: IcpRule): number {
  if (rule.kind === 'points') return Math.max(0, rule.points);
  if (rule.kind === 'tiers') return Math.max(0, ...rule.tiers.map(({ points }) => points));
  if (rule.kind === 'event') return rule.points <= 0 ? 0 : rule.points * (rule.most ?? Number.POSITIVE_INFINITY);
  return 0;
}

/** The highest fit and engagement that any lead could have. */
function reach({ groups }: IcpProfile, axis: 'fit' | 'engagement'): number {
  const sum = groups
    .filter((group) => group.axis === axis)
    .reduce((all, { rules, min, max }) => {
      const best = rules.reduce((most, rule) => most + bestPoints(rule), 0);
      return all + Math.max(min ?? Number.NEGATIVE_INFINITY, Math.min(max ?? Number.POSITIVE_INFINITY, best));
    }, 0);
  return Math.min(100, Math.max(0, sum));
}

/**
 * Looks through a profile for what cannot work or cannot be meant. In: a profile that parsed. Out: the problems, each with its
 * place; none where all is well.
 */
export function checkProfile(profile: IcpProfile): ProfileProblem[] {
  const problems: ProfileProblem[] = [];
  const say = (
    level: ProfileProblem['level'],
    code: ProblemCode,
    place: string,
    names: string[],
    detail: string,
    more: Pick<ProfileProblem, 'example' | 'other' | 'most'> = {},
  ) => problems.push({ level, code, place, names, detail, ...more });

  function checkCondition(condition: Condition, place: string, names: string[]): void {
    if ('named' in condition) {
      if (!Object.hasOwn(profile.definitions, condition.named))
        say('error', 'namedGone', place, names, condition.named);
      return;
    }
    if ('field' in condition) {
      const field = scoreField(condition.field, profile.fields);
      if (!field) {
        say('error', 'fieldGone', `${place}.field`, names, condition.field);
        return;
      }
      const fitting = operatorsOf(field);
      if (!fitting.includes(condition.op)) {
        say(
          'error',
          'operatorUnfit',
          `${place}.op`,
          names,
          `${condition.field} (${field.type}) takes ${fitting.join(', ')}, not ${condition.op}`,
          { example: condition },
        );
        return;
      }
      const unfit = unfitValue(condition, field);
      if (unfit)
        say('error', 'valueUnfit', `${place}.value`, names, `${condition.field} ${condition.op}: ${unfit}`, {
          example: condition,
        });
      return;
    }
    for (const part of partsOf(condition)) checkCondition(part.condition, `${place}.${part.at}`, names);
  }

  const sizes = new Map<string, number>();
  const keys = new Set<string>();
  profile.fields.forEach(({ key, name }, at) => {
    if (keys.has(key)) say('error', 'sameKey', `fields[${at}].key`, [name], key);
    keys.add(key);
  });
  for (const [name, condition] of Object.entries(profile.definitions)) {
    checkCondition(condition, `definitions.${name}`, [name]);
    const cycle = cycleFrom(name, profile.definitions);
    if (cycle) say('error', 'cycle', `definitions.${name}`, [name], cycle.join(' → '));
  }

  const ids = new Map<string, string>();
  const groupIds = new Set<string>();
  const meanings: { key: string; place: string; names: string[]; sign: number; condition: Condition }[] = [];
  profile.groups.forEach((group, groupAt) => {
    const groupPlace = `groups[${groupAt}]`;
    if (groupIds.has(group.id)) say('error', 'sameId', `${groupPlace}.id`, [group.name], group.id);
    groupIds.add(group.id);
    if (group.min !== undefined && group.max !== undefined && group.min > group.max)
      say('error', 'limitsCrossed', groupPlace, [group.name], `min ${group.min} is above max ${group.max}`);
    group.rules.forEach((rule, ruleAt) => {
      const place = `${groupPlace}.rules[${ruleAt}]`;
      const names = [group.name, rule.name];
      const first = ids.get(rule.id);
      if (first) say('error', 'sameId', `${place}.id`, names, `${rule.id} is also ${first}`);
      else ids.set(rule.id, place);
      if (rule.kind === 'event' && group.axis === 'fit') say('error', 'eventInFit', place, names, rule.id);
      for (const { at, condition } of conditionsOf(rule)) {
        const before = problems.length;
        checkCondition(condition, `${place}.${at}`, names);
        const size = sizeOf(condition, profile.definitions, sizes);
        if (size > mostTests) say('error', 'tooLarge', `${place}.${at}`, names, `more than ${mostTests} tests`);
        if (problems.length > before) continue;
        const clash = contradictionIn(condition, profile);
        if (clash)
          say('warning', 'neverTrue', `${place}.${at}`, names, clash.text, clash.example && { example: clash.example });
        const points = rule.kind === 'points' ? rule.points : rule.kind === 'gate' ? -1 : 0;
        if (
          points < 0 &&
          testsIn(condition, profile.definitions).some(
            ({ op, field }) => op === 'missing' || field === 'lead.completeness',
          )
        )
          say('warning', 'againstUnknown', `${place}.${at}`, names, rule.id);
        if (points !== 0)
          meanings.push({ key: JSON.stringify(condition), place, names, sign: Math.sign(points), condition });
      }
    });
  });
  for (const [at, one] of meanings.entries()) {
    const other = meanings.slice(0, at).find(({ key, sign }) => key === one.key && sign !== one.sign);
    if (other)
      say(
        'warning',
        'opposite',
        one.place,
        one.names,
        `${other.place} (${other.names.join(' › ')}) says the opposite, for example for ${exampleOf(one.condition, profile)}`,
        { example: one.condition, other: other.names },
      );
  }

  const { A, B, C } = profile.cuts;
  if (!(A > B && B > C)) say('error', 'cutsOrder', 'cuts', [], `A ${A}, B ${B}, C ${C}`);
  const fit = reach(profile, 'fit');
  const engagement = reach(profile, 'engagement');
  const most = fit + profile.w * engagement;
  for (const tier of ['A', 'B', 'C'] as const)
    if (profile.cuts[tier] > most)
      say(
        'warning',
        'tierOutOfReach',
        `cuts.${tier}`,
        [],
        `${tier} begins at ${profile.cuts[tier]}; the most there is to get is ${fit} fit + ${profile.w} · ${engagement} engagement = ${most}`,
        { most },
      );
  return problems;
}
