import { companyScore } from '../detectors/company-name.ts';
import type { Page } from '../lines.ts';
import { addEvidence, type CompanyEvidence } from '../subjects.ts';
import type { AdapterKind, CollectOptions, Finding, SiteAdapter } from './adapter.ts';
import { companyOf, giveContacts, giveWebsite, isTitle, personOf, type Stamp, stampOf } from './evidence.ts';
import { giveAddress, giveFacts, giveNumbers } from './firm-parts.ts';
import { hosts } from './hosts.ts';
import { allBut, framing, headingLine, linesIn, linksTo, once, onHost, sectionFrom, sections } from './parts.ts';
import { placeOf, splitHeadline } from './profile-parts.ts';

const nothing: Finding = { people: [], companies: [], notLeads: [] };
/** "Angestellt, Leiterin Einkauf, Firma": how somebody works stands before what they do. */
const status =
  /^(?:angestellt|verbeamtet|selbstständig|freiberuflich|inhaber(?:in)?|geschäftsführer(?:in)?|employee|employed|self-employed|freelancer?|owner)\s*,\s*/i;
const beside = /\s+(?:premium|basic|pro(?:business|jobs)?|moderator(?:in)?)$/i;
const others =
  /^(?:weitere mitglieder|andere mitglieder|ähnliche|vielleicht kennen|mitglieder mit|other members|similar|people you may know|more members|xing.*members|you may also)/i;
const aboutFirm =
  /^(?:über uns|infos?|about us|about|daten und fakten|facts|fakten|unternehmensdetails|company details|impressum|kontakt|contact)$/i;
const site = /^(?:website|homepage|webseite|zur website)$/i;

function profile(page: Page, e: Stamp, { country }: CollectOptions): Finding {
  const head = headingLine(page, /./, /^h1$/) ?? headingLine(page, /./, /^h2$/);
  if (!head) return nothing;
  const top = { from: head.i, to: Math.min(head.i + 14, sectionFrom(page, head.i).to) };
  const person = personOf(e, once(head.s).replace(beside, ''), head.i, top);
  if (!person) return nothing;
  const companies: CompanyEvidence[] = [];
  const lines = linesIn(page, { from: head.i + 1, to: top.to });
  for (const line of lines) {
    if (person.fields.jobTitle) break;
    const parts = once(line.s)
      .replace(status, '')
      .split(/\s*,\s*/);
    // the firm is the last of the parts, and may itself hold a comma only before its legal form
    const firm = parts.length > 1 ? parts.at(-1) : undefined;
    const spoken = splitHeadline(once(line.s));
    const title = firm ? parts.slice(0, -1).join(', ') : (spoken.title ?? '');
    const name = firm ?? spoken.company;
    if (!isTitle(title)) continue;
    addEvidence(person.fields, 'jobTitle', e(title, line.i));
    const company =
      name && !placeOf(name) ? companyOf(e, name, line.i, 'mentioned', { from: line.i, to: line.i }) : undefined;
    if (company) {
      companies.push(company);
      person.company = company;
      addEvidence(person.fields, 'companyName', e(company.fields.name?.[0]?.value ?? '', line.i, 0.93));
    }
  }
  const place = lines.map((l) => ({ l, at: placeOf(l.s) })).find(({ l, at }) => at && companyScore(l.s).score < 0.5);
  if (place?.at) addEvidence(person.fields, 'addresses', e(place.at, place.l.i, 0.85));
  const url = URL.parse(page.url);
  const slug = url && /^\/profile\/([^/]+)/.exec(url.pathname)?.[1];
  if (slug) addEvidence(person.fields, 'links', e(`https://www.xing.com/profile/${slug}`));
  const contacts = sections(page, /^(?:kontaktdaten|contact details|business contact|geschäftlich)$/i);
  const home = person.fields.addresses?.[0]?.value.country ?? country;
  for (const range of contacts) giveContacts(page, range, e, person.fields, { country: home, company: false });
  return { people: [person], companies, notLeads: [...allBut(page, [top, ...contacts]), ...framing(page)] };
}

function company(page: Page, e: Stamp, { country }: CollectOptions): Finding {
  const head = headingLine(page, /./, /^h1$/) ?? headingLine(page, /./, /^h2$/);
  const end = sections(page, others)[0]?.from ?? page.lines.length;
  const found = head && companyOf(e, once(head.s), head.i, 'own', { from: head.i, to: end - 1 });
  if (!found) return nothing;
  const range = { from: head.i, to: end - 1 };
  giveFacts(page, [range], e, found, country);
  giveNumbers(page, [range], e, found, undefined, country);
  const link = linksTo(page, (url) => !onHost(url, 'xing.com')).find(
    (l) => l.line > head.i && l.line < end && site.test(l.text || l.label),
  );
  if (link && !found.fields.website) giveWebsite(e, found.fields, link.url.href, link.line);
  const imprint = sections(page, /^(?:impressum|imprint|kontakt|contact|standort|adresse)$/i)[0];
  if (imprint && !found.fields.addresses) {
    const words = linesIn(page, { from: imprint.from + 1, to: Math.min(imprint.to, imprint.from + 5) });
    const street = words.find((l) => /\b(?:\d{4,5})\s\p{Lu}/u.test(l.s));
    const before = street && words[words.indexOf(street) - 1];
    if (street)
      giveAddress(
        e,
        found.fields,
        [/\d/.test(before?.s ?? '') ? before?.s : '', street.s].filter(Boolean).join(', '),
        street.i,
        country,
      );
  }
  const path = URL.parse(page.url)?.pathname ?? '';
  const slug = /^\/(?:pages|companies|company)\/([^/]+)/.exec(path)?.[1];
  if (slug) addEvidence(found.fields, 'links', e(`https://www.xing.com/pages/${slug}`));
  return {
    people: [],
    companies: [found],
    notLeads: [
      ...allBut(page, [{ from: head.i, to: Math.min(head.i + 3, end - 1) }, ...sections(page, aboutFirm)]),
      ...framing(page),
    ],
  };
}

function detect(page: Page): AdapterKind | null {
  const path = URL.parse(page.url)?.pathname ?? '';
  if (/^\/profile\/[^/]+(?:\/.*)?$/.test(path)) return 'profile';
  return /^\/(?:pages|companies|company)\/[^/]+(?:\/(?:about|about_us|imprint))?\/?$/.test(path) ? 'company' : null;
}

/** XING: profiles and company pages, German and English. */
export const xing = {
  id: 'xing',
  site: 'XING',
  matches: hosts.xing,
  detect,
  collect: (page, options) =>
    options.kind === 'profile'
      ? profile(page, stampOf(page, 'xing'), options)
      : company(page, stampOf(page, 'xing'), options),
} as const satisfies SiteAdapter;
