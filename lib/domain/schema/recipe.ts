import { z } from 'zod';

/**
 * What a user taught by pointing: how the entries of a list are told from the rest of a page, and where in an entry each
 * fact stands. Several anchors are kept for each, so that some still agree after the site was redesigned. A recipe holds no
 * one's data: of the page's words only those that stand in several entries alike (labels) or over the list (its heading).
 */
export const recipeFields = [
  'name',
  'jobTitle',
  'companyName',
  'phones',
  'emails',
  'addresses',
  'stand',
  'industry',
  'website',
  'links',
  'wechat',
  'contact',
] as const;
export const recipeField = z.enum(recipeFields);
export type RecipeField = z.infer<typeof recipeField>;

const word = z.string().min(1).max(80);
const words = z.array(word).max(24);
const share = z.number().min(0).max(1);
const place = z.number().int().min(0).max(1000);

/** An entry of the list, as one or two examples of it and those like them stand on the page. */
export const cardAnchor = z.object({
  tag: z.string().max(40),
  /** Class names and parts of them that the entries share. */
  hints: words,
  /** The same of the element around them. */
  around: words,
  /** Tags of the elements around, the nearest first. */
  path: z.array(z.string().max(40)).max(6),
  role: z.string().max(80).optional(),
  /** Labels that stand in several entries: Telephone, Stand. */
  labels: words,
  /** Heading over the list. */
  heading: z.string().max(120).optional(),
  /** Lines of text that an entry usually has. */
  lines: z.number().min(0).max(1000),
  /** self: the element is the entry; run: it begins the entry, which goes on until the next such element. */
  reach: z.enum(['self', 'run']),
});
export type CardAnchor = z.infer<typeof cardAnchor>;

export const segmentHow = z.enum(['line', 'mark', 'part', 'block']);
/** What kind of text stands there, over all entries: each from 0 to 1. */
export const contentProfile = z.object({
  mail: share,
  digits: share,
  phone: share,
  web: share,
  length: share,
  capital: share,
  han: share,
  person: share,
  firm: share,
  title: share,
});
export type ContentProfile = z.infer<typeof contentProfile>;

/** One place in an entry. */
export const fieldAnchor = z.object({
  /** A whole line, marked words in it (a link, bold), a part between separators, or a block of lines. */
  how: segmentHow,
  tag: z.string().max(40),
  hints: words,
  path: z.array(z.string().max(40)).max(8),
  /** Where the link on it goes. */
  link: z.enum(['none', 'mail', 'tel', 'web', 'page']),
  /** The words that announce it, where several entries have the same. */
  label: word.optional(),
  /** Stands out: a heading, bold. */
  strong: z.boolean(),
  /** Line in the entry counted from its first and from its last; which part of the line. */
  at: place,
  end: place,
  part: place,
  content: contentProfile,
});
export type FieldAnchor = z.infer<typeof fieldAnchor>;

export const recipe = z.object({
  id: z.string().min(1).max(80),
  /** The name that the user gave. */
  name: z.string().trim().min(1).max(120),
  /** What each entry is. */
  kind: z.enum(['person', 'company']),
  /** Host of the site without `www.`; `*.` in front means also every host under it. */
  host: z
    .string()
    .max(253)
    .regex(/^(\*\.)?[\p{L}\p{N}_-]+(\.[\p{L}\p{N}_-]+)*(:\d{1,5})?$/u),
  /** Path of the pages it was taught on; `*` stands for one step of it. Elsewhere on the site it is tried all the same. */
  path: z.string().max(500),
  cards: z.array(cardAnchor).min(1).max(4),
  fields: z
    .array(z.object({ field: recipeField, anchors: z.array(fieldAnchor).min(1).max(4) }))
    .min(1)
    .max(recipeFields.length)
    .refine((fields) => fields.some(({ field }) => field === 'name')),
  createdAt: z.number().int().nonnegative(),
});
export type Recipe = z.infer<typeof recipe>;

/** How a recipe did on a page: the entries that it found; none means that the page was read in the general way. */
export const recipeUse = z.object({ id: z.string(), name: z.string(), found: z.number().int().nonnegative() });
export type RecipeUse = z.infer<typeof recipeUse>;
