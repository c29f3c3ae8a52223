import type { CustomerTable } from './order-table.ts';

const daysPerWeek = 7;

/** What the buying models know of each customer: repeat purchases, age at the last one, age now; in weeks. */
export type Repeats = {
  x: Float64Array;
  tx: Float64Array;
  T: Float64Array;
  /** Mean money of a repeat purchase, 0 where there was none. */
  mean: Float64Array;
  /** Place in the customer table. Customers without a dated order have no part in this. */
  place: Uint32Array;
};

/** In: customers as summed up, the day up to which they were looked at. The first purchase counts in neither `x` nor `mean`. */
export function repeatsOf(table: CustomerTable, asOfDay: number): Repeats {
  const place = Uint32Array.from(table.firstDay.keys()).filter((at) => !Number.isNaN(table.firstDay[at] as number));
  const column = (of: (at: number) => number) => Float64Array.from(place, of);
  return {
    x: column((at) => table.repeats[at] as number),
    tx: column((at) => ((table.lastDay[at] as number) - (table.firstDay[at] as number)) / daysPerWeek),
    T: column((at) => (asOfDay - (table.firstDay[at] as number)) / daysPerWeek),
    mean: column((at) => {
      const x = table.repeats[at] as number;
      return x === 0 ? 0 : (table.repeatAmount[at] as number) / x;
    }),
    place,
  };
}

/** Customers who are alike to a model, with how many they are: fitting goes over these. */
export type Groups = { x: Float64Array; tx: Float64Array; T: Float64Array; weight: Float64Array; groupOf: Uint32Array };

/** Puts equal (x, tx, T) together. */
export function groupRepeats({ x, tx, T }: Pick<Repeats, 'x' | 'tx' | 'T'>): Groups {
  const order = Uint32Array.from(x.keys()).sort(
    (a, b) =>
      (x[a] as number) - (x[b] as number) ||
      (T[a] as number) - (T[b] as number) ||
      (tx[a] as number) - (tx[b] as number),
  );
  const groupOf = new Uint32Array(x.length);
  const firsts: number[] = [];
  const weights: number[] = [];
  order.forEach((at, place) => {
    const before = order[place - 1];
    const isSame = before !== undefined && x[before] === x[at] && T[before] === T[at] && tx[before] === tx[at];
    if (!isSame) {
      firsts.push(at);
      weights.push(0);
    }
    weights[weights.length - 1] = (weights.at(-1) as number) + 1;
    groupOf[at] = firsts.length - 1;
  });
  const pick = (column: Float64Array) => Float64Array.from(firsts, (at) => column[at] as number);
  return { x: pick(x), tx: pick(tx), T: pick(T), weight: Float64Array.from(weights), groupOf };
}
