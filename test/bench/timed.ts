import type { Figure } from './part.ts';
import { percentile } from './speed.ts';

/** A figure of what was timed often: median, p95 and longest. In: what it was, milliseconds, what is wanted of the median. */
export function timed(what: string, times: readonly number[], ceiling?: number): Figure {
  const [value, p95] = [percentile(times, 0.5), percentile(times, 0.95)];
  const runs = times.length;
  return { what, unit: 'ms', value, p95, longest: Math.max(...times), runs, ...(ceiling !== undefined && { ceiling }) };
}
