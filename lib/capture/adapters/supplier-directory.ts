import { countryToIso } from '../../domain/normalize/country.ts';
import type { Address } from '../../domain/schema/value.ts';
import { type Page, within } from '../lines.ts';
import { addEvidence, type CompanyEvidence } from '../subjects.ts';
import type { CollectOptions, Finding } from './adapter.ts';
import { companyOf, giveWebsite, type Stamp } from './evidence.ts';
import { contactPerson, giveAddress, giveFacts, giveNumbers } from './firm-parts.ts';
import {
  allBut,
  besideList,
  cardsOf,
  framing,
  headingLine,
  linesIn,
  linksTo,
  once,
  outside,
  sections,
} from './parts.ts';

/** What the supplier directories of one family share: a search with cards, a page for each supplier. */
export type Directory = {
  host: (url: URL) => boolean;
  /** Path of a supplier's own page; its first group tells suppliers apart. */
  supplier: RegExp;
};

const others =
  /^(?:ähnliche|weitere|vergleichbare|das könnte|andere|similar|other|you may|related|more suppliers|suppliers nearby|entreprises similaires|autres|vous aimerez)/i;
const products = /^(?:produkte|products|produits|angebot|produktportfolio|product portfolio|keywords)$/i;
/** "DE-80331 München", "34117 Kassel", "Lyon, France", "France - Lyon". */
const coded = /^(?:([A-Z]{1,2})[- ])?(\d{4,5})\s+(\p{Lu}[\p{L} .'-]{1,40})(?:,\s*(\p{Lu}[\p{L} ]{2,30}))?$/u;
const pair = /^(\p{Lu}[\p{L} .'-]{1,40})(?:,\s*|\s+[-–]\s+)(\p{Lu}[\p{L} .'-]{1,40})$/u;
const searchPath =
  /^\/(?:[a-z]{2}\/)?(?:suche|search|recherche|busqueda|ricerca|unternehmen|companies|entreprises|firmen)(?:\/|$)/;
const siteWord =
  /^(?:website|webseite|zur website|homepage|visit website|zur homepage|site web|voir le site|site internet)$/i;
const size = /(\d[\d.]*\s?(?:[-–]\s?\d[\d.]*|\+)?)\s*(?:mitarbeiter|employees|salariés|personnes)/i;
const born = /(?:gegründet|founded|since|seit|fondée en|créée en|gründungsjahr)[:\s]*((?:18|19|20)\d\d)/i;

function shortPlace(text: string): Address | undefined {
  const code = coded.exec(text);
  if (code?.[2] && code[3]) {
    const country = code[1]
      ? countryToIso(code[1] === 'D' ? 'DE' : code[1] === 'A' ? 'AT' : code[1])
      : countryToIso(code[4] ?? '');
    return { postalCode: code[2], city: code[3], ...(country && { country }), text };
  }
  const m = pair.exec(text);
  const [a, b] = [m?.[1] ?? '', m?.[2] ?? ''];
  const [ca, cb] = [countryToIso(a), countryToIso(b)];
  if (!m || Boolean(ca) === Boolean(cb)) return undefined;
  return { city: ca ? b : a, country: (ca ?? cb) as string, text };
}

/** What a page of a directory is: a supplier's by its address, a search by its address or by its entries. */
export function directoryKind(page: Page, { host, supplier }: Directory): 'company' | 'companies' | null {
  const path = URL.parse(page.url)?.pathname ?? '';
  if (supplier.test(path)) return 'company';
  if (searchPath.test(path)) return 'companies';
  const links = linksTo(page, (url) => host(url) && supplier.test(url.pathname)).filter(outside(page, framing(page)));
  return new Set(links.map((l) => supplier.exec(l.url.pathname)?.[1])).size >= 3 ? 'companies' : null;
}

/** A search result: one card a supplier. */
export function suppliersIn(page: Page, e: Stamp, { host, supplier }: Directory): Finding {
  const links = linksTo(page, (url) => host(url) && supplier.test(url.pathname)).filter(outside(page, framing(page)));
  const sites = linksTo(page, (url) => !host(url)).filter((l) => siteWord.test(l.text || l.label));
  const cards = cardsOf(page, links, (l) => supplier.exec(l.url.pathname)?.[1] ?? '');
  const companies = cards.flatMap((card): CompanyEvidence[] => {
    const named = card.links.find(
      (l) => l.text.length > 1 && !/^(?:mehr|more|details|zum|view|kontakt|contact|anfrage|voir)/i.test(l.text),
    );
    const firm = named && companyOf(e, once(named.text), named.line, 'listed', card);
    if (!named || !firm) return [];
    for (const line of linesIn(page, { from: named.line + 1, to: card.to })) {
      const place = firm.fields.addresses ? undefined : shortPlace(line.s);
      if (place) addEvidence(firm.fields, 'addresses', e(place, line.i, 0.9));
      const staff = line.s.length < 80 ? size.exec(line.s)?.[1] : undefined;
      if (staff && !firm.fields.employees) addEvidence(firm.fields, 'employees', e(staff, line.i));
      const year = line.s.length < 80 ? born.exec(line.s)?.[1] : undefined;
      if (year && !firm.fields.founded) addEvidence(firm.fields, 'founded', e(year, line.i));
    }
    const site = sites.find((l) => l.line >= card.from && l.line <= card.to);
    if (site) giveWebsite(e, firm.fields, site.url.href, site.line);
    return [firm];
  });
  return { people: [], companies, notLeads: besideList(page, cards.length, companies.length) };
}

/** A supplier's own page. */
export function supplierPage(page: Page, e: Stamp, { host }: Directory, { country }: CollectOptions): Finding {
  const head = headingLine(page, /./, /^h1$/);
  const end = sections(page, others).find((r) => r.from > (head?.i ?? 0))?.from ?? page.lines.length;
  const firm = head && companyOf(e, once(head.s), head.i, 'own', { from: head.i, to: end - 1 });
  if (!firm) return { people: [], companies: [], notLeads: [] };
  const frame = framing(page).filter((r) => r.from > head.i || r.to < head.i);
  const last = Math.min(end, ...frame.filter((r) => r.from > head.i).map((r) => r.from)) - 1;
  const range = { from: head.i, to: last };
  const offered = sections(page, products).find((r) => r.from > head.i && r.from <= last);
  const wares =
    offered &&
    linesIn(page, { from: offered.from + 1, to: Math.min(offered.to, last) }).filter(
      (l) => l.s.length < 60 && within(page, l.b, /^(?:li|a|button)$/),
    );
  if (wares?.length && !firm.fields.products)
    addEvidence(
      firm.fields,
      'products',
      e(
        wares
          .slice(0, 12)
          .map((l) => l.s)
          .join(', ')
          .slice(0, 300),
        wares[0]?.i,
      ),
    );
  giveFacts(page, [range], e, firm, country);
  for (const line of linesIn(page, range)) {
    if (line.s.length > 90) continue;
    const [staff, year] = [size.exec(line.s)?.[1], born.exec(line.s)?.[1]];
    if (staff && !firm.fields.employees) addEvidence(firm.fields, 'employees', e(staff, line.i));
    if (year && !firm.fields.founded) addEvidence(firm.fields, 'founded', e(year, line.i));
    const place = firm.fields.addresses ? undefined : shortPlace(line.s);
    const street = place && page.lines.slice(0, line.i).findLast((l) => l.s !== '');
    if (place && street && street.i > head.i && /\d/.test(street.s) && street.s.length < 60)
      giveAddress(e, firm.fields, `${street.s}, ${line.s}`, line.i, place.country ?? country);
    else if (place) addEvidence(firm.fields, 'addresses', e(place, line.i, 0.85));
  }
  const site = linksTo(page, (url) => !host(url)).find(
    (l) => l.line > head.i && l.line <= last && siteWord.test(l.text || l.label),
  );
  if (site && !firm.fields.website) giveWebsite(e, firm.fields, site.url.href, site.line);
  const person = contactPerson(page, range, e, firm);
  giveNumbers(page, [range], e, firm, person, firm.fields.addresses?.[0]?.value.country ?? country);
  return { people: person ? [person] : [], companies: [firm], notLeads: allBut(page, [range]) };
}
