import { domainOf, isFreeMailDomain } from '../../domain/normalize/domain.ts';
import { isPlatformDomain } from '../../domain/platforms.ts';
import type { CompanyDraft } from '../../domain/schema/draft.ts';
import { companyScore } from '../detectors/company-name.ts';
import { findEmails } from '../detectors/email.ts';
import { titleScore } from '../detectors/job-title.ts';
import { nameScore } from '../detectors/person-name.ts';
import { findPhones } from '../detectors/phone.ts';
import { hostOf, type Page } from '../lines.ts';
import { linkContact } from '../lines-links.ts';
import {
  addEvidence,
  type CompanyEvidence,
  type CompanyEvidenceFields,
  type Evidence,
  type PersonEvidence,
  type PersonEvidenceFields,
  snippetOf,
} from '../subjects.ts';
import type { Range } from './adapter.ts';
import type { AdapterId } from './hosts.ts';
import { linesIn } from './parts.ts';

export type Stamp = <T>(value: T, line?: number, confidence?: number) => Evidence<T>;

/** Makes an adapter's evidence. In: the page and the adapter's id. */
export function stampOf(page: Page, id: AdapterId): Stamp {
  return (value, line, confidence = 0.96) => ({
    value,
    confidence,
    detector: `adapter:${id}`,
    snippet: snippetOf((line === undefined ? '' : page.lines[line]?.s) || (typeof value === 'string' ? value : '')),
    ...(line !== undefined && { line }),
    ...(page.frameId !== undefined && { frameId: page.frameId }),
  });
}

const pictographs = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\ufe0f|\u200d/gu;
/** Mark-up, addresses and orders to a reader stand in no name. */
const noName = /[<>{}[\]=\\^]|https?:|www\.|javascript|@|\b(?:ignore|disregard|instructions?|prompt|assistant)\b/i;

/** A person's name as a profile writes it, without signs, degrees in brackets and what is no name. In: the words. Out: the name, or undefined. */
export function personName(text: string): { name: string; honorific?: string } | undefined {
  const plain = text
    .replace(pictographs, '')
    .replace(/\s*[(（][^)）]*[)）]\s*$/u, '')
    .replace(/\s*[|·•–—].*$/u, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (plain.length < 2 || plain.length > 60 || noName.test(plain) || /\d/.test(plain)) return undefined;
  const scored = nameScore(plain);
  if (scored.score > 0 && !scored.partial)
    return { name: scored.name, ...(scored.honorific && { honorific: scored.honorific }) };
  // The place says that it is a name: one word, or a name of a kind that no list knows, will do.
  return /^[\p{L}\p{M} .,'’·-]+$/u.test(plain) && plain.split(' ').length <= 6 ? { name: plain } : undefined;
}

/** Whether words can be somebody's title: neither a sentence to a reader nor mark-up. */
export function isTitle(text: string): boolean {
  return (
    text.length <= 110 &&
    titleScore(text) >= 0.3 &&
    !/[<>{}[\]]|https?:|^\p{Lu}{4,}:|\b(?:ignore|disregard|instructions?|prompt)\b/iu.test(text)
  );
}

/** A firm's name, without mark-up and the like. In: the words. Out: the name, or undefined. */
export function companyName(text: string): string | undefined {
  const plain = text.replace(pictographs, '').replace(/\s+/g, ' ').trim();
  if (plain.length < 2 || plain.length > 90 || noName.test(plain) || !/\p{L}/u.test(plain)) return undefined;
  return plain;
}

/** A new person, or undefined where the words are no name. */
export function personOf(e: Stamp, text: string, line: number | undefined, range: Range): PersonEvidence | undefined {
  const read = personName(text);
  if (!read) return undefined;
  const person: PersonEvidence = { kind: 'person', fields: {}, confidence: 0.93, ...range };
  addEvidence(person.fields, 'name', e(read.name, line));
  if (read.honorific) addEvidence(person.fields, 'honorific', e(read.honorific, line, 0.85));
  return person;
}

/** A new company, or undefined where the words are no name. */
export function companyOf(
  e: Stamp,
  text: string,
  line: number | undefined,
  role: CompanyDraft['role'],
  range: Range,
): CompanyEvidence | undefined {
  const name = companyName(text);
  if (!name) return undefined;
  const company: CompanyEvidence = { kind: 'company', fields: {}, role, confidence: 0.93, ...range };
  addEvidence(company.fields, 'name', e(name, line));
  const form = companyScore(name).legalForm;
  if (form) addEvidence(company.fields, 'legalForm', e(form, line, 0.85));
  return company;
}

/** A firm's own site: never the platform's, never another's. In: an address. */
export function giveWebsite(e: Stamp, fields: CompanyEvidenceFields, address: string, line?: number): void {
  const url = URL.parse(/^https?:/i.test(address) ? address : `https://${address}`);
  const domain = url && domainOf(url.hostname);
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || !domain || isPlatformDomain(domain)) return;
  addEvidence(fields, 'website', e(`${url.protocol}//${url.hostname}${url.pathname.replace(/\/$/, '')}`, line));
  if (!isFreeMailDomain(domain)) addEvidence(fields, 'domain', e(domain, line, 0.93));
}

export type ContactOptions = { country?: string | undefined; company: boolean };

/** Adds the numbers and mails that stand in a stretch of lines; masked ones are none. */
export function giveContacts(
  page: Page,
  range: Range,
  e: Stamp,
  fields: PersonEvidenceFields | CompanyEvidenceFields,
  { country, company }: ContactOptions,
): void {
  const seen = new Set<string>();
  const lines = linesIn(page, range);
  lines.forEach((line, i) => {
    for (const { value } of findEmails(line.s))
      if (!seen.has(value)) addEvidence(fields, 'emails', e(seen.add(value) && value, line.i));
    const above = lines[i - 1]?.s ?? '';
    const labelBefore = above.length < 40 && !/\d{4}/.test(above) ? above : undefined;
    for (const { value } of findPhones(line.s, { country, ...(labelBefore && { labelBefore }) })) {
      const key = value.e164 ?? value.text;
      if (seen.has(key)) continue;
      seen.add(key);
      const usual = company && value.kind === 'work' ? ('switchboard' as const) : value.kind;
      addEvidence(fields, 'phones', e({ ...value, kind: usual }, line.i));
    }
    for (const mark of line.m) {
      const link = mark.u ? linkContact(mark.u, hostOf(page.url)) : undefined;
      if (
        link?.kind === 'email' &&
        /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(link.value) &&
        !seen.has(link.value.toLowerCase())
      )
        addEvidence(fields, 'emails', e(seen.add(link.value.toLowerCase()) && link.value.toLowerCase(), line.i));
      else if (link?.kind === 'whatsapp') addEvidence(fields, 'whatsapp', e(link.value, line.i));
    }
  });
}
