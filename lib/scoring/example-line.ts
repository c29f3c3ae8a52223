import { legalFormPattern } from '../domain/lexicon/company-words.ts';
import { looksLikeCompany } from '../domain/normalize/company.ts';
import { countryToIso } from '../domain/normalize/country.ts';
import { domainOf, hasKnownSuffix, isFreeMailDomain } from '../domain/normalize/domain.ts';
import { normalizeEmail } from '../domain/normalize/email.ts';
import { countryOfPhone, toE164 } from '../domain/normalize/phone.ts';
import { departmentOf, seniorityOf } from '../domain/normalize/title.ts';
import type { Company, Person } from '../domain/schema/lead.ts';
import type { ScoreInput } from './input.ts';

const separators = /\t|\s*[;|；、]\s*|,(?!\d{3}(?!\d))\s*|，\s*|\s+[–—-]\s+/u;
const staffWord = /\d.*(?:employees|staff|people|mitarbeiter|beschäftigte|人|名员工)/iu;
/** Endings of two letters that stand for no country, being sold to everyone. */
const soldToAll = new Set('ai cc co eu fm gg im io ly me so to tv vc ws'.split(' '));

/** The country that a domain's ending stands for, undefined for endings of everyone. */
export function countryOfDomain(domain: string): string | undefined {
  const ending = domain.slice(domain.lastIndexOf('.') + 1).toLowerCase();
  return soldToAll.has(ending) ? undefined : countryToIso(ending.toUpperCase());
}

type Read = { company: Partial<Company>; person: Partial<Person>; rest: string[]; countries: Set<string> };

function readPart(part: string, { company, person, rest, countries }: Read): void {
  const email = /[^\s<>(),;]+@[^\s<>(),;]+\.[\p{L}]{2,}/u.exec(part)?.[0];
  if (email) {
    const address = normalizeEmail(email);
    const domain = domainOf(address);
    person.emails = [...(person.emails ?? []), address];
    if (domain && !isFreeMailDomain(domain)) company.domain ??= domain;
    return;
  }
  const bare = part.replace(/^https?:\/\//i, '').replace(/[/?#].*$/, '');
  if (/^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u.test(bare) && hasKnownSuffix(bare)) {
    company.domain = domainOf(bare) ?? bare.toLowerCase();
    company.website = part.startsWith('http') ? part : `https://${bare.toLowerCase()}`;
    return;
  }
  const e164 = /^[+(]?\d[\d\s()/.-]{5,}$/.test(part) ? toE164(part) : undefined;
  if (e164) {
    const country = countryOfPhone(e164);
    if (country) countries.add(country);
    person.phones = [...(person.phones ?? []), { e164, text: part, kind: 'work' }];
    return;
  }
  const country = countryToIso(part);
  if (country) countries.add(country);
  else if (staffWord.test(part)) company.employees ??= part;
  else if (!company.name && (legalFormPattern.test(part) || looksLikeCompany(part))) company.name = part;
  else if (!person.jobTitle && (seniorityOf(part) !== 'Professional' || departmentOf(part) !== 'Other'))
    person.jobTitle = part;
  else rest.push(part);
}

const longest = 600;

/**
 * What one pasted line tells of a customer: a name, a domain, a place, a size, a title, in any order, parted by tab, comma or
 * semicolon. The country comes from its name, else from the domain's ending, else from the phone. In: the line, an id for
 * what comes of it. Out: a company with what is known of it, and the person of the line where it tells of one.
 */
export function readExample(line: string, id: string): ScoreInput {
  const parts = line
    .slice(0, longest)
    .split(separators)
    .map((part) => part.trim())
    .filter(Boolean);
  const read: Read = { company: {}, person: {}, rest: [], countries: new Set() };
  for (const part of parts) readPart(part, read);
  const { company, person, rest, countries } = read;
  // A line of plain words begins with the name.
  if (!company.name && rest.length > 0) company.name = rest.shift();
  const form = company.name && legalFormPattern.exec(company.name)?.[0]?.trim();
  const [country = company.domain && countryOfDomain(company.domain)] = [...countries];
  const firm: Company = {
    id,
    kind: 'company',
    emails: [],
    phones: [],
    representatives: [],
    links: [],
    tags: [],
    createdAt: 0,
    updatedAt: 0,
    ...company,
    addresses: country ? [{ country, text: country }] : [],
    ...(form && { legalForm: form }),
    ...(rest.length > 0 && { industry: rest.join(', ') }),
  };
  const isPerson = person.jobTitle !== undefined || person.emails !== undefined || person.phones !== undefined;
  const staff: Person = {
    id: `${id}.person`,
    kind: 'person',
    partial: true,
    emails: [],
    phones: [],
    addresses: [],
    links: [],
    tags: [],
    createdAt: 0,
    updatedAt: 0,
    ...person,
  };
  return { lead: firm, people: isPerson ? [staff] : [] };
}
