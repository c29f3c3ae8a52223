import { quadrantCodes } from '../../lib/scoring/match-map.ts';
import type { Quadrant } from '../../lib/scoring/matching.ts';
import type { MatchMap } from '../hooks/use-matching.ts';

/** Companies that stand so near each other that they are one spot. */
export type Spot = {
  key: string;
  /** Where the dot stands, 0–100. */
  attractiveness: number;
  capability: number;
  /** Their places in the map. */
  rows: number[];
};

/** Width of a spot: at most 400 of them, however many companies. */
const cell = 5;
const last = 100 / cell - 1;
const cellOf = (value: number) => Math.min(last, Math.floor(value / cell));
/** A company alone stands where it is, several at the middle of their spot, so that no two spots lie on each other. */
const middleOf = (value: number) => (cellOf(value) + 0.5) * cell;

/** Gathers the placed companies of a map in spots. */
export function spotsOf({ attractiveness, capability, ids }: MatchMap): Spot[] {
  const spots = new Map<string, Spot>();
  for (let row = 0; row < ids.length; row++) {
    const [up, right] = [attractiveness[row] ?? -1, capability[row] ?? -1];
    if (up < 0 || right < 0) continue;
    const key = `${cellOf(right)} ${cellOf(up)}`;
    const spot = spots.get(key);
    if (spot) {
      spot.rows.push(row);
      spot.attractiveness = middleOf(up);
      spot.capability = middleOf(right);
    } else spots.set(key, { key, attractiveness: up, capability: right, rows: [row] });
  }
  return [...spots.values()];
}

export type Place = Quadrant | 'unplaced';
export const places: readonly Place[] = [...quadrantCodes, 'unplaced'];
/** Where a company of the map stands. */
export const placeOf = (map: MatchMap, row: number): Place => quadrantCodes[map.quadrant[row] ?? 4] ?? 'unplaced';

/** How many companies stand in each quadrant, and without one. */
export function countsOf(map: MatchMap): Record<Place, number> {
  const counts: Record<Place, number> = { pursue: 0, buildUp: 0, keepCheaply: 0, leave: 0, unplaced: 0 };
  for (let row = 0; row < map.ids.length; row++) counts[placeOf(map, row)]++;
  return counts;
}

/** The companies of a quadrant, the most attractive first, then those we can serve best. */
export function rowsIn(map: MatchMap, place: Place): number[] {
  const rows: number[] = [];
  for (let row = 0; row < map.ids.length; row++) if (placeOf(map, row) === place) rows.push(row);
  const by = (a: number, b: number, column: Int8Array) => (column[b] ?? 0) - (column[a] ?? 0);
  return rows.sort((a, b) => by(a, b, map.attractiveness) || by(a, b, map.capability) || a - b);
}
