import { readCode } from '../capture/code/read-code.ts';
import { readMail } from '../capture/mail/read-mail.ts';
import { readVcards } from '../capture/mail-files/read-vcards.ts';
import { readHtml, readText } from '../capture/paste.ts';
import type { Reading } from '../domain/schema/draft.ts';
import type { ReadOutcome } from '../messaging/protocol.ts';
import type { Parsed } from '../messaging/transport.ts';
import type { ReadTabDeps } from './read-tab.ts';

type Assembled = Omit<Reading, 'ms' | 'msPage'>;

const headerField = /^(from|to|cc|subject|date|message-id|mime-version|received|return-path|delivered-to|reply-to):/i;

/** Whether a text is a whole mail with its header, as a mail program saves or shows its source. */
export function isRawMail(text: string): boolean {
  const head =
    text
      .slice(0, 20_000)
      .trimStart()
      .split(/\r?\n\r?\n/, 1)[0] ?? '';
  const fields = head.split(/\r?\n/).filter((line) => !/^\s/.test(line));
  const known = new Set(fields.flatMap((line) => headerField.exec(line)?.[1]?.toLowerCase() ?? []));
  const plain = fields.every((line) => /^[\w-]+:/.test(line) || /^From /.test(line));
  return plain && known.has('from') && (known.has('message-id') || known.has('mime-version') || known.has('received'));
}

function readAs({ text, as, binary, country, url }: Parsed<'text.read'>, now: number): Assembled | Promise<Assembled> {
  const options = { now, ...(country && { country }) };
  const mail = { ...options, url: url ?? `pasted:${now}` };
  switch (as) {
    case 'eml':
      return readMail({ raw: binary ? Uint8Array.from(text, (sign) => sign.charCodeAt(0)) : text, ...mail });
    case 'mailText':
      return readMail({ text, ...mail });
    case 'mailHtml':
      return readMail({ html: text, ...mail });
    case 'vcard':
      return readVcards(text, mail);
    case 'html':
      return readHtml(text, options);
    case 'code':
      return readCode(text, options);
    case 'text':
      return isRawMail(text) ? readMail({ raw: text, ...mail }) : readText(text, options);
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
    const assembled = await readAs(request, now);
    const title = assembled.title || request.name;
    const reading = { ...assembled, title, msPage: 0, ms: performance.now() - started };
    if (request.keep) await deps.keep(reading);
    return { ok: true, reading };
  } catch (cause) {
    return { ok: false, refusal: 'failed', detail: cause instanceof Error ? cause.message : String(cause) };
  }
}
