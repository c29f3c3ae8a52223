import type { CustomerTable } from './order-table.ts';

export type MoneyAxis = 'amount' | 'mean' | 'quantity' | 'margin';
/** Scores by equal parts of the customers, or by fixed cuts: `recency` in days, each list rising. */
export type Scale =
  | { kind: 'parts'; parts: 3 | 4 | 5 }
  | { kind: 'fixed'; recency: readonly number[]; frequency: readonly number[]; money: readonly number[] };
export type RfmOptions = { scale: Scale; money: MoneyAxis };

/** Columns by place in the customer table; 0 for a customer without a dated order. */
export type Rfm = {
  r: Uint8Array;
  f: Uint8Array;
  m: Uint8Array;
  /** Days since the last order, orders, money as asked: what the scores were made from. */
  recency: Float64Array;
  money: Float64Array;
  /** The greatest value that each score but the last holds. */
  breaks: { recency: number[]; frequency: number[]; money: number[] };
  /** Scores go from 1 to this. */
  top: { r: number; f: number; m: number };
};

/**
 * Values at which one score ends and the next begins: the order statistic at or above each quantile's place. A value is a member
 * of the data and not between two, so that equal values always score the same, and another unit changes nothing. (The R package
 * rfm adds 1 to interpolated quantiles; over whole days and whole sums that comes to the same.)
 */
export function quantileBreaks(sorted: Float64Array, parts: number): number[] {
  return Array.from({ length: parts - 1 }, (_, part) => {
    const place = ((sorted.length - 1) * (part + 1)) / parts;
    return sorted[Math.ceil(place - 1e-9)] as number;
  });
}

/**
 * Scores customers by time since the last order, number of orders, and money. In: the customers as summed up, the day to count
 * from, scale and what money means. The highest score is the best: most recent, most often, most.
 */
export function scoreRfm(table: CustomerTable, asOfDay: number, { scale, money: axis }: RfmOptions): Rfm {
  const n = table.customers.length;
  const recency = table.lastDay.map((day) => asOfDay - day);
  const money = moneyOf(table, axis);
  const isIn = (at: number) => !Number.isNaN(recency[at] as number);
  const members = Uint32Array.from({ length: n }, (_, at) => at).filter(isIn);
  const sortedOf = (column: Float64Array) => Float64Array.from(members, (at) => column[at] as number).sort();
  const breaks =
    scale.kind === 'fixed'
      ? { recency: [...scale.recency], frequency: [...scale.frequency], money: [...scale.money] }
      : members.length === 0
        ? { recency: [], frequency: [], money: [] }
        : {
            recency: quantileBreaks(sortedOf(recency), scale.parts),
            frequency: quantileBreaks(sortedOf(table.orders), scale.parts),
            money: quantileBreaks(sortedOf(money), scale.parts),
          };
  const top = { r: breaks.recency.length + 1, f: breaks.frequency.length + 1, m: breaks.money.length + 1 };
  const score = (column: Float64Array, cuts: readonly number[], isReversed: boolean) => {
    const scores = new Uint8Array(n);
    for (const at of members) {
      const value = column[at] as number;
      let above = 0;
      for (const cut of cuts) if (value > cut) above++;
      scores[at] = isReversed ? cuts.length + 1 - above : above + 1;
    }
    return scores;
  };
  return {
    r: score(recency, breaks.recency, true),
    f: score(table.orders, breaks.frequency, false),
    m: score(money, breaks.money, false),
    recency,
    money,
    breaks,
    top,
  };
}

function moneyOf(table: CustomerTable, axis: MoneyAxis): Float64Array {
  if (axis === 'mean') return table.amount.map((sum, at) => sum / Math.max(1, table.orders[at] as number));
  return table[axis];
}

export type Fitness = {
  fits: boolean;
  reasons: FitnessReason[];
  customers: number;
  repeatShare: number;
  spanDays: number;
};
export type FitnessReason = 'fewCustomers' | 'fewRepeats' | 'shortSpan' | 'oneHasMost' | 'allBoughtOnce';

/**
 * Whether sorting by recency, frequency and money says anything about these customers: it was made for many customers who buy
 * again and again (method.md, row 19). Limits are a judgement: 30 customers, one in ten buying again, 90 days.
 */
export function fitnessOf(table: CustomerTable): Fitness {
  const dated = Array.from(table.lastDay.keys()).filter((at) => !Number.isNaN(table.lastDay[at] as number));
  let [again, first, last, most, total] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, 0];
  for (const at of dated) {
    if ((table.repeats[at] as number) > 0) again++;
    first = Math.min(first, table.firstDay[at] as number);
    last = Math.max(last, table.lastDay[at] as number);
    const amount = Math.max(0, table.amount[at] as number);
    most = Math.max(most, amount);
    total += amount;
  }
  const customers = dated.length;
  const repeatShare = customers === 0 ? 0 : again / customers;
  const spanDays = customers === 0 ? 0 : last - first;
  const reasons: FitnessReason[] = [];
  if (customers < 30) reasons.push('fewCustomers');
  if (again === 0) reasons.push('allBoughtOnce');
  else if (repeatShare < 0.1) reasons.push('fewRepeats');
  if (spanDays < 90) reasons.push('shortSpan');
  if (total > 0 && most / total > 0.8) reasons.push('oneHasMost');
  return { fits: reasons.length === 0, reasons, customers, repeatShare, spanDays };
}
