import { z } from 'zod';

/** What the mail reader sends of the messages that are open on a page. Page data: parsed on arrival, every text capped. */
const mailParty = z.object({ name: z.string().max(300), address: z.string().max(320) });
const parties = z.array(mailParty).max(200).default([]);

const shownMessage = z.object({
  from: mailParty,
  sender: mailParty.optional(),
  replyTo: parties,
  to: parties,
  cc: parties,
  subject: z.string().max(1000),
  /** As written on the page, or as a machine writes it. */
  date: z.string().max(200).optional(),
  sent: z.boolean(),
  certain: z.boolean(),
  /** The mail's own words as HTML; absent where they stand in a frame that may not be entered. */
  html: z.string().max(1_000_000).optional(),
  /** Attached address cards, as their text. */
  cards: z.array(z.string().max(200_000)).max(10).default([]),
});
export type ShownMessage = z.infer<typeof shownMessage>;

export const mailSnapshot = z.object({
  url: z.string().max(4000),
  /** The address at which the open message is found again, where the client has one. */
  link: z.string().max(4000).optional(),
  lang: z.string().max(20).optional(),
  owner: z.string().max(320).optional(),
  /** Rows of the list that carry an address: it is a mailbox, though no message may be open. */
  rows: z.number().int().nonnegative(),
  messages: z.array(shownMessage).max(50),
});
export type MailSnapshot = z.infer<typeof mailSnapshot>;
/** The same before defaults are filled in: what the script in the page writes. */
export type MailSnapshotInput = z.input<typeof mailSnapshot>;
