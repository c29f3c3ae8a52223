import { z } from 'zod';

/**
 * What the page script sends: the visible page as lines of text in a tree of blocks, and what structured data said.
 * It is page data, so it is hostile: the receiving side parses it, and every text is capped here.
 */
const shortText = z.string().max(4000);

/** An element that breaks lines (by its computed display), table cells and list items included. Index in the array is its id. */
export const outlineBlock = z.object({
  /** Index of the parent block; -1 for the root. Always smaller than its own index. */
  p: z.number().int().min(-1),
  /** Tag name, lower case. */
  t: z.string().max(40),
  /** Class names and id, lower case, at most 80 characters: a hint, never trusted. */
  h: z.string().max(80).optional(),
  /** aria-label or role, where given. */
  r: z.string().max(80).optional(),
});
export type OutlineBlock = z.infer<typeof outlineBlock>;

/** A stretch of a line that came from an inline element: a link, bold text, an image's alternative text. */
export const outlineMark = z.object({
  /** First character in the line's text, and the one after the last. */
  a: z.number().int().nonnegative(),
  z: z.number().int().nonnegative(),
  /** Tag name: a, b, strong, em, i, span, img, time … */
  t: z.string().max(40),
  h: z.string().max(80).optional(),
  /** Absolute address for a link; also mailto:, tel: … ; never javascript: or data:. For an image its address without query. */
  u: z.string().max(2000).optional(),
  /** Alternative text of an image (the text itself is not in the line), title or aria-label of a link. */
  l: z.string().max(300).optional(),
});
export type OutlineMark = z.infer<typeof outlineMark>;

export const outlineLine = z.object({
  /** The block it stands in (index into blocks). */
  b: z.number().int().nonnegative(),
  /** Text with white space folded to single spaces, trimmed. May be empty when the line has only marks of images or of links without words. */
  s: shortText,
  /** True where an empty line or a rule (`<br><br>`, `<hr>`) stands before it. */
  g: z.boolean().optional(),
  m: z.array(outlineMark).max(200).optional(),
});
export type OutlineLine = z.infer<typeof outlineLine>;

export const outline = z.object({ blocks: z.array(outlineBlock), lines: z.array(outlineLine) });
export type Outline = z.infer<typeof outline>;

/** A person, company or address book entry as structured data on the page gave it (JSON-LD, microdata, RDFa, microformats, vCard). */
export const structuredItem = z.object({
  detector: z.enum(['jsonld', 'microdata', 'rdfa', 'microformats', 'meta', 'vcard']),
  kind: z.enum(['person', 'company', 'unknown']),
  /** Most specific schema.org type or microformat root as written. */
  type: z.string().max(100),
  name: z.string().max(300).optional(),
  givenName: z.string().max(150).optional(),
  familyName: z.string().max(150).optional(),
  honorific: z.string().max(60).optional(),
  jobTitle: z.string().max(300).optional(),
  department: z.string().max(300).optional(),
  /** Name of the organisation a person works for, and its index in the same list if it is an item itself. */
  organization: z.string().max(300).optional(),
  organizationItem: z.number().int().nonnegative().optional(),
  emails: z.array(z.string().max(320)).max(50).default([]),
  phones: z
    .array(z.object({ text: z.string().max(80), type: z.string().max(60).optional() }))
    .max(50)
    .default([]),
  urls: z.array(z.string().max(2000)).max(50).default([]),
  addresses: z
    .array(
      z.object({
        street: z.string().max(300).optional(),
        city: z.string().max(150).optional(),
        region: z.string().max(150).optional(),
        postalCode: z.string().max(40).optional(),
        country: z.string().max(100).optional(),
        text: z.string().max(500).optional(),
      }),
    )
    .max(20)
    .default([]),
  /** Further facts under the schema.org name: legalName, vatID, taxID, foundingDate, numberOfEmployees, description, memberOf … */
  facts: z.record(z.string().max(60), z.string().max(1000)).default({}),
  /** Role on the page: the page's own subject, its author, its publisher, or one of many. */
  role: z.enum(['main', 'author', 'publisher', 'member', 'other']).default('other'),
  /** The source words, cut to 120 characters. */
  snippet: z.string().max(120),
  /** Outline line it stands at, where it has visible text. */
  line: z.number().int().nonnegative().optional(),
});
export type StructuredItem = z.infer<typeof structuredItem>;

/** What the head of the page says of itself. */
export const pageMeta = z.object({
  title: z.string().max(500),
  lang: z.string().max(20).optional(),
  description: z.string().max(1000).optional(),
  siteName: z.string().max(300).optional(),
  author: z.string().max(300).optional(),
  ogType: z.string().max(60).optional(),
  canonical: z.string().max(2000).optional(),
  generator: z.string().max(200).optional(),
});
export type PageMeta = z.infer<typeof pageMeta>;

export const pageSnapshot = z.object({
  url: z.string().max(4000),
  meta: pageMeta,
  outline,
  structured: z.array(structuredItem).max(2000),
  /** What the user had selected, if anything. */
  selection: z.string().max(20_000).optional(),
  /** Number of embedded frames that this script could not enter (other origins). */
  closedFrames: z.array(z.string().max(300)).max(50),
  /** Whether something may stand in its embedded frames: only then is anything sent into them. */
  frames: z.boolean().optional(),
  /** Why the reading stopped early, if it did. */
  truncated: z.enum(['no', 'nodes', 'text', 'time']),
  /** Milliseconds spent inside the page. */
  msPage: z.number().nonnegative(),
});
export type PageSnapshot = z.infer<typeof pageSnapshot>;
/** The same before defaults are filled in: what the page script writes (it may not import zod, only this type). */
export type PageSnapshotInput = z.input<typeof pageSnapshot>;

/** An element that the user pointed at, as the outline of the same moment has it. */
export const pointedSpot = z.object({
  /** The block it is, or the one that it stands in. */
  block: z.number().int().nonnegative(),
  /** Its first and last line. */
  from: z.number().int().nonnegative(),
  to: z.number().int().nonnegative(),
  /** Its first character in the first line, and the one after its last in the last. */
  a: z.number().int().nonnegative(),
  z: z.number().int().nonnegative(),
});
export type PointedSpot = z.infer<typeof pointedSpot>;
