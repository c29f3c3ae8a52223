import { findAddresses } from '../detectors/address.ts';
import type { Line, Page } from '../lines.ts';
import { addEvidence } from '../subjects.ts';
import type { CollectOptions, Finding, SiteAdapter } from './adapter.ts';
import { companyOf, giveContacts, giveWebsite, type Stamp, stampOf } from './evidence.ts';
import { giveAddress } from './firm-parts.ts';
import { hosts } from './hosts.ts';
import { linesIn, linksTo, once, tagAt } from './parts.ts';

/** Where visitors begin to speak: they are nobody to reach, and what they write is no address. */
const visitors =
  /^(?:reviews?|review summary|rezensionen|rezensionsübersicht|bewertungen|avis|opiniones|recensioni|评价|評論|people also search|wird auch oft gesucht|questions and answers|fragen und antworten|popular times|stoßzeiten|photos|fotos)\b/i;
const addressWord = /^(?:address|adresse|dirección|indirizzo|adres|地址)\s*[:：]\s*/i;
const siteWord = /^(?:website|site web|sitio web|sito web|网站|網站)/i;
const notCategory =
  /^(?:[\d.,★() ]+|.*\d.*|directions|save|nearby|share|routenplaner|speichern|in der nähe|teilen|overview|übersicht|about|info|open.*|geöffnet.*|geschlossen.*|closed.*|路线|保存|附近|分享|claim this business)$/i;

/** A line that the page calls an address, or that is one by itself. */
function isAddress(page: Page, line: Line, country: string | undefined): boolean {
  if (line.s === '' || line.s.length > 200) return false;
  if (addressWord.test(page.blocks[line.b]?.r ?? '') || addressWord.test(line.s)) return true;
  return findAddresses([line.s], { country }).some((a) => a.value.street || a.value.postalCode);
}

function place(page: Page, e: Stamp, { country }: CollectOptions): Finding {
  // beside an open list of results the place is the one that the page is titled after
  const heads = page.lines.filter((l) => l.s.length < 120 && l.s !== '' && tagAt(page, l.i) === 'h1');
  const head = heads.find((l) => page.meta.title.startsWith(once(l.s))) ?? heads[0];
  if (!head) return { people: [], companies: [], notLeads: [] };
  // "Reviews" is also the name of a tab above the address: what visitors say begins below it
  const placed = page.lines.find((l) => l.i > head.i && isAddress(page, l, country))?.i ?? head.i;
  const end =
    page.lines.find(
      (l) => l.i > placed && l.s.length < 60 && visitors.test(l.s) && (placed > head.i || tagAt(page, l.i) !== ''),
    )?.i ?? page.lines.length;
  const range = { from: head.i, to: end - 1 };
  const firm = companyOf(e, once(head.s), head.i, 'own', range);
  if (!firm) return { people: [], companies: [], notLeads: [] };
  const lines = linesIn(page, { from: head.i + 1, to: end - 1 });
  const category = lines.slice(0, 6).find((l) => l.s.length < 45 && /^\p{L}/u.test(l.s) && !notCategory.test(l.s));
  if (category) addEvidence(firm.fields, 'industry', e(category.s.replace(/\s*[·•].*$/, ''), category.i, 0.9));
  for (const line of lines) {
    if (firm.fields.addresses || !isAddress(page, line, country)) continue;
    giveAddress(e, firm.fields, line.s.replace(addressWord, ''), line.i, country);
  }
  for (const link of linksTo(page, () => true)) {
    if (link.line <= head.i || link.line >= end || firm.fields.website) continue;
    if (siteWord.test(link.label) || siteWord.test(link.text) || /^[\w-]+(?:\.[\w-]+)+$/.test(link.text))
      giveWebsite(e, firm.fields, link.url.href, link.line);
  }
  giveContacts(page, range, e, firm.fields, {
    country: firm.fields.addresses?.[0]?.value.country ?? country,
    company: true,
  });
  return { people: [], companies: [firm], notLeads: [{ from: 0, to: page.lines.length - 1 }] };
}

/** Google Maps: the panel of one place. */
export const googleMaps = {
  id: 'google-maps',
  site: 'Google Maps',
  matches: hosts['google-maps'],
  detect: (page) => (/\/maps\/place\//.test(URL.parse(page.url)?.pathname ?? '') ? 'place' : null),
  collect: (page, options) => place(page, stampOf(page, 'google-maps'), options),
} as const satisfies SiteAdapter;
