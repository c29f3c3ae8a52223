import { domainOf, isFreeMailDomain } from '../../domain/normalize/domain.ts';
import type { StructuredItem } from '../../domain/schema/snapshot.ts';
import { hostOf } from '../lines.ts';
import { linkContact } from '../lines-links.ts';
import {
  addEvidence,
  type CompanyEvidence,
  type CompanyEvidenceFields,
  type Evidence,
  type PersonEvidence,
  type PersonEvidenceFields,
  type SubjectSet,
  snippetOf,
} from '../subjects.ts';
import { companyScore } from './company-name.ts';
import { nameScore } from './person-name.ts';
import { addressOf, emailOf, isOwnSite, phoneOf } from './structured-values.ts';

export type StructuredContext = {
  url: string;
  now: number;
  country?: string | undefined;
  /** The page is a report: a card with a bare name on it is that of somebody who wrote or is written about. */
  article?: boolean;
};

/** How far each way of writing is trusted: what stands over visible text is seldom out of date, what is hidden may be. */
const trust: Record<StructuredItem['detector'], number> = {
  jsonld: 0.9,
  microdata: 0.9,
  rdfa: 0.88,
  microformats: 0.86,
  vcard: 0.9,
  meta: 0.5,
};
/** Organisations that are told of somebody else: a part of the firm, a school once attended, a prize-giver. */
const besides = /^(?:department|alumniOf|recognizedBy|award|education|knowsOrganization|areaServed|funder)$/;
const nobody =
  /^(?:admin(?:istrator)?|web ?master|editor(?:ial)?(?: team| staff)?|staff(?: writer)?|redaktion|team|guest|anonym\w*|user|author|root|test|unknown|小编|管理员|编辑|匿名)\d*$/i;

type Sure = { item: StructuredItem; kind: 'person' | 'company'; confidence: number };

/** A card that does not say whether it is of a person or a firm is judged by its name. */
function judge(item: StructuredItem, reviewers: number, article: boolean): Sure | undefined {
  const name = item.name ?? '';
  const base = trust[item.detector] - (item.role === 'other' && item.detector !== 'microformats' ? 0.1 : 0);
  const bare = item.emails.length + item.phones.length + item.addresses.length === 0 && !item.jobTitle;
  if (article && bare && item.detector === 'microformats') return undefined;
  if (item.kind === 'unknown') {
    if (name === '' || (item.detector !== 'microformats' && item.type !== 'PostalAddress')) return undefined;
    const [person, firm] = [nameScore(name).score, companyScore(name).score];
    if (item.type === 'PostalAddress' && firm < 0.5) return undefined;
    const company = firm > person || (person < 0.2 && item.phones.length + item.addresses.length > 0);
    return { item, kind: company ? 'company' : 'person', confidence: Math.min(base, 0.5 + Math.max(person, firm) / 3) };
  }
  const reachable = item.emails.length + item.phones.length > 0;
  if (item.kind === 'person') {
    if (name === '' || nobody.test(name)) return undefined;
    if (item.role === 'author' && !reachable) return undefined;
    // People who reviewed something are shown, doubtfully, where they are few; a page of reviews is no list of leads.
    if (item.facts.relation === 'reviewer' && !reachable)
      return reviewers <= 2 ? { item, kind: 'person', confidence: 0.4 } : undefined;
    return { item, kind: 'person', confidence: base };
  }
  if (item.role === 'author' || besides.test(item.facts.relation ?? '')) return undefined;
  if (name === '' && !item.urls.some((u) => isOwnSite(hostOf(u)))) return undefined;
  return { item, kind: 'company', confidence: base };
}

/** The index of the page's own company: the one at the page's own address, else the only one that the page is about. */
function ownOf(sure: (Sure | undefined)[], url: string): number {
  const site = domainOf(url);
  const firms = sure.flatMap((s, i) => (s?.kind === 'company' ? [{ item: s.item, i }] : []));
  const mains = firms.filter(({ item }) => item.role === 'main');
  const sited = (list: typeof firms) => list.find(({ item }) => site && item.urls.some((u) => domainOf(u) === site))?.i;
  const atHome = sited(mains) ?? sited(firms.filter(({ item }) => item.role === 'publisher'));
  if (atHome !== undefined && firms.filter(({ item }) => item.role === 'main').length <= 3) return atHome;
  return mains.length === 1 ? (mains[0]?.i ?? -1) : -1;
}

/** Puts the values of an item into the fields that people and companies share. */
function giveShared(
  { item, confidence, kind }: Sure,
  fields: PersonEvidenceFields & CompanyEvidenceFields,
  context: StructuredContext,
): <T>(value: T, words?: string, less?: number) => Evidence<T> {
  const stamp = <T>(value: T, words?: string, less = 0): Evidence<T> => ({
    value,
    confidence: Math.max(0.1, confidence - less),
    detector: item.detector,
    snippet: snippetOf(words ?? (typeof value === 'string' ? value : item.snippet)),
    ...(item.line !== undefined && { line: item.line }),
  });
  const company = kind === 'company';
  for (const written of item.emails) {
    const email = emailOf(written);
    if (email) addEvidence(fields, 'emails', stamp(email, written));
  }
  for (const written of item.phones) {
    const phone = phoneOf(written, { country: context.country, company });
    if (phone) addEvidence(fields, 'phones', stamp(phone, [written.type, written.text].filter(Boolean).join(' ')));
  }
  for (const written of item.addresses) {
    const address = addressOf(written, context.country);
    if (address) addEvidence(fields, 'addresses', stamp(address, address.text));
  }
  const pageHost = hostOf(context.url);
  for (const url of item.urls) {
    const link = linkContact(url, pageHost);
    if (link?.kind === 'profile' || (link?.kind === 'web' && !company)) addEvidence(fields, 'links', stamp(url));
    else if (link?.kind === 'whatsapp') addEvidence(fields, 'whatsapp', stamp(link.value, url));
  }
  return stamp;
}

function companyOf(sure: Sure, role: CompanyEvidence['role'], context: StructuredContext): CompanyEvidence {
  const { item, confidence } = sure;
  const fields: CompanyEvidenceFields = {};
  const stamp = giveShared(sure, fields, context);
  const { facts } = item;
  if (item.name) addEvidence(fields, 'name', stamp(item.name));
  if (facts.legalName && facts.legalName !== item.name)
    addEvidence(fields, 'name', stamp(facts.legalName.slice(0, 300), undefined, 0.05));
  const form = companyScore(facts.legalName ?? item.name ?? '').legalForm;
  if (form) addEvidence(fields, 'legalForm', stamp(form, facts.legalName ?? item.name, 0.05));
  const site = item.urls.find((u) => isOwnSite(hostOf(u)) && linkContact(u, '')?.kind === 'web');
  const domain = site && domainOf(site);
  if (site) addEvidence(fields, 'website', stamp(site));
  if (domain && !isFreeMailDomain(domain) && !/\.(?:invalid|local|test)$/.test(domain))
    addEvidence(fields, 'domain', stamp(domain, site));
  const tax = (facts.vatID ?? facts.taxID ?? '').replace(/[\s.-]/g, '');
  if (/^[A-Z]{2}[A-Z\d]{6,13}$/.test(tax)) addEvidence(fields, 'vatId', stamp(tax, facts.vatID ?? facts.taxID));
  else if (/^[\dA-HJ-NPQRTUWXY]{18}$/.test(tax)) addEvidence(fields, 'creditCode', stamp(tax));
  const founded = /^\d{4}/.exec(facts.foundingDate ?? '')?.[0];
  if (founded) addEvidence(fields, 'founded', stamp(founded, facts.foundingDate));
  if (facts.numberOfEmployees && /\d/.test(facts.numberOfEmployees))
    addEvidence(fields, 'employees', stamp(facts.numberOfEmployees.slice(0, 60)));
  if (facts.industry) addEvidence(fields, 'industry', stamp(facts.industry.slice(0, 300)));
  return { kind: 'company', fields, role, confidence, ...(item.line !== undefined && { from: item.line }) };
}

function personOf(sure: Sure, company: CompanyEvidence | undefined, context: StructuredContext): PersonEvidence {
  const { item, confidence } = sure;
  const fields: PersonEvidenceFields = {};
  const stamp = giveShared(sure, fields, context);
  const written = item.name ?? '';
  const scored = nameScore(written);
  // A generation (Jr., III) is part of the name: it tells the son from the father.
  const title = scored.honorific && !/^(?:jr|sr|ii|iii|iv)\b/i.test(scored.honorific) ? scored.honorific : undefined;
  addEvidence(fields, 'name', stamp(title && scored.name ? scored.name : written, written));
  const honorific = item.honorific ?? title;
  if (honorific) addEvidence(fields, 'honorific', stamp(honorific, written));
  if (item.jobTitle) addEvidence(fields, 'jobTitle', stamp(item.jobTitle));
  if (item.department) addEvidence(fields, 'department', stamp(item.department));
  const firm = item.organization ?? company?.fields.name?.[0]?.value;
  if (firm) addEvidence(fields, 'companyName', stamp(firm));
  return {
    kind: 'person',
    fields,
    confidence,
    ...(scored.partial && { partial: true }),
    ...(company && { company }),
    ...(item.line !== undefined && { from: item.line }),
  };
}

/**
 * From what structured data says to people and companies. Authors and reviewers are no leads by themselves; a page's
 * publisher is kept as such. In: items of one page, its address and country. Out: evidence, persons tied to their firms.
 */
export function draftsFromStructured(items: StructuredItem[], context: StructuredContext): SubjectSet {
  const reviewers = items.filter((item) => item.facts.relation === 'reviewer').length;
  const sure = items.map((item) => judge(item, reviewers, context.article ?? false));
  const own = ownOf(sure, context.url);
  const companies: (CompanyEvidence | undefined)[] = sure.map((s, i) => {
    if (s?.kind !== 'company') return undefined;
    const role = s.item.role === 'publisher' ? 'publisher' : i === own ? 'own' : 'listed';
    return companyOf(s, role, context);
  });
  const people = sure.flatMap((s) =>
    s?.kind === 'person' ? [personOf(s, companies[s.item.organizationItem ?? -1], context)] : [],
  );
  return { people, companies: companies.filter((c): c is CompanyEvidence => c !== undefined) };
}

const fold = (name: string) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, ' ')
    .trim();

/**
 * Where structured data says what a name is, the text is not asked: a shop is no person, a person is no firm, a song is
 * neither. In: what the text showed, and the items of the same page. Out: the text's subjects without those.
 */
export function settledByStructured(text: SubjectSet, items: StructuredItem[]): SubjectSet {
  const kinds = new Map<string, Set<StructuredItem['kind']>>();
  for (const { name, kind, detector, type } of items) {
    if (!name || (kind === 'unknown' && (detector === 'microformats' || type === 'PostalAddress'))) continue;
    const key = fold(name);
    kinds.set(key, (kinds.get(key) ?? new Set()).add(kind));
  }
  if (kinds.size === 0) return text;
  const said = (names: Evidence[] | undefined) => kinds.get(fold(names?.[0]?.value ?? ''));
  const other = new Set<CompanyEvidence>();
  const elsewhere = items.some((item) => item.kind === 'unknown' && /(?:Event|Place|Venue|Festival)$/.test(item.type));
  for (const company of text.companies) {
    const kind = said(company.fields.name);
    // who works for themselves is a firm under their own name and address
    if (kind?.has('person') && !kind.has('company') && !company.fields.domain) other.add(company);
    // An address that stands on the page is the event's, not that of a firm whose name nobody says.
    const { name, emails, phones, domain } = company.fields;
    if (elsewhere && name?.[0]?.detector === 'title' && company.confidence < 0.4 && !emails && !phones && !domain)
      other.add(company);
  }
  return {
    companies: text.companies.filter((c) => !other.has(c)),
    people: text.people.filter((person) => {
      const kind = said(person.fields.name);
      return !kind || kind.has('person');
    }),
  };
}
