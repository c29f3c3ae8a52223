import { findEmails } from '../detectors/email.ts';
import type { Body, BodyLine } from './body.ts';
import { type Card, readCard } from './card.ts';
import type { MailParty } from './eml.ts';
import { forwardLine, headerLabels } from './quote-marks.ts';
import { cutReply, type Quoted } from './reply.ts';
import { signatureLines } from './signature.ts';

const most = { depth: 3, cards: 8 };
const fromLine = new RegExp(`^[>*\\s_]*(?:${headerLabels.from})\\s*\\*?\\s?[:：]\\*?\\s*(.+)$`, 'u');
const leading = /^(?:On|Am|Le|El|Em|Il|Op|Den|På|Dne|W dniu|в|在|於|于)\s?/iu;

/** Who wrote a quoted message, from its attribution line or header block. In: the lines that introduce it. */
function quotedSender(lines: string[]): MailParty | undefined {
  const from = lines.map((line) => fromLine.exec(line)?.[1]).find(Boolean);
  const text = (from ?? lines.join(' '))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/mailto:/g, '')
    .slice(0, 500);
  const email = findEmails(text)[0];
  const clean = (name: string) =>
    name
      .replace(/[<>"'“”„[\]();；*]/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
  if (from) {
    const name = clean(email ? text.slice(0, email.start) : text);
    return name || email ? { name: name.includes('@') ? '' : name, address: email?.value ?? '' } : undefined;
  }
  const before = email
    ? text.slice(0, email.start)
    : text.replace(/\s*(?:wrote|schrieb|a écrit|escribió|ha scritto|skrev|写道|寫道|schreef)?\s*[:：]?\s*$/iu, '');
  // the name stands after the date and time, behind the last comma or clock
  const after = before
    .split(
      /[,，]|\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s?[AP]M\b)?(?:\s?[+-]\d{4})?|\b(?:wrote|schrieb|skrev|schreef|heeft|GMT[+-]\d{1,2}:\d{2})\b/iu,
    )
    .map(clean);
  const name =
    after.filter((p) => /\p{L}{2}/u.test(p) && !leading.test(`${p} `.slice(0, 12)) && !/\d/.test(p)).at(-1) ?? '';
  return name || email ? { name, address: email?.value ?? '' } : undefined;
}

/** The lines of a quoted message as a body of its own: one level of `>` and of quoted mark-up less. */
function bodyOf(body: Body, { from, to }: Quoted): { body: Body; offset: number } {
  const inner = body.lines.slice(from, to);
  const depth = inner.reduce((least, line) => (line.s ? Math.min(least, line.quote) : least), Number.POSITIVE_INFINITY);
  const lines = inner.map((line): BodyLine => {
    const raw = line.raw.replace(/^\s*>\s?/, '');
    const s = line.s.replace(/^>\s?/, '').trim();
    return { ...line, raw, s, quote: Math.max(0, line.quote - (Number.isFinite(depth) ? depth : 0)) };
  });
  return { body: { ...body, lines }, offset: from };
}

/**
 * The writers of quoted messages, each with what their own signature tells. In: a body and its quotations. Out: a card for everyone who has an address or a number of their own; the newest sender's data is never among it.
 */
export function readQuoted(body: Body, quoted: Quoted[], country: string | undefined, depth = 0, base = 0): Card[] {
  const cards: Card[] = [];
  for (const part of quoted) {
    if (cards.length >= most.cards) break;
    const intro = body.lines.slice(part.head, part.from).map((l) => l.s.replace(/^(?:>\s?)+/, ''));
    const inner = bodyOf(body, part);
    const cut = cutReply(inner.body);
    const from = quotedSender(intro);
    const at = (i: number) => ({ line: inner.body.lines[i] as BodyLine, index: base + inner.offset + i });
    if (intro.length > 0) {
      const block = signatureLines(inner.body, cut.own, from?.name).map(at);
      const card = readCard({ block, header: from, country });
      const fields = card.person?.fields;
      if (card.person && fields && (fields.emails || fields.phones || fields.jobTitle)) {
        // whom the newest message quotes is often the reader: offered, but not as sure
        card.person.confidence = Math.min(card.person.confidence, 0.55);
        // a message handed on to the reader is somebody's question to them
        if (intro.some((line) => forwardLine.test(line.trim()))) card.person.inbound = true;
        if (card.company) card.company.role = 'mentioned';
        cards.push(card);
      }
    }
    if (depth < most.depth) cards.push(...readQuoted(inner.body, cut.quoted, country, depth + 1, base + inner.offset));
  }
  return cards.slice(0, most.cards);
}
