import { z } from 'zod';

/** Where leads go: a preset's id (`hubspot`), or `plain`. */
export const handoverTarget = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);

/**
 * Some leads that went out together, or came back with the other system's ids; a hand-over of many is several rows of one
 * `run`. The lists belong together: place for place one lead, what its values were, and the id that the other system gave it.
 */
export const handover = z.object({
  id: z.string(),
  run: z.string(),
  at: z.number(),
  target: handoverTarget,
  /** Name of the file. */
  file: z.string(),
  way: z.enum(['out', 'back']),
  leadIds: z.array(z.string()),
  /** Of what went out: a digest of the cells. Empty for what came back. */
  digests: z.array(z.string()),
  /** Of what came back. Empty for what went out. */
  recordIds: z.array(z.string()),
});
export type Handover = z.infer<typeof handover>;

/** What a list for checking is of; `doNotContact` warns before a mail is written. */
export const referencePurpose = z.enum(['contacts', 'accounts', 'competitors', 'doNotContact']);
export type ReferencePurpose = z.infer<typeof referencePurpose>;

/** A list that is asked only whether somebody is on it; its entries are no leads. */
export const referenceList = z.object({
  id: z.string(),
  name: z.string(),
  purpose: referencePurpose,
  /** The system or colleague it is from, as the user calls it: "HubSpot". */
  source: z.string(),
  file: z.string(),
  at: z.number(),
  count: z.number(),
  /** Set while its entries are being written: it answers nothing yet. */
  unpublished: z.boolean().optional(),
  /** Set when it was removed: it answers nothing, and goes for good a day later. */
  removedAt: z.number().optional(),
});
export type ReferenceList = z.infer<typeof referenceList>;

/** One entry: found by its keys, and what is said of it. */
export const reference = z.object({
  id: z.string(),
  listId: z.string(),
  /** `e:` address, `p:` number, `d:` domain of a firm, `f:` name of a firm, `l:` link, each as look-ups have them. */
  keys: z.array(z.string()),
  name: z.string().optional(),
  company: z.string().optional(),
  owner: z.string().optional(),
  status: z.string().optional(),
});
export type Reference = z.infer<typeof reference>;
