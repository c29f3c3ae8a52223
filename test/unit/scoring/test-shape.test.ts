import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FieldTest } from '../../../lib/domain/schema/icp.ts';
import { checkProfile } from '../../../lib/scoring/check.ts';
import { scoreFieldNames } from '../../../lib/scoring/fields.ts';
import { withOwnFields } from '../../../lib/scoring/own-fields-of.ts';
import {
  newTest,
  offeredOperators,
  valueShape,
  withField,
  withOperator,
  withValues,
} from '../../../lib/scoring/test-shape.ts';
import { aGroup, aProfile } from './build.ts';

const test = (field: string, op: FieldTest['op'], value?: FieldTest['value']): FieldTest => ({
  field,
  op,
  ...(value !== undefined && { value }),
});

describe('values of a test', () => {
  it.each([
    [test('company.country', 'is'), ['DE'], test('company.country', 'is', 'DE')],
    [test('company.country', 'is', 'DE'), ['DE', 'AT'], test('company.country', 'in', ['DE', 'AT'])],
    [test('company.country', 'in', ['DE', 'AT']), ['AT'], test('company.country', 'is', 'AT')],
    [test('company.country', 'is', 'DE'), [], test('company.country', 'is')],
    [test('company.about', 'contains'), ['a', 'b'], test('company.about', 'contains', ['a', 'b'])],
    [test('company.employees', 'between'), [5, 10], test('company.employees', 'between', [5, 10])],
  ])('%j with %j', (before, values, after) => {
    expect(withValues(before, values)).toEqual(after);
  });

  it('stay where another operator takes them in the same way, and go where it does not', () => {
    const large = test('company.employees', 'gte', 50);
    expect(withOperator(large, 'lt', [])).toEqual(test('company.employees', 'lt', 50));
    expect(withOperator(large, 'between', [])).toEqual(test('company.employees', 'between'));
    expect(withOperator(large, 'known', [])).toEqual(test('company.employees', 'known'));
    const place = test('company.country', 'in', ['DE', 'AT']);
    expect(withField(place, 'people.country', [])).toEqual({ ...place, field: 'people.country' });
    expect(withField(place, 'company.employees', [])).toEqual(test('company.employees', 'gte'));
  });
});

const own = [
  { key: 'asked', name: 'Asked', type: 'yesNo' as const, of: 'both' as const },
  { key: 'budget', name: 'Budget', type: 'number' as const, of: 'both' as const },
  { key: 'met', name: 'Met', type: 'date' as const, of: 'both' as const },
];
const allFields = [...scoreFieldNames, ...own.map(({ key }) => `own.${key}`)];
const samples = {
  none: [],
  number: [5],
  span: [5, 10],
  days: [30],
  day: ['2026-01-31'],
  days2: ['2026-01-01', '2026-01-31'],
  countries: ['DE', 'FR'],
  texts: ['a', 'b'],
  yesNo: ['true'],
};

it('every operator that is offered makes a test that can be asked, with a value given as its form says', () => {
  fc.assert(
    fc.property(fc.constantFrom(...allFields), fc.nat(), (field, pick) => {
      const operators = offeredOperators(field, own);
      const op = operators[pick % operators.length] as FieldTest['op'];
      const shape = valueShape(field, op, own);
      if (shape === 'choice' || shape === 'choices') return;
      const when = withValues(withOperator(newTest(field, own), op, own), samples[shape]);
      const rule = { kind: 'points', id: 'r', name: 'R', when, points: 5 };
      const profile = aProfile([aGroup([rule])], { fields: own, cuts: { A: 3, B: 2, C: 1 } });
      expect(checkProfile(profile).filter(({ level }) => level === 'error')).toEqual([]);
    }),
    { numRuns: 400 },
  );
});

describe('own fields of a profile', () => {
  const profile = aProfile([aGroup([])], { fields: own.slice(0, 2) });
  it('are those of the book and those that it brought, without deleted ones', () => {
    const [asked, budget, met] = own as [(typeof own)[0], (typeof own)[0], (typeof own)[0]];
    expect(withOwnFields(profile, [met], []).fields).toEqual([met, asked, budget]);
    expect(withOwnFields(profile, [], ['asked']).fields).toEqual([budget]);
    expect(withOwnFields(profile, [asked, budget], [])).toBe(profile);
  });
});
