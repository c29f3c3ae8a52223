import fc from 'fast-check';
import { expect, it } from 'vitest';
import { marginShares } from '../../../lib/value/margin.ts';
import type { OrderTable } from '../../../lib/value/order-table.ts';

const orders = (rows: readonly [who: number, amount: number, margin: number][]): OrderTable => ({
  customers: ['a', 'b', 'c'],
  customer: Uint32Array.from(rows, ([who]) => who),
  day: Int32Array.from(rows, (_, at) => at),
  amount: Float64Array.from(rows, ([, amount]) => amount),
  margin: Float64Array.from(rows, ([, , margin]) => margin),
});
const none = Number.NaN;
const list = orders([
  [0, 100, 40],
  [0, 100, none],
  [1, 300, 60],
  [2, 50, none],
]);

it('is of the own orders that say one, else of the rate that was set, else the mean; and says which', () => {
  expect(marginShares(list, 9, 0.5)).toEqual({
    shareOf: Float64Array.of(0.4, 0.2, 0.5),
    basisOf: ['orders', 'orders', 'rate'],
    average: 0.25,
  });
  expect(marginShares(list, 9, null)).toMatchObject({
    shareOf: Float64Array.of(0.4, 0.2, 0.25),
    basisOf: ['orders', 'orders', 'average'],
  });
});
it('stays unknown where nothing tells, and later orders tell nothing', () => {
  const { margin: _margin, ...without } = list;
  expect(marginShares(without, 9, null)).toEqual({
    shareOf: Float64Array.of(none, none, none),
    basisOf: [undefined, undefined, undefined],
    average: undefined,
  });
  expect(marginShares(list, -1, 0.3).basisOf).toEqual(['rate', 'rate', 'rate']);
});
it('scaling money changes no share', () =>
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 1000, noNaN: true }), (by) => {
      const scaled = {
        ...list,
        amount: list.amount.map((one) => one * by),
        margin: list.margin?.map((one) => one * by),
      };
      marginShares(scaled as OrderTable, 9, null).shareOf.forEach((share, at) => {
        expect(share).toBeCloseTo(marginShares(list, 9, null).shareOf[at] as number, 9);
      });
    }),
  ));
