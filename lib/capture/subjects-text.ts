import { domainOf, isFreeMailDomain } from '../domain/normalize/domain.ts';
import type { Address } from '../domain/schema/value.ts';
import { firmStands, firmsOf, isOwn } from './companies.ts';
import { type FirmAnchor, firmAnchorsOf } from './companies-anchors.ts';
import { domainFit, domainLabel, firmKey, isGenericName, isPress } from './companies-names.ts';
import { type OwnName, ownCompany, titleParts } from './companies-own.ts';
import { isPortals, portalOf } from './companies-portal.ts';
import { companyScore } from './lines-scores.ts';
import type { View } from './lines-view.ts';
import { peopleOf } from './people.ts';
import { addEvidence, type CompanyEvidence, type SubjectSet } from './subjects.ts';
import { companyOf, ownDomain, settlePhones } from './subjects-belonging.ts';
import { giveAll, personFrom, stamper } from './subjects-evidence.ts';
import { personKey } from './subjects-merge.ts';

/** Spellings of one firm: where one has a legal form, another full name beside it is a firm of its own (a subsidiary). */
function oneFirm(names: OwnName[]): OwnName[] {
  const full = names.find((n) => n.legalForm);
  if (!full) return names;
  const key = firmKey(full.text);
  return names.filter(
    (n) => !n.legalForm || firmKey(n.text) === key || (n.text.length > full.text.length && n.text.endsWith(full.text)),
  );
}

function subjectNames({ name, line, legalForm }: FirmAnchor): OwnName[] {
  return [{ text: name, line, detector: 'text-company', weight: 4, ...(legalForm && { legalForm }) }];
}

/** In: the view and what structured data said. Out: people and companies that the visible text shows; the page's own company first, if there is one. */
export function subjectsInText(whole: View, structured: SubjectSet): SubjectSet {
  const stamp = stamper(whole);
  const found = firmAnchorsOf(whole);
  const portal = portalOf(whole, found);
  // what the site says of itself is no lead on a page about another firm
  const anchors = portal ? found.filter((a) => !portal.foot.has(a.line)) : found;
  const view = portal ? { ...whole, contacts: whole.contacts.filter((c) => !isPortals(portal, whole, c)) } : whole;
  const firmLines = new Set(
    anchors
      .filter((a) => /^(?:line|column|record)$/.test(a.how))
      .flatMap((a) => (a.alias ? [a.line, a.alias.line] : [a.line])),
  );
  const { people, rest } = peopleOf(view, firmLines);
  const reading = firmsOf(
    view,
    anchors,
    rest.filter((c) => c.kind !== 'email' || !c.hidden),
  );
  const named = structured.companies.flatMap((c) =>
    (c.fields.name ?? []).slice(0, 1).map((n) => ({ name: n.value, main: c.role === 'own' })),
  );
  const told = portal ? subjectNames(portal.subject) : oneFirm(ownCompany(view, anchors, named));
  // who prints the news is not in them
  const ownNames = view.article && told.some((n) => isPress(n.text)) ? [] : told;
  const ownKeys = [...new Set(ownNames.map((n) => firmKey(n.text)))];
  const companies: CompanyEvidence[] = [];
  const fullKey = firmKey(ownNames.find((n) => n.legalForm)?.text ?? '');
  const others = reading.firms.filter((f) => !isOwn(f, ownKeys, fullKey));
  const inList = others.filter((f) => f.anchor.how === 'column' || f.anchor.how === 'record').length;
  const first = ownNames[0];

  let own: CompanyEvidence | undefined;
  if (first) {
    const publishes = inList >= 4 || view.article;
    own = {
      kind: 'company',
      fields: {},
      role: publishes ? 'publisher' : 'own',
      confidence: Math.min(0.95, 0.45 + first.weight * 0.1 + ownNames.length * 0.03),
    };
    const seen = new Set<string>();
    ownNames.forEach((n, i) => {
      if (seen.has(n.text) || seen.size >= 6) return;
      seen.add(n.text);
      if (own)
        addEvidence(
          own.fields,
          'name',
          stamp(n.text, Math.max(0.2, (own.confidence ?? 0.5) - i * 0.05), n.detector, n.line),
        );
      if (own && n.legalForm && !own.fields.legalForm)
        addEvidence(own.fields, 'legalForm', stamp(n.legalForm, 0.85, 'text-company', n.line));
    });
    for (const f of reading.firms)
      if (isOwn(f, ownKeys, fullKey)) giveAll(own, { rest: f.contacts, addresses: f.addresses, facts: f.facts }, stamp);
  }
  const byAnchor = new Map<number, CompanyEvidence>();
  const loose: typeof others = [];
  for (const firm of others) {
    if (!firmStands(firm)) {
      loose.push(firm);
      continue;
    }
    const company: CompanyEvidence = {
      kind: 'company',
      fields: {},
      // beside a list, a firm outside of it is the list's organiser
      role: inList >= 4 && firm.anchor.how !== 'column' && firm.anchor.how !== 'record' ? 'publisher' : 'listed',
      confidence: Math.min(0.95, 0.35 + firm.anchor.score * 0.5),
      from: firm.scope.from,
      to: firm.scope.to,
    };
    addEvidence(
      company.fields,
      'name',
      stamp(
        firm.anchor.name,
        company.confidence,
        `text-company-${firm.anchor.how}`,
        firm.anchor.line,
        firm.anchor.start,
        firm.anchor.end,
      ),
    );
    const { alias } = firm.anchor;
    if (alias) addEvidence(company.fields, 'name', stamp(alias.name, 0.5, 'text-company-alias', alias.line));
    if (firm.anchor.legalForm)
      addEvidence(company.fields, 'legalForm', stamp(firm.anchor.legalForm, 0.85, 'text-company', firm.anchor.line));
    giveAll(company, { rest: firm.contacts, addresses: firm.addresses, facts: firm.facts }, stamp);
    for (const x of firm.extras) addEvidence(company.fields, x.field, stamp(x.value, 0.85, 'text-table', x.line));
    if (firm.place && firm.addresses.length === 0)
      addEvidence(company.fields, 'addresses', stamp<Address>(firm.place.address, 0.7, 'text-table', firm.place.line));
    const site = company.fields.website?.[0];
    const domain = site && domainOf(site.value);
    if (domain) addEvidence(company.fields, 'domain', { ...site, value: domain });
    byAnchor.set(firm.anchor.line, company);
    companies.push(company);
  }
  const nameless = reading.rest.length + reading.addresses.length + reading.facts.length > 0;
  if (!own && nameless && !view.article) {
    const site = domainOf(view.page.site);
    const mail = reading.rest.find((c) => c.kind === 'email' && !isFreeMailDomain(c.value.split('@')[1] ?? ''));
    const domain =
      site && !/\.invalid$/.test(view.page.host) ? site : mail?.kind === 'email' ? mail.value.split('@')[1] : undefined;
    own = { kind: 'company', fields: {}, role: view.article ? 'publisher' : 'own', confidence: 0.35 };
    const label = domainLabel(view.page.site || (domain ?? ''));
    const spelt = domain
      ? titleParts(view.page.meta.title).find((p) => domainFit(p, domain) >= 0.4 && !isGenericName(p))
      : undefined;
    const fallback =
      hanSite(view) ?? spelt ?? (label.length >= 3 ? label[0]?.toUpperCase() + label.slice(1) : titleFallback(view));
    if (fallback) addEvidence(own.fields, 'name', stamp(fallback, 0.3, 'title'));
    else if (companies.length === 1 && companies[0]) own = companies[0];
    else addEvidence(own.fields, 'name', stamp(view.page.meta.title.slice(0, 90) || '—', 0.1, 'title'));
  }
  if (own) {
    // founding years and headcounts in a report are of the firm it speaks of, not of the paper
    giveAll(own, view.article && own.role === 'publisher' ? { ...reading, facts: [] } : reading, stamp);
    if (!portal) ownDomain(view, own, ownNames);
    const at = companies.indexOf(own);
    if (at >= 0) companies.splice(at, 1);
    companies.unshift(own);
  }
  const towns = new Set(
    [...reading.addresses, ...reading.firms.flatMap((f) => f.addresses)].map((a) => personKey(a.value.city ?? '')),
  );
  const persons = people
    .filter((p) => p.anchor.title || !towns.has(personKey(p.anchor.name)))
    .map((p) => {
      const person = personFrom(p, view, stamp);
      const company = companyOf(p, companies, byAnchor, loose, own, view, stamp);
      if (company) person.company = company;
      return person;
    });
  if (own) settlePhones(own, persons);
  return { people: persons, companies };
}

/** What a Chinese site calls itself: the account that an article is posted from, or the last part of the title that the page repeats in head or foot. */
function hanSite({ page }: View): string | undefined {
  for (const line of page.lines.slice(0, 8)) {
    const account = /(\p{Script=Han}[\p{L}\p{N}]{1,15})\s+\d{4}[-年]\d{1,2}[-月]\d{1,2}.{0,12}发表于/u.exec(
      line.s,
    )?.[1];
    if (account) return account;
  }
  const last =
    page.meta.title
      .split(/[-_|｜–—]/)
      .at(-1)
      ?.replace(/(?:官网|官方网站)$/, '')
      .trim() ?? '';
  if (!/^\p{Script=Han}{3,14}$/u.test(last) || isGenericName(last)) return undefined;
  const ends = [...page.lines.slice(0, 4), ...page.lines.slice(-4)];
  return ends.some((l) => l.s.includes(last)) ? last : undefined;
}

/** The best guess at a name where nothing is sure: the part of the title that names no page. */
function titleFallback(view: View): string | undefined {
  const parts = titleParts(view.page.meta.title).filter((p) => p.length > 2 && p.length < 80 && !isGenericName(p));
  return parts.sort((a, b) => companyScore(b).score - companyScore(a).score)[0];
}
