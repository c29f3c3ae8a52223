import type { Ranking, ValueClass } from './abc.ts';

export type LetGoReason = 'least' | 'negative' | 'silent' | 'overdue';
export type LetGo = { place: number; reasons: LetGoReason[] };

/**
 * The weakest of the C customers: 5 % of them, at least one where there are ten, the lowest first. Only a proposal with reasons;
 * nothing is ever done with it by itself. (method.md A8: 5 % of what is not said; of C by count is the reading taken here)
 */
export function letGoOf(
  ranking: Ranking,
  classes: readonly ValueClass[],
  facts: { silent(place: number): boolean; overdueDays(place: number): number },
  share = 0.05,
): LetGo[] {
  const weakest = Array.from(ranking.order)
    .filter((_, at) => classes[at] === 'C')
    .reverse();
  const count = weakest.length < 10 ? 0 : Math.max(1, Math.round(weakest.length * share));
  return weakest.slice(0, count).map((place) => {
    const reasons: LetGoReason[] = [(ranking.values[place] as number) < 0 ? 'negative' : 'least'];
    if (facts.silent(place)) reasons.push('silent');
    if (facts.overdueDays(place) > 30) reasons.push('overdue');
    return { place, reasons };
  });
}
