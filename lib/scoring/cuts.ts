import type { IcpProfile } from '../domain/schema/icp.ts';
import type { Histogram } from './histogram.ts';
import type { TierCounts } from './simulate.ts';

export type Cuts = IcpProfile['cuts'];
export type Cut = keyof Cuts;

/** Leads with at least so many points, by the number of points: tiers under any cuts are differences of these. */
export function atLeastOf({ totals }: Pick<Histogram, 'totals'>): number[] {
  const sums = new Array<number>(totals.length + 1).fill(0);
  for (let at = totals.length - 1; at >= 0; at--) sums[at] = (sums[at + 1] ?? 0) + (totals[at] ?? 0);
  return sums;
}

/** How many leads each tier would have under these cuts. In: `atLeastOf` and the histogram it comes from. Exact for whole cuts. */
export function tiersUnder(cuts: Cuts, atLeast: readonly number[], { unknown, gated }: Histogram): TierCounts {
  const from = (cut: number) => atLeast[Math.max(0, Math.min(atLeast.length - 1, Math.ceil(cut)))] ?? 0;
  const [a, b, c] = [from(cuts.A), from(cuts.B), from(cuts.C)];
  return {
    A: a,
    B: b - a,
    C: c - b,
    D: from(0) - c + gated,
    '?': unknown.reduce((sum, count) => sum + count, 0),
  };
}

/** Cuts with one of them moved: whole points, and the order A above B above C holds. */
export function movedCut(cuts: Cuts, cut: Cut, to: number, most: number): Cuts {
  const low = cut === 'A' ? cuts.B + 1 : cut === 'B' ? cuts.C + 1 : 0;
  const high = cut === 'A' ? most : cut === 'B' ? cuts.A - 1 : cuts.B - 1;
  return { ...cuts, [cut]: Math.max(low, Math.min(high, Math.round(to))) };
}
