/** One of the factors behind an axis: 0–100, its weight, and whether more of it is worse (cost, risk). Absent value: unknown. */
export type Factor = { value?: number | undefined; weight: number; reversed?: boolean };
export type Axis = { score: number; known: number; of: number };
export type Quadrant = 'pursue' | 'buildUp' | 'keepCheaply' | 'leave';

/** Weighted mean of the known factors. Out: 0–100 with how many are known; undefined where none is. */
export function axisOf(factors: readonly Factor[]): Axis | undefined {
  const known = factors.filter(({ value, weight }) => value !== undefined && weight > 0);
  const weights = known.reduce((sum, { weight }) => sum + weight, 0);
  if (weights === 0) return undefined;
  const sum = known.reduce(
    (all, { value = 0, weight, reversed }) => all + weight * (reversed ? 100 - value : value),
    0,
  );
  return { score: sum / weights, known: known.length, of: factors.length };
}

/**
 * Where a customer's attractiveness and our capability to serve them meet. In: both, 0–100, and where each axis is cut. Out:
 * attractive and within our means: pursue; attractive, beyond them: build up first; else keep cheaply or leave.
 */
export function quadrantOf(
  attractiveness: number,
  capability: number,
  cuts = { attractiveness: 50, capability: 50 },
): Quadrant {
  const able = capability >= cuts.capability;
  if (attractiveness >= cuts.attractiveness) return able ? 'pursue' : 'buildUp';
  return able ? 'keepCheaply' : 'leave';
}
