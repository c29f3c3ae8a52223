import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { invoiceFigures } from '../../../lib/value/invoices.ts';
import { migrationOf, movementOf, type Standing } from '../../../lib/value/movement.ts';
import { noDay } from '../../../lib/value/order-table.ts';
import { owingBands, owingOf } from '../../../lib/value/owing.ts';
import { pivotOf, placesIn } from '../../../lib/value/pivot.ts';

const standing = fc.constantFrom<Standing>('A', 'B', 'C', 'none');

it('who is behind a figure of the movement are as many as it says', () =>
  fc.assert(
    fc.property(fc.array(fc.tuple(standing, standing)), (pairs) => {
      const { movement } = migrationOf(
        pairs.map(([from]) => from),
        pairs.map(([, to]) => to),
      );
      for (const how of ['new', 'lost', 'up', 'down', 'same'] as const)
        expect(pairs.filter(([from, to]) => movementOf(from, to) === how)).toHaveLength(movement[how]);
    }),
  ));

it('who is behind a part of a pivot are as many as it counts, also where small ones stand together', () =>
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(9), fc.nat(5), fc.integer({ min: 1, max: 100 })), { minLength: 1 }),
      fc.integer({ min: 1, max: 4 }),
      (list, most) => {
        const orders = {
          customers: Array.from({ length: 10 }, (_, at) => String(at)),
          customer: Uint32Array.from(list, ([who]) => who),
          day: Int32Array.from(list, ([, day]) => day),
          amount: Float64Array.from(list, ([, , amount]) => amount),
        };
        const axes = {
          rows: (at: number) => `day ${orders.day[at]}`,
          columns: (at: number) => `who ${(orders.customer[at] as number) % 3}`,
        };
        const span = { from: 0, to: 9 };
        const shown = { rows: most, columns: most };
        const pivot = pivotOf(orders, axes, 'customers', span, 'rest', shown);
        pivot.rows.forEach((row, at) => {
          expect(placesIn(orders, axes, span, 'rest', { row }, shown).size).toBe(pivot.rowTotals[at]);
          pivot.columns.forEach((column, place) => {
            const behind = placesIn(orders, axes, span, 'rest', { row, column }, shown);
            expect(behind.size).toBe(pivot.cells[at]?.[place]);
          });
        });
        expect(placesIn(orders, axes, span, 'rest', {}, shown).size).toBe(pivot.total);
      },
    ),
  ));

describe('who owes', () => {
  // Who, day, sum, due, paid.
  const rows = [
    [0, 0, 100, 30, noDay],
    [0, 5, 50, 120, noDay],
    [1, 0, 200, 95, noDay],
    [1, 0, 70, 10, 20],
    [2, 0, 30, 10, 101],
    [2, 0, -30, 10, noDay],
    [2, 0, 30, noDay, noDay],
    [3, 200, 30, 210, noDay],
  ] as const;
  const orders = {
    customer: Uint32Array.from(rows, ([who]) => who),
    day: Int32Array.from(rows, ([, day]) => day),
    amount: Float64Array.from(rows, ([, , amount]) => amount),
    due: Int32Array.from(rows, ([, , , due]) => due),
    paid: Int32Array.from(rows, ([, , , , paid]) => paid),
  };
  it('the most overdue first; paid, returned, undated and later ones owe nothing', () =>
    expect(owingOf(orders, 100)).toEqual([
      {
        place: 1,
        invoices: 1,
        open: 200,
        overdue: 200,
        overdueDays: 5,
        bands: { current: 0, month: 200, quarter: 0, older: 0 },
      },
      {
        place: 0,
        invoices: 2,
        open: 150,
        overdue: 100,
        overdueDays: 70,
        bands: { current: 50, month: 0, quarter: 100, older: 0 },
      },
      {
        place: 2,
        invoices: 1,
        open: 30,
        overdue: 30,
        overdueDays: 90,
        bands: { current: 0, month: 0, quarter: 30, older: 0 },
      },
    ]));
  it('adds up to what the figures of all invoices say', () => {
    const list = owingOf(orders, 100);
    const sum = (read: (one: (typeof list)[number]) => number) => list.reduce((all, one) => all + read(one), 0);
    const all = invoiceFigures(orders, 100);
    expect([sum(({ invoices }) => invoices), sum(({ open }) => open), sum(({ overdue }) => overdue)]).toEqual([
      all.open,
      all.openAmount,
      all.overdueAmount,
    ]);
    for (const { bands, open } of list)
      expect(owingBands.reduce((whole, band) => whole + bands[band], 0)).toBeCloseTo(open);
  });
});
