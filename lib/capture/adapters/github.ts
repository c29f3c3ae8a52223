import type { Page } from '../lines.ts';
import { addEvidence, type CompanyEvidence } from '../subjects.ts';
import type { AdapterKind, Finding, Range, SiteAdapter } from './adapter.ts';
import { companyName, companyOf, giveContacts, giveWebsite, personOf, type Stamp, stampOf } from './evidence.ts';
import { hosts } from './hosts.ts';
import { framing, headingLine, linesIn, linksTo, once, outside, tagAt } from './parts.ts';
import { placeOf } from './profile-parts.ts';

const reserved =
  /^(?:features|about|login|join|topics|pricing|sponsors|explore|marketplace|notifications|settings|search|orgs|trending|collections|events|new|issues|pulls|codespaces|enterprise|security|team|site|contact|apps|dashboard|stars)$/i;
const loginIn = (page: Page): string => /^\/([\w-]{1,39})\/?$/.exec(URL.parse(page.url)?.pathname ?? '')?.[1] ?? '';
const nothing: Finding = { people: [], companies: [], notLeads: [] };

/** The card beside or above the repositories: it ends where they begin. */
function cardFrom(page: Page, line: number): Range {
  const end = page.lines.find(
    (l) =>
      l.i > line &&
      (/^(?:achievements|organizations|highlights|pinned|popular repositories|repositories|people|top languages|overview|[\d,]+ contributions.*)$/i.test(
        l.s,
      ) ||
        (l.i > line + 3 && /^h2$/.test(tagAt(page, l.i)))),
  )?.i;
  return { from: line, to: (end ?? Math.min(page.lines.length, line + 30)) - 1 };
}

/** Places have no label here but for screen readers: the block's own label says it, or the line is one. */
const isPlace = (page: Page, line: { b: number; h?: string }): boolean =>
  /home location|location/i.test(page.blocks[line.b]?.r ?? '') || /location/.test(page.blocks[line.b]?.h ?? '');

function profile(page: Page, e: Stamp): Finding {
  const login = loginIn(page);
  const head = headingLine(page, /./, /^h1$/);
  const words = head
    ? page.lines
        .filter((l) => tagAt(page, l.i) === 'h1' && l.i >= head.i && l.i < head.i + 4)
        .map((l) => l.s)
        .join(' ')
    : '';
  const at = words.toLowerCase().lastIndexOf(login.toLowerCase());
  const name = (at > 0 ? words.slice(0, at) : words).trim();
  if (!head || name === '' || name.toLowerCase() === login.toLowerCase()) return nothing;
  const range = cardFrom(page, head.i);
  const person = personOf(e, name, head.i, range);
  if (!person) return nothing;
  const companies: CompanyEvidence[] = [];
  const lines = linesIn(page, { from: head.i + 1, to: range.to });
  const firmLine = lines.find(
    (l) => /organization/i.test(page.blocks[l.b]?.r ?? '') || (/^@[\w-]+(?:\s|$)/.test(l.s) && l.s.length < 60),
  );
  const firm = firmLine && companyName(firmLine.s.replace(/^@/, '').replace(/\s+@.*$/, ''));
  if (firm && firmLine) {
    const company = companyOf(e, firm, firmLine.i, 'mentioned', { from: firmLine.i, to: firmLine.i });
    if (company) {
      companies.push(company);
      person.company = company;
      addEvidence(person.fields, 'companyName', e(firm, firmLine.i, 0.92));
    }
  }
  for (const line of lines) {
    const told = isPlace(page, line);
    const place = line === firmLine || person.fields.addresses ? undefined : placeOf(line.s, told);
    if (place) addEvidence(person.fields, 'addresses', e(place, line.i, 0.85));
  }
  addEvidence(person.fields, 'links', e(`https://github.com/${login}`));
  for (const link of linksTo(page, (url) => url.hostname !== 'github.com')) {
    const shown = /^(?:https?:\/\/)?[\w-]+(?:\.[\w-]+)+(?:\/\S*)?$/.test(link.text) || /^@\w+$/.test(link.text);
    if (link.line > head.i && link.line <= range.to && shown && (person.fields.links?.length ?? 0) < 5)
      addEvidence(person.fields, 'links', e(link.url.href.replace(/\/$/, ''), link.line, 0.9));
  }
  giveContacts(page, { from: head.i + 1, to: range.to }, e, person.fields, {
    country: person.fields.addresses?.[0]?.value.country,
    company: false,
  });
  return { people: [person], companies, notLeads: [{ from: 0, to: page.lines.length - 1 }] };
}

function organisation(page: Page, e: Stamp): Finding {
  const head = headingLine(page, /./, /^h1$/);
  const login = loginIn(page);
  const firm = head && companyOf(e, once(head.s), head.i, 'own', cardFrom(page, head.i));
  if (!firm) return nothing;
  const range = cardFrom(page, head.i);
  for (const line of linesIn(page, { from: head.i + 1, to: range.to })) {
    const place = firm.fields.addresses ? undefined : placeOf(line.s, isPlace(page, line));
    if (place) addEvidence(firm.fields, 'addresses', e(place, line.i, 0.85));
  }
  for (const link of linksTo(page, (url) => url.hostname !== 'github.com'))
    if (
      link.line > head.i &&
      link.line <= range.to &&
      !firm.fields.website &&
      /^(?:https?:\/\/)?[\w-]+(?:\.[\w-]+)+/.test(link.text)
    )
      giveWebsite(e, firm.fields, link.url.href, link.line);
  giveContacts(page, range, e, firm.fields, { country: undefined, company: true });
  addEvidence(firm.fields, 'links', e(`https://github.com/${login}`));
  return { people: [], companies: [firm], notLeads: [{ from: 0, to: page.lines.length - 1 }] };
}

function detect(page: Page): AdapterKind | null {
  const login = loginIn(page);
  if (login === '' || reserved.test(login)) return null;
  const inside = outside(page, framing(page));
  const org = linksTo(
    page,
    (url) => url.hostname === 'github.com' && url.pathname.toLowerCase().startsWith(`/orgs/${login.toLowerCase()}/`),
  );
  return org.some(inside) || org.length >= 2 ? 'company' : 'profile';
}

/** GitHub: the page of a person or of an organisation; repositories are read the general way. */
export const github = {
  id: 'github',
  site: 'GitHub',
  matches: hosts.github,
  detect,
  collect: (page, options) =>
    options.kind === 'profile' ? profile(page, stampOf(page, 'github')) : organisation(page, stampOf(page, 'github')),
} as const satisfies SiteAdapter;
