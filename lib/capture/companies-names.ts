import { companyKey } from '../domain/normalize/company.ts';
import { domainOf } from '../domain/normalize/domain.ts';

const generic =
  /^(?:home(?:page)?|start(?:seite)?|index|welcome.*|willkommen.*|contact(?: us)?.*|kontakt.*|impressum|imprint|legal.*|about(?: us)?.*|über uns|team|unser team|our team|our people|people|staff|news|aktuelles|blog|login|log in|menu|navigation|search|suche|english|deutsch|首页|主页|网站首页|联系我们|联系方式|公司简介|关于我们|聯絡我們|untitled.*|ansprechpartner.*|karriere|jobs?|careers|datenschutz|privacy.*|services|products|produkte|locations?|standorte|directions|wir\.?|page \d+|seite \d+|site ?map|e-?mail.*|logo|header|banner|image|photo|facebook|twitter|linkedin|instagram|youtube|rss.*|官网|首頁|all rights reserved.*|address|phone|print|share|back|top|faq.*|staff directory|directory|management|leadership|board.*|vorstand|gremien)$/i;

/** True for words that name a page or a button, never a firm. */
export function isGenericName(text: string): boolean {
  return generic.test(text.replace(/^[\W_]+|[\W_]+$/gu, '').trim());
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/ä/g, 'ae')
    .replace(/ö/g, 'oe')
    .replace(/ü/g, 'ue')
    .replace(/ß/g, 'ss')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '');

/** How well a name fits the address of the site, 0 to 1: its words run together, its beginning, or its initials. */
export function domainFit(name: string, host: string): number {
  const domain = domainOf(host) ?? host;
  const label = plain(domain.split('.')[0] ?? '').replace(/[^a-z0-9]/g, '');
  if (label.length < 2) return 0;
  const words = plain(companyKey(name) || name)
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  const run = words.join('');
  if (run.length < 2) return 0;
  if (run === label) return 1;
  if (run.length >= 4 && label.length >= 4 && (run.includes(label) || label.includes(run))) return 0.9;
  const initials = words.map((w) => w[0]).join('');
  const bare = words
    .filter((w) => !/^(?:and|of|the|und|der|die|das|for|fuer|de|la)$/.test(w))
    .map((w) => w[0])
    .join('');
  if (label.length >= 2 && (initials === label || bare === label)) return 0.8;
  let covered = 0;
  for (const w of words) if (w.length >= 3 && label.includes(w)) covered += w.length;
  const part = covered / label.length;
  if (part >= 0.5) return 0.4 + part * 0.4;
  return bare.length >= 3 && label.startsWith(bare) ? 0.5 : 0;
}

/** Key for telling firms apart; spaces count nothing in Chinese names. */
export function firmKey(name: string): string {
  const key = companyKey(name);
  return /\p{Script=Han}/u.test(key) ? key.replace(/\s+/g, '') : key;
}

/** Whether two keys are one firm: equal, or one begins with the whole words of the other. */
export function sameFirm(a: string, b: string): boolean {
  if (a === '' || b === '') return false;
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length < 4 || !long.startsWith(short)) return false;
  return /\p{Script=Han}/u.test(short) || long[short.length] === ' ';
}
