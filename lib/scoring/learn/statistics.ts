export type Interval = { low: number; high: number };
const z95 = 1.959963984540054;

/** Wilson's interval of a share. In: successes of n. Out: 95 % interval, 0–1 for nothing. */
export function wilson(successes: number, n: number): Interval {
  if (n === 0) return { low: 0, high: 1 };
  const p = successes / n;
  const z2 = z95 * z95;
  const middle = (p + z2 / (2 * n)) / (1 + z2 / n);
  const half = (z95 / (1 + z2 / n)) * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n));
  return { low: successes === 0 ? 0 : middle - half, high: successes === n ? 1 : middle + half };
}

/** Newcombe's interval of the difference of two shares, made of their Wilson intervals. In: successes of n, twice. Out: 95 % interval. */
export function newcombe(first: number, firstOf: number, second: number, secondOf: number): Interval {
  if (firstOf === 0 || secondOf === 0) return { low: -1, high: 1 };
  const [p, q] = [first / firstOf, second / secondOf];
  const [a, b] = [wilson(first, firstOf), wilson(second, secondOf)];
  return {
    low: p - q - Math.hypot(p - a.low, b.high - q),
    high: p - q + Math.hypot(a.high - p, q - b.low),
  };
}

/** Places in the order, equal values sharing the middle of theirs. */
function midranks(values: readonly number[]): number[] {
  const order = values.map((_, at) => at).sort((a, b) => (values[a] as number) - (values[b] as number));
  const ranks = new Array<number>(values.length);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to < order.length && values[order[to] as number] === values[order[from] as number]) to++;
    for (let at = from; at < to; at++) ranks[order[at] as number] = (from + to + 1) / 2;
    from = to;
  }
  return ranks;
}

/** For each that was won the share of the lost it is placed above, and for each that was lost the share of the won above it. */
function placements(scores: readonly number[], outcomes: readonly number[]): { above: number[]; below: number[] } {
  const won = scores.filter((_, at) => outcomes[at] === 1);
  const lost = scores.filter((_, at) => outcomes[at] !== 1);
  const all = midranks([...won, ...lost]);
  const inWon = midranks(won);
  const inLost = midranks(lost);
  return {
    above: won.map((_, at) => ((all[at] as number) - (inWon[at] as number)) / lost.length),
    below: lost.map((_, at) => 1 - ((all[won.length + at] as number) - (inLost[at] as number)) / won.length),
  };
}

const mean = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0) / list.length;
/** Variance of the mean of a list. */
function spread(list: readonly number[]): number {
  const middle = mean(list);
  return list.length < 2
    ? 0
    : list.reduce((sum, one) => sum + (one - middle) ** 2, 0) / (list.length - 1) / list.length;
}

export type Auc = { auc: number; interval: Interval };
/** Area under the ROC curve with DeLong's 95 % interval. In: scores, 0/1 outcomes. Out: undefined where one kind is missing. */
export function aucOf(scores: readonly number[], outcomes: readonly number[]): Auc | undefined {
  if (!outcomes.includes(1) || outcomes.every((one) => one === 1)) return undefined;
  const { above, below } = placements(scores, outcomes);
  const auc = mean(above);
  const half = z95 * Math.sqrt(spread(above) + spread(below));
  return { auc, interval: { low: Math.max(0, auc - half), high: Math.min(1, auc + half) } };
}

/** DeLong's 95 % interval of how much better the second of two scores tells won from lost of the same leads. Both kinds have to be there. */
export function aucGain(first: readonly number[], second: readonly number[], outcomes: readonly number[]): Interval {
  const [a, b] = [placements(first, outcomes), placements(second, outcomes)];
  const above = b.above.map((one, at) => one - (a.above[at] as number));
  const below = b.below.map((one, at) => one - (a.below[at] as number));
  const half = z95 * Math.sqrt(spread(above) + spread(below));
  return { low: mean(above) - half, high: mean(above) + half };
}

/** Mean squared distance of chances from what happened. */
export const brierOf = (chances: readonly number[], outcomes: readonly number[]): number =>
  chances.reduce((sum, chance, at) => sum + (chance - (outcomes[at] as number)) ** 2, 0) / chances.length;

/** Widest gap between how soon the won and how soon the lost are reached. */
export function ksOf(scores: readonly number[], outcomes: readonly number[]): number {
  const order = scores.map((_, at) => at).sort((a, b) => (scores[b] as number) - (scores[a] as number));
  const won = outcomes.reduce((sum, one) => sum + one, 0);
  const lost = outcomes.length - won;
  let most = 0;
  let [seenWon, seenLost] = [0, 0];
  order.forEach((at, place) => {
    if (outcomes[at] === 1) seenWon++;
    else seenLost++;
    const next = order[place + 1];
    if (next === undefined || scores[next] !== scores[at])
      most = Math.max(most, Math.abs(seenWon / won - seenLost / lost));
  });
  return most;
}

export type Gain = { share: number; gain: number; lift: number };
/**
 * What share of the won the best tenth, two tenths … hold, and how much more than chance that is. Where a part ends among equal
 * scores, it holds as many of their won as the whole of them would give on average: the order they came in counts for nothing.
 */
export function gainsOf(scores: readonly number[], outcomes: readonly number[], parts = 10): Gain[] {
  const order = scores.map((_, at) => at).sort((a, b) => (scores[b] as number) - (scores[a] as number));
  const reached = [0];
  for (let from = 0; from < order.length; ) {
    let to = from;
    let won = 0;
    while (to < order.length && scores[order[to] as number] === scores[order[from] as number]) {
      won += outcomes[order[to] as number] as number;
      to++;
    }
    const before = reached[from] as number;
    for (let at = from; at < to; at++) reached[at + 1] = before + (won * (at + 1 - from)) / (to - from);
    from = to;
  }
  const won = reached[order.length] as number;
  return Array.from({ length: parts }, (_, part) => {
    const size = Math.round(((part + 1) / parts) * order.length);
    const gain = (reached[size] as number) / won;
    return { share: size / order.length, gain, lift: gain / (size / order.length) };
  }).filter(({ share }) => share > 0);
}

export type ReliabilityBin = { mean: number; rate: number; n: number; interval: Interval };
/** Chances beside what came of them, in bins of equal size from low to high. */
export function reliabilityOf(chances: readonly number[], outcomes: readonly number[], bins = 10): ReliabilityBin[] {
  const order = chances.map((_, at) => at).sort((a, b) => (chances[a] as number) - (chances[b] as number));
  return Array.from({ length: bins }, (_, bin) => {
    const members = order.slice(Math.round((bin / bins) * order.length), Math.round(((bin + 1) / bins) * order.length));
    const sum = (of: readonly number[]) => members.reduce((all, at) => all + (of[at] as number), 0);
    const n = members.length;
    return { mean: sum(chances) / n, rate: sum(outcomes) / n, n, interval: wilson(sum(outcomes), n) };
  }).filter(({ n }) => n > 0);
}

export type Woe = { value: string; n: number; won: number; woe: number };
/**
 * Weight of evidence, ln(share of the won / share of the lost), of each value, and the information value of them all. A value
 * that never won or never lost is reckoned with half a case more of each.
 */
export function woeOf(
  values: readonly string[],
  outcomes: readonly number[],
): { values: Woe[]; informationValue: number } {
  const counts = new Map<string, { n: number; won: number }>();
  values.forEach((value, at) => {
    const entry = counts.get(value) ?? { n: 0, won: 0 };
    counts.set(value, { n: entry.n + 1, won: entry.won + (outcomes[at] as number) });
  });
  const won = outcomes.reduce((sum, one) => sum + one, 0);
  const lost = outcomes.length - won;
  let informationValue = 0;
  const list = [...counts].map(([value, { n, won: here }]) => {
    const half = here === 0 || here === n ? 0.5 : 0;
    const good = (here + half) / won;
    const bad = (n - here + half) / lost;
    const woe = Math.log(good / bad);
    informationValue += (good - bad) * woe;
    return { value, n, won: here, woe };
  });
  return { values: list.sort((a, b) => b.woe - a.woe || (a.value < b.value ? -1 : 1)), informationValue };
}
