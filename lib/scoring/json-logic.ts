import { fold } from '../domain/normalize/fold.ts';
import type { Condition, FieldTest } from '../domain/schema/icp.ts';
import type { OwnFieldDefinition } from '../domain/schema/own-field.ts';
import { wantedNumber, wantedTexts } from './condition.ts';
import { dayMs } from './decay.ts';
import { type ScoreField, scoreField, scoreFieldNames } from './fields.ts';
import type { ScoreInput } from './input.ts';

export type JsonLogic =
  | string
  | number
  | boolean
  | null
  | readonly JsonLogic[]
  | { readonly [operator: string]: JsonLogic };

const truth = (value: boolean): JsonLogic => ({ '!!': [value] });

function spanLogic({ op, value }: FieldTest, field: ScoreField, at: JsonLogic): JsonLogic | undefined {
  const numbers = (Array.isArray(value) ? value : [value]).map((one) => wantedNumber(one, field));
  const [low, high] = numbers;
  if (low === undefined || numbers.some(Number.isNaN)) return undefined;
  const ago: JsonLogic = { '-': [{ var: 'now' }, low * dayMs] };
  switch (op) {
    case 'is':
      return { '==': [at, low] };
    case 'in':
      return { in: [at, numbers] };
    case 'gt':
    case 'after':
      return { '>': [at, low] };
    case 'gte':
      return { '>=': [at, low] };
    case 'lt':
    case 'before':
      return { '<': [at, low] };
    case 'lte':
      return { '<=': [at, low] };
    case 'between':
      return high === undefined ? undefined : { '<=': [low, at, high] };
    case 'within':
      return { '<=': [ago, at, { var: 'now' }] };
    case 'older':
      return { '<': [at, ago] };
    default:
      return undefined;
  }
}

/** One text of the field against one wanted text. */
function textLogic(op: FieldTest['op'], at: JsonLogic, word: string): JsonLogic | undefined {
  if (op === 'is' || op === 'in') return { '==': [at, word] };
  if (op === 'contains') return { in: [word, at] };
  if (op === 'starts') return { '==': [{ substr: [at, 0, word.length] }, word] };
  if (op === 'ends') return { '==': [{ substr: [at, -word.length] }, word] };
  return undefined;
}

function testLogic(test: FieldTest, own: readonly OwnFieldDefinition[]): JsonLogic {
  const at: JsonLogic = { var: test.field };
  if (test.op === 'known') return { '!!': [at] };
  if (test.op === 'missing') return { '!': [at] };
  const field = scoreField(test.field, own);
  if (!field) return truth(false);
  if (field.type === 'number' || field.type === 'date') return spanLogic(test, field, at) ?? truth(false);
  const choices = field.choices?.map(fold) ?? [];
  const wanted = wantedTexts(test, field);
  const words = test.op === 'atLeast' ? choices.slice(Math.max(0, choices.indexOf(wanted[0] ?? ''))) : wanted;
  const op = test.op === 'atLeast' ? 'in' : test.op;
  const each = words.map((word) => textLogic(op, { var: '' }, word)).filter((one) => one !== undefined);
  return each.length === 0 ? truth(false) : { some: [at, each.length === 1 ? (each[0] ?? null) : { or: each }] };
}

/**
 * A condition as JsonLogic. Every text field is a list there, folded (small letters, no accents), numbers and dates (epoch
 * milliseconds) are numbers, and `now` is a variable: `jsonLogicData` makes such data. Named conditions are written out.
 */
export function toJsonLogic(
  condition: Condition,
  own: readonly OwnFieldDefinition[],
  definitions: Record<string, Condition> = {},
  trail: readonly string[] = [],
): JsonLogic {
  const into = (part: Condition) => toJsonLogic(part, own, definitions, trail);
  if ('all' in condition) return condition.all.length === 0 ? truth(true) : { and: condition.all.map(into) };
  if ('any' in condition) return condition.any.length === 0 ? truth(false) : { or: condition.any.map(into) };
  if ('not' in condition) return { '!': [into(condition.not)] };
  if ('named' in condition) {
    const meant = Object.hasOwn(definitions, condition.named) ? definitions[condition.named] : undefined;
    if (!meant || trail.includes(condition.named)) return truth(false);
    return toJsonLogic(meant, own, definitions, [...trail, condition.named]);
  }
  return testLogic(condition, own);
}

/** A lead as the data that `toJsonLogic`'s rules are for. A span that is not exact is left out: JsonLogic knows no "perhaps". */
export function jsonLogicData(
  input: ScoreInput,
  own: readonly OwnFieldDefinition[],
  now: number,
): Record<string, unknown> {
  const data: Record<string, Record<string, unknown> | number> = { now };
  for (const name of [...scoreFieldNames, ...own.map(({ key }) => `own.${key}`)]) {
    const value = scoreField(name, own)?.read(input, now);
    if (value === undefined) continue;
    const [area = '', key = ''] = name.split(/\.(.*)/s);
    const known = 'min' in value ? (value.min === value.max ? value.min : undefined) : value.map(fold);
    if (known === undefined) continue;
    const there = data[area];
    data[area] = { ...(typeof there === 'object' && there), [key]: known };
  }
  return data;
}
