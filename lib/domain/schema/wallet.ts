import { z } from 'zod';

/** What somebody buys in a year, from whomever, of what the user sells: as it was known on one day. */
export const wholeNeed = z.object({
  /** Whole days since 1970: since when it is so. */
  day: z.int().min(0).max(100_000),
  /** A year's purchases, in hundredths of the currency, as orders are kept. */
  amount: z.int().min(0).max(1e15),
  /** ISO 4217; '' is the currency in which the user compares sums. */
  currency: z.union([z.literal(''), z.string().regex(/^[A-Z]{3}$/)]),
  /** Where it is known from: a talk, a report, an estimate. */
  from: z.string().max(200).optional(),
});
export type WholeNeed = z.infer<typeof wholeNeed>;

/** The whole need over time, the oldest first, one entry a day at most. */
export const wallet = z.array(wholeNeed).max(200);
export type Wallet = z.infer<typeof wallet>;
