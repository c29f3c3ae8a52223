import { domainOf } from '../domain/normalize/domain.ts';
import type { FirmAnchor } from './companies-anchors.ts';
import { domainFit, firmKey, isBranchName, isGenericName, sameFirm } from './companies-names.ts';
import { findCompanyNames } from './detectors/company-name.ts';
import type { Line } from './lines.ts';
import type { Contact } from './lines-contacts.ts';
import { contextOf } from './lines-context.ts';
import { companyScore } from './lines-scores.ts';
import type { View } from './lines-view.ts';

/** A page about one firm on a site of somebody else: a marketplace, a register, a directory. */
export type Portal = {
  subject: FirmAnchor;
  foot: Set<number>;
  /** The address of the site has nothing of the firm's name. */
  elsewhere: boolean;
};

const rights =
  /©|\(c\)|copyright|版权所有|版權所有|ICP[备備证證]|ICP No|公网安备|\b(?:angebot|service|dienst|produkt|marke|portal) (?:der|von|des) |\b(?:operated|published) by |\ba (?:service|brand|product) of /i;
const service =
  /(?:客服|求职|招聘|会员|服务|服務|专线|專線|本站|本平台|平台|网站|網站|反诈|举报|hotline|helpline|customer (?:service|care|support)|buyer|member)\s*(?:中心|热线|熱線|电话|電話|专线|專線|号码|service|hotline|tel)?\s*[:：]?\s*$/i;
/** Who made the site is named in feet too, and keeps none. */
const technical =
  /(?:技术支持|技術支援|网站建设|网站制作|网站设计|網頁設計|网页设计|網站設計|制作维护|支持单位|powered by|website by|design(?:ed)? by).*$/i;
const listed = 4;

/** Half of a brand in a name is that name's own brand: 石纹建材 and 南湾市石纹石业有限公司. */
function shares(brand: string, name: string): boolean {
  const [a, b] = [brand.toLowerCase(), name.toLowerCase()];
  const least = Math.max(2, Math.ceil(a.length / 2));
  for (let i = 0; i + least <= a.length; i++) if (b.includes(a.slice(i, i + least))) return true;
  return false;
}

function footOf(lines: Line[]): Line[] {
  const told = lines.filter((l) => l.s.length < 500 && rights.test(l.s) && l.i > lines.length * 0.5);
  const last = lines.filter((l) => l.s !== '').slice(-2);
  return [...new Set([...told, ...last])];
}

/** The site's name as its pages' titles end on it and its head line begins with it. */
function brandOf(view: View, foot: Line[]): string | undefined {
  const brand = view.page.meta.title
    .split(/[-_|｜–—]/)
    .at(-1)
    ?.replace(/(?:中文站|官网|网站|网)$/, '')
    .trim();
  if (!brand || brand.length < 2 || brand.length > 24) return undefined;
  // in Latin letters only the site's address tells a brand from any other words
  if (!/\p{Script=Han}/u.test(brand) && domainFit(brand, view.page.site) < 0.8) return undefined;
  if (isGenericName(brand) || isBranchName(brand) || companyScore(brand).legalForm) return undefined;
  const head = view.page.lines
    .slice(0, 3)
    .some((l) => l.s.startsWith(brand) || l.m.some((m) => m.l?.startsWith(brand)));
  return head || foot.some((l) => l.s.includes(brand)) ? brand : undefined;
}

/**
 * Tells a firm's page on somebody else's site from the firm's own site: the foot names another firm or the title ends on a brand that has
 * nothing of the firm's name. In: the view, firm names read in it. Out: the firm the page is about and the site's own lines, or undefined.
 */
export function portalOf(view: View, anchors: FirmAnchor[]): Portal | undefined {
  if (view.article) return undefined;
  const { lines, meta } = view.page;
  const foot = footOf(lines);
  const at = new Set(foot.map((l) => l.i));
  const firms = anchors.filter((a) => a.legalForm && !at.has(a.line));
  const title = firmKey(meta.title);
  const named = firms.find((a) => {
    const key = firmKey(a.name);
    return key.length >= 3 && (title.includes(key) || meta.title.includes(a.name));
  });
  const rows = anchors.filter((a) => a.how === 'column' || a.how === 'record').length;
  const subject = named ?? (rows < listed ? firms[0] : undefined);
  if (!subject) return undefined;
  const key = firmKey(subject.name);
  if (foot.some((l) => l.s.includes(subject.name) || firmKey(l.s.slice(0, 200)).includes(key))) return undefined;
  const keeper = firmAt(foot, key);
  const elsewhere = domainFit(subject.name, view.page.site) === 0;
  if (named && keeper) return { subject, foot: at, elsewhere };
  const brand = brandOf(view, foot);
  if (brand && !named && !/\p{Script=Han}/u.test(brand)) return undefined;
  return brand && (keeper || !shares(brand, subject.name)) ? { subject, foot: at, elsewhere } : undefined;
}

/** Whether the foot names a firm other than the one with this key: "Copyright 2006-2022 Tradehall (Xiamen) Ltd.", "© 某某网 某某科技有限公司". */
function firmAt(foot: Line[], key: string): boolean {
  return foot.some((line) => {
    if (!rights.test(line.s)) return false;
    const text = line.s.slice(0, 300);
    if (contextOf(text) === 'credit') return false;
    const held = /(?:©|copyright)[\s\d–-]*([^·|｜。]{4,80})/i
      .exec(text)?.[1]
      ?.replace(/\s+(?:all rights|\S*ICP\b).*$/iu, '');
    const names = [
      ...findCompanyNames(text.replace(technical, ' ')).map((f) => f.value.name),
      ...(held ? [held.trim()] : []),
    ];
    return names.some((name) => companyScore(name).legalForm && !sameFirm(firmKey(name), key));
  });
}

/** Whether a mailbox of the site's own address is this contact, or stands in one box with it. */
function beside(portal: Portal, view: View, contact: Contact): boolean {
  const { site, lines } = view.page;
  const domain = domainOf(site);
  if (!domain || !portal.elsewhere) return false;
  const box = lines[contact.line]?.b;
  return view.contacts.some(
    (c) =>
      c.kind === 'email' &&
      domainOf(c.value) === domain &&
      (c === contact || (Math.abs(c.line - contact.line) <= 2 && lines[c.line]?.b === box)),
  );
}

/** In: a portal, its view, a contact. Out: whether it is the site's own: in its foot, or announced as its service line. */
export function isPortals(portal: Portal, view: View, contact: Contact): boolean {
  if (portal.foot.has(contact.line)) return contact.kind !== 'web';
  if (beside(portal, view, contact)) return true;
  if (contact.kind === 'email') return domainOf(contact.value) === domainOf(view.page.site);
  if (contact.kind !== 'phone') return false;
  const text = view.page.lines[contact.line]?.s ?? '';
  const early = contact.line < 8 && contact.line < portal.subject.line;
  return (
    (early || /本站|本平台|平台|反诈/.test(text)) &&
    service.test(text.slice(Math.max(0, contact.start - 24), contact.start))
  );
}
