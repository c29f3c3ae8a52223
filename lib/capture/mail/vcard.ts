import type { Address, PhoneKind } from '../../domain/schema/value.ts';
import { findEmails } from '../detectors/email.ts';
import { hasMasked } from '../detectors/masked.ts';
import { findPhones } from '../detectors/phone.ts';
import { linkContact } from '../lines-links.ts';
import type { CompanyEvidence, Evidence, PersonEvidence } from '../subjects.ts';
import { addEvidence } from '../subjects.ts';
import type { Card } from './card.ts';

export type Property = { name: string; types: string; value: string };

/** Lines of one card; pictures and keys are unfolded into one line each. */
const mostLines = 400;
const mostSigns = 2000;

/** Words written as bytes, two signs a byte, as old address books do. */
function unquote(text: string, charset: string): string {
  const bytes = [...text.matchAll(/=([0-9A-F]{2})|([^=])/gi)].flatMap((m) =>
    m[1] ? [Number.parseInt(m[1], 16)] : [...new TextEncoder().encode(m[2] ?? '')],
  );
  const label = /^(?:gbk|gb2312|gb18030|big5|shift_jis|iso-2022-jp|iso-8859-\d+|windows-125\d|koi8-r)$/i.test(charset)
    ? charset
    : 'utf-8';
  return new TextDecoder(label).decode(new Uint8Array(bytes));
}

const softBreak = /=\r?\n[ \t]?/g;

/** Lines of a card, unfolded: by a blank in front of the next, or by a sign at the end where bytes are written as signs. */
function unfold(text: string): string[] {
  const joined = text.replace(/\r\n?/g, '\n').replace(/\n[ \t]/g, '');
  // Only what says that it is written so: the same sign ends many a picture.
  return joined
    .replace(/^[^:\n]*;(?:ENCODING=)?QUOTED-PRINTABLE[^:\n]*:[^\n]*(?:(?<==)\n[^\n]*)*/gim, (property) =>
      property.replace(softBreak, ''),
    )
    .split('\n')
    .slice(0, mostLines);
}

const property = /^(?:[\w-]+\.)?([A-Z][A-Z0-9-]*)((?:;(?:[^:;"]|"[^"]*")*)*):(.*)$/i;

/** The properties of a card, unfolded and decoded. In: its text, how many signs of a property's value are read. */
export function properties(text: string, mostOf: (name: string) => number = () => mostSigns): Property[] {
  return unfold(text).flatMap((line) => {
    const m = property.exec(line.slice(0, mostSigns + 500));
    if (!m) return [];
    const [head = '', named = '', said = '', value = ''] = m;
    const name = named.toUpperCase();
    const types = said.toLowerCase();
    const charset = /charset="?([\w-]+)/.exec(types)?.[1] ?? 'utf-8';
    const from = head.length - value.length;
    const raw = line.slice(from, from + mostOf(name));
    return [{ name, types, value: types.includes('quoted-printable') ? unquote(raw, charset) : raw }];
  });
}

/** The text of a value: `\n` is a new line, any other sign behind a backslash is itself, a backslash too. */
export const unescaped = (value: string): string =>
  value.replace(/\\(.)/g, (_pair, sign: string) => (sign === 'n' || sign === 'N' ? '\n' : sign));
/** The parts of a value, still as they are written: a semicolon behind a backslash of its own parts nothing. */
export const writtenParts = (value: string): string[] => value.split(/(?<=(?<!\\)(?:\\\\)*);/);

const plain = (value: string) => unescaped(value).replace(/\s+/g, ' ').trim();
const parts = (value: string) => writtenParts(value).map(plain);
/** What address books write for nothing. */
const isNothing = (value: string) => /^[\s;,.\-_?]*$/u.test(value);

function kindOf(types: string): PhoneKind | undefined {
  if (types.includes('fax')) return 'fax';
  if (/cell|mobile|iphone/.test(types)) return 'mobile';
  if (types.includes('main') || types.includes('company')) return 'switchboard';
  return types.includes('home') ? 'home' : undefined;
}

function addressOf(value: string): Address | undefined {
  if (isNothing(value)) return undefined;
  const [, extra, street, city, region, postalCode, country] = parts(value);
  const text = [street, extra, [postalCode, city].filter(Boolean).join(' '), region, country]
    .filter(Boolean)
    .join(', ');
  if (!text) return undefined;
  return {
    ...(street && { street }),
    ...(city && { city }),
    ...(region && { region }),
    ...(postalCode && { postalCode }),
    text,
  };
}

/** An address of the web is a profile, a way to chat, or else the firm's site. */
function addLink({ fields }: PersonEvidence, company: CompanyEvidence, link: Evidence): void {
  const contact = linkContact(link.value, '');
  if (contact?.kind === 'profile') addEvidence(contact.owner === 'company' ? company.fields : fields, 'links', link);
  else if (contact?.kind === 'whatsapp' || contact?.kind === 'wechat' || contact?.kind === 'qq')
    addEvidence(fields, contact.kind, { ...link, value: contact.value });
  else if (/^https?:\/\//i.test(link.value)) addEvidence(company.fields, 'website', link);
}

/**
 * Reads a vCard (2.1 to 4.0) that came with a mail or in a file. In: its text, and the country for numbers without a code.
 * Out: the person and their company; nothing when it names nobody.
 */
export function readVcard(text: string, country: string | undefined): Card {
  const person: PersonEvidence = { kind: 'person', fields: {}, confidence: 0.9 };
  const company: CompanyEvidence = { kind: 'company', fields: {}, role: 'own', confidence: 0.85 };
  const of = <T>(value: T, shown: string): Evidence<T> => ({
    value,
    confidence: 0.95,
    detector: 'vcard',
    snippet: plain(shown).slice(0, 120),
  });
  const all = properties(text);
  const firmCard = all.some(
    ({ name, value }) =>
      (name === 'KIND' && /^(?:org|group)/i.test(value)) || (name === 'X-ABSHOWAS' && /company/i.test(value)),
  );
  const homes: Evidence<Address>[] = [];
  for (const { name, types, value } of all) {
    const shown = `${name}: ${value}`;
    const said = plain(value);
    if (!said || isNothing(said)) continue;
    // Programs that know no name put the address there.
    const [address] = name === 'FN' ? findEmails(said) : [];
    if (name === 'FN' && address?.value.length === said.length)
      addEvidence(person.fields, 'emails', of(address.value, shown));
    else if (name === 'FN') addEvidence(person.fields, 'name', of(said, shown));
    else if (name === 'N' && !person.fields.name) {
      const [family = '', given = '', middle = ''] = parts(value);
      const han = /^\p{Script=Han}+$/u.test(family + given);
      const whole = han ? family + given : [given, middle, family].filter((part) => !isNothing(part)).join(' ');
      if (whole) addEvidence(person.fields, 'name', { ...of(whole, shown), confidence: 0.8 });
    } else if (name === 'TITLE') addEvidence(person.fields, 'jobTitle', of(said, shown));
    else if (name === 'ORG') {
      const [firm, department] = parts(value);
      if (firm && !isNothing(firm)) {
        addEvidence(company.fields, 'name', of(firm, shown));
        addEvidence(person.fields, 'companyName', of(firm, shown));
      }
      if (department && !isNothing(department)) addEvidence(person.fields, 'department', of(department, shown));
    } else if (name === 'EMAIL')
      for (const e of findEmails(said)) addEvidence(person.fields, 'emails', of(e.value, shown));
    else if (name === 'TEL') {
      const number = said.replace(/^tel:/i, '').replace(/;ext=/i, ' ext. ');
      const [found] = findPhones(number, { country, labelBefore: 'Tel' });
      const kind = kindOf(types);
      // A number that no country has is still what the card says; one with hidden digits is none.
      const written = /(?:\d\D*){5}/.test(number) && !hasMasked(number) && !/[xX*]{2}|…|\.{3}/.test(number);
      const phone = found?.value ?? (written && { text: number.slice(0, 60), kind: 'work' as const });
      if (phone) addEvidence(person.fields, 'phones', of({ ...phone, ...(kind && { kind }) }, shown));
    } else if (/^(?:URL|X-SOCIALPROFILE|IMPP|SOCIALPROFILE)$/.test(name)) addLink(person, company, of(said, shown));
    else if (name === 'X-WECHAT' || name === 'X-WEIXIN') addEvidence(person.fields, 'wechat', of(said, shown));
    else if (name === 'X-QQ' && /^[1-9]\d{4,11}$/.test(said)) addEvidence(person.fields, 'qq', of(said, shown));
    else if (name === 'ADR') {
      const address = addressOf(value);
      if (!address) continue;
      if (types.includes('home')) homes.push(of(address, shown));
      else addEvidence(company.fields, 'addresses', of(address, shown));
    }
  }
  return firmCard ? firmOf(person, company) : personOf(person, company, homes);
}

/** A card of somebody: an address that is no firm's is theirs. */
function personOf(person: PersonEvidence, company: CompanyEvidence, homes: Evidence<Address>[]): Card {
  for (const home of homes) addEvidence(person.fields, 'addresses', home);
  const isFirm = Object.keys(company.fields).some((field) => field !== 'addresses' && field !== 'links');
  if (!isFirm) for (const address of company.fields.addresses ?? []) addEvidence(person.fields, 'addresses', address);
  if (isFirm) person.company = company;
  const named = person.fields.name !== undefined && person.fields.name[0]?.value !== company.fields.name?.[0]?.value;
  if (!named && company.fields.name) return firmOf(person, company);
  const known = person.fields.name ?? person.fields.emails ?? person.fields.phones;
  return { ...(known && { person }), ...(known && isFirm && { company }) };
}

/** A card of a firm itself: what a person's card would say of the person is the firm's. */
function firmOf(person: PersonEvidence, company: CompanyEvidence): Card {
  const { fields } = person;
  company.fields.name ??= fields.name ?? [];
  for (const email of fields.emails ?? []) addEvidence(company.fields, 'emails', email);
  for (const phone of fields.phones ?? []) addEvidence(company.fields, 'phones', phone);
  for (const field of ['wechat', 'qq', 'whatsapp', 'links'] as const)
    for (const id of fields[field] ?? []) addEvidence(company.fields, field, id);
  return company.fields.name.length > 0 ? { company } : {};
}

/** The cards in a file, each as its text; one inside another (the agent of an old card) is left out. */
export function splitVcards(text: string, most: number): string[] {
  const cards: string[] = [];
  let depth = 0;
  let from = 0;
  for (const m of text.matchAll(/^(?:[\w-]+\.)?(BEGIN|END):VCARD[ \t]*\r?$/gim)) {
    if (m[1]?.toUpperCase() === 'BEGIN') {
      // A card that was cut off ends where the next one begins.
      if (depth > 0 && !/AGENT[^\n]*\n\s*$/i.test(text.slice(Math.max(0, m.index - 200), m.index))) {
        cards.push(text.slice(from, m.index));
        depth = 0;
      }
      if (depth++ === 0) from = m.index + m[0].length;
    } else if (depth > 0 && --depth === 0) cards.push(text.slice(from, m.index));
    if (cards.length >= most) return cards;
  }
  if (depth > 0) cards.push(text.slice(from));
  return cards.map((card) => card.replace(/^BEGIN:VCARD[\s\S]*?^END:VCARD/gim, '')).filter((card) => card.trim());
}
