import type { Tier } from '../domain/schema/icp.ts';
import type { KeyColumn, KeyValue } from './search-columns.ts';

/** How a lead stands, in one number: its place among the tiers times 1000, and its total. */
const ranked: readonly Tier[] = ['D', '?', 'D', 'C', 'B', 'A'];

/** A lead's rank for sorting and filtering. In: its tier, total, whether a rule disqualifies it. */
export const rankOf = (tier: Tier, total: number, gated: boolean): number =>
  (gated ? 0 : ranked.lastIndexOf(tier)) * 1000 + total;
/** The tier of a rank; undefined where it was not scored yet. */
export const tierOfRank = (rank: KeyValue): Tier | undefined =>
  rank === '' ? undefined : ranked[Math.floor(Number(rank) / 1000)];

/** Kept up by `rank`, not read of a lead. */
export const tierColumn: KeyColumn = { id: 'tier', of: 'both', as: 'number', read: () => '' };
/** What is grouped by: the tier without the total. Excluded ones are a group of their own, the last. */
export const tierGroupColumn: KeyColumn = { id: 'tierGroup', of: 'both', as: 'number', read: () => '' };
export const tierGroupName = (group: KeyValue): string =>
  group === '' ? '' : group === 0 ? 'gated' : (ranked[Number(group)] ?? '');
