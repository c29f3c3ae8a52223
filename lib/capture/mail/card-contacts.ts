import type { Address, Phone } from '../../domain/schema/value.ts';
import { findAddresses } from '../detectors/address.ts';
import { findChatIds } from '../detectors/chat.ts';
import { findEmails } from '../detectors/email.ts';
import { findPhones } from '../detectors/phone.ts';
import { hostOf } from '../lines.ts';
import { linkContact } from '../lines-links.ts';
import { type Evidence, snippetOf } from '../subjects.ts';
import type { BodyLine } from './body.ts';
import { labelKind, plainForm } from './labels.ts';

/** What a block of contact lines says plainly: numbers, addresses, links; and the words left over for names. */
export type Contacts = {
  phones: Evidence<Phone>[];
  emails: Evidence[];
  profiles: Evidence[];
  websites: Evidence[];
  addresses: Evidence<Address>[];
  wechat: Evidence[];
  qq: Evidence[];
  whatsapp: Evidence[];
  /** For each line, its text with what was taken from it blanked out. */
  rest: { text: string; line: number; bold: boolean }[];
};

export type BlockLine = { line: BodyLine; index: number };

const network =
  /(?:^|\.)(?:linkedin|facebook|twitter|x|instagram|youtube|xing|tiktok|github|pinterest|vimeo|behance|yelp|nextdoor|weibo|zhihu|maimai|researchgate|orcid|mastodon|threads|snapchat|medium)\.(?:[a-z]{2,4}|co\.uk|com?\.[a-z]{2})$|^(?:t\.me|telegram\.(?:me|org)|youtu\.be|fb\.me|bsky\.app)$/;
const webText =
  /(?<![@\w.-])(?:https?:\/\/[^\s<>"'|，。；]+|www\.[^\s<>"'|，。；]+|(?:[a-z0-9-]+\.)+(?:com|org|net|de|at|ch|eu|cn|com\.cn|tw|hk|uk|co\.uk|io|fr|es|it|nl|be|ca|au|com\.au|jp|kr|ru|pl|cz|se|no|dk|fi|info|biz|pro|law|design|app|dev|shop|tech|agency)(?:\/[^\s<>"'|，。；]*)?)(?![@\w])/giu;
const iconKinds: [string, RegExp][] = [
  ['Fax', /fax|printer/],
  ['Mobile', /mobile|cell|smart ?phone|handy|whats/],
  ['Phone', /phone|tele|tel\b|call|phn|\bph\b|\bfon/],
];

/** The label that an icon is: from its alternative text or its file name. */
function iconLabel(line: BodyLine): string {
  for (const mark of line.m) {
    if (mark.t !== 'img') continue;
    const hint = `${mark.l ?? ''} ${mark.h ?? ''}`.toLowerCase();
    const kind = iconKinds.find(([, pattern]) => pattern.test(hint));
    if (kind) return kind[0];
    if (hint.trim()) return ' ';
  }
  return '';
}

/** Whether an address is on one of the usual networks. */
export const isNetwork = (url: string): boolean => network.test(hostOf(url));

const webAddress = (text: string) => (/^https?:\/\//i.test(text) ? text : `https://${text}`);
const isBareHost = (url: string) => /^[a-z]+:\/\/[^/]+\/?(?:[?#].*)?$/i.test(url);

/**
 * Reads the plain contacts of a block of lines, such as a signature. In: lines, and the country for numbers without a code. Out: what they hold, and the words left over.
 */
export function readContacts(block: BlockLine[], country: string | undefined): Contacts {
  const out: Contacts = {
    phones: [],
    emails: [],
    profiles: [],
    websites: [],
    addresses: [],
    wechat: [],
    qq: [],
    whatsapp: [],
    rest: [],
  };
  let label = '';
  for (const { line, index } of block) {
    const text = plainForm(line.raw)
      .slice(0, 1000)
      .replace(/^\s*#\s(?=[\d(])/, '  ');
    const icon = iconLabel(line);
    const taken = readLine(out, { line, index, text, label: icon.trim() || label, country });
    out.rest.push({ text: taken, line: index, bold: line.m.some((m) => m.t === 'b' && m.z - m.a > line.s.length / 2) });
    // a label alone in its line or cell ("Phone:", an icon) speaks for the next one
    const alone = text.length < 30 && (/[:：]\s*$/.test(text) || labelKind(text) !== 'other');
    if (!line.s) label = icon || label;
    else label = alone ? text : '';
  }
  const texts = block.map(({ line }) => plainForm(line.s));
  for (const found of findAddresses(texts, { country })) {
    const index = block[found.lines[0]]?.index ?? 0;
    out.addresses.push(evidence(found.value, 'mail-address', found.value.text, index, found.confidence));
    for (let i = found.lines[0]; i <= found.lines[1]; i++) {
      const rest = out.rest[i];
      if (!rest) continue;
      // a firm may stand before its street in the same line
      const street = found.value.street ?? found.value.postalCode ?? '';
      const head = i === found.lines[0] ? Math.max(found.start, rest.text.indexOf(street)) : 0;
      const keep =
        head > 0 ? rest.text.slice(0, head).replace(/,\s.*$/s, '') : (/^([^\d,]{4,60}),\s/u.exec(rest.text)?.[1] ?? '');
      rest.text = i === found.lines[0] ? keep : '';
    }
  }
  return out;
}

export function evidence<T>(value: T, detector: string, text: string, line: number, confidence: number): Evidence<T> {
  return { value, confidence, detector, snippet: snippetOf(text.trim()), line };
}

type LineInput = { line: BodyLine; index: number; text: string; label: string; country: string | undefined };

function readLine(out: Contacts, { line, index, text, label, country }: LineInput): string {
  const spans: [number, number][] = [];
  const add = <T>(list: Evidence<T>[], value: T, detector: string, confidence: number, shown = text) =>
    list.push(evidence(value, detector, shown, index, confidence));
  for (const { value, start, end, confidence } of findEmails(text)) {
    add(out.emails, value, 'mail-email', confidence);
    spans.push([start, end]);
  }
  for (const { value, start, end, confidence } of findPhones(text, { country, labelBefore: label || undefined })) {
    if (spans.some(([a, z]) => start < z && end > a)) continue;
    add(out.phones, value, 'mail-phone', confidence);
    spans.push([start, end]);
  }
  for (const { value, start, end, confidence } of findChatIds(text)) {
    add(out[value.kind], value.id, 'mail-chat', confidence);
    spans.push([start, end]);
  }
  readLinks(out, { line, index, text, label, country });
  for (const m of text.matchAll(webText)) {
    if (spans.some(([a, z]) => m.index < z && m.index + m[0].length > a)) continue;
    const url = webAddress(m[0].replace(/[.,;:)]+$/, ''));
    spans.push([m.index, m.index + m[0].length]);
    if (isNetwork(url)) {
      if (!isBareHost(url)) add(out.profiles, url, 'mail-link', 0.9);
    } else add(out.websites, url, 'mail-web', 0.85);
  }
  let rest = text;
  for (const [a, z] of spans) rest = rest.slice(0, a) + '\ufffc'.repeat(z - a) + rest.slice(z);
  return rest;
}

function readLinks(out: Contacts, { line, index, text, country, label }: LineInput): void {
  for (const mark of line.m) {
    if (mark.t !== 'a' || !mark.u) continue;
    const shown = line.s.slice(mark.a, mark.z);
    const url = mark.u;
    const snippet = shown || mark.l || url;
    const add = <T>(list: Evidence<T>[], value: T, detector: string, confidence: number) =>
      list.push(evidence(value, detector, snippet, index, confidence));
    const contact = linkContact(url, '');
    if (contact?.kind === 'email') {
      // what the reader sees wins over a target that was left from somebody else's signature
      if (findEmails(text).length === 0 && findEmails(contact.value).length > 0)
        add(out.emails, contact.value.toLowerCase(), 'mail-link', 0.9);
    } else if (contact?.kind === 'tel') {
      if (!/\d{4}/.test(text.replace(/\D/g, '')))
        for (const { value } of findPhones(contact.value, { country, labelBefore: label || shown || 'Tel' }))
          add(out.phones, value, 'mail-link', 0.85);
    } else if (contact?.kind === 'whatsapp') {
      add(out.whatsapp, contact.value, 'mail-link', 0.9);
      if (/^https?:/i.test(url)) add(out.profiles, url, 'mail-link', 0.8);
    } else if (contact?.kind === 'wechat' || contact?.kind === 'qq')
      add(out[contact.kind], contact.value, 'mail-link', 0.9);
    else if (/^https?:/i.test(url)) {
      if (isNetwork(url)) {
        if (!isBareHost(url)) add(out.profiles, url, 'mail-link', 0.9);
      } else if (isBareHost(url) || /^(?:www\.|https?:)|website|homepage|web$/i.test(shown || mark.l || ''))
        add(out.websites, url, 'mail-link', isBareHost(url) ? 0.75 : 0.6);
    }
  }
}
