import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classify, cutPresets, rank } from '../../../lib/value/abc.ts';
import { middleOf, resample } from '../../../lib/value/bootstrap.ts';
import { fitBuying } from '../../../lib/value/buying-model.ts';
import { invoiceFigures } from '../../../lib/value/invoices.ts';
import { type LetGoBasis, letGoOf } from '../../../lib/value/let-go.ts';
import { migrationOf, monthEnds, monthlyMovement, type Standing, standingsAt } from '../../../lib/value/movement.ts';
import { noDay, type OrderTable, summarise } from '../../../lib/value/order-table.ts';
import {
  type CustomerKind,
  kindOf,
  type LifeFacts,
  type Phase,
  patienceOf,
  phaseOf,
} from '../../../lib/value/phase.ts';
import { pivotOf } from '../../../lib/value/pivot.ts';
import { groupRepeats } from '../../../lib/value/repeat-groups.ts';
import { trackWeeks } from '../../../lib/value/tracking.ts';
import { forecastOf, spanStart, worthOf } from '../../../lib/value/worth.ts';
import { simulateBuyers } from './simulate.ts';

const today = Date.UTC(2026, 5, 30) / 86_400_000;
const table = (rows: readonly [string, number, number][]): OrderTable => {
  const customers = [...new Set(rows.map(([name]) => name))];
  return {
    customers,
    customer: Uint32Array.from(rows, ([name]) => customers.indexOf(name)),
    day: Int32Array.from(rows, ([, day]) => day),
    amount: Float64Array.from(rows, ([, , amount]) => amount),
  };
};

describe('customer phase', () => {
  const steady: LifeFacts = {
    orders: 20,
    firstDay: today - 1000,
    lastDay: today - 20,
    recent: 100,
    before: 100,
    repeats: 19,
  };
  it.each<[string, Partial<LifeFacts>, Phase]>([
    ['no order', { orders: 0, lastDay: Number.NaN }, 'potential'],
    ['as before', {}, 'mature'],
    ['a little less', { recent: 86 }, 'mature'],
    ['less', { recent: 80 }, 'declining'],
    ['more', { recent: 120 }, 'growing'],
    ['in the first year', { firstDay: today - 200, before: 0 }, 'growing'],
    ['nothing in the year before', { before: 0 }, 'growing'],
    ['silent beyond patience', { lastDay: today - 400 }, 'lost'],
  ])('%s', (_, facts, wanted) => expect(phaseOf({ ...steady, ...facts }, today)).toBe(wanted));
  it('who buys every month is waited for half a year, who buys once a year for two', () => {
    expect(patienceOf({ firstDay: 0, lastDay: 300, repeats: 10 })).toBe(182.5);
    expect(patienceOf({ firstDay: 0, lastDay: 730, repeats: 2 })).toBe(730);
  });
  it.each<[string, Phase, 'A' | 'B' | 'C' | undefined, Partial<Parameters<typeof kindOf>[2]>, CustomerKind]>([
    ['the most now', 'mature', 'A', {}, 'keep'],
    ['large and falling', 'declining', 'A', {}, 'rescue'],
    ['large and likely gone', 'mature', 'B', { chanceAlive: 0.2 }, 'rescue'],
    ['middle and rising', 'growing', 'B', {}, 'grow'],
    ['small, new and rising', 'growing', 'C', {}, 'other'],
    ['small, known and rising', 'growing', 'C', { isCompared: true }, 'grow'],
    ['at a discount only', 'mature', 'A', { discountShare: 0.8 }, 'transactional'],
    ['lost and large', 'lost', 'B', {}, 'winBack'],
    ['lost and small', 'lost', 'C', {}, 'other'],
  ])('%s', (_, phase, valueClass, facts, wanted) => {
    const usual = { repeats: 5, discountShare: undefined, chanceAlive: undefined, isCompared: false };
    expect(kindOf(phase, valueClass, { ...usual, ...facts }).kind).toBe(wanted);
  });
});

describe('the weakest', () => {
  it('5 % of the C customers, the lowest first, with reasons; none among few', () => {
    const values = Float64Array.from({ length: 60 }, (_, at) => (at === 59 ? -5 : 1000 / (at + 1) ** 2));
    const ranking = rank(
      values,
      Array.from(values, (_, at) => String(at).padStart(2, '0')),
    );
    const classes = classify(ranking, cutPresets['65/85']);
    const list = letGoOf(ranking, classes, {
      silent: (place) => place === 58,
      overdueDays: (place) => (place === 57 ? 90 : 0),
    });
    expect(list).toEqual([
      { place: 59, reasons: ['negative'] },
      { place: 58, reasons: ['least', 'silent'] },
      { place: 57, reasons: ['least', 'overdue'] },
    ]);
    const count = (of: LetGoBasis, share = 0.05) =>
      letGoOf(ranking, classes, { silent: () => false, overdueDays: () => 0 }, { of, share }).length;
    expect([count('c'), count('all'), count('total'), count('total', 0.1)]).toEqual([3, 3, 50, 54]);
    expect(count('all', 1)).toBe(classes.filter((one) => one === 'C').length);
    const few = rank(Float64Array.from([5, 1]), ['a', 'b']);
    expect(letGoOf(few, ['A', 'C'], { silent: () => true, overdueDays: () => 0 })).toEqual([]);
  });
});

describe('movement', () => {
  it('adds up: everybody who was or is somewhere has moved somehow', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            ...(Array(2).fill(fc.constantFrom<Standing>('A', 'B', 'C', 'none')) as [
              fc.Arbitrary<Standing>,
              fc.Arbitrary<Standing>,
            ]),
          ),
        ),
        (pairs) => {
          const { movement, table: moved } = migrationOf(
            pairs.map(([from]) => from),
            pairs.map(([, to]) => to),
          );
          const counted = pairs.filter(([from, to]) => from !== 'none' || to !== 'none').length;
          expect(Object.values(movement).reduce((a, b) => a + b, 0)).toBe(counted);
          expect(
            Object.values(moved)
              .flatMap((row) => Object.values(row))
              .reduce((a, b) => a + b, 0),
          ).toBe(counted);
        },
      ),
    ));
  it('ends of months, the day looked at for its own', () => {
    const days = monthEnds(today - 15, 3).map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));
    expect(days).toEqual(['2026-04-30', '2026-05-31', '2026-06-15']);
    expect(spanStart(today, 12)).toBe(Date.UTC(2025, 6, 1) / 86_400_000);
    const start = (day: string, months: number) =>
      new Date(spanStart(Date.parse(day) / 86_400_000, months) * 86_400_000).toISOString().slice(0, 10);
    expect(start('2026-03-31', 1)).toBe('2026-03-01');
    expect(start('2026-10-31', 1)).toBe('2026-10-01');
    expect(start('2028-03-31', 1)).toBe('2028-03-01');
    expect(start('2026-05-31', 3)).toBe('2026-03-01');
    expect(start('2026-06-15', 1)).toBe('2026-05-16');
  });
  it('who comes is new, who was silent for a year is lost', () => {
    const orders = table([
      ['old', today - 400, 50],
      ['stays', today - 300, 50],
      ['stays', today - 10, 50],
      ['new', today - 5, 50],
    ]);
    const months = monthlyMovement(orders, today, 2, 'amount', cutPresets['65/85'], 'recommended');
    expect(months.map(({ new: came, lost }) => [came, lost])).toEqual([
      [0, 1],
      [1, 0],
    ]);
    expect(standingsAt(orders, { from: today - 364, to: today }, 'orders', cutPresets['65/85'], 'recommended')[0]).toBe(
      'none',
    );
  });
});

describe('pivot', () => {
  const rows = fc.array(
    fc.tuple(fc.constantFrom(...'abcd'), fc.integer({ min: 0, max: 60 }), fc.integer({ min: -20, max: 90 })),
    { minLength: 1 },
  );
  it('totals are the sums of their cells, however small ones are put together', () =>
    fc.assert(
      fc.property(rows, fc.constantFrom('amount', 'orders'), fc.integer({ min: 1, max: 5 }), (list, measure, most) => {
        const orders = table(list);
        const axes = { rows: (at: number) => String(orders.day[at]), columns: (at: number) => list[at]?.[0] ?? '' };
        const result = pivotOf(orders, axes, measure as 'amount' | 'orders', { from: 0, to: 60 }, 'rest', {
          rows: most,
          columns: most,
        });
        expect(result.rows.length).toBeLessThanOrEqual(most);
        const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
        result.cells.forEach((row, at) => {
          expect(sum(row)).toBeCloseTo(result.rowTotals[at] as number, 8);
        });
        expect(sum(result.columnTotals)).toBeCloseTo(result.total, 8);
        expect(result.total).toBeCloseTo(
          measure === 'amount' ? sum(list.map(([, , one]) => one)) : list.filter(([, , one]) => one >= 0).length,
          8,
        );
      }),
    ));
  it('a customer counts once in a total, and a mean is of all orders', () => {
    const orders = table([
      ['a', 1, 10],
      ['a', 2, 30],
      ['b', 2, 20],
    ]);
    const axes = { rows: (at: number) => String(orders.day[at]), columns: () => 'all' };
    const of = (measure: 'customers' | 'mean') => pivotOf(orders, axes, measure, { from: 0, to: 9 }, 'rest');
    expect([of('customers').rowTotals, of('customers').total]).toEqual([[1, 2], 2]);
    expect([of('mean').rowTotals, of('mean').total]).toEqual([[10, 25], 20]);
  });
});

describe('invoices', () => {
  it('open, overdue, days to pay weighted by money', () => {
    const of = (days: number[]) => Int32Array.from(days);
    const figures = invoiceFigures(
      {
        day: of([0, 10, 20, 30]),
        amount: Float64Array.from([100, 300, 50, 70]),
        due: of([30, 40, 45, noDay]),
        paid: of([20, 50, noDay, noDay]),
      },
      60,
    );
    expect(figures).toMatchObject({ invoices: 3, open: 1, openAmount: 50, overdue: 1, overdueAmount: 50 });
    expect(figures.daysToPay).toBeCloseTo((100 * 20 + 300 * 40) / 400, 10);
    expect(figures.daysLate).toBeCloseTo((100 * -10 + 300 * 10) / 400, 10);
  });
});

describe('all together', () => {
  const orders = (count: number) =>
    table(
      Array.from({ length: count }, (_, at): [string, number, number] => [
        `c${at % 83}`,
        today - ((at * 37) % 700),
        5 + ((at * 7919) % 400) / (1 + (at % 83)),
      ]),
    );
  const options = {
    asOfDay: today,
    months: 0,
    by: 'amount',
    cuts: cutPresets['65/85'],
    policy: 'recommended',
    scale: { kind: 'parts', parts: 5 },
    money: 'amount',
  } as const;
  it('every customer has a class, a segment, a phase and a kind; the span leaves out what is older', () => {
    const list = orders(2000);
    const worth = worthOf(list, options);
    expect(worth.classOf.every((one) => one !== undefined)).toBe(true);
    expect(worth.segments.every((one) => one !== undefined)).toBe(true);
    expect(worth.phases).toHaveLength(83);
    const lately = worthOf(list, { ...options, months: 12 });
    const sum = (column: Float64Array) => column.reduce((a, b) => a + b, 0);
    expect(sum(lately.spanSums.orders)).toBeLessThan(sum(worth.spanSums.orders));
    expect(sum(lately.sums.orders)).toBe(2000);
  });
  it('nothing at all', () => {
    const none = table([]);
    const worth = worthOf(none, options);
    expect(worth.classes).toEqual([]);
    expect(forecastOf(worth.sums, today, 0.1).speaks).toBeUndefined();
    expect(trackWeeks(none, { kind: 'bgnbd', r: 1, alpha: 1, a: 1, b: 1 }, today)).toEqual([]);
  });
  it('the fit by week: repeat purchases come as they came, and the model ends near them', () => {
    const buyers = simulateBuyers(1500, 'bgnbd', { r: 0.6, alpha: 5, a: 0.9, b: 2.5 }, 40, 9);
    const fit = fitBuying('bgnbd', groupRepeats(buyers));
    // One order at the start of each, and its repeats spread up to the last.
    const rows = Array.from(buyers.x).flatMap((x, at): [string, number, number][] => {
      const start = today - Math.round((buyers.T[at] as number) * 7);
      const last = Math.round((buyers.tx[at] as number) * 7);
      const repeats = Array.from({ length: x }, (_, n) => start + Math.max(n + 1, Math.round((last * (n + 1)) / x)));
      return [start, ...repeats].map((day) => [`b${at}`, Math.min(day, today), 10]);
    });
    const list = table(rows);
    const weeks = trackWeeks(list, fit ?? { kind: 'bgnbd', r: 1, alpha: 1, a: 1, b: 1 }, today);
    const total = summarise(list, { to: today }).repeats.reduce((a, b) => a + b, 0);
    expect(weeks.at(-1)?.actual).toBe(total);
    expect(weeks.every(({ actual }, at) => at === 0 || actual >= (weeks[at - 1]?.actual ?? 0))).toBe(true);
    expect((weeks.at(-1)?.expected ?? 0) / total).toBeGreaterThan(0.85);
    expect((weeks.at(-1)?.expected ?? 0) / total).toBeLessThan(1.15);
  });
  it('an interval of what is expected holds what was found, and comes out the same again', () => {
    const buyers = simulateBuyers(400, 'mbgnbd', { r: 0.9, alpha: 5, a: 0.6, b: 2.5 }, 40, 2);
    const fit = fitBuying('mbgnbd', groupRepeats(buyers));
    if (!fit) throw new Error('no fit');
    const rates = () => middleOf(resample(buyers, fit, undefined, 30, 8).map(({ buying }) => buying.r / buying.alpha));
    const interval = rates();
    expect(interval?.low).toBeLessThan(fit.r / fit.alpha);
    expect(interval?.high).toBeGreaterThan(fit.r / fit.alpha);
    expect(rates()).toEqual(interval);
    expect(middleOf([1, 2, 3])).toBeUndefined();
  });
});
