import type { Address, PhoneKind } from '../../domain/schema/value.ts';
import { findEmails } from '../detectors/email.ts';
import { findPhones } from '../detectors/phone.ts';
import { linkContact } from '../lines-links.ts';
import type { CompanyEvidence, Evidence, PersonEvidence } from '../subjects.ts';
import { addEvidence } from '../subjects.ts';
import type { Card } from './card.ts';

type Property = { name: string; types: string; value: string };

const mostLines = 400;

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

function properties(text: string): Property[] {
  const lines = text
    .replace(/=\r?\n/g, '')
    .replace(/\r?\n[ \t]/g, '')
    .split(/\r?\n/)
    .slice(0, mostLines);
  return lines.flatMap((line) => {
    const m = /^(?:[\w-]+\.)?([A-Z-]+)((?:;[^:]*)?):(.*)$/i.exec(line);
    if (!m) return [];
    const types = (m[2] ?? '').toLowerCase();
    const charset = /charset=([\w-]+)/.exec(types)?.[1] ?? 'utf-8';
    const raw = (m[3] ?? '').slice(0, 2000);
    return [
      {
        name: (m[1] ?? '').toUpperCase(),
        types,
        value: types.includes('quoted-printable') ? unquote(raw, charset) : raw,
      },
    ];
  });
}

const plain = (value: string) => value.replace(/\\n/gi, ' ').replace(/\\(.)/g, '$1').replace(/\s+/g, ' ').trim();
const parts = (value: string) => value.split(/(?<!\\);/).map(plain);

function kindOf(types: string): PhoneKind | undefined {
  if (types.includes('fax')) return 'fax';
  if (types.includes('cell')) return 'mobile';
  return types.includes('home') ? 'home' : undefined;
}

function addressOf(value: string): Address | undefined {
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
 * Reads a vCard (2.1 to 4.0) that came with a mail. In: its text, and the country for numbers without a code. Out: the person and their company; nothing when it names nobody.
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
  for (const { name, types, value } of properties(text)) {
    const shown = `${name}: ${value}`;
    const said = plain(value);
    if (!said) continue;
    if (name === 'FN') addEvidence(person.fields, 'name', of(said, shown));
    else if (name === 'N' && !person.fields.name) {
      const [family = '', given = ''] = parts(value);
      const han = /^\p{Script=Han}+$/u.test(family + given);
      const whole = han ? family + given : [given, family].filter(Boolean).join(' ');
      if (whole) addEvidence(person.fields, 'name', { ...of(whole, shown), confidence: 0.8 });
    } else if (name === 'TITLE') addEvidence(person.fields, 'jobTitle', of(said, shown));
    else if (name === 'ORG') {
      const [firm, department] = parts(value);
      if (firm) {
        addEvidence(company.fields, 'name', of(firm, shown));
        addEvidence(person.fields, 'companyName', of(firm, shown));
      }
      if (department) addEvidence(person.fields, 'department', of(department, shown));
    } else if (name === 'EMAIL')
      for (const e of findEmails(said)) addEvidence(person.fields, 'emails', of(e.value, shown));
    else if (name === 'TEL') {
      const [found] = findPhones(said.replace(/^tel:/i, ''), { country, labelBefore: 'Tel' });
      const kind = kindOf(types);
      if (found) addEvidence(person.fields, 'phones', of({ ...found.value, ...(kind && { kind }) }, shown));
    } else if (/^(?:URL|X-SOCIALPROFILE|IMPP|SOCIALPROFILE)$/.test(name)) addLink(person, company, of(said, shown));
    else if (name === 'X-WECHAT' || name === 'X-WEIXIN') addEvidence(person.fields, 'wechat', of(said, shown));
    else if (name === 'X-QQ' && /^[1-9]\d{4,11}$/.test(said)) addEvidence(person.fields, 'qq', of(said, shown));
    else if (name === 'ADR') {
      const address = addressOf(value);
      if (address) addEvidence(company.fields, 'addresses', of(address, shown));
    }
  }
  const isFirm = Object.keys(company.fields).length > 0;
  if (isFirm) person.company = company;
  return { ...(person.fields.name && { person }), ...(isFirm && { company }) };
}
