import type { Ranking } from './abc.ts';

export type Concentration = {
  /** 0: all alike; towards 1: one has everything. */
  gini: number;
  /** Herfindahl–Hirschman index, the sum of squared shares: 1 ÷ it is how many customers of equal size there might be. */
  hhi: number;
  /** Share of the largest. */
  largest: number;
  customersFor80: number;
  /** Share that the first fifth (rounded up) makes. */
  topFifth: number;
};

/** The fewest customers whose values make up a share (0–1) of the total. */
export function customersFor({ reached, positive }: Ranking, share: number): number {
  for (let at = 0; at < positive; at++) if ((reached[at] as number) >= share - 1e-9) return at + 1;
  return positive;
}

/** What share of the total the first of all customers make. In: their number. */
export function shareOfTop({ reached, positive }: Ranking, count: number): number {
  return positive === 0 || count <= 0 ? 0 : (reached[Math.min(count, positive) - 1] as number);
}

/** How much hangs on how few, over customers with a value above zero. Out: undefined where there are none. */
export function concentrationOf(ranking: Ranking): Concentration | undefined {
  const { order, values, total, positive } = ranking;
  if (positive === 0) return undefined;
  let hhi = 0;
  let weighted = 0;
  for (let at = 0; at < positive; at++) {
    const value = values[order[at] as number] as number;
    hhi += (value / total) ** 2;
    weighted += (positive - at) * value; // its rank from the smallest up
  }
  return {
    // The mean difference over twice the mean, from ranks: all alike is 0 up to rounding.
    gini: Math.max(0, (2 * weighted) / (positive * total) - (positive + 1) / positive),
    hhi,
    largest: (values[order[0] as number] as number) / total,
    customersFor80: customersFor(ranking, 0.8),
    topFifth: shareOfTop(ranking, Math.ceil(positive / 5)),
  };
}
