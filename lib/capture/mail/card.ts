import { domainOf, isFreeMailDomain } from '../../domain/normalize/domain.ts';
import { emailKind } from '../../domain/normalize/email.ts';
import { findCompanyFacts } from '../detectors/company-facts.ts';
import { companyScore } from '../detectors/company-name.ts';
import { nameScore } from '../detectors/person-name.ts';
import type { CompanyEvidence, Evidence, PersonEvidence } from '../subjects.ts';
import { addEvidence } from '../subjects.ts';
import { type BlockLine, evidence, isNetwork, readContacts } from './card-contacts.ts';
import { type Logo, readWords } from './card-texts.ts';
import { isDisclaimer } from './closings.ts';
import { plainForm } from './labels.ts';
import { sharesName } from './name-forms.ts';

/** A person and their company as one block of a mail (a signature, a form) shows them. */
export type Card = { person?: PersonEvidence; company?: CompanyEvidence };

export type CardInput = {
  /** Lines of the block. */
  block: BlockLine[];
  /** Small print under it: only the company's register facts are read from it. */
  footer?: BlockLine[];
  /** Who the header says it is. */
  header?: { name: string; address: string } | undefined;
  country?: string | undefined;
};

/** Where the evidence of a header stands: in no line. */
const fromHeader = (value: string, confidence: number): Evidence => ({
  value,
  confidence,
  detector: 'mail-header',
  snippet: value.slice(0, 120),
});

/** Numbers that a firm answers, whoever wrote. */
const hotline = /hotline|热线|熱線|客服/i;

const robot =
  /^(?:no-?reply|do-?not-?reply|donotreply|mailer-daemon|postmaster|bounces?|notifications?|newsletter|wordpress|automat|system|edm|mailing|noreply.*)(?:[@+._-]|$)/i;

/** Whether an address is a program's. In: an address. */
export const isRobot = (address: string): boolean => robot.test(address);

/** The header's name, if it is one of a person: not the address again, not a nickname of one word with digits, not a firm. */
function headerName(header: CardInput['header']): string {
  const name = header?.name.trim() ?? '';
  if (!name || name.includes('@') || /\d/.test(name) || companyScore(name).score >= 0.6) return '';
  // a nickname in Chinese is no name: those are told by their family name
  if (/^\p{Script=Han}+$/u.test(name) && nameScore(name).score < 0.4) return '';
  const called = /^(?:.{1,12}[-–—·|/])\s?(\p{Script=Han}{1,2}(?:先生|女士|小姐|经理))$/u.exec(name);
  if (called) return called[1] ?? name;
  // "Roe, Jane": family name first
  const m = /^([\p{L}'’ -]{2,30}),\s*([\p{L}'’. -]{2,30})(?:\s\(.*\))?$/u.exec(name);
  return m ? `${m[2]?.trim()} ${m[1]?.trim()}` : name.replace(/\s*[([].{1,40}[)\]]$/u, '').trim() || name;
}

/**
 * Reads one block of contact lines as a person and their company. The header's address is the sender's own; its name wins where it is a full name.
 * In: lines, header. Out: what was found; nothing when there is neither a name nor an address of anybody.
 */
export function readCard({ block, footer = [], header, country }: CardInput): Card {
  const contacts = readContacts(
    block.filter(({ line }) => !isDisclaimer(line.s)),
    country,
  );
  const emails = contacts.emails.map((e) => e.value);
  const known = headerName(header);
  const words = readWords(
    contacts.rest,
    {
      header: known,
      emails: header?.address ? [header.address, ...emails] : emails,
      sites: contacts.websites.map((w) => w.value),
    },
    logosOf(block),
  );
  const company: CompanyEvidence = { kind: 'company', fields: {}, role: 'own', confidence: 0.6 };
  const person: PersonEvidence = { kind: 'person', fields: {}, confidence: 0.6, company };

  // a team's mailbox under a name that is nobody's is the firm writing
  const team =
    !words.name &&
    header !== undefined &&
    emailKind(header.address.toLowerCase()) === 'role' &&
    nameScore(known).score < 0.4;
  const named = team ? undefined : (chooseName(known, words.name) ?? lastResort(header));
  if (named) {
    addEvidence(person.fields, 'name', named);
    if (words.name && named !== words.name && sharesName(named.value, words.name.value))
      addEvidence(person.fields, 'name', {
        ...words.name,
        confidence: Math.min(words.name.confidence, named.confidence - 0.05),
      });
    person.confidence = named.confidence;
    if (words.name?.partial && named === words.name) person.partial = true;
    if (words.name?.honorific) addEvidence(person.fields, 'honorific', { ...words.name, value: words.name.honorific });
  }
  if (words.title) addEvidence(person.fields, 'jobTitle', words.title);
  if (words.department) addEvidence(person.fields, 'department', words.department);
  if (header?.address.includes('@'))
    addEvidence(team ? company.fields : person.fields, 'emails', fromHeader(header.address.toLowerCase(), 0.99));
  const teamOnly = !named && (team || !header?.address);
  for (const email of contacts.emails) {
    const own =
      !teamOnly &&
      (emails.length === 1 || emailKind(email.value) !== 'role' || email.value === header?.address.toLowerCase());
    addEvidence(own ? person.fields : company.fields, 'emails', email);
  }
  for (const phone of contacts.phones) {
    const firm =
      teamOnly ||
      phone.value.kind === 'switchboard' ||
      (phone.value.kind === 'tollFree' && contacts.phones.length > 1) ||
      hotline.test(phone.snippet);
    if (firm || phone.value.kind === 'fax') addEvidence(company.fields, 'phones', phone);
    if (!firm) addEvidence(person.fields, 'phones', phone);
  }
  for (const field of ['wechat', 'qq', 'whatsapp'] as const)
    for (const id of contacts[field]) addEvidence(teamOnly ? company.fields : person.fields, field, id);
  for (const link of contacts.profiles) {
    const firm =
      teamOnly ||
      /linkedin\.com\/(?:company|school|showcase)\/|xing\.com\/(?:pages|companies|company)\//i.test(link.value);
    addEvidence(firm ? company.fields : person.fields, 'links', link);
  }
  for (const address of contacts.addresses) addEvidence(company.fields, 'addresses', address);
  if (words.company) {
    const { legalForm, ...name } = words.company;
    addEvidence(company.fields, 'name', name);
    addEvidence(person.fields, 'companyName', name);
    if (legalForm) addEvidence(company.fields, 'legalForm', { ...name, value: legalForm });
    company.confidence = name.confidence;
  }
  addWebsite(company, contacts.websites, header?.address ?? emails[0]);
  addFacts(company, [...block, ...footer]);
  const isFirm = Object.keys(company.fields).length > 0;
  if (!isFirm) delete person.company;
  const isPerson = named !== undefined || (!teamOnly && Object.keys(person.fields).length > 0);
  return { ...(isPerson && { person }), ...(isFirm && { company }) };
}

/** What the header calls them, when nothing better is known: an odd display name, marked as doubtful. */
function lastResort(header: CardInput['header']): Evidence | undefined {
  const name = header?.name.trim() ?? '';
  return name && !name.includes('@') && companyScore(name).score < 0.6 ? fromHeader(name, 0.45) : undefined;
}

/** The header's name wins when it is a whole name; a fuller spelling of it in the signature is better than a short one. */
function chooseName(known: string, read: (Evidence & { partial?: boolean }) | undefined): Evidence | undefined {
  if (!known) return read;
  const header = fromHeader(known, 0.9);
  if (!read) return header;
  const words = (t: string) =>
    /\p{Script=Han}/u.test(t) ? t.replace(/[^\p{Script=Han}]/gu, '').length : t.split(/\s+/).length;
  const same = sharesName(known, read.value) || read.value.includes(known);
  if (same) return words(read.value) >= words(known) ? { ...read, confidence: Math.max(read.confidence, 0.9) } : header;
  // a nickname of one word or sign gives way to the name that the signature states
  const nickname = read.confidence >= 0.75 && (words(known) < 2 || /\p{Script=Han}/u.test(known));
  return nickname ? read : header;
}

/** Pictures with a text of their own that are not the icons of numbers and networks. */
function logosOf(block: BlockLine[]): Logo[] {
  return block.flatMap(({ line, index }) =>
    line.m.flatMap((mark, i) => {
      if (mark.t !== 'img' || !mark.l) return [];
      const around = line.m[i - 1];
      const site = around?.t === 'a' ? (around.u ?? '') : '';
      return isNetwork(site) ? [] : [{ text: mark.l, line: index, site }];
    }),
  );
}

function addWebsite(company: CompanyEvidence, sites: Evidence[], address: string | undefined): void {
  for (const site of sites) addEvidence(company.fields, 'website', site);
  const mailDomain = address && domainOf(address);
  if (mailDomain && !isFreeMailDomain(mailDomain)) addEvidence(company.fields, 'domain', fromHeader(mailDomain, 0.85));
  const site = sites[0];
  const domain = site && domainOf(site.value);
  if (site && domain) addEvidence(company.fields, 'domain', { ...site, value: domain, confidence: 0.7 });
}

function addFacts(company: CompanyEvidence, lines: BlockLine[]): void {
  for (const { field, value, line } of findCompanyFacts(lines.map(({ line }) => plainForm(line.s)))) {
    if (field === 'phones' || field === 'addresses') continue;
    const source = lines[line];
    if (source) addEvidence(company.fields, field, evidence(value, 'mail-facts', source.line.s, source.index, 0.85));
  }
}
