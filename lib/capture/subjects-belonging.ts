import { domainOf, isFreeMailDomain } from '../domain/normalize/domain.ts';
import type { FirmReading } from './companies.ts';
import { domainFit, firmKey } from './companies-names.ts';
import type { OwnName } from './companies-own.ts';
import { findCompanyNames } from './detectors/company-name.ts';
import { companyScore } from './lines-scores.ts';
import type { View } from './lines-view.ts';
import type { Sighting } from './people.ts';
import { addEvidence, type CompanyEvidence, type Evidence, type PersonEvidence } from './subjects.ts';
import type { Stamp } from './subjects-evidence.ts';

const isRealHost = (host: string): boolean =>
  host.includes('.') && !/(?:^|\.)(?:invalid|localhost|test|local)$|^\d+(?:\.\d+){3}$|:/.test(host);

/** On a page without an address of its own (saved, in a house's network) the domain of the mails on it that spells the company's name. */
function mailDomain(view: View, own: CompanyEvidence, names: OwnName[]): void {
  for (const contact of view.contacts) {
    const domain = contact.kind === 'email' ? domainOf(contact.value) : undefined;
    if (!domain || isFreeMailDomain(domain) || !names.some((n) => domainFit(n.text, domain) >= 0.5)) continue;
    addEvidence(own.fields, 'domain', {
      value: domain,
      confidence: 0.8,
      detector: 'mail-address',
      snippet: contact.kind === 'email' ? contact.value.slice(0, 120) : '',
      line: contact.line,
    });
    return;
  }
  const site = domainOf(view.page.site);
  if (site && names.some((n) => domainFit(n.text, view.page.site) >= 0.5))
    addEvidence(own.fields, 'domain', {
      value: site,
      confidence: 0.6,
      detector: 'page-links',
      snippet: view.page.site.slice(0, 120),
    });
}

/** The site's address as the company's own: not on hosts of files, nor where the name and the address have nothing in common and mails point elsewhere. */
export function ownDomain(view: View, own: CompanyEvidence, names: OwnName[]): void {
  const host = view.page.site;
  const site = domainOf(host);
  const mails = (own.fields.emails ?? [])
    .map((e) => domainOf(e.value))
    .filter((d) => d !== undefined && !isFreeMailDomain(d));
  const fits = names.some((n) => domainFit(n.text, host) >= 0.5) || (site !== undefined && mails.includes(site));
  const webs = (own.fields.website ?? []).map((e) => domainOf(e.value));
  const chinese =
    names.some((n) => /\p{Script=Han}/u.test(n.text)) &&
    webs.length === 0 &&
    mails.length === 0 &&
    own.role === 'own' &&
    /^(?:[^.]+\.(?:com|cn|net|tw|hk|ai|org)(?:\.\w\w)?)$/.test(host);
  if (!isRealHost(view.page.host)) {
    mailDomain(view, own, names);
    return;
  }
  if (site && own.role !== 'mentioned' && (fits || chinese || webs.includes(site))) {
    addEvidence(own.fields, 'domain', {
      value: site,
      confidence: 0.9,
      detector: 'page-address',
      snippet: host.slice(0, 120),
    });
    addEvidence(own.fields, 'website', {
      value: `${/^https:/.test(view.page.url) ? 'https' : 'http'}://${view.page.url.replace(/^https?:\/\//, '').split('/')[0]}`,
      confidence: 0.85,
      detector: 'page-address',
      snippet: host.slice(0, 120),
    });
  }
}

const townAfter =
  /^\s*(?:,\s*(?:Sitz\s+)?|\s(?:aus|in|from)\s+)(?:[A-Z]{1,2}-)?(?:\d{4,5}\s+)?(\p{Lu}[\p{L}.]+(?:[ -]\p{Lu}[\p{L}-]+){0,2})\s*(?:[).]|$)/u;

/** Puts the town that stands after a firm's name in its line: "Muster GmbH, Kassel)", "Muster GmbH aus Kassel." */
function withTown(company: CompanyEvidence, words: string, line: number, view: View, stamp: Stamp): void {
  const text = view.page.lines[line]?.s ?? '';
  const at = text.indexOf(words);
  const city = at < 0 ? undefined : townAfter.exec(text.slice(at + words.length))?.[1];
  if (city) addEvidence(company.fields, 'addresses', stamp({ text: city, city }, 0.6, 'text-place', line));
}

/** A firm that is only named beside somebody, and stands in no list of its own. */
function mentioned(
  companies: CompanyEvidence[],
  name: Evidence,
  line: number,
): { company: CompanyEvidence; fresh: boolean } {
  const key = firmKey(name.value);
  const known = companies.find((c) => firmKey(c.fields.name?.[0]?.value ?? '') === key);
  if (known) return { company: known, fresh: false };
  const company: CompanyEvidence = {
    kind: 'company',
    fields: { name: [name] },
    role: 'mentioned',
    confidence: 0.6,
    from: line,
    to: line,
  };
  companies.push(company);
  return { company, fresh: true };
}

/** In a Chinese report 公司负责人某某 is of the firm that was named last with its full name. In: the view, somebody named with a rank. */
function firmTold(view: View, { anchor }: Sighting): { name: string; line: number } | undefined {
  if (!/\p{Script=Han}/u.test(view.page.lines[anchor.line]?.s ?? '')) return undefined;
  for (let i = anchor.line; i >= 0 && i > anchor.line - 12; i--) {
    if (view.contexts[i] !== undefined) continue;
    const text = view.page.lines[i]?.s ?? '';
    const named = findCompanyNames(i === anchor.line ? text.slice(0, anchor.start) : text).filter(
      (f) => f.value.legalForm,
    );
    const last = named.at(-1);
    if (last) return { name: last.value.name, line: i };
  }
  return undefined;
}

/** The firm a person belongs to: the one named in their line, the one whose entry they stand in, else the page's own. */
export function companyOf(
  p: Sighting,
  companies: CompanyEvidence[],
  byAnchor: Map<number, CompanyEvidence>,
  loose: FirmReading['firms'],
  own: CompanyEvidence | undefined,
  view: View,
  stamp: Stamp,
): CompanyEvidence | undefined {
  const named = p.anchor.firm;
  if (named) {
    const name = companyScore(named.text).name || named.text;
    const { company, fresh } = mentioned(companies, stamp(name, 0.7, 'text-company', named.line), named.line);
    if (fresh) withTown(company, name, named.line, view, stamp);
    return company;
  }
  const told = view.article && p.anchor.title ? firmTold(view, p) : undefined;
  if (told) {
    const { company, fresh } = mentioned(companies, stamp(told.name, 0.65, 'text-company', told.line), told.line);
    if (fresh) withTown(company, told.name, told.line, view, stamp);
    return company;
  }
  const { from, to } = p.scope;
  for (const company of byAnchor.values())
    if (
      company.from !== undefined &&
      company.to !== undefined &&
      company.from <= p.anchor.line &&
      p.anchor.line <= company.to
    )
      return company;
  const inside = loose.find(
    (f) =>
      f.anchor.line >= from &&
      f.anchor.line <= to &&
      p.anchor.style !== 'labelled' &&
      // where somebody came from is not where they are
      !/→|毕业|畢業|就读|博士|硕士|本科|曾任|曾就职|前(?=\p{Script=Han})/u.test(
        view.page.lines[f.anchor.line]?.s ?? '',
      ),
  );
  if (!inside) return own;
  const { name, line, start, end } = inside.anchor;
  return mentioned(companies, stamp(name, 0.75, 'text-company', line, start, end), line).company;
}

/**
 * Takes numbers from the page's own company that are not its: the bare stem of its extensions, and the extension of one person printed
 * beside the switchboard. In: the company, the page's people.
 */
export function settlePhones(own: CompanyEvidence, people: PersonEvidence[]): void {
  const phones = own.fields.phones;
  if (!phones || phones.length < 2) return;
  const holders = new Map<string, number>();
  for (const person of people)
    for (const e164 of new Set((person.fields.phones ?? []).map((p) => p.value.e164)))
      if (e164) holders.set(e164, (holders.get(e164) ?? 0) + 1);
  const numbers = phones.flatMap((p) => (p.value.e164 && p.value.kind !== 'fax' ? [p.value.e164] : []));
  // looked up, not searched for: a directory has thousands
  const stems = new Set(numbers.flatMap((n) => [1, 2, 3, 4].map((digits) => n.slice(0, -digits))));
  own.fields.phones = phones.filter(({ value: { e164 } }, i) => {
    if (!e164) return true;
    if (i > 0 && e164 !== numbers[0] && holders.get(e164) === 1) return false;
    return !stems.has(e164);
  });
}
