import { z } from 'zod';
import { reading } from '../domain/schema/draft.ts';
import { tier } from '../domain/schema/score.ts';
import { pageSnapshot, pointedSpot } from '../domain/schema/snapshot.ts';

/** Why a page was not read. Each has a sentence in the locales that says why and what helps. */
export const refusal = z.enum(['browserPage', 'webStore', 'pdf', 'noGrant', 'fileAccess', 'gone', 'failed', 'tooSlow']);
export type Refusal = z.infer<typeof refusal>;

export const readOutcome = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), reading }),
  z.object({ ok: z.literal(false), refusal, detail: z.string().default('') }),
]);
export type ReadOutcome = z.infer<typeof readOutcome>;

/** What the user pointed at: the page of that moment and the element's place in it; or why nothing. */
export const picked = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), snapshot: pageSnapshot, spot: pointedSpot }),
  z.object({
    ok: z.literal(false),
    why: z.enum(['ended', 'time', 'noText', 'gone', 'noGrant', 'failed']),
    detail: z.string().default(''),
  }),
]);
export type PickOutcome = z.infer<typeof picked>;

const pickRequest = z.object({
  tabId: z.number().int(),
  mode: z.enum(['card', 'field']),
  /** What is pointed at, and how, in the user's language. */
  label: z.string().max(120),
  hint: z.string().max(200),
});
export type PickRequest = z.infer<typeof pickRequest>;

const pickAct = z.enum(['parent', 'child', 'next', 'previous', 'take', 'end']);
export type PickAct = z.infer<typeof pickAct>;

/** Somebody whom a mailbox shows, and where: the open message, a row of the list, a recipient of what is being written. */
export const mailPerson = z.strictObject({
  address: z.string().min(3).max(320),
  name: z.string().max(300).default(''),
  where: z.enum(['message', 'row', 'compose']),
});
export type MailPerson = z.infer<typeof mailPerson>;

/** What a chip shows. `label` says it in the user's language, for screen readers. */
export const mailMark = z.discriminatedUnion('state', [
  /** Nothing: automatic mail, colleagues, whoever is to be left alone. */
  z.object({ state: z.literal('none') }),
  z.object({ state: z.literal('stranger'), label: z.string() }),
  /** A stranger of a known firm. */
  z.object({ state: z.literal('firm'), label: z.string() }),
  z.object({ state: z.literal('known'), label: z.string(), tier, customer: z.boolean() }),
  /** A recipient to think twice about; `line` says why. */
  z.object({ state: z.literal('warn'), label: z.string(), line: z.string() }),
]);
export type MailMark = z.infer<typeof mailMark>;

export const mailAnswers = z.object({
  /** Whether the user wants chips on this site at all, and in rows. */
  on: z.boolean(),
  rows: z.boolean(),
  /** In the order asked. */
  marks: z.array(mailMark),
});
export type MailAnswers = z.infer<typeof mailAnswers>;

/** The card beside a chip: all its words are made here, the page's script only draws them. */
export const mailCard = z.object({
  mark: mailMark,
  head: z.string(),
  sub: z.string(),
  /** The tier in words and the reasons for it, or what is known of the firm. */
  lines: z.array(z.string()),
  /** Last touch, where answers go, whose words these are. */
  notes: z.array(z.string()),
  button: z.string(),
});
export type MailCard = z.infer<typeof mailCard>;

export type MessageDefinition = {
  /** Who may send it: pages of the extension, or our own script in the page of a tab. Nobody else is ever answered. */
  from: 'extension' | 'content';
  request: z.ZodType;
  response: z.ZodType;
};

/** Every message there is. Leads do not travel by message: panel and background share the book (IndexedDB). */
export const protocol = {
  /** Panel or command line → background: read this tab now, put the drafts in the tray, and answer with them. */
  'page.read': {
    from: 'extension',
    request: z.object({
      tabId: z.number().int(),
      reason: z.enum(['user', 'navigation', 'commandLine']),
      country: z.string().optional(),
      keep: z.boolean().default(true),
    }),
    response: readOutcome,
  },
  /** Panel or command line → background: read pasted text, a pasted table (html), a mail, or what a pasted QR code says. */
  'text.read': {
    from: 'extension',
    request: z.object({
      text: z.string().max(5_000_000),
      as: z.enum(['text', 'html', 'mailText', 'mailHtml', 'eml', 'vcard', 'code']),
      /** The text is a file's bytes, one character a byte: a mail has encodings of its own. */
      binary: z.boolean().default(false),
      name: z.string().default(''),
      /** Address under which the drafts of a file are kept, so that the same file comes to the same drafts. */
      url: z.string().startsWith('pasted:').max(600).optional(),
      country: z.string().optional(),
      keep: z.boolean().default(true),
    }),
    response: readOutcome,
  },
  /** Panel → background, which does it in that tab: scroll to a line of the outline and mark it. */
  'spot.show': {
    from: 'extension',
    request: z.object({
      tabId: z.number().int(),
      line: z.number().int().optional(),
      frameId: z.number().int().optional(),
      snippet: z.string(),
    }),
    response: z.object({ shown: z.boolean() }),
  },
  /** Our script in a page that was read → background: it shows more now. Which tab, the browser says, and nothing else is told. */
  'page.grew': {
    from: 'content',
    request: z.strictObject({}),
    /** `watch`: whether to go on watching; `added`: how many entries came that were not there before. */
    response: z.object({ watch: z.boolean(), added: z.number().int().nonnegative() }),
  },
  /** Panel → background: the text now selected on the page. */
  'selection.get': {
    from: 'extension',
    request: z.object({ tabId: z.number().int() }),
    response: z.object({ text: z.string() }),
  },
  /** Panel → background: let the user point at one element of this tab; answers when they did, or gave up. */
  'pick.start': { from: 'extension', request: pickRequest, response: picked },
  /** Panel → background: keys pressed in the panel while the user points. */
  'pick.act': {
    from: 'extension',
    request: z.object({ tabId: z.number().int(), act: pickAct }),
    response: z.object({ there: z.boolean() }),
  },
  /** Our script in an allowed mailbox → background: who these senders are. One batch for all that the page shows. */
  'mail.lookup': {
    from: 'content',
    request: z.strictObject({
      people: z.array(mailPerson).max(500),
      /** The mailbox's own address, where the page shows it. */
      owner: z.string().max(320).optional(),
    }),
    response: mailAnswers,
  },
  /** Our script in an allowed mailbox → background: what the card of one sender says, in the user's language. */
  'mail.card': {
    from: 'content',
    request: z.strictObject({ person: mailPerson, replyTo: z.string().max(700).optional() }),
    response: mailCard,
  },
  /** Our script in a message that Thunderbird shows → background: who wrote it. Which message, Thunderbird says. */
  'mail.shown': {
    from: 'content',
    request: z.strictObject({}),
    response: z.object({ mark: mailMark, person: mailPerson.optional() }),
  },
  /** Our script in an allowed mailbox → background: the user pressed the chip. Opens the panel first, then reads or shows. */
  'mail.open': {
    from: 'content',
    request: z.strictObject({ person: mailPerson }),
    response: z.object({ opened: z.boolean() }),
  },
  /** Background → its page that nobody sees: the address of a backup of the extension's own, for a download. */
  'backup.address': {
    from: 'extension',
    request: z.object({ name: z.string().max(200) }),
    response: z.object({ url: z.string() }),
  },
} as const satisfies Record<string, MessageDefinition>;

export type MessageType = keyof typeof protocol;
export type Request<T extends MessageType> = z.input<(typeof protocol)[T]['request']>;
export type Response<T extends MessageType> = z.output<(typeof protocol)[T]['response']>;
