import { isOneSlipApart } from '../look-alike.ts';

/** Whether two words may be one with a typing slip in it: short ones are all a slip apart from one another. In: folded words. */
export const isSlip = (a: string, b: string, shortest: number): boolean =>
  Math.min(a.length, b.length) >= shortest && isOneSlipApart(a, b);

const numbersIn = (text: string): string =>
  (text.match(/\d+/g) ?? []).map((digits) => digits.replace(/^0+/, '')).join(' ');

/** Whether both names are numbered, and otherwise: Filiale 12 and Filiale 13 are two, whatever else of them is alike. In: folded names. */
export function otherNumbers(a: string, b: string): boolean {
  const [x, y] = [numbersIn(a), numbersIn(b)];
  return x !== '' && y !== '' && x !== y;
}
