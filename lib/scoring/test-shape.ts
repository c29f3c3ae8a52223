import type { FieldOperator, FieldTest } from '../domain/schema/icp.ts';
import type { OwnFieldDefinition } from '../domain/schema/own-field.ts';
import { operatorsOf } from './check.ts';
import { type FieldType, scoreField } from './fields.ts';

const usual: Record<FieldType, FieldOperator> = {
  text: 'contains',
  list: 'contains',
  number: 'gte',
  date: 'within',
  choice: 'is',
  country: 'is',
  yesNo: 'is',
};

/** How a value is given: nothing, one number, two, days, a day, choices, several texts or countries. */
export type ValueShape =
  | 'none'
  | 'number'
  | 'span'
  | 'days'
  | 'day'
  | 'days2'
  | 'choice'
  | 'choices'
  | 'countries'
  | 'texts'
  | 'yesNo';

/** The operators to choose from: `in` is what `is` becomes with a second value. None for a field that is gone. */
export function offeredOperators(name: string, own: readonly OwnFieldDefinition[]): FieldOperator[] {
  const field = scoreField(name, own);
  return field ? operatorsOf(field).filter((op) => op !== 'in' && !(field.type === 'date' && op === 'is')) : [];
}

/** How the value of a test is given. In: its field and operator, the own fields there are. */
export function valueShape(name: string, op: FieldOperator, own: readonly OwnFieldDefinition[]): ValueShape {
  if (op === 'known' || op === 'missing') return 'none';
  if (op === 'within' || op === 'older') return 'days';
  if (op === 'atLeast') return 'choice';
  const type = scoreField(name, own)?.type ?? 'text';
  if (op === 'between') return type === 'date' ? 'days2' : 'span';
  if (type === 'date') return 'day';
  if (type === 'number') return 'number';
  if (type === 'yesNo') return 'yesNo';
  if (type === 'choice') return 'choices';
  return type === 'country' ? 'countries' : 'texts';
}

/** A test of a field with the operator that is usual for it and no value yet, or one that may stand as it is. */
export function newTest(name: string, own: readonly OwnFieldDefinition[]): FieldTest {
  const field = scoreField(name, own);
  const op = usual[field?.type ?? 'text'];
  if (field?.type === 'yesNo') return { field: name, op, value: 'true' };
  return { field: name, op };
}

/** The same test of another field: what was asked stays where it fits there. */
export function withField(test: FieldTest, name: string, own: readonly OwnFieldDefinition[]): FieldTest {
  const before = scoreField(test.field, own);
  const after = scoreField(name, own);
  const sameKind = before?.type === after?.type && before?.choices === after?.choices;
  return sameKind ? { ...test, field: name } : newTest(name, own);
}

/** The same field asked in another way: the value stays where it is given in the same way. */
export function withOperator(test: FieldTest, op: FieldOperator, own: readonly OwnFieldDefinition[]): FieldTest {
  const { value, ...rest } = test;
  const stays = valueShape(test.field, test.op, own) === valueShape(test.field, op, own);
  return stays && value !== undefined
    ? withValues({ ...rest, op }, Array.isArray(value) ? value : [value])
    : { ...rest, op };
}

/** A test with these values: one value of `is` stands alone, several make it `in`; without any it has none. */
export function withValues(test: FieldTest, values: readonly (string | number | boolean)[]): FieldTest {
  const { value: _value, ...rest } = test;
  const [first] = values;
  const plain = values.map((one) => (typeof one === 'boolean' ? String(one) : one));
  if (rest.op === 'between') return { ...rest, value: plain };
  const op = rest.op === 'is' || rest.op === 'in' ? (values.length > 1 ? 'in' : 'is') : rest.op;
  if (first === undefined) return { ...rest, op };
  return { ...rest, op, value: values.length > 1 ? plain : first };
}
