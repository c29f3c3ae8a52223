import type { Condition, FieldOperator } from '../domain/schema/icp.ts';
import type { OwnFieldDefinition } from '../domain/schema/own-field.ts';
import { dayMs } from './decay.ts';
import { scoreField } from './fields.ts';

export type JsonLogicReading = { ok: true; condition: Condition } | { ok: false; place: string; detail: string };

class Unreadable extends Error {
  place: string;
  constructor(place: string, message: string) {
    super(message);
    this.place = place;
  }
}

const deepest = 50;
const mirrored: Record<string, string> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' };
const comparing: Record<string, FieldOperator> = { '<': 'lt', '<=': 'lte', '>': 'gt', '>=': 'gte' };

function operation(value: unknown): { operator: string; list: unknown[] } | undefined {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return undefined;
  const entries = Object.entries(value);
  const [entry] = entries;
  if (!entry || entries.length !== 1) return undefined;
  return { operator: entry[0], list: Array.isArray(entry[1]) ? entry[1] : [entry[1]] };
}

/** The variable that a value stands for. `''` is the element that `some` looks at. */
function variable(value: unknown, element: string | undefined): string | undefined {
  const found = operation(value);
  if (found?.operator !== 'var' || typeof found.list[0] !== 'string') return undefined;
  return found.list[0] === '' ? element : found.list[0];
}

const isLiteral = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value);

/** `now - days`, as a number of days; undefined for anything else. */
function daysAgo(value: unknown): number | undefined {
  const found = operation(value);
  const [from, ms] = found?.operator === '-' ? found.list : [];
  return variable(from, undefined) === 'now' && typeof ms === 'number' ? ms / dayMs : undefined;
}

/**
 * Reads JsonLogic as a condition: and, or, !, !!, if, some, none, missing, in, substr, the comparisons, var and constants. In: a
 * value, the own fields there are. Out: the condition, or the place and the reason where something has no meaning here.
 */
export function fromJsonLogic(logic: unknown, own: readonly OwnFieldDefinition[]): JsonLogicReading {
  try {
    return { ok: true, condition: read(logic, 'rule', own, undefined, 0) };
  } catch (cause) {
    if (cause instanceof Unreadable) return { ok: false, place: cause.place, detail: cause.message };
    throw cause;
  }
}

function read(
  logic: unknown,
  place: string,
  own: readonly OwnFieldDefinition[],
  element: string | undefined,
  depth: number,
): Condition {
  if (depth > deepest) throw new Unreadable(place, `nested more than ${deepest} deep`);
  if (typeof logic === 'boolean') return logic ? { all: [] } : { any: [] };
  const found = operation(logic);
  if (!found) throw new Unreadable(place, 'is no operation');
  const { operator, list } = found;
  const at = `${place}.${operator}`;
  const into = (value: unknown, index: number) => read(value, `${at}[${index}]`, own, element, depth + 1);
  const fieldOf = (value: unknown): string | undefined => {
    const name = variable(value, element);
    if (name !== undefined && !scoreField(name, own)) throw new Unreadable(at, `${name} is no field`);
    return name;
  };
  switch (operator) {
    case 'and':
      return { all: list.map(into) };
    case 'or':
      return { any: list.map(into) };
    case '!':
    case '!!': {
      const name = fieldOf(list[0]);
      if (name !== undefined) return { field: name, op: operator === '!' ? 'missing' : 'known' };
      return operator === '!!' ? into(list[0], 0) : { not: into(list[0], 0) };
    }
    case 'if': {
      if (list.length !== 3) throw new Unreadable(at, 'needs a condition and two answers');
      const [when, then, otherwise] = list.map(into) as [Condition, Condition, Condition];
      return { any: [{ all: [when, then] }, { all: [{ not: when }, otherwise] }] };
    }
    case 'some':
    case 'none': {
      const name = fieldOf(list[0]);
      if (name === undefined) throw new Unreadable(`${at}[0]`, 'is no field');
      const inside = read(list[1], `${at}[1]`, own, name, depth + 1);
      return operator === 'some' ? inside : { not: inside };
    }
    case 'missing':
      return {
        any: list.map((name) => {
          if (typeof name !== 'string' || !scoreField(name, own))
            throw new Unreadable(at, `${String(name)} is no field`);
          return { field: name, op: 'missing' as const };
        }),
      };
    case 'in':
      return readIn(list, at, fieldOf);
    case '==':
    case '===':
    case '!=':
    case '!==': {
      const same = readSame(list, at, fieldOf);
      return operator.startsWith('!') ? { not: same } : same;
    }
    default:
      if (Object.hasOwn(comparing, operator)) return readCompared(operator, list, at, own, fieldOf);
      throw new Unreadable(at, 'is an operation that has no meaning here');
  }
}

type FieldOf = (value: unknown) => string | undefined;

function readIn([left, right]: unknown[], at: string, fieldOf: FieldOf): Condition {
  const into = fieldOf(right);
  if (into !== undefined && typeof left === 'string') return { field: into, op: 'contains', value: left };
  const name = fieldOf(left);
  if (
    name !== undefined &&
    Array.isArray(right) &&
    right.every((one) => typeof one === 'string' || typeof one === 'number')
  )
    return { field: name, op: 'in', value: right };
  throw new Unreadable(at, 'is neither a text in a field nor a field in a list of values');
}

function readSame([left, right]: unknown[], at: string, fieldOf: FieldOf): Condition {
  const part = operation(left);
  if (part?.operator === 'substr' && typeof right === 'string') {
    const name = fieldOf(part.list[0]);
    const [, from, length] = part.list;
    if (name !== undefined && from === 0 && length === right.length) return { field: name, op: 'starts', value: right };
    if (name !== undefined && from === -right.length && length === undefined)
      return { field: name, op: 'ends', value: right };
    throw new Unreadable(at, 'compares a part of a text that is neither its beginning nor its end');
  }
  const [name, value] = isLiteral(right) || right === null ? [fieldOf(left), right] : [fieldOf(right), left];
  if (name === undefined) throw new Unreadable(at, 'compares no field');
  if (value === null) return { field: name, op: 'missing' };
  if (!isLiteral(value)) throw new Unreadable(at, 'compares with no plain value');
  return { field: name, op: 'is', value };
}

function readCompared(
  operator: string,
  list: unknown[],
  at: string,
  own: readonly OwnFieldDefinition[],
  fieldOf: FieldOf,
): Condition {
  const test = (name: string, sign: string, value: unknown): Condition => {
    const isDate = scoreField(name, own)?.type === 'date';
    const days = daysAgo(value);
    if (days !== undefined && isDate) {
      const older: Condition = { field: name, op: 'older', value: days };
      if (sign === '<') return older;
      if (sign === '>=') return { not: older };
    }
    if (typeof value !== 'number' && typeof value !== 'string')
      throw new Unreadable(at, 'compares with no plain value');
    if (!isDate) return { field: name, op: comparing[sign] ?? 'is', value };
    // Dates are asked with before and after, which leave the day itself out; the others are their opposites.
    if (sign === '<' || sign === '>=') {
      const before: Condition = { field: name, op: 'before', value };
      return sign === '<' ? before : { not: before };
    }
    const after: Condition = { field: name, op: 'after', value };
    return sign === '>' ? after : { not: after };
  };
  const [first, second, third] = list;
  if (list.length === 3) {
    const name = fieldOf(second);
    if (name === undefined || !operator.startsWith('<')) throw new Unreadable(at, 'has no field in its middle');
    const days = daysAgo(first);
    if (days !== undefined && operator === '<=' && variable(third, undefined) === 'now')
      return { field: name, op: 'within', value: days };
    if (typeof first === 'number' && typeof third === 'number' && operator === '<=')
      return { field: name, op: 'between', value: [first, third] };
    return { all: [test(name, mirrored[operator] ?? operator, first), test(name, operator, third)] };
  }
  const left = variable(first, undefined) === 'now' ? undefined : fieldOf(first);
  if (left !== undefined) return test(left, operator, second);
  const right = fieldOf(second);
  if (right !== undefined) return test(right, mirrored[operator] ?? operator, first);
  throw new Unreadable(at, 'compares no field');
}
