import { z } from 'zod';
import { draft, listInfo, mailOpen } from './draft.ts';
import { companyValues, personValues } from './field.ts';
import { leadSource, nextStep } from './lead.ts';
import { recipeUse } from './recipe.ts';

/** What is set once for a run of saves and kept until changed. */
export const batch = z.object({
  list: z.string().optional(),
  leadSource: leadSource.optional(),
  tags: z.array(z.string()).default([]),
  owner: z.string().optional(),
  nextStep: nextStep.optional(),
});
export type Batch = z.infer<typeof batch>;

/** A draft with all that the user did to it before saving. */
export const trayItem = z.object({
  draft,
  /** The user's own tick; absent: the default for its state (new and sure rows are ticked). */
  ticked: z.boolean().optional(),
  /** Fields the user typed or chose: they win over every reading, also a later one. `null` empties a field. */
  edits: z.record(z.string(), z.unknown()).default({}),
  note: z.string().default(''),
  /** open: not handled; saved: in the book as `leadId`; skipped: put aside by the user. */
  state: z.enum(['open', 'saved', 'skipped']).default('open'),
  leadId: z.string().optional(),
  /** "same as …?" answered by the user: the lead's id, or `new`. */
  sameAs: z.string().optional(),
});
export type TrayItem = z.infer<typeof trayItem>;

/** The drafts of one page. Key is the page's address without fragment (kept where the fragment routes: `#!/`, `#/`). */
export const trayPage = z.object({
  url: z.string(),
  title: z.string(),
  readAt: z.number(),
  list: listInfo.optional(),
  /** Pages of the same list share it (address without its page number). */
  listKey: z.string().optional(),
  /** Pictures on it that call themselves QR codes. */
  codes: z.number().int().positive().optional(),
  closedFrames: z.array(z.string()).default([]),
  truncated: z.boolean().default(false),
  /** The reader made for this site no longer finds what it used to. */
  siteChanged: z.boolean().optional(),
  /** How the user's recipes for this page did at the last reading. */
  recipes: z.array(recipeUse).optional(),
  /** The open mail that it was read from. */
  mailOpen: mailOpen.optional(),
  /** Of each person on the page who is not kept because they were erased: since when. */
  erased: z.array(z.number()).optional(),
  items: z.array(trayItem),
});
export type TrayPage = z.infer<typeof trayPage>;

export const personEdits = personValues.partial();
export const companyEdits = companyValues.partial();
