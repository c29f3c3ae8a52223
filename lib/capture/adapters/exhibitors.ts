import { countryToIso } from '../../domain/normalize/country.ts';
import type { Page } from '../lines.ts';
import { addEvidence, type CompanyEvidence } from '../subjects.ts';
import type { AdapterKind, CollectOptions, Finding, Range, SiteAdapter } from './adapter.ts';
import { companyOf, giveContacts, giveWebsite, type Stamp, stampOf } from './evidence.ts';
import { contactPerson, giveAddress, giveFacts, giveNumbers } from './firm-parts.ts';
import { hosts } from './hosts.ts';
import {
  allBut,
  besideList,
  cardsOf,
  framing,
  headingLine,
  type Link,
  linesIn,
  linksTo,
  once,
  outside,
  sections,
} from './parts.ts';
import { placeOf } from './profile-parts.ts';

/** Shapes of the address of one exhibitor's page, of the platforms that fairs run on. */
const shapes: readonly RegExp[] = [
  /\/exhprofiles\/([\w.-]+)/i,
  /\/exhibitor-details?\.cfm\?.*?exhid=([\w-]+)/i,
  /\/exhibitor\/(?!exhibitor-|search|list|gallery)([\w.-]+)/i,
  /\/eBooth\.aspx\?.*?(?:BoothID|CoID|IndexInList)=([\w-]+)/i,
  /\/exhibitors?\/details?\/([\w-]+)/i,
  /\/(?:exhibitors|aussteller)\/([\w-]{3,})\/?$/i,
];
const keyOf = (url: URL): string => {
  const at = `${url.pathname}${url.search}`;
  for (const shape of shapes) {
    const key = shape.exec(at)?.[1];
    if (key && !/^(?:search|list|gallery|index|a-z|all)$/i.test(key)) return key;
  }
  return '';
};
const standIn =
  /(?:(?:hall|halle|pavilion|馆)\s*[\w.]+\s*[/,|·]?\s*)?(?:(?:booths?|stand|stände|展位|展台)(?:\s*(?:no|number|nr|号)\.?)?\s*[:：#]?\s*)([A-Z]{0,3}-?\d[\w./-]*)|(?:hall|halle)\s*(\d+\w?)\s*[/,|·-]\s*([A-Z]?\d[\w-]*)/iu;
const buttons =
  /^(?:details?|more|mehr|view|zum profil|profile|add|merken|bookmark|hall map|floor ?plan|stand|booth|save|logo|\d+)/i;
const others =
  /^(?:other exhibitors|similar|ähnliche|weitere aussteller|you may|recommended|sponsors?|advertisement|anzeige|partners?)/i;

function giveStand(e: Stamp, firm: CompanyEvidence, page: Page, range: Range): void {
  for (const line of linesIn(page, range)) {
    const m = line.s.length < 90 ? standIn.exec(line.s) : null;
    if (!m || firm.fields.stand) continue;
    const hall = /(?:hall|halle)\s*(\d+\w?)/i.exec(line.s)?.[1];
    const spot = m[1] ?? m[3] ?? '';
    const value = hall && hall !== spot ? `${hall} / ${spot}` : spot;
    if (value.trim() !== '') addEvidence(firm.fields, 'stand', e(value, line.i));
  }
}

function list(page: Page, e: Stamp, links: Link[], { country }: CollectOptions): Finding {
  const entries = links.filter(outside(page, [...framing(page), ...sections(page, others)]));
  const cards = cardsOf(page, entries, (l) => keyOf(l.url));
  const companies = cards.flatMap((card): CompanyEvidence[] => {
    const named = card.links.find((l) => l.text.length > 1 && !buttons.test(l.text));
    const firm = named && companyOf(e, once(named.text), named.line, 'listed', card);
    if (!named || !firm) return [];
    giveStand(e, firm, page, { from: card.from, to: card.to });
    for (const line of linesIn(page, { from: named.line, to: card.to })) {
      const text = line.i === named.line ? line.s.replace(named.text, '').trim() : line.s;
      const bare = text.replace(standIn, '').replace(/^[\s,|·/-]+|[\s,|·/-]+$/g, '');
      const iso = bare.length < 30 ? countryToIso(bare) : undefined;
      const place = bare.length > 2 ? (iso ? { country: iso, text: bare } : placeOf(bare)) : undefined;
      if (place && !firm.fields.addresses) addEvidence(firm.fields, 'addresses', e(place, line.i, 0.88));
    }
    giveContacts(page, { from: card.from, to: card.to }, e, firm.fields, {
      country: firm.fields.addresses?.[0]?.value.country ?? country,
      company: true,
    });
    return [firm];
  });
  return { people: [], companies, notLeads: besideList(page, cards.length, companies.length) };
}

function detail(page: Page, e: Stamp, { country }: CollectOptions): Finding {
  const head = headingLine(page, /./, /^h1$/) ?? headingLine(page, /./, /^h2$/);
  const end = sections(page, others).find((r) => r.from > (head?.i ?? 0))?.from ?? page.lines.length;
  const foot = framing(page).find((r) => head && r.from > head.i)?.from ?? page.lines.length;
  const range = { from: head?.i ?? 0, to: Math.min(end, foot) - 1 };
  const firm = head && companyOf(e, once(head.s), head.i, 'own', range);
  if (!firm) return { people: [], companies: [], notLeads: [] };
  giveFacts(page, [range], e, firm, country);
  giveStand(e, firm, page, range);
  const site = linksTo(page, (url) => keyOf(url) === '').find(
    (l) =>
      l.line > head.i &&
      l.line <= range.to &&
      /^(?:https?:\/\/|www\.)|^[\w-]+(?:\.[\w-]+)+\/?$|^(?:website|homepage|internet)$/i.test(l.text),
  );
  if (site && !firm.fields.website) giveWebsite(e, firm.fields, site.url.href, site.line);
  if (!firm.fields.addresses) {
    const lines = linesIn(page, range);
    const at = lines.findIndex(
      (l) => l.s.length < 60 && /(?:^|\s)(?:[A-Z]{1,2}-)?\d{4,6}\s+\p{Lu}|\p{Lu}\p{L}+,?\s+[A-Z]{2}\s+\d{5}/u.test(l.s),
    );
    const [street, town, land] = [lines[at - 1], lines[at], lines[at + 1]];
    if (town) {
      const parts = [
        street && street.i > head.i && /\d/.test(street.s) && street.s.length < 60 ? street.s : '',
        town.s,
        land && countryToIso(land.s) ? land.s : '',
      ];
      giveAddress(e, firm.fields, parts.filter(Boolean).join(', '), town.i, (land && countryToIso(land.s)) ?? country);
    }
  }
  const person = contactPerson(page, range, e, firm);
  giveNumbers(page, [range], e, firm, person, firm.fields.addresses?.[0]?.value.country ?? country);
  return { people: person ? [person] : [], companies: [firm], notLeads: allBut(page, [range]) };
}

function detect(page: Page): AdapterKind | null {
  const url = URL.parse(page.url);
  if (!url) return null;
  if (keyOf(url) !== '') return 'company';
  const links = new Set(linksTo(page, (to) => keyOf(to) !== '').map((l) => keyOf(l.url)));
  return links.size >= 2 || /exhibitor|aussteller|directory|exhlist/i.test(url.pathname) ? 'companies' : null;
}

/** Platforms that trade fairs publish their exhibitors on: the list with stands, and one exhibitor's page. */
export const exhibitors = {
  id: 'exhibitors',
  site: 'Exhibitor lists of trade fairs',
  matches: hosts.exhibitors,
  detect,
  collect(page, options) {
    const e = stampOf(page, 'exhibitors');
    return options.kind === 'company'
      ? detail(page, e, options)
      : list(
          page,
          e,
          linksTo(page, (url) => keyOf(url) !== ''),
          options,
        );
  },
} as const satisfies SiteAdapter;
