import { countryToIso } from '../domain/normalize/country.ts';
import { fold } from '../domain/normalize/fold.ts';
import type { Condition, FieldTest } from '../domain/schema/icp.ts';
import { dayMs } from './decay.ts';
import type { ScoreField } from './fields.ts';
import type { Span } from './quantity.ts';

/** Answers as numbers, so that thousands of leads are weighed without allocating. */
export const no = 0;
export const yes = 1;
export const unknown = 2;
export type Answer = 0 | 1 | 2;

/** What is known of the fields that a profile asks for, texts folded, by the field's place in the profile. */
export type Facts = (readonly string[] | Span | undefined)[];
export type Question = (facts: Facts, now: number) => Answer;

/** Where a condition finds its fields and its named conditions. A field that is gone has no slot. */
export type Names = {
  slot(field: string): { index: number; field: ScoreField } | undefined;
  named(name: string): Question | undefined;
};

const never: Question = () => unknown;

const groups: Record<string, readonly string[]> = {
  DACH: ['DE', 'AT', 'CH'],
  EU: 'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE'.split(' '),
};

/** A country as a rule writes it (code, name in any language, DACH, EU) as codes; none where there is no such country. */
export function countriesOf(text: string): readonly string[] {
  const group = groups[text.trim().toUpperCase()];
  if (group) return group;
  const code = countryToIso(text) ?? countryToIso(text.toUpperCase());
  return code === undefined ? [] : [code];
}

/** The texts that a test asks for, folded as the facts are. */
export function wantedTexts({ value }: FieldTest, field: ScoreField): string[] {
  const list = value === undefined ? [] : Array.isArray(value) ? value : [value];
  const words = list.map(String);
  return (field.type === 'country' ? words.flatMap(countriesOf) : words).map(fold);
}

/** A number or date of a test. Out: NaN where it is neither. */
export function wantedNumber(value: unknown, field: ScoreField): number {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || value.trim() === '') return Number.NaN;
  return field.type === 'date' ? Date.parse(value) : Number(value);
}

/** Three-valued comparison of a span: sure only where all of it agrees. */
const compared = (holds: boolean, fails: boolean): Answer => (holds ? yes : fails ? no : unknown);

function spanQuestion(test: FieldTest, field: ScoreField): ((span: Span, now: number) => Answer) | undefined {
  const [low, high] = Array.isArray(test.value)
    ? test.value.map((value) => wantedNumber(value, field))
    : [wantedNumber(test.value, field)];
  if (low === undefined || Number.isNaN(low)) return undefined;
  switch (test.op) {
    case 'is':
      return ({ min, max }) => compared(min === low && max === low, low < min || low > max);
    case 'in': {
      const all = (test.value as (string | number)[]).map((value) => wantedNumber(value, field));
      return ({ min, max }) => compared(min === max && all.includes(min), !all.some((one) => one >= min && one <= max));
    }
    case 'gt':
    case 'after':
      return ({ min, max }) => compared(min > low, max <= low);
    case 'gte':
      return ({ min, max }) => compared(min >= low, max < low);
    case 'lt':
    case 'before':
      return ({ min, max }) => compared(max < low, min >= low);
    case 'lte':
      return ({ min, max }) => compared(max <= low, min > low);
    case 'between':
      if (high === undefined || Number.isNaN(high)) return undefined;
      return ({ min, max }) => compared(min >= low && max <= high, max < low || min > high);
    case 'within':
      return ({ min, max }, now) =>
        compared(min >= now - low * dayMs && max <= now, max < now - low * dayMs || min > now);
    case 'older':
      return ({ min, max }, now) => compared(max < now - low * dayMs, min >= now - low * dayMs);
    default:
      return undefined;
  }
}

function textQuestion(test: FieldTest, field: ScoreField): ((texts: readonly string[]) => boolean) | undefined {
  const wanted = wantedTexts(test, field);
  const [first = ''] = wanted;
  if (wanted.length === 0) return undefined;
  switch (test.op) {
    case 'is':
    case 'in': {
      if (wanted.length === 1) return (texts) => texts.includes(first);
      const set = new Set(wanted);
      return (texts) => texts.some((text) => set.has(text));
    }
    case 'contains':
      return (texts) => texts.some((text) => wanted.some((word) => text.includes(word)));
    case 'starts':
      return (texts) => texts.some((text) => wanted.some((word) => text.startsWith(word)));
    case 'ends':
      return (texts) => texts.some((text) => wanted.some((word) => text.endsWith(word)));
    case 'atLeast': {
      const ranks = field.choices?.map(fold) ?? [];
      const least = ranks.indexOf(first);
      return least < 0 ? undefined : (texts) => texts.some((text) => ranks.indexOf(text) >= least);
    }
    default:
      return undefined;
  }
}

function fieldQuestion(test: FieldTest, names: Names): Question {
  const slot = names.slot(test.field);
  if (!slot) return never;
  const { index, field } = slot;
  const empty = (fact: Facts[number]) => fact === undefined || (Array.isArray(fact) && fact.length === 0);
  // What is not known may be there all the same: "known" never turns into a no, or its opposite would hold it against the lead.
  if (test.op === 'known') return (facts) => (empty(facts[index]) ? unknown : yes);
  if (test.op === 'missing') return (facts) => (empty(facts[index]) ? yes : no);
  if (field.type === 'number' || field.type === 'date') {
    const ask = spanQuestion(test, field);
    if (!ask) return never;
    return (facts, now) => {
      const fact = facts[index];
      return fact === undefined ? unknown : ask(fact as Span, now);
    };
  }
  const ask = textQuestion(test, field);
  if (!ask) return never;
  return (facts) => {
    const fact = facts[index];
    return fact === undefined ? unknown : ask(fact as readonly string[]) ? yes : no;
  };
}

/**
 * Makes a condition a closure over facts; no code is generated. A test that cannot be asked (field gone, unfit operator)
 * is unknown: it gives and takes nothing. In: the condition, where its names lead. Out: the question.
 */
export function compileCondition(condition: Condition, names: Names): Question {
  if ('all' in condition) {
    const parts = condition.all.map((part) => compileCondition(part, names));
    return (facts, now) => {
      let answer: Answer = yes;
      for (const part of parts) {
        const one = part(facts, now);
        if (one === no) return no;
        if (one === unknown) answer = unknown;
      }
      return answer;
    };
  }
  if ('any' in condition) {
    const parts = condition.any.map((part) => compileCondition(part, names));
    return (facts, now) => {
      let answer: Answer = no;
      for (const part of parts) {
        const one = part(facts, now);
        if (one === yes) return yes;
        if (one === unknown) answer = unknown;
      }
      return answer;
    };
  }
  if ('not' in condition) {
    const part = compileCondition(condition.not, names);
    return (facts, now) => {
      const one = part(facts, now);
      return one === unknown ? unknown : one === yes ? no : yes;
    };
  }
  if ('named' in condition) return names.named(condition.named) ?? never;
  return fieldQuestion(condition, names);
}
