import { describe, expect, it } from 'vitest';
import { isClear } from '../../../../components/learn/suggestions.tsx';
import { verdictOf } from '../../../../components/learn/words.ts';
import type { HitRate } from '../../../../lib/scoring/backtest.ts';
import { newcombe, wilson } from '../../../../lib/scoring/learn/statistics.ts';

const rate = (won: number, n: number): HitRate => ({
  n,
  won,
  rate: n === 0 ? 0 : won / n,
  lift: 1,
  interval: wilson(won, n),
});
const verdict = (a: [number, number], b: [number, number]) => verdictOf(rate(...a), rate(...b), newcombe(...a, ...b));

describe('what is said of a rule', () => {
  it.each([
    [[60, 80], [20, 80], 'more'],
    [[20, 80], [60, 80], 'less'],
    [[3, 4], [1, 4], 'open'],
    [[5, 5], [0, 0], 'mute'],
    [[0, 0], [5, 9], 'mute'],
  ] as const)('%j against %j: %s', (held, not, wanted) => {
    expect(verdict([...held], [...not])).toBe(wanted);
  });

  it('is clear only where chance would hardly do it', () => {
    const of = (coefficient: number) =>
      isClear({ rule: 'r', today: 1, suggested: 1, coefficient, standardError: 0.5, informationValue: 0, n: 9 });
    expect([of(1), of(-1), of(0.9)]).toEqual([true, true, false]);
  });
});
