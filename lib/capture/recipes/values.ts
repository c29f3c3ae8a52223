import { countryToIso } from '../../domain/normalize/country.ts';
import { toE164 } from '../../domain/normalize/phone.ts';
import type { RecipeField } from '../../domain/schema/recipe.ts';
import type { Address, Phone } from '../../domain/schema/value.ts';
import { companyOf, giveWebsite, personName } from '../adapters/evidence.ts';
import { findAddresses } from '../detectors/address.ts';
import { findChatIds } from '../detectors/chat.ts';
import { findEmails } from '../detectors/email.ts';
import { findPhones } from '../detectors/phone.ts';
import type { Page } from '../lines.ts';
import { linkContact } from '../lines-links.ts';
import { nameScore } from '../lines-scores.ts';
import { addEvidence, type CompanyEvidence, type Evidence, type PersonEvidence, snippetOf } from '../subjects.ts';
import type { Card, Segment } from './segments.ts';

export type Stamp = <T>(value: T, at: Pick<Segment, 'from' | 'a' | 'z'>, confidence?: number) => Evidence<T>;

/** Makes the evidence of a recipe, which weighs more than what the general reading says. */
export function stampOf(page: Page, recipeId: string): Stamp {
  return (value, at, confidence = 0.97) => ({
    value,
    confidence,
    detector: `recipe:${recipeId}`,
    snippet: snippetOf(page.lines[at.from]?.s || (typeof value === 'string' ? value : ''), at.a, at.z),
    line: at.from,
    ...(page.frameId !== undefined && { frameId: page.frameId }),
  });
}

const isMail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);
const httpUrl = (url: string | undefined): string | undefined =>
  url !== undefined && url.length <= 2000 && /^https?:\/\//i.test(url) ? url : undefined;

/** Mail addresses that stand there, as seen; else the one that the link goes to. */
export function emailsIn(page: Page, segment: Segment): string[] {
  const seen = findEmails(segment.text).map((found) => found.value);
  const linked = segment.url ? linkContact(segment.url, page.site) : undefined;
  if (seen.length > 0) return seen;
  return linked?.kind === 'email' && isMail(linked.value) ? [linked.value.toLowerCase()] : [];
}

/** A number as one writes it, whatever country it is of; never a masked one, a date or a price. */
const written = /^\+?[\d(][\d\s()/.–-]{4,22}\d$/;
const dated = /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$/;

/**
 * Numbers that stand there; else the one that the link calls; else what the user pointed at as a number, where only its
 * country is unknown. What is masked or no number gives none.
 */
export function phonesIn(page: Page, segment: Segment, country: string | undefined): Phone[] {
  const label = segment.label !== undefined ? { labelBefore: segment.label } : {};
  const seen = findPhones(segment.text, { country, ...label }).map((found) => found.value);
  const linked = segment.url ? linkContact(segment.url, page.site) : undefined;
  if (seen.length > 0) return seen;
  if (linked?.kind === 'tel') {
    const e164 = toE164(linked.value, country);
    return e164 ? [{ e164, text: linked.value.slice(0, 80), kind: 'work' }] : [];
  }
  const text = segment.text.replace(/^[\p{L}\s.]{1,20}[:：]?\s*(?=[+(\d])/u, '').trim();
  const digits = text.replace(/\D/g, '').length;
  return written.test(text) && !dated.test(text) && digits >= 6 && digits <= 15 ? [{ text, kind: 'work' }] : [];
}

/** The address or the place that stands there. */
export function addressIn(page: Page, segment: Segment, country: string | undefined): Address | undefined {
  const { from, to, text } = segment;
  const lines = from === to ? [text] : page.lines.slice(from, to + 1).map((line) => line.s);
  const [found] = findAddresses(lines, { ...(country && { country }) });
  if (found) return found.value;
  if (text === '' || text.length > 200 || !/\p{L}/u.test(text)) return undefined;
  const [head = '', ...rest] = text.split(/\s*[,，·]\s*/);
  const iso = countryToIso(rest.at(-1) ?? '');
  const city = head !== '' && head.length <= 60 && !/\d/.test(head);
  return { text, ...(city && { city: head }), ...(iso && { country: iso }) };
}

/** A person of these words, or undefined where they are no name. */
export function personNamed(stamp: Stamp, segment: Segment, card: Card): PersonEvidence | undefined {
  const read = nameScore(segment.text);
  const named = read.partial ? read : personName(segment.text);
  if (!named) return undefined;
  const person: PersonEvidence = { kind: 'person', fields: {}, confidence: 0.96, from: card.from, to: card.to };
  if (read.partial) person.partial = true;
  addEvidence(person.fields, 'name', stamp(named.name, segment, 0.98));
  if (named.honorific) addEvidence(person.fields, 'honorific', stamp(named.honorific, segment, 0.9));
  return person;
}

/** A company of these words, or undefined where they are no name. */
export function companyNamed(stamp: Stamp, segment: Segment, card: Card): CompanyEvidence | undefined {
  const company = companyOf((value) => stamp(value, segment, 0.98), segment.text, segment.from, 'listed', card);
  if (company) {
    company.confidence = 0.96;
    company.from = card.from;
    company.to = card.to;
  }
  return company;
}

/** Gives a person or a company what was pointed at as one of their fields. In: the subject, the field, and where it stands. */
export function giveField(
  page: Page,
  subject: PersonEvidence | CompanyEvidence,
  field: Exclude<RecipeField, 'name' | 'companyName' | 'contact'>,
  segment: Segment,
  stamp: Stamp,
  country: string | undefined,
): void {
  const text = segment.text.slice(0, 300).trim();
  const { fields } = subject;
  const company = subject.kind === 'company' ? subject.fields : undefined;
  switch (field) {
    case 'emails':
      for (const mail of emailsIn(page, segment)) addEvidence(fields, 'emails', stamp(mail, segment));
      return;
    case 'phones':
      for (const phone of phonesIn(page, segment, country))
        addEvidence(
          fields,
          'phones',
          stamp(company && phone.kind === 'work' ? { ...phone, kind: 'switchboard' as const } : phone, segment),
        );
      return;
    case 'addresses': {
      const address = addressIn(page, segment, country);
      if (address) addEvidence(fields, 'addresses', stamp(address, segment));
      return;
    }
    case 'jobTitle':
      if (subject.kind === 'person' && text.length >= 2) addEvidence(subject.fields, 'jobTitle', stamp(text, segment));
      return;
    case 'stand':
    case 'industry':
      if (company && text !== '') addEvidence(company, field, stamp(text, segment));
      return;
    case 'website': {
      const address = httpUrl(segment.url) ?? text;
      if (company && /^(?:https?:\/\/)?[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?$/i.test(address))
        giveWebsite((value) => stamp(value, segment), company, address, segment.from);
      return;
    }
    case 'links': {
      const url = httpUrl(segment.url);
      if (url !== undefined) addEvidence(fields, 'links', stamp(url, segment));
      return;
    }
    case 'wechat': {
      const id = findChatIds(text).find(({ value }) => value.kind === 'wechat')?.value.id;
      const bare = /^[a-z][\w-]{4,19}$/i.test(text) ? text : undefined;
      const wechat = id ?? bare;
      if (wechat !== undefined) addEvidence(fields, 'wechat', stamp(wechat, segment));
    }
  }
}
