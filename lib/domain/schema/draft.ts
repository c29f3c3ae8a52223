import { z } from 'zod';
import { leadSource } from './lead.ts';
import { recipeUse } from './recipe.ts';
import { address, phone, provenance } from './value.ts';

/** One reading of one field: the value, how sure we are, and every place it was read. */
const candidateOf = <T extends z.ZodType>(value: T) =>
  z.object({ value, confidence: z.number().min(0).max(1), provenance: z.array(provenance).min(1) });

/** Characters that one value may have; what is longer is no name, address or number. */
export const mostValue = 2000;

const text = z.array(candidateOf(z.string().max(mostValue))).default([]);
const phones = z.array(candidateOf(phone)).default([]);
const addresses = z.array(candidateOf(address)).default([]);

/** For a field with one value the list is ranked and the first is chosen; for a field with many, all are values. */
export const personDraftFields = z.object({
  name: text,
  honorific: text,
  jobTitle: text,
  department: text,
  companyName: text,
  emails: text,
  phones,
  wechat: text,
  qq: text,
  whatsapp: text,
  links: text,
  addresses,
});

export const companyDraftFields = z.object({
  name: text,
  legalForm: text,
  domain: text,
  website: text,
  emails: text,
  phones,
  addresses,
  stand: text,
  industry: text,
  products: text,
  employees: text,
  founded: text,
  registeredCapital: text,
  registerNumber: text,
  registerCourt: text,
  vatId: text,
  creditCode: text,
  representatives: text,
  scope: text,
  wechat: text,
  qq: text,
  whatsapp: text,
  links: text,
});

export type Candidate<T = string> = { value: T; confidence: number; provenance: z.infer<typeof provenance>[] };

/** Confidence below which a value is marked as doubtful and a draft is not ticked by itself. */
export const doubtfulBelow = 0.6;

export const personDraft = z.object({
  kind: z.literal('person'),
  /** Stable for the same person on the same page: re-reading finds the same draft (ticks, edits and notes hang on it). */
  id: z.string(),
  fields: personDraftFields,
  /** Only part of a name is known (王先生, Mr Smith): never a key for matching. */
  partial: z.boolean().default(false),
  /** Draft of the company they belong to on this page. */
  companyDraftId: z.string().optional(),
  /** How we met, where what was read says so itself (a web form filled in); it wins over what is set for the run. */
  leadSource: leadSource.optional(),
  /** The page shows a phone number of theirs, but only as a picture. */
  phoneIsPicture: z.boolean().optional(),
  confidence: z.number().min(0).max(1),
});
export type PersonDraft = z.infer<typeof personDraft>;

export const companyDraft = z.object({
  kind: z.literal('company'),
  id: z.string(),
  fields: companyDraftFields,
  /** own: the page's own company; listed: one of a list; publisher: the list's or article's own organisation; mentioned: named in text. */
  role: z.enum(['own', 'listed', 'publisher', 'mentioned']).default('listed'),
  /** The page shows a phone number of theirs, but only as a picture. */
  phoneIsPicture: z.boolean().optional(),
  confidence: z.number().min(0).max(1),
});
export type CompanyDraft = z.infer<typeof companyDraft>;

export const draft = z.discriminatedUnion('kind', [personDraft, companyDraft]);
export type Draft = z.infer<typeof draft>;

/** A list that goes over several pages, as far as this page tells. */
export const listInfo = z.object({
  /** What the list calls itself, for the top of the panel. */
  title: z.string().max(300),
  /** Number of this page, from the address or the pager. */
  page: z.number().int().positive().optional(),
  /** Entries in the whole list, if the page says so. */
  total: z.number().int().positive().optional(),
});
export type ListInfo = z.infer<typeof listInfo>;

/** What the reader made for this very site said, where there is one. */
export const adapterReading = z.object({
  id: z.string().max(40),
  kind: z.enum(['profile', 'company', 'people', 'companies', 'register', 'place']),
  /** For each field the share of the entries that have it. */
  coverage: z.record(z.string(), z.number().min(0).max(1)),
  /** People or companies it found. */
  entries: z.number().int().nonnegative(),
  /** It knows such pages and found nothing on this one: all was read the general way. */
  seemsChanged: z.boolean().optional(),
});
export type AdapterReading = z.infer<typeof adapterReading>;

/** An open mail, as far as a touch with somebody needs it. */
export const mailOpen = z.object({
  subject: z.string().max(1000),
  /** The address at which it is found again, where the client has one. */
  link: z.string().max(4000).optional(),
  /** Everybody its headers name, the user left out: the address in lower case, when they last wrote or were written to in it. */
  touched: z.array(z.object({ address: z.string().max(320), at: z.number() })).max(200),
});
export type MailOpen = z.infer<typeof mailOpen>;

/** Everything one reading of a page, mail, file or pasted text gave. */
export const reading = z.object({
  url: z.string(),
  title: z.string(),
  at: z.number(),
  /** Country worked out from the page (ISO), used for numbers without a country code. */
  country: z.string().optional(),
  people: z.array(personDraft),
  /** The page's own company first. */
  companies: z.array(companyDraft),
  list: listInfo.optional(),
  adapter: adapterReading.optional(),
  /** Recipes of the user that were taught for this page, and how many entries each found. */
  recipes: z.array(recipeUse).optional(),
  /** Pictures on the page that call themselves QR codes; what they say is read when the user asks. */
  codes: z.number().int().positive().optional(),
  /** Frames of other origins that were not read. */
  closedFrames: z.array(z.string()).default([]),
  truncated: z.boolean().default(false),
  /** The mail it was read from, where that was open in a mail client. */
  mailOpen: mailOpen.optional(),
  /** Key of the tray's page, where the address alone does not tell one message from the next. */
  key: z.string().optional(),
  mail: z
    .object({
      from: z.object({ name: z.string(), address: z.string() }).optional(),
      /** 0-based indices of the body's lines that are the signature. */
      signatureLines: z.array(z.number().int()),
      /** The newest message alone, without quoted text (signature included as the data sets have it). */
      reply: z.string(),
    })
    .optional(),
  /** Milliseconds inside the page; and from injection to finished draft, both sides of the message. */
  msPage: z.number().default(0),
  ms: z.number().default(0),
});
export type Reading = z.infer<typeof reading>;
