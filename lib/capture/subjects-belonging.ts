import { domainOf, isFreeMailDomain } from '../domain/normalize/domain.ts';
import type { FirmReading } from './companies.ts';
import { domainFit, firmKey } from './companies-names.ts';
import type { OwnName } from './companies-own.ts';
import { companyScore } from './lines-scores.ts';
import type { View } from './lines-view.ts';
import type { Sighting } from './people.ts';
import { addEvidence, type CompanyEvidence } from './subjects.ts';
import type { Stamp } from './subjects-evidence.ts';

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
  if (
    site &&
    !/\.(?:invalid|localhost|test|local)$/.test(host) &&
    own.role !== 'mentioned' &&
    (fits || chinese || webs.includes(site))
  ) {
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

/** The firm a person belongs to: the one named in their line, the one whose entry they stand in, else the page's own. */
export function companyOf(
  p: Sighting,
  companies: CompanyEvidence[],
  byAnchor: Map<number, CompanyEvidence>,
  loose: FirmReading['firms'],
  own: CompanyEvidence | undefined,
  stamp: Stamp,
): CompanyEvidence | undefined {
  const named = p.anchor.firm;
  if (named) {
    const key = firmKey(companyScore(named.text).name || named.text);
    const known = companies.find((c) => firmKey(c.fields.name?.[0]?.value ?? '') === key);
    if (known) return known;
    const made: CompanyEvidence = {
      kind: 'company',
      fields: {},
      role: 'mentioned',
      confidence: 0.6,
      from: named.line,
      to: named.line,
    };
    addEvidence(
      made.fields,
      'name',
      stamp(companyScore(named.text).name || named.text, 0.7, 'text-company', named.line),
    );
    companies.push(made);
    return made;
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
  const inside = loose.find((f) => f.anchor.line >= from && f.anchor.line <= to && p.anchor.style !== 'labelled');
  if (inside) {
    const key = firmKey(inside.anchor.name);
    const known = companies.find((c) => firmKey(c.fields.name?.[0]?.value ?? '') === key);
    if (known) return known;
    const made: CompanyEvidence = {
      kind: 'company',
      fields: {},
      role: 'mentioned',
      confidence: 0.65,
      from: inside.anchor.line,
      to: inside.anchor.line,
    };
    addEvidence(
      made.fields,
      'name',
      stamp(inside.anchor.name, 0.75, 'text-company', inside.anchor.line, inside.anchor.start, inside.anchor.end),
    );
    companies.push(made);
    return made;
  }
  return own;
}
