import { z } from 'zod';

const byStore = z.record(z.string(), z.number());
/** What can be wrong with a book. */
export const bookReport = z.object({
  at: z.number(),
  /** Rows of each store. */
  counts: byStore,
  /** People whose company is not there. Can be mended. */
  lostCompanies: z.array(z.string()),
  /** Rows that were made from a lead which is not there. Can be mended. */
  leftovers: byStore,
  /** Bulk writes under way, or that died since the book was opened. */
  unfinished: z.number(),
  /** Notes, tasks and the like whose lead is not there: kept, but shown nowhere. */
  orphans: byStore,
  /** Rows, of a sample of each store, that are not as they have to be. */
  unreadable: byStore,
  sampled: z.number(),
});
export type BookReport = z.infer<typeof bookReport>;

export const isSound = ({ lostCompanies: lost, leftovers, unfinished, orphans, unreadable }: BookReport): boolean =>
  lost.length === 0 &&
  unfinished === 0 &&
  [leftovers, orphans, unreadable].every((one) => Object.keys(one).length === 0);

/** Whether something is to be done: mended, or looked for in a backup. What has lost its lead and is only kept asks for nothing. */
export const needsCare = ({ lostCompanies: lost, leftovers, unreadable }: BookReport): boolean =>
  lost.length > 0 || Object.keys(leftovers).length > 0 || Object.keys(unreadable).length > 0;
