import type { IcpProfile, Tier } from '../domain/schema/icp.ts';
import type { TierCounts } from './simulate.ts';
import { type Scores, tierCodes } from './table.ts';

/** How the totals of many leads lie: what cut points are dragged on. */
export type Histogram = {
  n: number;
  /** How many leads have a total of 0, 1, 2 … whole points, those with a tier. Decimals are cut off. */
  totals: number[];
  /** The same of leads of which too little is known. */
  unknown: number[];
  /** Leads that a rule disqualifies; they are in neither list. */
  gated: number;
  tiers: TierCounts;
  /** Cells of the grid, A1 … C3, every lead in one. */
  grid: Record<string, number>;
};

/** Counts scores by whole points, tiers and cells of the grid. In: the scores, the profile that gave them. */
export function histogramOf(scores: Scores, { bands }: Pick<IcpProfile, 'bands'>): Histogram {
  const n = scores.ids.length;
  const totals: number[] = new Array(201).fill(0);
  const unknown: number[] = new Array(201).fill(0);
  const tiers: TierCounts = { A: 0, B: 0, C: 0, D: 0, '?': 0 };
  const grid: Record<string, number> = {};
  let gated = 0;
  for (let at = 0; at < n; at++) {
    const tier = tierCodes[scores.tier[at] as number] as Tier;
    tiers[tier]++;
    const bin = Math.max(0, Math.min(200, Math.floor(scores.total[at] as number)));
    if (scores.gated[at]) gated++;
    else if (tier === '?') unknown[bin] = (unknown[bin] as number) + 1;
    else totals[bin] = (totals[bin] as number) + 1;
    const fit = scores.fit[at] as number;
    const engagement = scores.engagement[at] as number;
    const letter = fit >= bands.fit[0] ? 'A' : fit >= bands.fit[1] ? 'B' : 'C';
    const digit = engagement >= bands.engagement[0] ? '1' : engagement >= bands.engagement[1] ? '2' : '3';
    grid[letter + digit] = (grid[letter + digit] ?? 0) + 1;
  }
  return { n, totals, unknown, gated, tiers, grid };
}
