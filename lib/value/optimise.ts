export type Target = {
  /** Value at a point, and its slope written into `slope`. Infinite outside of where it is defined. */
  at(point: Float64Array, slope: Float64Array): number;
};
export type Optimum = { point: Float64Array; value: number; isSettled: boolean };

const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, one, at) => sum + one * (b[at] as number), 0);
const mostSteps = 150;
/** A parameter beyond e^this is running off: the data do not settle it, and no step will. */
const farthest = 12;

/**
 * Finds a minimum by BFGS with a backtracking line search (Nocedal & Wright, chapters 3 and 6). In: target, start. Out: where it
 * ended; `isSettled` is false where no slope of (nearly) zero was reached.
 */
export function minimise(target: Target, start: readonly number[]): Optimum {
  const n = start.length;
  let point: Float64Array = Float64Array.from(start);
  let slope: Float64Array = new Float64Array(n);
  let value = target.at(point, slope);
  let inverse: Float64Array[] = identity(n);
  let wasReset = true;
  for (let step = 0; step < mostSteps; step++) {
    const steep = Math.max(...slope.map(Math.abs));
    if (point.some((one) => Math.abs(one) > farthest)) return { point, value, isSettled: false };
    if (steep <= 1e-7 * Math.max(1, Math.abs(value) * 1e-3)) return { point, value, isSettled: true };
    let way = inverse.map((row) => -dot(row, slope));
    let fall = dot(Float64Array.from(way), slope);
    if (!(fall < 0)) {
      inverse = identity(n);
      wasReset = true;
      way = Array.from(slope, (one) => -one);
      fall = dot(Float64Array.from(way), slope);
    }
    // A first step as long as the slope would leap out of where the target makes sense: no parameter moves by more than e².
    let length = Math.min(1, 2 / Math.max(...way.map(Math.abs)));
    const nextSlope = new Float64Array(n);
    let next = point;
    let nextValue = Number.POSITIVE_INFINITY;
    for (let halving = 0; halving < 50; halving++) {
      next = point.map((one, at) => one + length * (way[at] as number));
      nextValue = target.at(next, nextSlope);
      if (nextValue <= value + 1e-4 * length * fall) break;
      length /= 2;
    }
    if (!(nextValue < value)) {
      // Rounding leaves nothing to gain along this way: try the steepest once, then it is the bottom.
      if (wasReset) return { point, value, isSettled: steep <= 1e-4 * Math.max(1, Math.abs(value) * 1e-2) };
      inverse = identity(n);
      wasReset = true;
      continue;
    }
    const moved = next.map((one, at) => one - (point[at] as number));
    const turned = nextSlope.map((one, at) => one - (slope[at] as number));
    const curve = dot(moved, turned);
    if (curve > 1e-12) {
      if (wasReset) inverse = identity(n, curve / dot(turned, turned));
      inverse = updated(inverse, moved, turned, curve);
      wasReset = false;
    }
    point = next;
    slope = nextSlope;
    value = nextValue;
  }
  return { point, value, isSettled: false };
}

const identity = (n: number, scale = 1): Float64Array[] =>
  Array.from({ length: n }, (_, row) => Float64Array.from({ length: n }, (_, column) => (row === column ? scale : 0)));

/** The inverse Hessian after a step (the BFGS formula). */
function updated(inverse: Float64Array[], moved: Float64Array, turned: Float64Array, curve: number): Float64Array[] {
  const across = Float64Array.from(inverse.map((row) => dot(row, turned)));
  const factor = (curve + dot(turned, across)) / (curve * curve);
  return inverse.map((row, i) =>
    row.map((one, j) => {
      const both = (across[i] as number) * (moved[j] as number) + (moved[i] as number) * (across[j] as number);
      return one + factor * (moved[i] as number) * (moved[j] as number) - both / curve;
    }),
  );
}
