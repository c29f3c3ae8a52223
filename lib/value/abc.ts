export type ValueClass = 'A' | 'B' | 'C';
/**
 * What becomes of the customer whose share crosses a cut. `recommended`: down, but rank 1 is always A and equal values share the
 * best class among them; `down`: into the class below; `downTogether`: down, equal values all cumulated (and falling) together;
 * `up`: into the class above. (method.md B6)
 */
export type BoundaryPolicy = 'recommended' | 'down' | 'downTogether' | 'up';
export const boundaryPolicies: readonly BoundaryPolicy[] = ['recommended', 'down', 'downTogether', 'up'];

/** Cumulative shares up to which A and B go, 0–1. */
export type Cuts = { a: number; b: number };
export const cutPresets: Readonly<Record<'65/85' | '80/90', Cuts>> = {
  '65/85': { a: 0.65, b: 0.85 },
  '80/90': { a: 0.8, b: 0.9 },
};

/** Values from the largest down with how much they add up to: what does not change while a cut is dragged. */
export type Ranking = {
  /** Places of the customers, the largest value first; equal values by name, so that shuffling changes nothing. */
  order: Uint32Array;
  /** By place in `order`: the share of the total that is reached with it; 1 from the last value above zero on. */
  reached: Float64Array;
  values: Float64Array;
  /** Sum of the values above zero. */
  total: number;
  /** How many are above zero. */
  positive: number;
};

/** Ranks values. In: one value a customer (sales, margin or orders); names to tell equal ones apart. Values of zero and less add nothing. */
export function rank(values: Float64Array, names: readonly string[]): Ranking {
  // Names are compared among equals only: a sort of numbers alone takes a tenth of the time.
  const order = sortedDown(values);
  let from = 0;
  while (from < order.length) {
    let to = from + 1;
    while (to < order.length && values[order[to] as number] === values[order[from] as number]) to++;
    if (to - from > 1) order.subarray(from, to).sort((a, b) => ((names[a] as string) < (names[b] as string) ? -1 : 1));
    from = to;
  }
  let total = 0;
  let positive = 0;
  for (const place of order) {
    const value = values[place] as number;
    if (!(value > 0)) break;
    total += value;
    positive++;
  }
  const reached = new Float64Array(order.length).fill(1);
  let sum = 0;
  for (let at = 0; at < positive; at++) {
    sum += values[order[at] as number] as number;
    reached[at] = at === positive - 1 ? 1 : sum / total;
  }
  return { order, reached, values, total, positive };
}

/** Places by value, the largest first; what is no number comes last. */
function sortedDown(values: Float64Array): Uint32Array {
  const order = Uint32Array.from({ length: values.length }, (_, at) => at);
  return order.sort((a, b) => {
    const [x, y] = [values[a] as number, values[b] as number];
    if (Number.isNaN(x)) return Number.isNaN(y) ? 0 : 1;
    return Number.isNaN(y) ? -1 : y - x;
  });
}

const tolerance = 1e-9;
const classes: readonly ValueClass[] = ['A', 'B', 'C'];
const isWithin = (share: number, { a, b }: Cuts) => (share <= a + tolerance ? 0 : share <= b + tolerance ? 1 : 2);

/**
 * Classes by cumulative share. In: ranking, cuts, policy. Out: by place in `order`; empty where nothing is above zero: then there
 * are no classes to tell.
 */
export function classify(ranking: Ranking, cuts: Cuts, policy: BoundaryPolicy = 'recommended'): ValueClass[] {
  const { order, reached, values, positive } = ranking;
  if (positive === 0) return [];
  const result = new Uint8Array(order.length).fill(2);
  for (let at = 0; at < positive; at++) {
    const before = at === 0 ? 0 : (reached[at - 1] as number);
    if (policy === 'up') result[at] = before < cuts.a - tolerance ? 0 : before < cuts.b - tolerance ? 1 : 2;
    else result[at] = isWithin(reached[at] as number, cuts);
  }
  if (policy === 'recommended') result[0] = 0;
  if (policy === 'recommended' || policy === 'downTogether') {
    for (let from = 0; from < positive; ) {
      let to = from;
      while (to < positive && values[order[to] as number] === values[order[from] as number]) to++;
      result.fill(result[policy === 'recommended' ? from : to - 1] as number, from, to);
      from = to;
    }
  }
  return Array.from(result, (one) => classes[one] as ValueClass);
}

/**
 * How many customers are A, and how many A or B, without classing each: what a cut needs while it is dragged over a hundred
 * thousand. In: ranking, cuts, policy. Out: the same as counting `classify`'s, of the customers above zero.
 */
export function countClasses(
  ranking: Ranking,
  cuts: Cuts,
  policy: BoundaryPolicy = 'recommended',
): { a: number; ab: number } {
  const { positive } = ranking;
  if (positive === 0) return { a: 0, ab: 0 };
  const a = reachedWithin(ranking, cuts.a, policy, policy === 'recommended' ? 1 : 0);
  return { a, ab: reachedWithin(ranking, cuts.b, policy, a) };
}

/** How many from the top are within a cut, at least so many. Shares only rise: the place is found by halving. */
function reachedWithin(
  { order, reached, values, positive }: Ranking,
  cut: number,
  policy: BoundaryPolicy,
  least: number,
): number {
  const limit = policy === 'up' ? cut - tolerance : cut + tolerance;
  let [low, high] = [0, positive];
  while (low < high) {
    const middle = (low + high) >> 1;
    const share = reached[middle] as number;
    if (policy === 'up' ? share < limit : share <= limit) low = middle + 1;
    else high = middle;
  }
  let count = Math.max(least, policy === 'up' ? Math.min(positive, low + 1) : low);
  const isTied = () =>
    count > 0 && count < positive && values[order[count] as number] === values[order[count - 1] as number];
  if (policy === 'recommended') while (isTied()) count++;
  if (policy === 'downTogether') while (count > least && isTied()) count--;
  return count;
}
