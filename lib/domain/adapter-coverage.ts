import { z } from 'zod';
import type { AdapterReading } from './schema/draft.ts';

/** How well the fields of one kind of page on one site were found so far: kept on this machine, counts and shares only. */
export const coverageHistory = z.object({
  /** Readings so far. */
  readings: z.number().int().nonnegative(),
  /** For each field its share, older readings counting less and less. */
  usual: z.record(z.string(), z.number()),
  /** For each field how many entries in a row came without it. */
  missing: z.record(z.string(), z.number().int().nonnegative()),
});
export const coverageHistories = z.record(z.string(), coverageHistory).default({});
export type CoverageHistories = z.infer<typeof coverageHistories>;

/** Readings before a field's history says anything, and the share above which its absence is strange. */
const enough = 5;
const usually = 0.6;
/** A field found in so many entries as a rule is not missing in so many in a row by chance. */
const inRow = 5;

/**
 * Compares a reading with the history of its site and adds it. In: the histories and what the adapter said. Out: the
 * histories with this reading, and the fields that used to be there and have been missing for several entries now.
 */
export function noteCoverage(
  histories: CoverageHistories,
  { id, kind, coverage, entries, seemsChanged }: AdapterReading,
): { histories: CoverageHistories; lost: string[] } {
  const key = `${id}:${kind}`;
  const old = histories[key] ?? { readings: 0, usual: {}, missing: {} };
  // a page on which nothing was found says that the site has changed, not what is usual on it
  if (seemsChanged) return { histories, lost: [] };
  const usual: Record<string, number> = {};
  const missing: Record<string, number> = {};
  const weight = Math.max(1 / (old.readings + 1), 0.1);
  for (const field of new Set([...Object.keys(old.usual), ...Object.keys(coverage)])) {
    const share = coverage[field] ?? 0;
    const before = old.usual[field] ?? 0;
    missing[field] = share > 0 ? 0 : (old.missing[field] ?? 0) + Math.max(1, entries);
    // what is usual is not forgotten while it is missing, else the strange would soon be the rule
    const strange = share === 0 && before >= usually && old.readings >= enough;
    usual[field] = strange && missing[field] < inRow * 4 ? before : before + (share - before) * weight;
  }
  const lost =
    old.readings < enough
      ? []
      : Object.keys(old.usual).filter((field) => (old.usual[field] ?? 0) >= usually && (missing[field] ?? 0) >= inRow);
  return { histories: { ...histories, [key]: { readings: old.readings + 1, usual, missing } }, lost };
}
