import { seededRandom } from '../../lib/value/special.ts';
import type { Figure } from './part.ts';
import { percentile } from './speed.ts';

const draws = 2000;

/** The median of paired differences with its 95 % interval by the bootstrap (percentiles of 2,000 draws of a fixed seed). */
export function pairedMedian(differences: readonly number[]): { value: number; interval: [number, number] } {
  const random = seededRandom(1);
  const medians = Array.from({ length: draws }, () =>
    percentile(
      differences.map(() => differences[Math.floor(random() * differences.length)] ?? 0),
      0.5,
    ),
  );
  return { value: percentile(differences, 0.5), interval: [percentile(medians, 0.025), percentile(medians, 0.975)] };
}

/** A figure of paired differences in milliseconds. In: what they are, the differences, what is wanted of them. */
export function difference(
  what: string,
  differences: readonly number[],
  wanted: Pick<Figure, 'ceiling' | 'wantsZero'> = {},
): Figure {
  return { what, unit: 'ms', ...pairedMedian(differences), runs: differences.length, ...wanted };
}
