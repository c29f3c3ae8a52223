import { expectedOfNew, type Model } from './buying-model.ts';
import type { OrderTable } from './order-table.ts';

/** Repeat purchases up to the end of each week, all customers together: as they came, and as the model had it. */
export type Tracking = { week: number; actual: number; expected: number }[];

/**
 * The fit beside what happened: repeat purchases cumulated by week from the first purchase of all. In: orders; the fit, which may
 * be of the first part of the time only; the last day to look at. Customers join with their first purchase.
 */
export function trackWeeks(table: OrderTable, model: Model, toDay: number): Tracking {
  const { customer, day, amount, customers } = table;
  const first = new Float64Array(customers.length).fill(Number.POSITIVE_INFINITY);
  const bought = (at: number) =>
    (amount[at] as number) >= 0 && (day[at] as number) <= toDay && (day[at] as number) > -1e9;
  for (let at = 0; at < day.length; at++) {
    const who = customer[at] as number;
    if (bought(at)) first[who] = Math.min(first[who] as number, day[at] as number);
  }
  const start = first.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  if (!Number.isFinite(start)) return [];
  const weeks = Math.floor((toDay - start) / 7) + 1;
  const actual = new Float64Array(weeks + 1);
  const seen = new Set<number>();
  const span = toDay - start + 1;
  for (let at = 0; at < day.length; at++) {
    if (!bought(at)) continue;
    const who = customer[at] as number;
    const since = (day[at] as number) - start;
    // Orders of one day are one purchase, the first is no repeat.
    if ((day[at] as number) === first[who] || seen.has(who * span + since)) continue;
    seen.add(who * span + since);
    actual[Math.floor(since / 7)] = (actual[Math.floor(since / 7)] as number) + 1;
  }
  const joined = new Map<number, number>();
  for (const one of first) if (Number.isFinite(one)) joined.set(one - start, (joined.get(one - start) ?? 0) + 1);
  // The expectation is smooth: of each age in days it is worked out once.
  const ages = new Map<number, number>();
  const expectedAt = (age: number) => {
    const known = ages.get(age);
    if (known !== undefined) return known;
    const value = expectedOfNew(model, age / 7);
    ages.set(age, value);
    return value;
  };
  const result: Tracking = [];
  let sum = 0;
  for (let week = 0; week < weeks; week++) {
    sum += actual[week] as number;
    const end = Math.min((week + 1) * 7 - 1, toDay - start);
    let expected = 0;
    for (const [since, count] of joined) if (since < end) expected += count * expectedAt(end - since);
    result.push({ week: week + 1, actual: sum, expected });
  }
  return result;
}
