import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceOf, fitLogistic, logistic, pointScale } from '../../../../lib/scoring/learn/logistic.ts';
import {
  aucGain,
  aucOf,
  brierOf,
  gainsOf,
  newcombe,
  reliabilityOf,
  wilson,
  woeOf,
} from '../../../../lib/scoring/learn/statistics.ts';
import { drawn } from '../../../score/sample.ts';

describe('logistic regression', () => {
  const random = drawn(11);
  const truth = [-0.5, 1.2, -0.8, 0.4];
  const cases = Array.from({ length: 20_000 }, () => [
    random() < 0.5 ? 1 : 0,
    random() < 0.3 ? 1 : 0,
    random() * 2 - 1,
  ]);
  const outcomes = cases.map((x) =>
    random() < logistic(truth.reduce((sum, b, at) => sum + b * ([1, ...x][at] ?? 0), 0)) ? 1 : 0,
  );

  it.each(['none', 'logF', 'firth'] as const)('finds the coefficients that the data were made with (%s)', (penalty) => {
    const fitted = fitLogistic(cases, outcomes, penalty);
    expect(fitted?.settled).toBe(true);
    fitted?.coefficients.forEach((one, at) => {
      expect(Math.abs(one - (truth[at] ?? 0))).toBeLessThan(4 * (fitted.standardErrors[at] ?? 0));
      expect(fitted.standardErrors[at]).toBeLessThan(0.05);
    });
    expect(fitted && chanceOf(fitted, [1, 0, 0])).toBeCloseTo(logistic(0.7), 1);
  });

  it('is not misled by complete separation', () => {
    const x = [[0], [0], [0], [0], [1], [1], [1], [1]];
    const y = [0, 0, 0, 0, 1, 1, 1, 1];
    const firth = fitLogistic(x, y, 'firth');
    expect(firth?.coefficients[0]).toBeCloseTo(-Math.log(9), 8);
    expect(firth?.coefficients[1]).toBeCloseTo(2 * Math.log(9), 8);
    expect(fitLogistic(x, y, 'logF')?.settled).toBe(true);
    expect(fitLogistic(x, y, 'none')?.settled).toBe(false);
  });

  it('says nothing of columns that depend on each other', () => {
    expect(
      fitLogistic(
        [
          [1, 1],
          [0, 0],
          [1, 1],
          [0, 0],
        ],
        [1, 0, 0, 1],
        'none',
      ),
    ).toBeUndefined();
  });

  it('scales to points', () => {
    const { factor, offset } = pointScale({ points: 600, odds: 1 / 19, double: 50 });
    expect(factor).toBeCloseTo(72.13475, 5);
    expect(offset).toBeCloseTo(387.6036, 4);
  });
});

describe('statistics', () => {
  it('Wilson keeps within 0 and 1 and around the share', () => {
    expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
    const { low, high } = wilson(8, 10);
    expect([low, high].map((one) => one.toFixed(4))).toEqual(['0.4902', '0.9433']);
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), (hits, misses) => {
        const interval = wilson(hits, hits + misses);
        const share = hits + misses === 0 ? 0.5 : hits / (hits + misses);
        expect(
          interval.low >= 0 && interval.high <= 1 && interval.low <= share + 1e-12 && interval.high >= share - 1e-12,
        ).toBe(true);
      }),
    );
  });

  it('AUC is the share of pairs in the right order, ties half', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 1 })), { maxLength: 30 }),
        (list) => {
          const won = list.filter(([, y]) => y === 1);
          const lost = list.filter(([, y]) => y === 0);
          const found = aucOf(
            list.map(([s]) => s),
            list.map(([, y]) => y),
          );
          if (won.length === 0 || lost.length === 0) {
            expect(found).toBeUndefined();
            return;
          }
          const right = won.reduce(
            (sum, [a]) => sum + lost.reduce((all, [b]) => all + (a > b ? 1 : a === b ? 0.5 : 0), 0),
            0,
          );
          expect(found?.auc).toBeCloseTo(right / won.length / lost.length, 10);
        },
      ),
    );
  });

  it('difference of two shares (Newcombe 1998, 56 of 70 and 48 of 80)', () => {
    const { low, high } = newcombe(56, 70, 48, 80);
    expect(low).toBeCloseTo(0.0524, 4);
    expect(high).toBeCloseTo(0.3339, 4);
    expect(newcombe(1, 2, 0, 0)).toEqual({ low: -1, high: 1 });
  });

  it('the gain of one score over another on the same leads is surer than their intervals apart', () => {
    const outcomes = Array.from({ length: 200 }, (_, at) => at % 2);
    const first = outcomes.map((one, at) => one * 2 + ((at * 7) % 11));
    const second = first.map((one, at) => one + (outcomes[at] ?? 0));
    const gain = aucGain(first, second, outcomes);
    const [a, b] = [aucOf(first, outcomes), aucOf(second, outcomes)];
    expect((gain.low + gain.high) / 2).toBeCloseTo((b?.auc ?? 0) - (a?.auc ?? 0), 10);
    expect(gain.low).toBeGreaterThan(0);
    expect(a?.interval.high).toBeGreaterThan(b?.interval.low ?? 1);
    expect(aucGain(first, first, outcomes)).toEqual({ low: 0, high: 0 });
  });

  it('gains go by the scores alone: equal ones are shared, in whatever order they come', () => {
    const scores = [5, 5, 5, 5];
    for (const outcomes of [
      [1, 1, 0, 0],
      [0, 0, 1, 1],
    ])
      expect(gainsOf(scores, outcomes, 4).map(({ gain }) => gain)).toEqual([0.25, 0.5, 0.75, 1]);
  });

  it('gains, reliability, Brier and WOE of a small table', () => {
    const chances = [0.9, 0.8, 0.3, 0.2];
    const outcomes = [1, 1, 0, 0];
    expect(gainsOf(chances, outcomes, 2)).toEqual([
      { share: 0.5, gain: 1, lift: 2 },
      { share: 1, gain: 1, lift: 1 },
    ]);
    expect(reliabilityOf(chances, outcomes, 2)).toMatchObject([
      { mean: 0.25, rate: 0, n: 2 },
      { rate: 1, n: 2 },
    ]);
    expect(brierOf(chances, outcomes)).toBeCloseTo(0.045, 10);
    const { values, informationValue } = woeOf(['a', 'a', 'a', 'b'], [1, 1, 0, 0]);
    expect(values.map(({ value, n }) => [value, n])).toEqual([
      ['a', 3],
      ['b', 1],
    ]);
    expect(Number.isFinite(informationValue)).toBe(true);
  });
});
