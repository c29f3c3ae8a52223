import { z } from 'zod';

/** The grounds on which somebody's data may be kept (Art. 6 GDPR names them; other laws know the same ones). */
export const lawfulBasis = z.object({
  basis: z.enum(['consent', 'contract', 'legitimateInterest', 'legalObligation']),
  /** Why, in the user's words. */
  note: z.string().max(1000).optional(),
});
export type LawfulBasis = z.infer<typeof lawfulBasis>;

/** A yes or no that somebody gave, and how: what the law asks one to be able to show. */
const consentState = z.object({
  state: z.enum(['given', 'withdrawn']),
  at: z.number(),
  how: z.string().max(1000).optional(),
});
export const consentChannels = ['email', 'call'] as const;
export type ConsentChannel = (typeof consentChannels)[number];
/** What was said of each way to reach them; absent where nothing was said. */
export const consent = z.object({ email: consentState.optional(), call: consentState.optional() });
export type Consent = z.infer<typeof consent>;

/** Kept beyond the usual period: why, since when, and until when that is to be looked at again. */
export const keptLonger = z.object({
  reason: z.string().min(1).max(1000),
  at: z.number(),
  until: z.number().optional(),
});

/** One identifier of somebody erased, salted and hashed: nobody can be told from it, but who comes again is known. */
export const erasedMark = z.object({
  hash: z.string(),
  keyId: z.string(),
  at: z.number(),
  /** All marks of one erasing share it. */
  erasureId: z.string(),
});
export type ErasedMark = z.infer<typeof erasedMark>;

/** The salt of marks. A restored book may bring marks under another one: each is kept. */
export const erasedKey = z.object({ id: z.string(), secret: z.string().regex(/^[0-9a-f]{64}$/), madeAt: z.number() });
export type ErasedKey = z.infer<typeof erasedKey>;

/** A page that was read on a day, and how often; or something that left this book. */
export const ledgerRead = z.object({
  id: z.string(),
  kind: z.literal('read'),
  /** The newest reading. */
  at: z.number(),
  site: z.string(),
  url: z.string(),
  times: z.number().int().positive(),
  people: z.number().int().nonnegative(),
  companies: z.number().int().nonnegative(),
});
export const ledgerOut = z.object({
  id: z.string(),
  kind: z.literal('out'),
  at: z.number(),
  what: z.enum(['export', 'pack', 'report', 'notice', 'backup']),
  /** To whom or what, as the user named it; the file's name. */
  where: z.string(),
  count: z.number().int().nonnegative(),
  /** Whose data it was; absent where it was everybody's. */
  leadIds: z.array(z.string()).optional(),
});
export const ledgerEntry = z.discriminatedUnion('kind', [ledgerRead, ledgerOut]);
export type LedgerRead = z.infer<typeof ledgerRead>;
export type LedgerOut = z.infer<typeof ledgerOut>;
export type LedgerEntry = z.infer<typeof ledgerEntry>;

/** Another install's name for a lead of this book: how its packs are known again. */
export const packAlias = z.object({ id: z.string(), leadId: z.string() });
export type PackAlias = z.infer<typeof packAlias>;
