import { isFreeMailDomain } from '../../domain/normalize/domain.ts';
import type { MailOpen, Reading } from '../../domain/schema/draft.ts';
import { countryOf } from '../country.ts';
import { findEmails } from '../detectors/email.ts';
import { pageOf } from '../lines.ts';
import { draftsOf } from '../subjects-drafts.ts';
import { type Body, bodyOfHtml, bodyOfText } from './body.ts';
import { type Card, isRobot, readCard } from './card.ts';
import { isDisclaimer, isUnsubscribe } from './closings.ts';
import { type Eml, type MailParty, readEml } from './eml.ts';
import { readForm } from './form.ts';
import { gather, mergeCompanies, withMore } from './gather.ts';
import { readQuoted } from './quoted.ts';
import { cutReply, replyText } from './reply.ts';
import { signatureLines } from './signature.ts';
import { readVcard } from './vcard.ts';

export type MailInput = {
  /** The whole message as it was sent (.eml). */
  raw?: string | Uint8Array;
  /** Or its body alone, as text or as HTML. */
  text?: string;
  html?: string;
  /** What a mail client showed of its header, for a body alone. */
  header?: { from?: MailParty; subject: string; cards: string[] };
  /** Address under which its drafts are kept. */
  url: string;
  now: number;
  country?: string;
};

/** Enquiries and people named in a text stand near its beginning. */
const mostTextLines = 400;

/** A message in a message in a message is read; what is further down is not. */
const mostDepth = 2;

type Message = {
  body: Body;
  from?: MailParty;
  subject: string;
  cards: string[];
  messages: Uint8Array[];
  touch?: MailOpen;
};

/** A saved body may name its sender in its first line, as a header or a comment. */
const headerLine =
  /^\ufeff?\s*(?:<!--\s*)?from:\s*(?:"?([^"<>\n]*?)"?\s*<([^<>\s]+@[^<>\s]+)>|([^\s<>]+@[^\s<>]+))\s*(?:-->)?[^\S\n]*(?:\r?\n|$)/i;

async function messageOf(input: MailInput): Promise<Message> {
  if (input.raw !== undefined) {
    const eml = await readEml(input.raw);
    const { from, subject, text, html, cards, messages } = eml;
    const body =
      html === undefined || (text?.trim() && !/<(?:table|div|p|br)\b/i.test(html))
        ? bodyOfText(text ?? '')
        : bodyOfHtml(html);
    return { body, ...(from && { from }), subject, cards, messages, touch: touchOf(eml, input.now) };
  }
  const source = input.html ?? input.text ?? '';
  if (input.header) {
    const body = input.html === undefined ? bodyOfText(source) : bodyOfHtml(source);
    return { body, ...input.header, messages: [] };
  }
  const m = headerLine.exec(source.slice(0, 1000));
  const rest = m ? source.slice(m[0].length) : source;
  const from = m ? { name: (m[1] ?? '').trim(), address: m[2] ?? m[3] ?? '' } : undefined;
  return {
    body: input.html === undefined ? bodyOfText(rest) : bodyOfHtml(rest),
    ...(from && { from }),
    subject: '',
    cards: [],
    messages: [],
  };
}

/** A whole message is a touch with everybody its header names, on its own day. */
function touchOf({ from, to, cc, subject, date }: Eml, now: number): MailOpen {
  const sent = Date.parse(date ?? '');
  const at = Number.isNaN(sent) ? now : sent;
  const addresses = [...(from ? [from] : []), ...to, ...cc].map(({ address }) => address.toLowerCase());
  const touched = [...new Set(addresses)].filter((address) => address !== '' && address.length <= 320);
  return { subject: subject.slice(0, 1000), touched: touched.slice(0, 200).map((address) => ({ address, at })) };
}

/** Everybody in a message and in those attached to it, and the parts that it was cut into. */
export async function readMessage(input: MailInput, depth = 0) {
  const { body, from, subject, cards: attached, messages, touch } = await messageOf(input);
  const cut = cutReply(body);
  const country = countryOfMail(body, from, input);
  const at = (i: number) => ({ line: body.lines[i] as Body['lines'][number], index: i });
  const block = signatureLines(body, cut.own, from?.name);
  // A form that is all that a program wrote looks like a signature.
  const lines = from && isRobot(from.address) && readForm(block.map(at), country)?.person ? [] : block;
  const footer = body.lines
    .map((_, i) => i)
    .filter((i) => cut.own[i] && i > (lines[0] ?? 0) && isDisclaimer(body.lines[i]?.s ?? ''));
  const card = readCard({ block: lines.map(at), footer: footer.map(at), header: from, country });
  const taken = new Set([...lines, ...footer]);
  const end = body.lines.findIndex(({ s }, i) => i > 2 && cut.own[i] && isUnsubscribe(s));
  const text = body.lines
    .map((_, i) => i)
    .filter((i) => cut.own[i] && !taken.has(i) && i < (end < 0 ? body.lines.length : end))
    .slice(0, mostTextLines)
    .map(at);
  const vcards = attached.map((source) => readVcard(source, country));
  let cards: Card[] = gather({
    sender: card,
    text,
    vcards,
    quoted: readQuoted(body, cut.quoted, country),
    from,
    country,
  });
  if (depth < mostDepth)
    for (const raw of messages) {
      const inner = await readMessage({ raw, url: input.url, now: input.now, ...(country && { country }) }, depth + 1);
      cards = withMore(cards, inner.cards);
    }
  return { body, from, subject, cut, lines, country, cards, touch };
}

/**
 * Reads a message: who sent it, with what its signature tells, who else is in it, and the newest text alone.
 * In: a raw message or a body. Out: a reading without times. Never throws on what the message holds.
 */
export async function readMail(input: MailInput): Promise<Omit<Reading, 'ms' | 'msPage'>> {
  const { body, from, subject, cut, lines, country, cards, touch } = await readMessage(input);
  const people = cards.flatMap((c) => c.person ?? []);
  const companies = mergeCompanies(cards);
  return {
    url: input.url,
    title: subject || from?.name || from?.address || '',
    at: input.now,
    ...(country && { country }),
    ...draftsOf({ people, companies }, { url: input.url, at: input.now }, 'given'),
    closedFrames: [],
    truncated: body.truncated,
    ...(touch && { mailOpen: touch }),
    mail: {
      ...(from && { from }),
      signatureLines: lines,
      reply: replyText(body, cut),
    },
  };
}

function countryOfMail(
  { outline }: Body,
  from: MailParty | undefined,
  { country, url }: MailInput,
): string | undefined {
  const written = outline.lines
    .slice(-60)
    .map(({ s }) => s)
    .join(' ')
    .slice(0, 8000);
  const others = [
    ...findEmails(written).map((e) => e.value.split('@')[1] ?? ''),
    ...(written.match(/(?<=www\.)[\w.-]+\.[a-z]{2,}/gi) ?? []),
  ];
  const hosts = [from?.address.split('@')[1], ...others].filter((h) => h !== undefined);
  const host = hosts.find((h) => h && !isFreeMailDomain(h)) ?? hosts.find((h) => /\.[a-z]{2}$/i.test(h));
  const page = pageOf({
    url: host ? `https://${host.toLowerCase()}/` : url,
    meta: { title: '' },
    outline,
    structured: [],
    closedFrames: [],
    truncated: 'no',
    msPage: 0,
  });
  return countryOf(page, country);
}
