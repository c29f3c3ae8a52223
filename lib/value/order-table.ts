/**
 * Orders in columns: a million of them are a few typed arrays, not a million objects. Pure; days are whole days since 1970,
 * money is in one currency (which unit does not matter to any method here).
 */
export type OrderTable = {
  /** Whose orders: one entry a customer. */
  customers: readonly string[];
  /** Of each order: place in `customers`, day, money (negative: a refund). */
  customer: Uint32Array;
  day: Int32Array;
  amount: Float64Array;
  /** Where the list had them. NaN where this order has none. */
  margin?: Float64Array;
  quantity?: Float64Array;
  /** 1 where bought at a discount. */
  discounted?: Uint8Array;
};

/** What the methods ask of each customer, in columns by place in `customers`. */
export type CustomerTable = {
  customers: readonly string[];
  /** Orders that were bought: refunds are none. */
  orders: Float64Array;
  /** Money after refunds. */
  amount: Float64Array;
  margin: Float64Array;
  quantity: Float64Array;
  discounted: Float64Array;
  firstDay: Float64Array;
  lastDay: Float64Array;
  /** Purchases after the first, orders of one day being one purchase. */
  repeats: Float64Array;
  /** Money of those purchases. */
  repeatAmount: Float64Array;
  /** Orders after the last day looked at, and of no known day: left out everywhere. */
  leftOut: { future: number; undated: number };
};

export type Period = { from?: number; to: number };
/** Marks an order whose day is not known. */
export const noDay = -2147483648;

/**
 * Sums orders up by customer. In: orders in any order; the period by days, both ends in it. Out: columns; a customer without
 * orders in the period has NaN days. Orders without a day count towards money and number alone.
 */
export function summarise(table: OrderTable, { from = noDay + 1, to }: Period): CustomerTable {
  const n = table.customers.length;
  const make = (value = 0) => new Float64Array(n).fill(value);
  const out = {
    orders: make(),
    amount: make(),
    margin: make(),
    quantity: make(),
    discounted: make(),
    firstDay: make(Number.NaN),
    lastDay: make(Number.NaN),
    repeats: make(),
    repeatAmount: make(),
  };
  const leftOut = { future: 0, undated: 0 };
  const firstAmount = make();
  const { customer, day, amount, margin, quantity, discounted } = table;
  for (let at = 0; at < day.length; at++) {
    const when = day[at] as number;
    const who = customer[at] as number;
    const money = amount[at] as number;
    if (when === noDay) leftOut.undated++;
    else if (when > to) {
      leftOut.future++;
      continue;
    } else if (when < from) continue;
    out.amount[who] = (out.amount[who] as number) + money;
    if (margin) addTo(out.margin, who, margin[at] as number);
    if (quantity) addTo(out.quantity, who, quantity[at] as number);
    if (money < 0) continue;
    out.orders[who] = (out.orders[who] as number) + 1;
    if (discounted?.[at]) addTo(out.discounted, who, 1);
    if (when === noDay) continue;
    const first = out.firstDay[who] as number;
    if (!(first <= when)) {
      out.firstDay[who] = when;
      firstAmount[who] = money;
    } else if (first === when) addTo(firstAmount, who, money);
    if (!((out.lastDay[who] as number) >= when)) out.lastDay[who] = when;
    out.repeatAmount[who] = (out.repeatAmount[who] as number) + money;
  }
  for (let who = 0; who < n; who++)
    out.repeatAmount[who] = (out.repeatAmount[who] as number) - (firstAmount[who] as number);
  countRepeats(table, { from, to }, out.repeats);
  return { customers: table.customers, ...out, leftOut };
}

function addTo(column: Float64Array, at: number, value: number): void {
  if (!Number.isNaN(value)) column[at] = (column[at] as number) + value;
}

/** Distinct days with an order, less one. Orders are put by customer (counting sort), then each customer's days are looked through. */
function countRepeats(table: OrderTable, { from, to }: Required<Period>, repeats: Float64Array): void {
  const { customer, day, amount } = table;
  const ends = new Uint32Array(repeats.length + 1);
  const counts = (at: number) =>
    (day[at] as number) >= from && (day[at] as number) <= to && (amount[at] as number) >= 0;
  for (let at = 0; at < day.length; at++)
    if (counts(at)) ends[(customer[at] as number) + 1] = (ends[(customer[at] as number) + 1] as number) + 1;
  for (let who = 0; who < repeats.length; who++) ends[who + 1] = (ends[who + 1] as number) + (ends[who] as number);
  const next = ends.slice();
  const days = new Int32Array(ends[repeats.length] as number);
  for (let at = 0; at < day.length; at++) {
    if (!counts(at)) continue;
    const who = customer[at] as number;
    days[next[who] as number] = day[at] as number;
    next[who] = (next[who] as number) + 1;
  }
  for (let who = 0; who < repeats.length; who++) {
    const own = days.subarray(ends[who] as number, ends[who + 1] as number).sort();
    let distinct = 0;
    for (let at = 0; at < own.length; at++) if (at === 0 || own[at] !== own[at - 1]) distinct++;
    repeats[who] = Math.max(0, distinct - 1);
  }
}
