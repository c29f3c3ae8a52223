import { firmKey } from '../companies-names.ts';
import type { Page } from '../lines.ts';
import { addEvidence, type CompanyEvidence, type PersonEvidence } from '../subjects.ts';
import type { AdapterKind, CollectOptions, Finding, Range, SiteAdapter } from './adapter.ts';
import {
  companyName,
  companyOf,
  giveContacts,
  giveWebsite,
  isTitle,
  personOf,
  type Stamp,
  stampOf,
} from './evidence.ts';
import { hosts } from './hosts.ts';
import {
  allBut,
  besideList,
  cardsOf,
  framing,
  headingLine,
  labelled,
  linesIn,
  linksTo,
  once,
  onHost,
  outside,
  sections,
  tagAt,
} from './parts.ts';
import { placeOf, splitHeadline } from './profile-parts.ts';

const profilePath = /^\/in\/([^/]+)\/?$/;
const companyPath = /^\/(?:company|school|showcase)\/([^/]+)/;
const current =
  /^(?:current|currently|aktuell|derzeit|actuel(?:lement)?|actualmente|attuale|attualmente|huidig|目前就职|目前就職|目前|现任|現職)\s*[:：]\s*/i;
/** Words that stand with a name and are none of it. */
const besideName =
  /(?:view\s.*|status is\b.*|profil von .* anzeigen|voir le profil.*|ver (?:el )?perfil.*|查看.*(?:档案|主页|個人檔案).*|[•·]\s*(?:[123]\p{L}{0,3}\+?|drittgradig|außerhalb).*|,?\s*(?:premium|verified|verifiziert|vérifié)\b.*)$/iu;
const noise =
  /^(?:she\/her|he\/him|they\/them|sie\/ihr|er\/ihm|.{0,3}\s?(?:[123](?:st|nd|rd|\.)\+?.*)|connect|vernetzen|message|nachricht|follow(?:ing)?|folgen|more|mehr|pending|关注|加为好友|发消息|premium|verified.*|open to work)$/i;
const mutual =
  /mutual connection|gemeinsame[rn]? kontakt|relations? en commun|contactos? en común|共同(?:好友|联系人)|(?:other|weitere).{0,20}(?:connections?|kontakte)|followers?$|follower:innen$|\d\s?(?:位)?(?:关注者|好友)/i;
const contactInfo =
  /contact info|kontaktinfo|kontaktdaten|coordonnées|información de contacto|informazioni di contatto|联系方式|聯絡資料/i;
const about =
  /^(?:about(?: us)?|overview|info|über uns|infos?|übersicht|à propos|présentation|acerca de|información|关于(?:我们)?|個人簡介|个人简介|概览|概覽)$/i;
const experience =
  /^(?:experience|berufserfahrung|expérience|experiencia|esperienza|ervaring|工作经历|工作經歷|经历)$/i;
const contactHead =
  /^(?:contact info|kontaktinfo|kontaktdaten|coordonnées|联系方式|聯絡資料|información de contacto)$/i;
const period = /(?:19|20)\d\d\s*(?:年.{0,4})?\s*[-–—至]/;
const present = /present|heute|aujourd|actualidad|presente|heden|至今|现在/i;

const profileUrl = (url: URL): string => `https://www.linkedin.com${url.pathname.replace(/\/$/, '')}`;
const slug = (url: URL, path: RegExp): string =>
  onHost(url, 'linkedin.com') ? (path.exec(url.pathname)?.[1] ?? '') : '';
const cleanName = (text: string): string => once(once(text).replace(besideName, '').trim());

/** Firms of the people on a page, by key: colleagues share one. */
type Firms = Map<string, CompanyEvidence>;

function giveHeadline(person: PersonEvidence, text: string, line: number, e: Stamp, firms: Firms): void {
  const { title, company } = splitHeadline(text);
  if (title && isTitle(title)) addEvidence(person.fields, 'jobTitle', e(title, line, 0.9));
  if (company) giveCompany(person, company, line, e, firms);
}

function giveCompany(person: PersonEvidence, text: string, line: number, e: Stamp, firms: Firms): void {
  const name = companyName(text);
  if (!name || person.company) return;
  const key = firmKey(name);
  const known = firms.get(key);
  const company = known ?? companyOf(e, name, line, 'mentioned', { from: line, to: line });
  if (!company) return;
  if (!known) firms.set(key, company);
  person.company = company;
  addEvidence(person.fields, 'companyName', e(name, line, 0.92));
}

/** A result or the head of a profile: the lines behind the name are headline and place, in this order. */
function giveHead(person: PersonEvidence, page: Page, range: Range, e: Stamp, firms: Firms): void {
  const lines = linesIn(page, range).filter((l) => !noise.test(once(l.s)) && !mutual.test(l.s));
  const now = lines.find((l) => current.test(l.s));
  if (now) giveHeadline(person, once(now.s.replace(current, '')), now.i, e, firms);
  const rest = lines.filter((l) => l !== now);
  const headline =
    rest.slice(0, 4).find((l) => isTitle(splitHeadline(once(l.s)).title ?? '') && !placeOf(l.s)) ?? rest[0];
  if (headline && !placeOf(headline.s)) giveHeadline(person, once(headline.s), headline.i, e, firms);
  for (const line of lines.slice(0, 6)) {
    if (line === now || line === headline) continue;
    const place = placeOf(line.s.replace(/\s*[·•].*$/, ''), contactInfo.test(line.s));
    if (!place) continue;
    addEvidence(person.fields, 'addresses', e(place, line.i, 0.85));
    break;
  }
}

/** The first entry of the experience: title, then firm, then a period that has not ended. */
function giveExperience(person: PersonEvidence, page: Page, section: Range, e: Stamp, firms: Firms): void {
  const lines = linesIn(page, { from: section.from + 1, to: section.to }).map((l) => ({ i: l.i, s: once(l.s) }));
  const at = lines.findIndex((l) => period.test(l.s));
  const [title, firm] = [lines[0], lines[1]];
  if (at < 2 || !title || !firm || !present.test(lines[at]?.s ?? '')) return;
  const name = firm.s.split(/\s*[·•]\s*/)[0] ?? '';
  if (isTitle(title.s)) addEvidence(person.fields, 'jobTitle', e(title.s, title.i, 0.97));
  giveCompany(person, name, firm.i, e, firms);
}

function profile(page: Page, e: Stamp, { country }: CollectOptions): Finding {
  const firms: Firms = new Map();
  const titled = (page.meta.title.split(/\s+[|–-]\s+/)[0] ?? '').replace(/^\(\d+\+?\)\s*/, '').trim();
  const head = headingLine(page, /./, /^h1$/) ?? page.lines.find((l) => titled.length > 2 && cleanName(l.s) === titled);
  if (!head) return { people: [], companies: [], notLeads: [] };
  const next = page.lines.findIndex((l) => l.i > head.i && l.s !== '' && /^h[12]$/.test(tagAt(page, l.i)));
  const top = { from: head.i, to: (next < 0 ? Math.min(page.lines.length, head.i + 25) : next) - 1 };
  const person = personOf(e, cleanName(head.s), head.i, top);
  if (!person) return { people: [], companies: [], notLeads: [] };
  const [experienced] = sections(page, experience);
  if (experienced) giveExperience(person, page, experienced, e, firms);
  giveHead(person, page, { from: head.i + 1, to: top.to }, e, firms);
  const [firmLink] = linksTo(page, (url) => slug(url, companyPath) !== '').filter(
    (l) => l.line > head.i && l.line <= top.to,
  );
  if (firmLink) giveCompany(person, once(firmLink.text), firmLink.line, e, firms);
  const url = URL.parse(page.url);
  if (url && profilePath.test(url.pathname.replace(/\/(?:overlay|details)\/.*$/, '/')))
    addEvidence(person.fields, 'links', e(profileUrl(new URL(url.href.replace(/\/(?:overlay|details)\/.*$/, '/')))));
  const told = sections(page, about);
  const contacts = sections(page, contactHead);
  for (const range of [...told, ...contacts]) {
    const home = person.fields.addresses?.[0]?.value.country ?? country;
    giveContacts(page, range, e, person.fields, { country: home, company: false });
  }
  const others = page.lines.filter((l) => mutual.test(l.s)).map((l) => ({ from: l.i, to: l.i }));
  return {
    people: [person],
    companies: [...firms.values()],
    notLeads: [...allBut(page, [top, ...told, ...contacts]), ...framing(page), ...others],
  };
}

function people(page: Page, e: Stamp): Finding {
  const firms: Firms = new Map();
  const links = linksTo(page, (url) => slug(url, profilePath) !== '')
    .filter(outside(page, framing(page)))
    .filter((l) => !mutual.test(page.lines[l.line]?.s ?? ''));
  const cards = cardsOf(page, links, (l) => slug(l.url, profilePath));
  const found = cards.flatMap((card) => {
    const named = card.links.find((l) => slug(l.url, profilePath) === card.key && cleanName(l.text) !== '');
    const person = named && personOf(e, cleanName(named.text), named.line, card);
    if (!named || !person) return [];
    addEvidence(person.fields, 'links', e(profileUrl(named.url), named.line));
    giveHead(person, page, { from: named.line + 1, to: card.to }, e, firms);
    return [person];
  });
  return { people: found, companies: [...firms.values()], notLeads: besideList(page, cards.length, found.length) };
}

const facts = {
  industry: /^(?:industry|branche|secteur|sector|settore|行业|產業)/i,
  employees: /^(?:company size|größe|unternehmensgröße|taille de l’entreprise|tamaño de la empresa|公司规模|公司規模)/i,
  founded: /^(?:founded|gegründet|fondée en|fundación|创立|成立时间|創立)/i,
  products: /^(?:specialties|spezialgebiete|spécialisations|especialidades|专长领域|擅長領域)/i,
} as const;
const website = /^(?:website|site web|sitio web|sito web|网站|網站)/i;
const seat = /^(?:headquarters|hauptsitz|siège social|sede|总部|總部)/i;

function company(page: Page, e: Stamp, { country }: CollectOptions): Finding {
  const head = headingLine(page, /./, /^h1$/);
  const found = head && companyOf(e, once(head.s), head.i, 'own', { from: head.i, to: page.lines.length - 1 });
  if (!found) return { people: [], companies: [], notLeads: [] };
  const told = sections(page, about);
  const top = { from: head.i, to: Math.min(page.lines.length - 1, head.i + 12) };
  for (const range of told) {
    for (const [field, label] of Object.entries(facts) as [keyof typeof facts, RegExp][]) {
      const fact = labelled(page, range, label);
      if (fact && !found.fields[field]) addEvidence(found.fields, field, e(fact.value, fact.line));
    }
    const site = labelled(page, range, website);
    if (site) giveWebsite(e, found.fields, site.value, site.line);
    const place = labelled(page, range, seat);
    const address = place && placeOf(place.value, true);
    if (address) addEvidence(found.fields, 'addresses', e(address, place.line, 0.85));
    giveContacts(page, range, e, found.fields, { country, company: true });
  }
  const url = URL.parse(page.url);
  const name = url && slug(url, companyPath);
  if (name) addEvidence(found.fields, 'links', e(`https://www.linkedin.com/company/${name}`));
  return { people: [], companies: [found], notLeads: [...allBut(page, [top, ...told]), ...framing(page)] };
}

function companiesIn(page: Page, e: Stamp): Finding {
  const links = linksTo(page, (url) => slug(url, companyPath) !== '').filter(outside(page, framing(page)));
  const cards = cardsOf(page, links, (l) => slug(l.url, companyPath));
  const found = cards.flatMap((card) => {
    const named = card.links.find((l) => l.text !== '');
    const firm = named && companyOf(e, cleanName(named.text), named.line, 'listed', card);
    if (!named || !firm) return [];
    addEvidence(
      firm.fields,
      'links',
      e(`https://www.linkedin.com/company/${slug(named.url, companyPath)}`, named.line),
    );
    const [line] = linesIn(page, { from: named.line + 1, to: card.to }).filter(
      (l) => !noise.test(l.s) && !mutual.test(l.s),
    );
    const [industry, where] = line?.s.split(/\s*[•·]\s*/) ?? [];
    if (line && industry && industry.length < 80 && where !== undefined)
      addEvidence(firm.fields, 'industry', e(industry, line.i, 0.9));
    const place = line && where ? placeOf(where, true) : undefined;
    if (place) addEvidence(firm.fields, 'addresses', e(place, line?.i, 0.8));
    return [firm];
  });
  return { people: [], companies: found, notLeads: besideList(page, cards.length, found.length) };
}

function detect(page: Page): AdapterKind | null {
  const path = URL.parse(page.url)?.pathname ?? '';
  if (/^\/(?:in|pub)\/[^/]+(?:\/(?:overlay|details)\/.*|\/)?$/.test(path)) return 'profile';
  if (/^\/search\/results\/people\b/.test(path)) return 'people';
  if (/^\/search\/results\/companies\b/.test(path)) return 'companies';
  if (/^\/(?:company|showcase)\/[^/]+(?:\/about)?\/?$/.test(path)) return 'company';
  if (/^\/company\/[^/]+\/people\/?$/.test(path)) return 'people';
  return null;
}

/** LinkedIn: profiles, company pages, search for people and companies, in the languages of its interface. */
export const linkedin = {
  id: 'linkedin',
  site: 'LinkedIn',
  matches: hosts.linkedin,
  detect,
  collect(page, options) {
    const e = stampOf(page, 'linkedin');
    if (options.kind === 'profile') return profile(page, e, options);
    if (options.kind === 'people') return people(page, e);
    return options.kind === 'company' ? company(page, e, options) : companiesIn(page, e);
  },
} as const satisfies SiteAdapter;
