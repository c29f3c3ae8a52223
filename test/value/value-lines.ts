import { orderReader } from '../../lib/exchange/orders/read-orders.ts';
import { orderColumns } from '../../lib/exchange/orders/table.ts';
import { type BoundaryPolicy, type Cuts, classify, rank, type ValueClass } from '../../lib/value/abc.ts';
import { type BuyingFit, type BuyingKind, chanceAlive, expectedOrders } from '../../lib/value/buying-model.ts';
import { concentrationOf } from '../../lib/value/concentration.ts';
import { expectedSpend } from '../../lib/value/gamma-gamma.ts';
import { type Horizon, lifetimeValue } from '../../lib/value/lifetime.ts';
import { type Answer, fitModels } from '../../lib/value/models.ts';
import { summarise } from '../../lib/value/order-table.ts';
import { repeatsOf } from '../../lib/value/repeat-groups.ts';
import { type MoneyAxis, type Scale, scoreRfm } from '../../lib/value/rfm.ts';
import { eightClassOf, packageSegmentOf, segmentOf } from '../../lib/value/segments.ts';
import type { OrderFile } from './table-file.ts';

export const segmentMaps = ['eleven', 'eight', 'r02', 'r03'] as const;
export type SegmentMap = (typeof segmentMaps)[number];
export type ValueOptions = {
  asOfDay: number;
  cuts: Cuts;
  policy: BoundaryPolicy;
  by: 'amount' | 'margin' | 'orders';
  scale: Scale;
  money: MoneyAxis;
  segments: SegmentMap;
  model: BuyingKind;
  weeks: number | undefined;
  horizon: Horizon;
  /** One unit of a currency in the base, which is the one of most orders unless named. */
  rates: Readonly<Record<string, number>>;
  base: string | undefined;
};
type CustomerLine = {
  customer: string;
  orders: number;
  amount: number;
  abc: ValueClass | null;
  cumulativeShare: number | null;
  rfm: { r: number; f: number; m: number; segment: string } | null;
  x: number | null;
  tx: number | null;
  T: number | null;
  monetaryMean: number | null;
  pAlive: number | null;
  expectedOrders: number | null;
  clv: number | null;
};

const refusalWords: Record<string, string> = {
  fewRepeaters: 'fewer than 30 customers have bought again',
  shortSpan: 'the orders span fewer than 8 weeks',
  unidentified: 'these data do not tell its parameters apart',
  noMoney: 'too few repeat purchases have a sum',
  endlessMean: 'what customers spend has no finite mean under it',
};
const count = (words: Map<string, number>, what: string) => words.set(what, (words.get(what) ?? 0) + 1);
/** Sums of decimal numbers without the noise of their binary form. */
const tidy = (value: number) => Number(value.toPrecision(14));

/** What the command prints: a line a customer, the largest first, one for the whole, and words for what was left out. */
export function valueLines({ rows, mapping, spelling }: OrderFile, options: ValueOptions) {
  const words: string[] = [];
  const { amount, customer, customerNumber, email, company, domain } = mapping;
  if (amount === undefined || [customer, customerNumber, email, company, domain].every((one) => one === undefined))
    words.push('No column of sums or of customers was found: name them by --amount and --customer.');
  if (mapping.date === undefined) words.push('No column of days was found: recency and lifetime value need one.');
  const read = orderReader(mapping, spelling);
  const columns = orderColumns();
  const refusals = new Map<string, number>();
  const readings = rows.map(read);
  const currencies = new Map<string, number>();
  for (const order of readings) if (typeof order !== 'string' && order.currency) count(currencies, order.currency);
  const base = options.base ?? [...currencies].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
  for (const order of readings) {
    if (typeof order === 'string') {
      count(refusals, order);
      continue;
    }
    const rate = order.currency === base || !order.currency ? 1 : options.rates[order.currency];
    if (rate === undefined) {
      count(refusals, `no rate for ${order.currency} (--rates ${order.currency}=…)`);
      continue;
    }
    const who = order.customerNumber || order.customer || order.email || order.company || order.domain;
    columns.add(who, order.day, order.amount * rate, order.margin * rate, order.quantity, order.discounted);
  }
  for (const [reason, often] of refusals) words.push(`${often} rows left out: ${reason}`);
  const orders = columns.done();
  const { asOfDay } = options;
  if (currencies.size > 1) words.push(`${currencies.size} currencies, reckoned in ${base}`);
  if (orders.day.length === 0) words.push('There are no orders.');
  const customers = summarise(orders, { to: asOfDay });
  if (customers.leftOut.future > 0)
    words.push(`${customers.leftOut.future} orders after the day looked at are left out`);

  const ranking = rank(options.by === 'margin' ? customers.margin : customers[options.by], customers.customers);
  const classes = classify(ranking, options.cuts, options.policy);
  if (classes.length === 0) words.push('No customer has a value above zero: there are no classes.');
  const rfm = scoreRfm(customers, asOfDay, { scale: options.scale, money: options.money });
  const segment = (at: number): string => {
    const [r, f, m] = [rfm.r[at] as number, rfm.f[at] as number, rfm.m[at] as number];
    switch (options.segments) {
      case 'eleven':
        return segmentOf(r, f, m, rfm.top);
      case 'eight':
        return eightClassOf(
          rfm.recency[at] as number,
          customers.orders[at] as number,
          rfm.money[at] as number,
          middles,
        );
      default:
        return packageSegmentOf(options.segments, r, f, m);
    }
  };
  const middles = {
    recencyDays: median(rfm.recency),
    orders: median(customers.orders),
    money: median(rfm.money),
  };

  const repeats = repeatsOf(customers, asOfDay);
  const models = fitModels(repeats);
  for (const [name, answer] of Object.entries({
    'BG/NBD': models.bgnbd,
    'MBG/NBD': models.mbgnbd,
    'Gamma-Gamma': models.gammaGamma,
  }))
    if (!answer.ok) words.push(`${name} says nothing: ${refusalWords[answer.reason]}`);
  const fit = models[options.model];
  const spend = models.gammaGamma;
  const span = repeats.T.reduce((most, T) => Math.max(most, T), 0);
  const weeks = options.weeks ?? Math.min(52, Math.max(1, Math.ceil(span)));
  const placeOf = new Map(Array.from(repeats.place, (place, at) => [place, at]));

  // Who ordered only later is no customer yet.
  const seen = new Set<number>();
  orders.customer.forEach((who, at) => {
    if ((orders.day[at] as number) <= asOfDay) seen.add(who);
  });
  const lines = Array.from(ranking.order).flatMap((at, rankAt): CustomerLine[] => {
    if (!seen.has(at)) return [];
    const place = placeOf.get(at);
    const known = place === undefined ? undefined : pick(place);
    const has = fit.ok && known !== undefined;
    const spent = spend.ok && known ? expectedSpend(spend.fit, known.x, known.mean) : undefined;
    return [
      {
        customer: customers.customers[at] as string,
        orders: customers.orders[at] as number,
        amount: tidy(customers.amount[at] as number),
        abc: classes[rankAt] ?? null,
        cumulativeShare: classes.length === 0 ? null : (ranking.reached[rankAt] as number),
        rfm: known
          ? { r: rfm.r[at] as number, f: rfm.f[at] as number, m: rfm.m[at] as number, segment: segment(at) }
          : null,
        x: known?.x ?? null,
        tx: known?.tx ?? null,
        T: known?.T ?? null,
        monetaryMean: known ? tidy(known.mean) : null,
        pAlive: has ? chanceAlive(fit.fit, known.x, known.tx, known.T) : null,
        expectedOrders: has ? expectedOrders(fit.fit, known.x, known.tx, known.T, weeks) : null,
        clv: has && spent !== undefined ? lifetimeValue(fit.fit, { ...known, spend: spent }, options.horizon) : null,
      },
    ];
  });
  function pick(place: number) {
    const [x, tx, T, mean] = [repeats.x, repeats.tx, repeats.T, repeats.mean].map((one) => one[place] as number) as [
      number,
      number,
      number,
      number,
    ];
    return { x, tx, T, mean };
  }
  const concentration = concentrationOf(ranking);
  if (concentration && ranking.positive > 1) {
    if (concentration.largest > 0.5)
      words.push(`One customer has ${Math.round(concentration.largest * 100)} % of the total.`);
    if (concentration.gini < 1e-9) words.push('All customers have the same value: their classes tell nothing.');
  }
  if (lines.length > 0 && models.repeaters === 0) words.push('Nobody has bought again: frequency tells nothing.');
  return {
    words,
    customers: lines,
    whole: {
      models: {
        bgnbd: buyingLine(models.bgnbd),
        mbgnbd: buyingLine(models.mbgnbd),
        gammaGamma: answerLine(models.gammaGamma, ({ p, q, v, ll }) => ({ p, q, v, ll })),
      },
      gini: concentration?.gini ?? null,
      customersFor80: concentration?.customersFor80 ?? null,
      hhi: concentration?.hhi ?? null,
      weeks,
    },
  };
}

function median(values: Float64Array): number {
  const sorted = values.filter((one) => !Number.isNaN(one)).sort();
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

const answerLine = <T, L>(answer: Answer<T>, line: (fit: T) => L) =>
  answer.ok ? line(answer.fit) : { refused: refusalWords[answer.reason] };
const buyingLine = (answer: Answer<BuyingFit>) =>
  answerLine(answer, ({ r, alpha, a, b, ll }) => ({ r, alpha, a, b, ll }));
