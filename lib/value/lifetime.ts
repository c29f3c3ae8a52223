import { expectedOrders, type Model } from './buying-model.ts';

const weeksPerMonth = 4.345;

/** How far ahead and at what rate: `monthlyRate` .01 takes one in a hundred off for every month that one has to wait. */
export type Horizon = { months: number; monthlyRate: number };

/**
 * Lifetime value over some months: for each the orders to be expected in it times the spend to be expected of an order, discounted
 * to now: Σ spend · (N(i·f) − N((i−1)·f)) / (1+d)^i, f = 4.345 weeks. In: fit; repeat purchases, age at the last, age (weeks); spend.
 */
export function lifetimeValue(
  model: Model,
  customer: { x: number; tx: number; T: number; spend: number },
  { months, monthlyRate }: Horizon,
): number {
  const { x, tx, T, spend } = customer;
  let value = 0;
  let before = 0;
  for (let month = 1; month <= months; month++) {
    const orders = expectedOrders(model, x, tx, T, month * weeksPerMonth);
    value += (spend * (orders - before)) / (1 + monthlyRate) ** month;
    before = orders;
  }
  return value;
}

/**
 * The simple lifetime value: money a year times (1+d) / (1+d−retention), this year counted whole. In: money (or margin) a year;
 * the share of customers who are still there a year later; the yearly rate d. Out: undefined where nobody ever leaves and nothing
 * is taken off: the sum has no end.
 */
export function simpleLifetimeValue(perYear: number, retention: number, yearlyRate: number): number | undefined {
  const divisor = 1 + yearlyRate - retention;
  return divisor > 0 ? (perYear * (1 + yearlyRate)) / divisor : undefined;
}
