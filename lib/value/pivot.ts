import { noDay, type OrderTable } from './order-table.ts';

export const measures = ['amount', 'orders', 'customers', 'mean', 'margin', 'need', 'potential'] as const;
export type Measure = (typeof measures)[number];
export type Pivot = {
  rows: string[];
  columns: string[];
  /** By row, then column. */
  cells: number[][];
  rowTotals: number[];
  columnTotals: number[];
  total: number;
};

/** What falls together: gives each order its value on an axis, as text. */
export type Axis = (order: number) => string;

/** What a customer counts for, where a measure is of them and not of their orders: once in each cell that they are in. */
export type OfCustomer = (place: number) => number | undefined;

const mostShown = { rows: 60, columns: 24 };

type Sums = { amount: number; margin: number; orders: number; who: Set<number> };
const empty = (): Sums => ({ amount: 0, margin: 0, orders: 0, who: new Set() });
const measured = ({ amount, margin, orders, who }: Sums, measure: Measure, ofCustomer: OfCustomer): number => {
  if (measure === 'customers') return who.size;
  if (measure === 'need' || measure === 'potential') {
    let sum = 0;
    for (const one of who) sum += ofCustomer(one) ?? 0;
    return sum;
  }
  if (measure === 'mean') return orders === 0 ? 0 : amount / orders;
  return { amount, margin, orders }[measure];
};

/**
 * Sums orders up over two axes. In: orders, axes, what to sum, the most rows and columns: smaller ones fall together under the
 * text given for the rest. Totals are of the orders themselves, so that customers and means add up rightly.
 */
export function pivotOf(
  orders: OrderTable,
  axes: { rows: Axis; columns: Axis },
  measure: Measure,
  span: { from: number; to: number },
  rest: string,
  most = mostShown,
  ofCustomer: OfCustomer = () => undefined,
): Pivot {
  const cells = new Map<string, Map<string, Sums>>();
  const [byRow, byColumn] = [new Map<string, Sums>(), new Map<string, Sums>()];
  const whole = empty();
  const named = {
    rows: topOf(orders, axes.rows, span, most.rows),
    columns: topOf(orders, axes.columns, span, most.columns),
  };
  for (let at = 0; at < orders.day.length; at++) {
    if (!isIn(orders, at, span)) continue;
    const [rawRow, rawColumn] = [axes.rows(at), axes.columns(at)];
    const row = named.rows.has(rawRow) ? rawRow : rest;
    const column = named.columns.has(rawColumn) ? rawColumn : rest;
    const line = cells.get(row) ?? new Map<string, Sums>();
    cells.set(row, line);
    for (const [into, key] of [
      [line, column],
      [byRow, row],
      [byColumn, column],
    ] as const) {
      const sums = into.get(key) ?? empty();
      into.set(key, sums);
      add(sums, orders, at);
    }
    add(whole, orders, at);
  }
  const sorted = (keys: Iterable<string>) =>
    [...keys].sort((a, b) => (a === rest ? 1 : b === rest ? -1 : a < b ? -1 : 1));
  const rows = sorted(byRow.keys());
  const columns = sorted(byColumn.keys());
  return {
    rows,
    columns,
    cells: rows.map((row) =>
      columns.map((column) => measured(cells.get(row)?.get(column) ?? empty(), measure, ofCustomer)),
    ),
    rowTotals: rows.map((row) => measured(byRow.get(row) ?? empty(), measure, ofCustomer)),
    columnTotals: columns.map((column) => measured(byColumn.get(column) ?? empty(), measure, ofCustomer)),
    total: measured(whole, measure, ofCustomer),
  };
}

const isIn = ({ day }: OrderTable, at: number, { from, to }: { from: number; to: number }) =>
  day[at] !== noDay && (day[at] as number) >= from && (day[at] as number) <= to;

function add(sums: Sums, { amount, margin, customer }: OrderTable, at: number): void {
  const money = amount[at] as number;
  sums.amount += money;
  const gain = margin?.[at] ?? Number.NaN;
  if (!Number.isNaN(gain)) sums.margin += gain;
  if (money >= 0) sums.orders++;
  sums.who.add(customer[at] as number);
}

/** The values of an axis with the most money. */
function topOf(orders: OrderTable, axis: Axis, span: { from: number; to: number }, most: number): Set<string> {
  const sums = new Map<string, number>();
  for (let at = 0; at < orders.day.length; at++) {
    if (!isIn(orders, at, span)) continue;
    const key = axis(at);
    sums.set(key, (sums.get(key) ?? 0) + (orders.amount[at] as number));
  }
  const sorted = [...sums].sort((a, b) => b[1] - a[1]);
  return new Set(sorted.slice(0, sorted.length > most ? most - 1 : most).map(([key]) => key));
}

/** Customers with orders in a row, a column, or a cell of a pivot. In: as for `pivotOf`, the keys of the row and column (absent: all). */
export function placesIn(
  orders: OrderTable,
  axes: { rows: Axis; columns: Axis },
  span: { from: number; to: number },
  rest: string,
  { row, column }: { row?: string | undefined; column?: string | undefined },
  most = mostShown,
): Set<number> {
  const rows = topOf(orders, axes.rows, span, most.rows);
  const columns = topOf(orders, axes.columns, span, most.columns);
  const places = new Set<number>();
  for (let at = 0; at < orders.day.length; at++) {
    if (!isIn(orders, at, span)) continue;
    const [rawRow, rawColumn] = [axes.rows(at), axes.columns(at)];
    if (row !== undefined && (rows.has(rawRow) ? rawRow : rest) !== row) continue;
    if (column !== undefined && (columns.has(rawColumn) ? rawColumn : rest) !== column) continue;
    places.add(orders.customer[at] as number);
  }
  return places;
}
