import { z } from 'zod';
import { lead, leadReceipts } from './lead.ts';

/** A lead as it was stored, with its receipts (absent: it had none). `keys` and `stagedBy` are the book's own. */
export const mergedRow = z.object({
  row: z.looseObject({ id: z.string() }),
  receipts: leadReceipts.optional(),
});

/** What a merge was made of: enough to take it apart again. */
export const mergeRecord = z.object({
  id: z.string(),
  actionId: z.string(),
  at: z.number(),
  kind: z.enum(['person', 'company']),
  keptId: z.string(),
  /** The kept one first, then those that became part of it: what the index goes by. */
  leadIds: z.array(z.string()).min(2),
  /** All of them as they were, in the order of `leadIds`. */
  before: z.array(mergedRow),
  /** The kept one as it was merged: what was changed since is told by it. */
  after: z.object({ lead, receipts: leadReceipts }),
  /** Rows that hang on a lead and went over to the kept one. */
  moved: z.array(
    z.object({
      store: z.string(),
      onMerge: z.enum(['move', 'fill']),
      from: z.string(),
      keys: z.array(z.union([z.string(), z.number()])),
    }),
  ),
  /** People of a merged company: whose company was which. */
  repointed: z.array(z.object({ id: z.string(), from: z.string() })),
  /** Records of hand-overs in which one of them stood, and where. */
  handedOver: z.array(z.object({ id: z.string(), place: z.number(), from: z.string() })).default([]),
  /** Set once it was taken apart. */
  undoneAt: z.number().optional(),
});
export type MergeRecord = z.infer<typeof mergeRecord>;

/** Two leads that the user said are not the same. */
export const notSame = z.object({
  /** `pairKey` of both ids. */
  pair: z.string(),
  leadIds: z.array(z.string()).length(2),
  at: z.number(),
});
export type NotSame = z.infer<typeof notSame>;
