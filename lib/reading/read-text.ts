import { assemble } from '../capture/assemble.ts';
import { readMail } from '../capture/mail/read-mail.ts';
import type { Reading } from '../domain/schema/draft.ts';
import type { PageSnapshot } from '../domain/schema/snapshot.ts';
import type { ReadOutcome } from '../messaging/protocol.ts';
import type { Parsed } from '../messaging/transport.ts';
import type { ReadTabDeps } from './read-tab.ts';

type Assembled = Omit<Reading, 'ms' | 'msPage'>;
type PlainOptions = { now: number; url: string; title: string; country?: string };

/** Reads text as it stands, line by line. In: the text and the page it belongs to. Out: a reading without times. */
export async function readPlainText(text: string, { now, url, title, country }: PlainOptions): Promise<Assembled> {
  const lines = text.split(/\r?\n/).flatMap((line) => {
    const s = line.replace(/\s+/g, ' ').trim().slice(0, 4000);
    return s === '' ? [] : [{ b: 0, s }];
  });
  const snapshot: PageSnapshot = {
    url,
    meta: { title: title.slice(0, 500) },
    outline: { blocks: [{ p: -1, t: 'body' }], lines },
    structured: [],
    closedFrames: [],
    truncated: 'no',
    msPage: 0,
  };
  return assemble([snapshot], { now, ...(country && { country }) });
}

/** The address under which a pasted text's drafts are kept: the same text is the same page. */
async function pasteUrl(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  const hex = [...new Uint8Array(digest.slice(0, 8))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `leadlight:paste/${hex}`;
}

function readAs({ text, as, binary }: Parsed<'text.read'>, options: PlainOptions): Promise<Assembled> {
  switch (as) {
    case 'eml':
      return readMail({ raw: binary ? Uint8Array.from(text, (sign) => sign.charCodeAt(0)) : text, ...options });
    case 'mailText':
      return readMail({ text, ...options });
    case 'mailHtml':
      return readMail({ html: text, ...options });
    case 'text':
    case 'html':
      return readPlainText(text, options);
  }
}

/**
 * Reads what was pasted or a mail file. In: the message's request. Out: the reading, or `failed` with the reason;
 * never throws on what the text holds.
 */
export async function readGivenText(request: Parsed<'text.read'>, deps: ReadTabDeps): Promise<ReadOutcome> {
  const now = deps.now();
  const started = performance.now();
  try {
    const url = await pasteUrl(request.text);
    const options = { now, url, title: request.name, ...(request.country && { country: request.country }) };
    const assembled = await readAs(request, options);
    const reading = { ...assembled, msPage: 0, ms: performance.now() - started };
    if (request.keep) await deps.keep(reading);
    return { ok: true, reading };
  } catch (cause) {
    return { ok: false, refusal: 'failed', detail: cause instanceof Error ? cause.message : String(cause) };
  }
}
