import { domainOf, isFreeMailDomain } from '../../domain/normalize/domain.ts';
import { isPlatformDomain } from '../../domain/platforms.ts';
import type { Reading } from '../../domain/schema/draft.ts';
import { findEmails } from '../detectors/email.ts';
import { nameScore } from '../detectors/person-name.ts';
import { findPhones } from '../detectors/phone.ts';
import { linkContact } from '../lines-links.ts';
import type { Card } from '../mail/card.ts';
import { readVcard } from '../mail/vcard.ts';
import { readText } from '../paste.ts';
import { addEvidence, type CompanyEvidence, type Evidence, type PersonEvidence } from '../subjects.ts';
import { draftsOf, stableId } from '../subjects-drafts.ts';
import { isChatCode } from './chat-code.ts';
import { vcardOfMecard } from './mecard.ts';

export type CodeOptions = {
  now: number;
  /** Page that the code stands on; without one it is a pasted picture's. */
  url?: string | undefined;
  title?: string | undefined;
  country?: string | undefined;
  /** What the page says of the picture: alternative text, caption. */
  words?: string | undefined;
};

const detector = 'qr';

/** Codes that hold a secret or a place, and never somebody to reach. */
const noContact = /^(?:wifi|otpauth|geo|bitcoin|ethereum|begin:vevent|begin:vcalendar|spc\b|bcd\b|upi):?/i;

function evidenceOf<T>(value: T, text: string, confidence = 0.95): Evidence<T> {
  return { value, confidence, detector, snippet: text.replace(/\s+/g, ' ').slice(0, 120) };
}

/** One whom a code gives a way to reach, with the name that the page sets beside it, if it is one. */
function personBeside(words: string): PersonEvidence {
  const person: PersonEvidence = { kind: 'person', fields: {}, confidence: 0.8 };
  const { score, name, partial } = nameScore(words.replace(/\s+/g, ' ').trim().slice(0, 80));
  if (score >= 0.6 && name) {
    addEvidence(person.fields, 'name', evidenceOf(name, words, 0.7));
    if (partial) person.partial = true;
  }
  return person;
}

function mailOrPhone(text: string, options: CodeOptions): Card | undefined {
  const m = /^\s*(mailto|matmsg|smtp|tel|sms|smsto|mms|mmsto|callto):(?:to:)?([^?;]*)/i.exec(text);
  if (!m) return undefined;
  const isMail = /^(?:mailto|matmsg|smtp)$/i.test(m[1] ?? '');
  const said = decoded(m[2] ?? '').trim();
  const person = personBeside(options.words ?? '');
  const number = isMail ? said : (said.split(':')[0] ?? '');
  for (const { value } of isMail ? findEmails(said) : []) addEvidence(person.fields, 'emails', evidenceOf(value, text));
  const [phone] = isMail ? [] : findPhones(number, { country: options.country, labelBefore: 'Tel' });
  if (phone) addEvidence(person.fields, 'phones', evidenceOf(phone.value, text));
  return person.fields.emails || person.fields.phones ? { person } : {};
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (cause) {
    if (cause instanceof URIError) return text; // a stray % stands as written
    throw cause;
  }
}

function linked(text: string, words: string): Card | undefined {
  const url = text.trim();
  if (!/^(?:https?|weixin|whatsapp|tencent):\S+$/i.test(url) || url.length > 2000) return undefined;
  const contact = linkContact(url, '');
  if (isChatCode(url) || (contact?.kind === 'profile' && contact.owner !== 'company')) {
    const person = personBeside(words);
    addEvidence(person.fields, 'links', evidenceOf(url, url));
    return { person };
  }
  if (contact?.kind === 'whatsapp' || contact?.kind === 'wechat' || contact?.kind === 'qq') {
    const person = personBeside(words);
    addEvidence(person.fields, contact.kind, evidenceOf(contact.value, url));
    return { person };
  }
  const company: CompanyEvidence = { kind: 'company', fields: {}, role: 'own', confidence: 0.7 };
  if (contact?.kind === 'profile') addEvidence(company.fields, 'links', evidenceOf(url, url));
  else {
    const domain = domainOf(url);
    if (!domain || isPlatformDomain(domain)) return {};
    addEvidence(company.fields, 'website', evidenceOf(url, url));
    addEvidence(company.fields, 'domain', evidenceOf(domain, url));
  }
  return { company };
}

/** What a card says of nobody by name still belongs to somebody: a firm without name and domain gives all to its person. */
function settled({ person, company }: Card): Card {
  if (!company) return person ? { person } : {};
  const site =
    company.fields.website?.[0] ?? person?.fields.emails?.find(({ value }) => !isFreeMailDomain(domainOf(value) ?? ''));
  const domain = site && domainOf(site.value);
  if (domain && !isPlatformDomain(domain)) addEvidence(company.fields, 'domain', { ...site, value: domain });
  if (company.fields.name || company.fields.domain || !person) return { ...(person && { person }), company };
  for (const address of company.fields.addresses ?? []) addEvidence(person.fields, 'addresses', address);
  for (const website of company.fields.website ?? []) addEvidence(person.fields, 'links', website);
  delete person.company;
  return { person };
}

function cardsOf(text: string, options: CodeOptions): Card[] | undefined {
  if (noContact.test(text.trim())) return [];
  const vcards = /BEGIN:VCARD/i.test(text) ? text.split(/(?=BEGIN:VCARD)/i).slice(0, 20) : undefined;
  const mecard = vcardOfMecard(text);
  const cards = vcards ?? (mecard ? [mecard] : undefined);
  if (cards) return cards.map((card) => settled(readVcard(card, options.country)));
  const one = mailOrPhone(text, options) ?? linked(text, options.words ?? '');
  return one && [one];
}

/**
 * Reads what a QR code says: a vCard, MeCard or BizCard becomes a person with all of it; a mail, phone or chat link somebody
 * to reach that way; a profile's address a person or firm with that link; any other address a firm's site; other words are
 * read as pasted text. In: the code's words, the time, where it stands. Out: a reading, empty where the code names nobody to
 * reach. Never throws on what the code holds.
 */
export function readCode(text: string, options: CodeOptions): Omit<Reading, 'ms' | 'msPage'> {
  const { now, country } = options;
  const url = options.url ?? `pasted:${now}`;
  const cards = cardsOf(text.slice(0, 8000), options);
  if (!cards)
    return {
      ...readText(text, { now, ...(country && { country }) }),
      url,
      ...(options.title && { title: options.title }),
    };
  const people = cards.flatMap(({ person }) => (person && Object.keys(person.fields).length > 0 ? [person] : []));
  const companies = cards.flatMap(({ company }) => company ?? []);
  const drafts = draftsOf({ people, companies }, { url, at: now }, 'given');
  const first = [...drafts.people, ...drafts.companies][0]?.fields.name[0]?.value;
  return {
    url,
    title: options.title ?? first ?? '',
    at: now,
    ...(country && { country }),
    // Whoever has no name is told apart by what the code says.
    people: drafts.people.map((draft, i) =>
      draft.fields.name.length > 0 ? draft : { ...draft, id: `p_${stableId(`${url}|${i}|${text}`)}` },
    ),
    companies: drafts.companies,
    closedFrames: [],
    truncated: false,
  };
}
