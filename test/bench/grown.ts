import { runInExtension } from './in-extension.ts';
import type { Figure } from './part.ts';

/** Sizes at which work that grows with the book is measured, in leads. */
export const sizes = [1000, 10_000, 100_000];

/** A time of one size; `what` says the same at each size. */
export type Timing = { what: string; ms: number };
/** What is wanted at the largest size in milliseconds, and of the growth between the last two. */
export type Limits = Record<string, { ceiling?: number; growth?: number }>;

/**
 * Does the same work in a new book of each size, in the real database of the browser. In: the built extension, the code (see
 * `runInExtension`; its `bench` gives timings), limits by what was done. Out: a figure for each work, in the order done.
 */
export async function measureGrowth(extension: string, source: string, limits: Limits): Promise<Figure[]> {
  const steps = new Map<string, [number, number][]>();
  for (const size of sizes) {
    for (const { what, ms } of await runInExtension<Timing[]>(extension, source, size)) {
      steps.set(what, [...(steps.get(what) ?? []), [size, ms]]);
    }
  }
  const strangers = Object.keys(limits).filter((what) => !steps.has(what));
  if (strangers.length > 0) throw new Error(`limits of what was not measured: ${strangers.join(', ')}`);
  return [...steps].map(([what, list]) => ({
    what,
    unit: 'ms',
    value: list.at(-1)?.[1] ?? Number.NaN,
    steps: list,
    ...limits[what],
  }));
}
