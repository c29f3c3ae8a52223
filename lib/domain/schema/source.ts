import { z } from 'zod';
import { leadSourceGroup } from './lead.ts';

/** A way of meeting people that has a name of the user's own: "HM 2026", "referral by Li". */
export const sourceName = z.strictObject({
  name: z.string().trim().min(1).max(120),
  group: leadSourceGroup,
  /** Host names, without www, whose people came this way. */
  hosts: z.array(z.string().max(253)).max(50).default([]),
  /** What it cost in the user's own currency, for the cost of a customer by source. Absent: not said. */
  cost: z.number().nonnegative().optional(),
});
export type SourceName = z.infer<typeof sourceName>;
