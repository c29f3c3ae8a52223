import { z } from 'zod';

/**
 * One measured number. `value`: the median where something was measured often, else the one time. With `steps` the same work
 * was done at several sizes, and `value` is that of the largest.
 */
export const figure = z.object({
  what: z.string(),
  unit: z.enum(['ms', 's', 'kB', 'MB', '%', '']),
  value: z.number(),
  p95: z.number().optional(),
  longest: z.number().optional(),
  /** 95 % interval of the value. */
  interval: z.tuple([z.number(), z.number()]).optional(),
  /** How often it was measured. */
  runs: z.number().optional(),
  /** The most that is wanted of the value. */
  ceiling: z.number().optional(),
  /** The interval is to hold 0: no difference can be told. */
  wantsZero: z.literal(true).optional(),
  /** Sizes in leads with the value at each, smallest first. */
  steps: z.array(z.tuple([z.number(), z.number()])).optional(),
  /** The most that is wanted of the exponent with which the value grows between the last two sizes; 1 is linear. */
  growth: z.number().optional(),
});
export type Figure = z.infer<typeof figure>;

/** What every part may need: the built extension, and the folder of pages that others made, where one was named. */
export type Around = {
  extension: string;
  data: string | undefined;
  /** So many saved pages at most. */
  pages: number | undefined;
};

/** `leftOut`: what could not be measured here, and why. */
export type Measured = { figures: Figure[]; leftOut?: string[] };

/** A part of the bench. `title` stands in the readme; `about` says in a sentence what is being done while one waits. */
export type Part = {
  name: string;
  title: string;
  about: string;
  measure(around: Around): Promise<Measured>;
};

/** The exponent with which a figure grew between its last two sizes; undefined where it was not measured at several. */
export function exponentOf({ steps = [] }: Figure): number | undefined {
  const [before, last] = steps.slice(-2);
  if (!before || !last || before[1] <= 0 || last[1] <= 0) return undefined;
  return Math.log(last[1] / before[1]) / Math.log(last[0] / before[0]);
}

/** Whether a figure is not as it is wanted. */
export function isOver(one: Figure): boolean {
  const { value, ceiling, interval, wantsZero, growth } = one;
  if (ceiling !== undefined && value > ceiling) return true;
  if (growth !== undefined && (exponentOf(one) ?? 0) > growth) return true;
  return wantsZero === true && interval !== undefined && (interval[0] > 0 || interval[1] < 0);
}
