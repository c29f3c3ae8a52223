import type { NamedSegment } from '../domain/named-segments.ts';
import type { Wallet } from '../domain/schema/wallet.ts';
import type { BoundaryPolicy, Cuts } from './abc.ts';
import { classify, type Ranking, rank, type ValueClass } from './abc.ts';
import { type BuyingFit, chanceAlive, expectedOrders } from './buying-model.ts';
import { expectedSpend } from './gamma-gamma.ts';
import { fitModels, type Models } from './models.ts';
import { type CustomerTable, noDay, type OrderTable, summarise } from './order-table.ts';
import { type CustomerKind, fallIn, type KindReason, kindOf, type LifeFacts, type Phase, phaseOf } from './phase.ts';
import { groupRepeats, repeatsOf } from './repeat-groups.ts';
import { type Fitness, fitnessOf, type MoneyAxis, type Rfm, type Scale, scoreRfm } from './rfm.ts';
import { segmentOf } from './segments.ts';
import { type Fall, type WalletFacts, walletFacts } from './wallet.ts';

export type WorthOptions = {
  asOfDay: number;
  /** Months to look back for classes and scores; 0: all orders. */
  months: number;
  by: 'amount' | 'margin' | 'orders';
  cuts: Cuts;
  policy: BoundaryPolicy;
  scale: Scale;
  money: MoneyAxis;
};

/** What every customer is worth, in columns by place. */
export type Worth = {
  options: WorthOptions;
  /** All orders up to the day looked at. */
  sums: CustomerTable;
  /** Those of the span that classes are of. */
  spanSums: CustomerTable;
  ranking: Ranking;
  classes: ValueClass[];
  classOf: (ValueClass | undefined)[];
  shareOf: Float64Array;
  rfm: Rfm;
  fitness: Fitness;
  segments: (NamedSegment | undefined)[];
  phases: Phase[];
  kinds: { kind: CustomerKind; reasons: KindReason[] }[];
  /** Sales of the last 365 days. */
  recent: Float64Array;
  wallets: WalletFacts[];
  /** Why the volume of those whose volume falls does. */
  falls: (Fall | undefined)[];
};

/** What customers buy in all, where it is known: by place, with what one unit of a currency is worth in the base (NaN: no rate). */
export type Wallets = { of: readonly (Wallet | undefined)[]; rateOf: (currency: string) => number };
const noWallets: Wallets = { of: [], rateOf: () => 1 };

/** What the models say of every customer; columns are NaN where they keep silent. */
export type Forecast = {
  models: Models;
  /** The fit that speaks: MBG/NBD, under which who bought once is not sure to be alive; else BG/NBD. */
  speaks: BuyingFit | undefined;
  alive: Float64Array;
  /** Orders of the next 52 weeks. */
  orders: Float64Array;
  /** Worth of the next twelve months. */
  lifetime: Float64Array;
};

/** The first day of a span of months that ends on a day. */
export function spanStart(toDay: number, months: number): number {
  if (months === 0) return noDay + 1;
  const day = new Date(toDay * 86_400_000);
  const [year, month] = [day.getUTCFullYear(), day.getUTCMonth() - months];
  // A month that is too short ends where it ends: one up to 31 March begins with the first of it.
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(day.getUTCDate(), lastDay) + 1) / 86_400_000;
}

/**
 * Classes, scores, phases and kinds of all customers. In: orders, how to reckon, what the models said if they were asked, what is known
 * of whole needs.
 */
export function worthOf(
  orders: OrderTable,
  options: WorthOptions,
  forecast?: Forecast,
  { of: wallet, rateOf }: Wallets = noWallets,
): Worth {
  const { asOfDay, months, by, cuts, policy, scale, money } = options;
  const sums = summarise(orders, { to: asOfDay });
  const spanSums = months === 0 ? sums : summarise(orders, { from: spanStart(asOfDay, months), to: asOfDay });
  const recent = summarise(orders, { from: asOfDay - 364, to: asOfDay }).amount;
  const before = summarise(orders, { from: asOfDay - 729, to: asOfDay - 365 }).amount;
  const ranking = rank(by === 'margin' ? spanSums.margin : spanSums[by], orders.customers);
  const classes = classify(ranking, cuts, policy);
  const n = orders.customers.length;
  const classOf: Worth['classOf'] = new Array(n).fill(undefined);
  const shareOf = new Float64Array(n);
  ranking.order.forEach((place, at) => {
    shareOf[place] = ranking.reached[at] as number;
    if ((sums.orders[place] as number) > 0) classOf[place] = classes[at];
  });
  const rfm = scoreRfm(spanSums, asOfDay, { scale, money });
  const knowsDiscounts = orders.discounted?.some((one) => one > 0) === true;
  const phases: Phase[] = [];
  const kinds: Worth['kinds'] = [];
  const segments: Worth['segments'] = [];
  const wallets: WalletFacts[] = [];
  const falls: Worth['falls'] = [];
  const largeYear = middleYear(recent, classOf);
  for (let at = 0; at < n; at++) {
    const money = { recent: recent[at] as number, before: before[at] as number };
    const share = walletFacts(wallet[at], money, asOfDay, rateOf);
    const facts: LifeFacts = {
      orders: sums.orders[at] as number,
      firstDay: sums.firstDay[at] as number,
      lastDay: sums.lastDay[at] as number,
      ...money,
      repeats: sums.repeats[at] as number,
      wallet: share,
    };
    const phase = phaseOf(facts, asOfDay);
    const fall = fallIn(facts, phase);
    wallets.push(fall === 'unknown' && share.ask === undefined ? { ...share, ask: 'before' } : share);
    falls.push(fall);
    const alive = forecast?.alive[at];
    phases.push(phase);
    kinds.push(
      kindOf(phase, classOf[at], {
        repeats: facts.repeats,
        discountShare: knowsDiscounts ? (sums.discounted[at] as number) / Math.max(1, facts.orders) : undefined,
        isCompared: facts.before > 0,
        wallet: share,
        fall,
        largeYear,
        chanceAlive: alive === undefined || Number.isNaN(alive) ? undefined : alive,
      }),
    );
    const [r, f, m] = [rfm.r[at] as number, rfm.f[at] as number, rfm.m[at] as number];
    segments.push(r === 0 ? undefined : segmentOf(r, f, m, rfm.top));
  }
  const fitness = fitnessOf(spanSums);
  const shown = { ranking, classes, classOf, shareOf, rfm, fitness, segments, phases, kinds };
  return { options, sums, spanSums, ...shown, recent, wallets, falls };
}

/** What an A customer usually brings in a year: the middle of those who brought something; NaN where nobody did. */
function middleYear(recent: Float64Array, classOf: Worth['classOf']): number {
  const large = recent.filter((money, at) => classOf[at] === 'A' && money > 0).sort();
  return large[Math.floor(large.length / 2)] ?? Number.NaN;
}

const weeksAhead = 52;
const weeksPerMonth = 4.345;

/** Fits the models and says of every customer what they expect. In: sums of all orders, the day looked at, the yearly rate. */
export function forecastOf(sums: CustomerTable, asOfDay: number, yearlyRate: number): Forecast {
  const repeats = repeatsOf(sums, asOfDay);
  const models = fitModels(repeats);
  const speaks = models.mbgnbd.ok ? models.mbgnbd.fit : models.bgnbd.ok ? models.bgnbd.fit : undefined;
  const column = () => new Float64Array(sums.customers.length).fill(Number.NaN);
  const [alive, orders, lifetime] = [column(), column(), column()];
  if (!speaks) return { models, speaks, alive, orders, lifetime };
  const groups = groupRepeats(repeats);
  const monthly = (1 + yearlyRate) ** (1 / 12);
  // Customers who are alike to the model are worked out once; what they spend is their own.
  const perGroup = Array.from(groups.x, (x, at) => {
    const [tx, T] = [groups.tx[at] as number, groups.T[at] as number];
    let [discounted, before] = [0, 0];
    for (let month = 1; month <= 12; month++) {
      const until = expectedOrders(speaks, x, tx, T, month * weeksPerMonth);
      discounted += (until - before) / monthly ** month;
      before = until;
    }
    return { alive: chanceAlive(speaks, x, tx, T), orders: expectedOrders(speaks, x, tx, T, weeksAhead), discounted };
  });
  const spend = models.gammaGamma.ok ? models.gammaGamma.fit : undefined;
  repeats.place.forEach((place, at) => {
    const group = perGroup[groups.groupOf[at] as number] as (typeof perGroup)[number];
    alive[place] = group.alive;
    orders[place] = group.orders;
    if (spend)
      lifetime[place] = group.discounted * expectedSpend(spend, repeats.x[at] as number, repeats.mean[at] as number);
  });
  return { models, speaks, alive, orders, lifetime };
}
