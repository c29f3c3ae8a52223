import { z } from 'zod';
import { icpProfile } from './icp.ts';

export const tier = z.enum(['A', 'B', 'C', 'D', '?']);

/** A score as it stood: what trend and history are made of. Points are whole, `total` is fit + w · engagement. */
export const scoreMark = z.object({ fit: z.number(), engagement: z.number(), total: z.number(), tier });
export type ScoreMark = z.infer<typeof scoreMark>;

/** The last score that was worked out for a lead: a cache for sorting and filtering, always to be made again from the book. */
export const scoreRow = scoreMark.extend({
  /** A company, or a person without one: people have the score of their company. */
  leadId: z.string(),
  /** A rule disqualifies it. */
  gated: z.boolean(),
});
export type ScoreRow = z.infer<typeof scoreRow>;

/** One step in the history of a lead's score, with what moved it: facts, rules, or time alone. */
export const scoreChange = z.object({
  seq: z.number().optional(),
  leadId: z.string(),
  at: z.number(),
  cause: z.enum(['data', 'rule', 'time']),
  /** Absent for the first score. */
  before: scoreMark.optional(),
  after: scoreMark,
});
export type ScoreChange = z.infer<typeof scoreChange>;

/** A profile in the book: what is in force, and the draft that is being tried. */
export const profileRow = z.object({
  id: z.string(),
  published: icpProfile,
  publishedAt: z.number(),
  draft: icpProfile.optional(),
  draftAt: z.number().optional(),
});
export type ProfileRow = z.infer<typeof profileRow>;

/** A profile as it was published once; the key is profile and revision. */
export const profileVersion = z.object({
  profileId: z.string(),
  revision: z.number(),
  profile: icpProfile,
  publishedAt: z.number(),
});
export type ProfileVersion = z.infer<typeof profileVersion>;
