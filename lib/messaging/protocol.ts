import { z } from 'zod';
import { reading } from '../domain/schema/draft.ts';
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
      as: z.enum(['text', 'html', 'mailText', 'mailHtml', 'eml', 'code']),
      /** The text is a file's bytes, one character a byte: a mail has encodings of its own. */
      binary: z.boolean().default(false),
      name: z.string().default(''),
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
} as const satisfies Record<string, MessageDefinition>;

export type MessageType = keyof typeof protocol;
export type Request<T extends MessageType> = z.input<(typeof protocol)[T]['request']>;
export type Response<T extends MessageType> = z.output<(typeof protocol)[T]['response']>;
