import type { OrderTable } from './order-table.ts';

/** What a customer's margin is known from: their own orders, the rate that the user set, or the mean of the orders that have one. */
export const marginBases = ['orders', 'rate', 'average'] as const;
export type MarginBasis = (typeof marginBases)[number];

export type Margins = {
  /** By place: the part of a sum that stays; NaN where nothing tells. */
  shareOf: Float64Array;
  basisOf: (MarginBasis | undefined)[];
  /** Mean over all orders that have a margin; undefined where none has. */
  average: number | undefined;
};

/**
 * Margin as a share of sales, for each customer. In: orders (refunds lower both), the last day that counts, the share that the user
 * set for orders without a margin (0–1; null: none).
 */
export function marginShares(orders: OrderTable, to: number, rate: number | null): Margins {
  const n = orders.customers.length;
  const [margin, sales] = [new Float64Array(n), new Float64Array(n)];
  let [allMargin, allSales] = [0, 0];
  const { customer, day, amount, margin: known } = orders;
  for (let at = 0; known && at < known.length; at++) {
    const one = known[at] as number;
    if (Number.isNaN(one) || (day[at] as number) > to) continue;
    const who = customer[at] as number;
    margin[who] = (margin[who] as number) + one;
    sales[who] = (sales[who] as number) + (amount[at] as number);
    allMargin += one;
    allSales += amount[at] as number;
  }
  const average = allSales > 0 ? allMargin / allSales : undefined;
  const rest = rate ?? average;
  const basisOf: Margins['basisOf'] = [];
  const shareOf = new Float64Array(n).fill(Number.NaN);
  for (let who = 0; who < n; who++) {
    const isOwn = (sales[who] as number) > 0;
    const share = isOwn ? (margin[who] as number) / (sales[who] as number) : rest;
    basisOf.push(isOwn ? 'orders' : rate !== null ? 'rate' : average === undefined ? undefined : 'average');
    if (share !== undefined) shareOf[who] = share;
  }
  return { shareOf, basisOf, average };
}
