import { z } from 'zod';

/** What is remembered of the book outside of its database, to be found when the browser opens an empty one in its place. */
export const witness = z.object({
  /** The install's id, which is in the book too: another one is another book. */
  origin: z.string(),
  people: z.number().int().nonnegative(),
  companies: z.number().int().nonnegative(),
  /** Number of the newest entry of the history. */
  newestChange: z.number().int().nonnegative(),
  at: z.number(),
  /** Name of the folder that copies went to: the way into it goes with the book. */
  folder: z.string().optional(),
});
export type Witness = z.infer<typeof witness>;

/** What the browser lost: the whole book, or the newest part of it. `at`: when it was last seen whole. */
export const bookLoss = z.object({
  is: z.enum(['gone', 'less']),
  at: z.number(),
  people: z.number().optional(),
  companies: z.number().optional(),
  /** The install whose book it was; unknown where only its backups tell of it. */
  origin: z.string().optional(),
  folder: z.string().optional(),
});
export type BookLoss = z.infer<typeof bookLoss>;

/** How the book is found. `isNew`: nothing was ever done in it; `backupAt`: time of the newest backup in the browser's own file system. */
export type FoundBook = Omit<Witness, 'origin' | 'at'> & {
  origin?: string | undefined;
  isNew: boolean;
  backupAt?: number | undefined;
};

/**
 * Whether the browser lost the book or a part of it since it was last seen. In: what was remembered, how it is found now, whether
 * this is the first look since the browser was started: later, less is what somebody did. Out: undefined where all is there.
 */
export function lossOf(before: Witness | undefined, now: FoundBook, isFirstLook: boolean): BookLoss | undefined {
  if (!before) return now.isNew && now.backupAt !== undefined ? { is: 'gone', at: now.backupAt } : undefined;
  const { origin, people, companies, newestChange, at, folder } = before;
  const had = { at, people, companies, origin, ...(folder !== undefined && { folder }) };
  if (now.origin !== origin) return { is: 'gone', ...had };
  const isLess = now.people + now.companies < people + companies && now.newestChange < newestChange;
  return isFirstLook && isLess ? { is: 'less', ...had } : undefined;
}
