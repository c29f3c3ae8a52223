import { z } from 'zod';

/** Where a value was read: enough to show it, to argue with it, and to go back to the very spot. */
export const provenance = z.object({
  /** Address of the page, mail or file it was read from. */
  url: z.string(),
  /** Epoch milliseconds of the reading. */
  at: z.number(),
  /** Name of the detector or adapter that read it, e.g. `jsonld`, `text-phone`, `adapter:linkedin`, `user`. */
  detector: z.string(),
  /** The words it stood in, at most 120 characters. */
  snippet: z.string().max(120),
  /** Line of the page's outline it stood in (index), where it has visible text. */
  line: z.number().int().nonnegative().optional(),
  /** Frame the line belongs to; absent for the page itself. */
  frameId: z.number().int().optional(),
});
export type Provenance = z.infer<typeof provenance>;

export const phoneKind = z.enum(['work', 'mobile', 'switchboard', 'fax', 'home', 'tollFree', 'other']);
export type PhoneKind = z.infer<typeof phoneKind>;

export const phone = z.object({
  /** E.164 with plus sign; absent where the country could not be told. */
  e164: z.string().optional(),
  /** As written on the page. */
  text: z.string(),
  kind: phoneKind,
  /** Extension digits (Durchwahl dialled separately, "ext. 12"). */
  ext: z.string().optional(),
});
export type Phone = z.infer<typeof phone>;

export const address = z.object({
  street: z.string().optional(),
  city: z.string().optional(),
  region: z.string().optional(),
  postalCode: z.string().optional(),
  /** ISO 3166-1 alpha-2. */
  country: z.string().optional(),
  /** As written, one line. */
  text: z.string(),
});
export type Address = z.infer<typeof address>;
