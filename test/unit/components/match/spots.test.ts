import { describe, expect, it } from 'vitest';
import { countsOf, rowsIn, spotsOf } from '../../../../components/match/spots.ts';
import type { MatchMap } from '../../../../lib/scoring/match-map.ts';

const mapOf = (rows: [number, number, number][]): MatchMap => ({
  ids: rows.map((_, at) => `id${at}`),
  names: rows.map((_, at) => `F${at}`),
  tier: new Uint8Array(rows.length),
  attractiveness: Int8Array.from(rows.map(([up]) => up)),
  capability: Int8Array.from(rows.map(([, right]) => right)),
  quadrant: Uint8Array.from(rows.map(([, , quadrant]) => quadrant)),
  said: new Uint8Array(rows.length),
});

describe('the matrix', () => {
  it('gathers companies that stand together, at the middle of their spot; those without a place are in none', () => {
    const spots = spotsOf(
      mapOf([
        [60, 80, 0],
        [62, 82, 0],
        [100, 100, 0],
        [99, 99, 0],
        [40, -1, 4],
        [-1, 40, 4],
      ]),
    );
    expect(spots).toEqual([
      { key: '16 12', attractiveness: 62.5, capability: 82.5, rows: [0, 1] },
      { key: '19 19', attractiveness: 97.5, capability: 97.5, rows: [2, 3] },
    ]);
  });

  it('never has more than 400 spots', () => {
    const rows = Array.from({ length: 101 * 101 }, (_, at): [number, number, number] => [
      at % 101,
      Math.floor(at / 101),
      0,
    ]);
    const spots = spotsOf(mapOf(rows));
    expect(spots).toHaveLength(400);
    expect(spots.reduce((sum, spot) => sum + spot.rows.length, 0)).toBe(rows.length);
  });

  it('counts and orders the companies of a quadrant', () => {
    const map = mapOf([
      [50, 50, 0],
      [70, 50, 0],
      [70, 60, 0],
      [10, 90, 2],
      [-1, 50, 4],
    ]);
    expect(countsOf(map)).toEqual({ pursue: 3, buildUp: 0, keepCheaply: 1, leave: 0, unplaced: 1 });
    expect(rowsIn(map, 'pursue')).toEqual([2, 1, 0]);
    expect(rowsIn(map, 'unplaced')).toEqual([4]);
  });
});
