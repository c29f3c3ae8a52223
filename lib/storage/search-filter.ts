import { fold } from '../domain/normalize/fold.ts';
import type { ColumnFilter, LeadFilter } from '../domain/schema/view.ts';
import type { Column } from './search-column.ts';
import type { KeyValue } from './search-columns.ts';

const day = 24 * 60 * 60 * 1000;

/** Whether a value meets a condition. In: the condition, the column, the time. */
function judge({ op, text = '', values = [], number = 0 }: ColumnFilter, column: Column, now: number) {
  const needle = fold(text.trim());
  const wanted = new Set(values);
  const parts = (value: KeyValue) => (column.spec.as === 'many' ? String(value).split('\n') : [String(value)]);
  const has = (value: KeyValue) => parts(value).some((one) => wanted.has(one));
  const numbered = (meets: (n: number) => boolean) => (value: KeyValue) => {
    const measured = column.measure(value);
    return typeof measured === 'number' && meets(measured);
  };
  const tests: Record<ColumnFilter['op'], (value: KeyValue) => boolean> = {
    contains: (value) => fold(String(value)).includes(needle),
    lacks: (value) => !fold(String(value)).includes(needle),
    anyOf: has,
    noneOf: (value) => !has(value),
    atLeast: numbered((n) => n >= number),
    atMost: numbered((n) => n <= number),
    withinDays: numbered((n) => Math.abs(n - now) <= number * day),
    empty: (value) => value === '',
    filled: (value) => value !== '',
  };
  return tests[op];
}

/** A filter as conditions on columns; that on tiers is none. In: the filter. */
export function conditionsOf(filter: LeadFilter): ColumnFilter[] {
  const { list, tag, sourceGroup, owner, hasPhone, hasEmail, outcome, columns = [] } = filter;
  const is = (column: string, value: string | undefined) =>
    value === undefined ? [] : [{ column, op: 'anyOf' as const, values: [value] }];
  const has = (column: string, wanted: boolean | undefined) =>
    wanted === undefined ? [] : [{ column, op: wanted ? ('filled' as const) : ('empty' as const) }];
  return [
    ...is('list', list),
    ...is('owner', owner),
    ...is('source', sourceGroup),
    ...is('tags', tag),
    ...is('outcome', outcome),
    ...has('phones', hasPhone),
    ...has('emails', hasEmail),
    ...columns,
  ];
}

/** A condition that is not filled in yet narrows nothing. */
export function isWhole({ op, text = '', values = [], number }: ColumnFilter): boolean {
  if (op === 'contains' || op === 'lacks') return text.trim() !== '';
  if (op === 'anyOf' || op === 'noneOf') return values.length > 0;
  return op === 'empty' || op === 'filled' || number !== undefined;
}

/** A condition over slots: each different value of a column of few is judged once. In: the condition, its column, the time. */
export function slotTest(filter: ColumnFilter, column: Column, now: number): (slot: number) => boolean {
  const meets = judge(filter, column, now);
  if (column.spec.as !== 'choice' && column.spec.as !== 'many') return (slot) => meets(column.valueAt(slot));
  const known = new Map<KeyValue, boolean>();
  return (slot) => {
    const value = column.valueAt(slot);
    let answer = known.get(value);
    if (answer === undefined) {
      answer = meets(value);
      known.set(value, answer);
    }
    return answer;
  };
}
