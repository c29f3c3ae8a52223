import type { Ranking, ValueClass } from './abc.ts';

export type LetGoReason = 'least' | 'negative' | 'silent' | 'overdue';
export type LetGo = { place: number; reasons: LetGoReason[] };

/** 5 % of what: the texts do not say. Of the C customers by count, of all customers by count, or the last 5 % of the total. (method.md, A8) */
export const letGoBases = ['c', 'all', 'total'] as const;
export type LetGoBasis = (typeof letGoBases)[number];

/**
 * The weakest of the C customers, the lowest first: a share of them, of all, or those who make the last share of the total; never more
 * than the C customers, at least one where there are ten. Only a proposal with reasons; nothing is ever done with it by itself.
 */
export function letGoOf(
  ranking: Ranking,
  classes: readonly ValueClass[],
  facts: { silent(place: number): boolean; overdueDays(place: number): number },
  { share = 0.05, of = 'c' }: { share?: number; of?: LetGoBasis } = {},
): LetGo[] {
  const weakest = Array.from(ranking.order)
    .filter((_, at) => classes[at] === 'C')
    .reverse();
  const count =
    weakest.length < 10 ? 0 : Math.max(1, Math.min(weakest.length, countOf(ranking, weakest.length, share, of)));
  return weakest.slice(0, count).map((place) => {
    const reasons: LetGoReason[] = [(ranking.values[place] as number) < 0 ? 'negative' : 'least'];
    if (facts.silent(place)) reasons.push('silent');
    if (facts.overdueDays(place) > 30) reasons.push('overdue');
    return { place, reasons };
  });
}

function countOf({ order, reached }: Ranking, ofC: number, share: number, of: LetGoBasis): number {
  if (of === 'c') return Math.round(ofC * share);
  if (of === 'all') return Math.round(order.length * share);
  // Whoever crosses into the last share is not wholly of it.
  const crosses = reached.findIndex((one) => one > 1 - share + 1e-9);
  return crosses < 0 ? 0 : order.length - crosses - 1;
}
