import { describe, expect, it } from 'vitest';
import { axisOf, quadrantOf } from '../../../lib/scoring/matching.ts';

describe('matching both ways', () => {
  it('weighs what is known, cost and risk the other way round', () => {
    const factors = [{ value: 80, weight: 2 }, { value: 20, weight: 1, reversed: true }, { weight: 5 }];
    expect(axisOf(factors)).toEqual({ score: 80, known: 2, of: 3 });
    expect(axisOf([{ weight: 1 }])).toBeUndefined();
  });

  it.each([
    [50, 50, 'pursue'],
    [90, 49, 'buildUp'],
    [49, 90, 'keepCheaply'],
    [0, 0, 'leave'],
  ])('%i attractive, %i able: %s', (attractiveness, capability, quadrant) => {
    expect(quadrantOf(attractiveness, capability)).toBe(quadrant);
  });
});
