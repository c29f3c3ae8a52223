import { isOneSlipApart } from '../look-alike.ts';

/** Whether two words may be one with a typing slip in it: short ones are all a slip apart from one another. In: folded words. */
export const isSlip = (a: string, b: string, shortest: number): boolean =>
  Math.min(a.length, b.length) >= shortest && isOneSlipApart(a, b);
