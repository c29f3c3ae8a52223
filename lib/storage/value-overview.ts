import { concentrationOf } from '../value/concentration.ts';
import { invoiceFigures } from '../value/invoices.ts';
import { type EightClass, eightClassOf } from '../value/segments.ts';
import { bandOf } from '../value/wallet.ts';
import { spanStart, type Worth } from '../value/worth.ts';
import type { Buyer } from './orders.ts';
import type { ValueState } from './value-service.ts';

/** The eight classes by one threshold an axis, here the middle customer's; by place, undefined for who has no scores. */
export function eightClassesOf({ rfm, spanSums }: Worth): (EightClass | undefined)[] {
  const middle = (values: Float64Array) => {
    const sorted = values.filter((one) => !Number.isNaN(one)).sort();
    return sorted[Math.floor(sorted.length / 2)] ?? 0;
  };
  const thresholds = { recencyDays: middle(rfm.recency), orders: middle(spanSums.orders), money: middle(rfm.money) };
  return Array.from(rfm.r, (r, at) =>
    r === 0
      ? undefined
      : eightClassOf(rfm.recency[at] as number, spanSums.orders[at] as number, rfm.money[at] as number, thresholds),
  );
}

/** What the pages show of all customers together; the largest thing in it is two numbers a customer. */
export function overviewOf({ loaded, worth, asOfDay, settings }: ValueState) {
  const { ranking, sums, rfm, fitness, segments, phases, kinds, classOf } = worth;
  const from = spanStart(asOfDay, settings.months);
  const tally = <T extends string>(list: readonly (T | undefined)[]) => {
    const result: Partial<Record<T, { customers: number; amount: number }>> = {};
    list.forEach((one, place) => {
      if (one === undefined || (sums.orders[place] as number) === 0) return;
      const entry = result[one] ?? { customers: 0, amount: 0 };
      result[one] = { customers: entry.customers + 1, amount: entry.amount + (sums.amount[place] as number) };
    });
    return result;
  };
  // Heat: customers by recency and frequency, with their money.
  const heat = new Map<string, { r: number; f: number; customers: number; amount: number; m: number }>();
  const eight = eightClassesOf(worth);
  segments.forEach((_, place) => {
    const [r, f] = [rfm.r[place] as number, rfm.f[place] as number];
    if (r === 0) return;
    const cell = heat.get(`${r}${f}`) ?? { r, f, customers: 0, amount: 0, m: 0 };
    cell.customers++;
    cell.amount += worth.spanSums.amount[place] as number;
    cell.m += rfm.m[place] as number;
    heat.set(`${r}${f}`, cell);
  });
  const active = Array.from(sums.orders).filter((count) => count > 0).length;
  return {
    asOfDay,
    fromDay: settings.months === 0 ? undefined : from,
    base: loaded.base,
    withoutRate: loaded.withoutRate,
    currencies: loaded.currencies,
    batches: loaded.batches,
    orders: loaded.table.day.length,
    customers: active,
    leftOut: sums.leftOut,
    hasMargin: loaded.batches.some(({ has }) => has.margin),
    /** Also by the rate that the user set. */
    knowsMargin: settings.marginRate !== null || loaded.batches.some(({ has }) => has.margin),
    hasQuantity: loaded.batches.some(({ has }) => has.quantity),
    tied: loaded.buyers.filter(({ leadId }) => leadId !== undefined).length,
    ranking: {
      reached: ranking.reached.slice(0, ranking.positive),
      total: ranking.total,
      positive: ranking.positive,
      // Equal values share a class: where runs of them begin is all that a moved cut needs.
      values: Float64Array.from(
        ranking.order.subarray(0, ranking.positive),
        (place) => ranking.values[place] as number,
      ),
    },
    classes: tally(classOf),
    concentration: concentrationOf(ranking),
    rfm: { top: rfm.top, breaks: rfm.breaks, heat: [...heat.values()] },
    fitness,
    segments: tally(segments),
    eight: tally(eight),
    phases: tally(phases),
    kinds: tally(kinds.map(({ kind }) => kind)),
    falls: tally(worth.falls),
    shares: {
      ...tally(worth.wallets.map(({ share }) => bandOf(share))),
      ...tally(worth.wallets.map(({ ask }) => (ask === undefined ? undefined : ('ask' as const)))),
    },
    wallet: walletSums(worth, loaded.buyers),
    invoices: invoiceFigures({ ...loaded.table, ...loaded.invoices }, asOfDay),
  };
}
/** Share of wallet of all together: of those whose whole need is known. */
function walletSums({ wallets, recent, sums }: Worth, buyers: readonly Buyer[]) {
  let [known, need, ours, potential, ask, tied] = [0, 0, 0, 0, 0, 0];
  wallets.forEach((one, place) => {
    if ((sums.orders[place] as number) === 0) return;
    if (buyers[place]?.leadId !== undefined) tied++;
    if (one.ask !== undefined) ask++;
    if (one.share === undefined || one.need === undefined) return;
    known++;
    need += one.need;
    ours += recent[place] as number;
    potential += one.potential ?? 0;
  });
  return { known, need, ours, potential, ask, tied };
}

export type Overview = ReturnType<typeof overviewOf>;
