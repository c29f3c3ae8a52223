import { z } from 'zod';
import { leadSourceGroup } from './lead.ts';
import { tier } from './score.ts';

/** One condition on a column of the table. Texts are compared without case and accents. */
export const columnFilter = z.strictObject({
  column: z.string().min(1).max(80),
  op: z.enum(['contains', 'lacks', 'anyOf', 'noneOf', 'atLeast', 'atMost', 'withinDays', 'empty', 'filled']),
  /** Of `contains` and `lacks`. */
  text: z.string().max(200).optional(),
  /** Of `anyOf` and `noneOf`. */
  values: z.array(z.string()).optional(),
  /** Of `atLeast`, `atMost` and `withinDays`; days are epoch milliseconds. */
  number: z.number().optional(),
});
export type ColumnFilter = z.infer<typeof columnFilter>;

/** What a list of leads is narrowed to: all of it must be met. */
export const leadFilter = z.object({
  list: z.string().optional(),
  tag: z.string().optional(),
  sourceGroup: leadSourceGroup.optional(),
  owner: z.string().optional(),
  hasPhone: z.boolean().optional(),
  hasEmail: z.boolean().optional(),
  /** Any of these. */
  tier: z.array(tier).optional(),
  /** Its own outcome, a person's that of their company where it is there. */
  outcome: z.enum(['open', 'won', 'lost']).optional(),
  columns: z.array(columnFilter).optional(),
});
export type LeadFilter = z.infer<typeof leadFilter>;

/** By a column of the table. By tier, descending: A to D, the higher total first, then those of which too little is known, excluded ones last. */
export const leadSort = z.object({ by: z.string().min(1).max(80), descending: z.boolean() });
export type LeadSort = z.infer<typeof leadSort>;

/** How the table looks: its columns from the left with their widths in pixels, what stays in sight, the order of the rows. */
export const tableLayout = z.object({
  columns: z
    .array(z.object({ id: z.string().min(1).max(80), width: z.number().min(40).max(1200).optional() }))
    .max(200),
  pinned: z.array(z.string()).default([]),
  sort: z.array(leadSort).default([]),
  groupBy: z.string().optional(),
  /** Groups within those groups, from the outermost. */
  thenBy: z.array(z.string()).max(3).optional(),
  filter: leadFilter.default({}),
});
export type TableLayout = z.infer<typeof tableLayout>;

/** A layout that the user gave a name. */
export const tableView = tableLayout.extend({
  id: z.string().min(1),
  name: z.string().trim().min(1).max(60),
  kind: z.enum(['person', 'company']),
});
export type TableView = z.infer<typeof tableView>;

/** Every named view, which of each kind the table opens with, and how the table stands where no view is chosen. */
export const tableViews = z.object({
  views: z.array(tableView).default([]),
  first: z.object({ person: z.string().optional(), company: z.string().optional() }).default({}),
  usual: z.object({ person: tableLayout.optional(), company: tableLayout.optional() }).default({}),
});
export type TableViews = z.infer<typeof tableViews>;
