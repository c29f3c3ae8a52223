import { parseName } from '../domain/normalize/name.ts';
import type { Lead } from '../domain/schema/lead.ts';
import type { Address, Phone, PhoneKind } from '../domain/schema/value.ts';
import type { ExportRow } from './columns.ts';

/** RFC 2425: lines of at most 75 bytes, longer ones go on behind a blank. */
const widest = 75;

/** As RFC 2426 has it. Thunderbird shows the sign before a semicolon, but without it Roundcube loses all that follows. */
const escaped = (text: string) =>
  text
    .replace(/\\/g, '\\\\')
    .replace(/\r\n?|\n/g, '\\n')
    .replace(/([,;])/g, '\\$1');

const sizeOf = (sign: string) => {
  const code = sign.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
};

/** A property as it stands in the file, folded between signs, never within one. */
function folded(line: string): string {
  let [result, width] = ['', 0];
  for (const sign of line) {
    const size = sizeOf(sign);
    if (width + size > widest) {
      result += '\r\n ';
      width = 1;
    }
    result += sign;
    width += size;
  }
  return `${result}\r\n`;
}

const phoneTypes: Record<PhoneKind, string> = {
  work: 'WORK,VOICE',
  mobile: 'CELL',
  switchboard: 'WORK,MAIN',
  fax: 'WORK,FAX',
  home: 'HOME',
  tollFree: 'WORK,VOICE',
  other: 'VOICE',
};
const numberOf = ({ e164, text, ext }: Phone) => `${e164 ?? text}${ext ? ` ext. ${ext}` : ''}`;

/** `N` of a name: what cannot be taken apart is the family name. */
function nameProperty(name: string, honorific: string | undefined): string {
  const { given, middle, family, suffix, partial, isCompany } = parseName(name);
  const known = !partial && !isCompany && family !== '';
  const parts = known ? [family, given, middle, honorific ?? '', suffix] : [name, '', '', honorific ?? '', ''];
  return `N:${parts.map(escaped).join(';')}`;
}

function addressProperty(address: Address, type: string): string {
  const { street, city, region, postalCode, country, text } = address;
  // Where the parts are not known the whole stands in the line of the street, where every program shows it.
  const lines = street ?? (city || postalCode ? '' : text);
  return `ADR;TYPE=${type}:;;${[lines, city, region, postalCode, country].map((part) => escaped(part ?? '')).join(';')}`;
}

const stamp = (at: number) => new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');

function personLines({ lead, company }: ExportRow): string[] {
  if (lead.kind !== 'person') return [];
  const shown = lead.name ?? lead.emails[0] ?? lead.phones[0]?.text ?? lead.companyName ?? lead.id;
  const firm = lead.companyName ?? company?.name;
  return [
    nameProperty(lead.name ?? '', lead.honorific),
    `FN:${escaped(shown)}`,
    ...(firm || lead.department
      ? [`ORG:${[firm ?? '', ...(lead.department ? [lead.department] : [])].map(escaped).join(';')}`]
      : []),
    ...(lead.jobTitle ? [`TITLE:${escaped(lead.jobTitle)}`] : []),
    ...lead.addresses.map((address) => addressProperty(address, 'HOME')),
    ...(company?.addresses ?? []).slice(0, 1).map((address) => addressProperty(address, 'WORK')),
    ...(company?.website ? [`URL:${escaped(company.website)}`] : []),
  ];
}

function companyLines(lead: Lead): string[] {
  if (lead.kind !== 'company') return [];
  const name = lead.name ?? lead.domain ?? lead.emails[0] ?? lead.id;
  return [
    'N:;;;;',
    `FN:${escaped(name)}`,
    `ORG:${escaped(name)}`,
    // How Apple's and many other address books tell a firm's card, which 3.0 has no property for.
    'X-ABSHOWAS:COMPANY',
    ...lead.addresses.map((address) => addressProperty(address, 'WORK')),
    ...(lead.website || lead.domain ? [`URL:${escaped(lead.website ?? `https://${lead.domain}`)}`] : []),
  ];
}

/**
 * Leads as vCards of version 3.0, the one that every address book takes: each is a card, a firm's says so. In: the rows.
 * Out: the text of the file, UTF-8 without byte order mark, lines end with CRLF.
 */
export function vcardText(rows: readonly ExportRow[]): string {
  const cards = rows.map((row) => {
    const { lead } = row;
    const lines = [
      'BEGIN:VCARD',
      'VERSION:3.0',
      `UID:${lead.id}`,
      ...personLines(row),
      ...companyLines(lead),
      ...lead.emails.map((email) => `EMAIL;TYPE=INTERNET,WORK:${escaped(email)}`),
      ...lead.phones.map((phone) => `TEL;TYPE=${phoneTypes[phone.kind]}:${escaped(numberOf(phone))}`),
      ...lead.links.map((link) => `URL:${escaped(link)}`),
      ...(lead.wechat ? [`X-WECHAT:${escaped(lead.wechat)}`] : []),
      ...(lead.qq ? [`X-QQ:${escaped(lead.qq)}`] : []),
      ...(lead.whatsapp ? [`X-WHATSAPP:${escaped(lead.whatsapp)}`] : []),
      ...(lead.tags.length > 0 ? [`CATEGORIES:${lead.tags.map(escaped).join(',')}`] : []),
      ...(lead.note ? [`NOTE:${escaped(lead.note)}`] : []),
      `REV:${stamp(lead.updatedAt)}`,
      'END:VCARD',
    ];
    return lines.map(folded).join('');
  });
  return cards.join('');
}
