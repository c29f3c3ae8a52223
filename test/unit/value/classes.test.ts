import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namedSegments } from '../../../lib/domain/named-segments.ts';
import {
  type BoundaryPolicy,
  boundaryPolicies,
  type Cuts,
  classify,
  countClasses,
  cutPresets,
  rank,
} from '../../../lib/value/abc.ts';
import { concentrationOf, customersFor, shareOfTop } from '../../../lib/value/concentration.ts';
import { type OrderTable, summarise } from '../../../lib/value/order-table.ts';
import { fitnessOf, quantileBreaks, type Scale, scoreRfm } from '../../../lib/value/rfm.ts';
import { eightClasses, eightClassOf, packageSegmentOf, segmentOf } from '../../../lib/value/segments.ts';

const rankOf = (values: number[]) =>
  rank(
    Float64Array.from(values),
    values.map((_, at) => String(at).padStart(4, '0')),
  );
/** Classes in the order of the values that were given. */
function classesOf(values: number[], cuts: Cuts, policy: BoundaryPolicy): string {
  const ranking = rankOf(values);
  const classes = classify(ranking, cuts, policy);
  const result: string[] = [];
  ranking.order.forEach((at, place) => {
    result[at] = classes[place] ?? '-';
  });
  return result.join('');
}
const money = fc.array(fc.integer({ min: -50, max: 5000 }), { minLength: 1, maxLength: 60 });

describe('ABC', () => {
  const cuts = cutPresets['65/85'];
  it.each<[string, number[], Record<BoundaryPolicy, string>]>([
    ['one with 70 %', [70, 20, 10], { recommended: 'ACC', down: 'BCC', downTogether: 'BCC', up: 'ABC' }],
    ['exactly on the cuts', [65, 20, 15], { recommended: 'ABC', down: 'ABC', downTogether: 'ABC', up: 'ABC' }],
    [
      'ties over a cut',
      [30, 20, 20, 20, 10],
      { recommended: 'AAAAC', down: 'AABCC', downTogether: 'ACCCC', up: 'AAABC' },
    ],
    ['one customer', [5], { recommended: 'A', down: 'C', downTogether: 'C', up: 'A' }],
    ['refunds and zeros', [100, 0, -20], { recommended: 'ACC', down: 'CCC', downTogether: 'CCC', up: 'ACC' }],
  ])('%s', (_, values, wanted) => {
    for (const policy of boundaryPolicies) expect(classesOf(values, cuts, policy), policy).toBe(wanted[policy]);
  });
  it('are counted by halving as they are by classing each', () =>
    fc.assert(
      fc.property(
        money,
        fc.constantFrom(...boundaryPolicies),
        fc.integer({ min: 1, max: 98 }),
        fc.integer({ min: 1, max: 60 }),
        (values, policy, a, more) => {
          const ranking = rankOf(values);
          const own = { a: a / 100, b: Math.min(1, (a + more) / 100) };
          const classes = classify(ranking, own, policy).slice(0, ranking.positive);
          const count = (wanted: string) => classes.filter((one) => wanted.includes(one)).length;
          expect(countClasses(ranking, own, policy)).toEqual({ a: count('A'), ab: count('AB') });
        },
      ),
      { numRuns: 500 },
    ));
  it('nothing above zero has no classes', () => expect(classify(rankOf([0, -3]), cuts)).toEqual([]));
  it('shares reach one, and only rise', () =>
    fc.assert(
      fc.property(money, (values) => {
        const { reached, positive } = rankOf(values);
        expect(reached.every((share, at) => at === 0 || share >= (reached[at - 1] as number) - 1e-12)).toBe(true);
        if (positive > 0) expect(reached[positive - 1]).toBe(1);
      }),
    ));
  it('neither scaling nor shuffling nor names change a class; equal values have equal classes', () =>
    fc.assert(
      fc.property(
        money,
        fc.constantFrom(...boundaryPolicies),
        fc.integer({ min: 2, max: 9 }),
        (values, policy, factor) => {
          const classes = classesOf(values, cuts, policy);
          expect(
            classesOf(
              values.map((one) => one * 2 ** factor),
              cuts,
              policy,
            ),
          ).toBe(classes);
          const byValue = (list: number[], letters: string) =>
            list
              .map((value, at) => `${value}${letters[at]}`)
              .toSorted()
              .join();
          const turned = values.toReversed();
          expect(byValue(turned, classesOf(turned, cuts, policy))).toBe(byValue(values, classes));
          if (policy === 'recommended' || policy === 'downTogether')
            expect(new Set(values.map((value, at) => `${value}${classes[at]}`)).size).toBe(new Set(values).size);
        },
      ),
    ));
});

describe('concentration', () => {
  it('all alike, one with everything', () => {
    expect(concentrationOf(rankOf([5, 5, 5, 5]))).toMatchObject({ hhi: 0.25, largest: 0.25, customersFor80: 4 });
    expect(concentrationOf(rankOf([5, 5, 5, 5]))?.gini).toBeCloseTo(0, 12);
    expect(concentrationOf(rankOf([9]))).toMatchObject({ gini: 0, hhi: 1, topFifth: 1 });
    expect(concentrationOf(rankOf([0]))).toBeUndefined();
  });
  it('known values', () => {
    const ranking = rankOf([50, 30, 10, 6, 4]);
    expect(concentrationOf(ranking)?.gini).toBeCloseTo(0.464, 10);
    expect(customersFor(ranking, 0.8)).toBe(2);
    expect(shareOfTop(ranking, 1)).toBe(0.5);
  });
});

const table = (rows: [string, number, number][]): OrderTable => {
  const customers = [...new Set(rows.map(([name]) => name))];
  return {
    customers,
    customer: Uint32Array.from(rows, ([name]) => customers.indexOf(name)),
    day: Int32Array.from(rows, ([, day]) => day),
    amount: Float64Array.from(rows, ([, , amount]) => amount),
  };
};

describe('orders summed up', () => {
  it('one day is one purchase; refunds are none; what comes later is left out', () => {
    const sums = summarise(
      table([
        ['a', 10, 5],
        ['a', 10, 7],
        ['a', 24, 8],
        ['a', 30, -3],
        ['a', 99, 1000],
        ['b', 12, 0],
      ]),
      { to: 40 },
    );
    expect([...sums.orders]).toEqual([3, 1]);
    expect([...sums.amount]).toEqual([17, 0]);
    expect([...sums.repeats]).toEqual([1, 0]);
    expect([...sums.repeatAmount]).toEqual([8, 0]);
    expect([...sums.firstDay, ...sums.lastDay]).toEqual([10, 12, 24, 12]);
    expect(sums.leftOut.future).toBe(1);
  });
});

describe('RFM', () => {
  it('a cut is a value that occurs: never between two', () => {
    expect(quantileBreaks(Float64Array.from([1, 2, 3, 4, 5, 6]), 3)).toEqual([3, 5]);
    expect(quantileBreaks(Float64Array.from([4, 4, 4]), 5)).toEqual([4, 4, 4, 4]);
  });
  const orders = fc.array(
    fc.tuple(fc.constantFrom(...'abcdefghijkl'), fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 40 })),
    { minLength: 1, maxLength: 80 },
  );
  const scales = fc.constantFrom<Scale>(
    { kind: 'parts', parts: 3 },
    { kind: 'parts', parts: 4 },
    { kind: 'parts', parts: 5 },
    { kind: 'fixed', recency: [30, 90], frequency: [1, 3], money: [20, 60] },
  );
  it('equal values have equal scores, scaling money by powers of two and shuffling change none, more is never less', () =>
    fc.assert(
      fc.property(orders, scales, (rows, scale) => {
        const score = (list: [string, number, number][], by = scale) => {
          const sums = summarise(table(list), { to: 300 });
          const { r, f, m } = scoreRfm(sums, 300, { scale: by, money: 'amount' });
          const cell = sums.customers.map((name, at) => `${name} ${r[at]}${f[at]}${m[at]}`).toSorted();
          return { sums, m, cell };
        };
        const { sums, m, cell } = score(rows);
        for (let a = 0; a < m.length; a++)
          for (let b = 0; b < m.length; b++)
            if ((sums.amount[a] as number) <= (sums.amount[b] as number))
              expect(m[a]).toBeLessThanOrEqual(m[b] as number);
        expect(score(rows.toReversed()).cell).toEqual(cell);
        if (scale.kind === 'parts')
          expect(score(rows.map(([name, day, amount]) => [name, day, amount * 8])).cell).toEqual(cell);
      }),
    ));
  it('every cell of every scale has a name, and every name a cell', () => {
    const names = new Set<string>();
    for (let r = 1; r <= 5; r++)
      for (let f = 1; f <= 5; f++)
        for (let m = 1; m <= 5; m++) {
          names.add(segmentOf(r, f, m));
          expect(packageSegmentOf('r02', r, f, m)).toBeTruthy();
        }
    expect([...names].toSorted()).toEqual(namedSegments.toSorted());
    for (const parts of [3, 4])
      for (let r = 1; r <= parts; r++)
        for (let f = 1; f <= parts; f++)
          for (let m = 1; m <= parts; m++)
            expect(namedSegments).toContain(segmentOf(r, f, m, { r: parts, f: parts, m: parts }));
  });
  it('the eight classes by their thresholds', () => {
    const at = { recencyDays: 10, orders: 3, money: 200 };
    const all = [1, 99].flatMap((days) =>
      [9, 1].flatMap((often) => [500, 5].map((sum) => eightClassOf(days, often, sum, at))),
    );
    expect(new Set(all).size).toBe(8);
    expect(eightClassOf(10, 3, 200, at)).toBe('keyValue');
    expect(eightClassOf(11, 3, 199, at)).toBe('keep');
    expect(eightClassOf(11, 2, 200, at)).toBe('keyRescue');
    expect(eightClasses).toContain(eightClassOf(Number.NaN, 0, 0, at));
  });
  it('says where it does not fit', () => {
    const few = summarise(table([['a', 1, 5]]), { to: 9 });
    expect(fitnessOf(few)).toMatchObject({
      fits: false,
      reasons: ['fewCustomers', 'allBoughtOnce', 'shortSpan', 'oneHasMost'],
    });
    expect(fitnessOf(summarise(table([]), { to: 9 })).fits).toBe(false);
  });
});
