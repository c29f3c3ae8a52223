import { companyScore } from '../detectors/company-name.ts';
import type { Page } from '../lines.ts';
import type { Finding } from './adapter.ts';
import { companyOf, giveContacts, giveWebsite, type Stamp } from './evidence.ts';
import { bare, giveFacts } from './firm-parts.ts';
import { headingLine, labelled, once } from './parts.ts';

const nameLabel = /^(?:企业名称|公司名称)/;
const contactLabel = /^(?:更多)?(?:电话|联系电话|邮箱|电子邮箱|手机)\s*[:：]?/;
const site = /^(?:官网|网址|企业官网)/;

/**
 * One firm in a Chinese company register: the head with its contacts, the table of its registration. Its staff, shareholders and
 * former numbers are not leads; a number shown in part (138****1234) is none.
 */
export function registerPage(page: Page, e: Stamp): Finding {
  const all = { from: 0, to: page.lines.length - 1 };
  const said = labelled(page, all, nameLabel);
  const head =
    headingLine(page, /\p{Script=Han}{4,}/u, /^h1$/) ??
    (said && companyScore(bare(said.value)).score >= 0.5 ? { i: said.line, s: bare(said.value) } : undefined) ??
    page.lines.find((l) => companyScore(l.s).score >= 0.8 && page.meta.title.startsWith(l.s));
  const firm = head && companyOf(e, bare(once(head.s)), head.i, 'own', { from: head.i, to: head.i });
  if (!firm) return { people: [], companies: [], notLeads: [] };
  giveFacts(page, [all], e, firm, 'CN');
  // contacts stand in the head, behind their labels; numbers elsewhere are those of offices, courts and other firms
  for (const line of page.lines) {
    if (line.i < head.i || line.i > head.i + 60 || !contactLabel.test(line.s)) continue;
    const next = line.s.replace(contactLabel, '').trim() === '' ? line.i + 1 : line.i;
    giveContacts(page, { from: line.i, to: next }, e, firm.fields, { country: 'CN', company: true });
  }
  const own = labelled(page, all, site);
  if (own && !firm.fields.website && /^[\w./:-]+\.[a-z]{2,}/i.test(own.value))
    giveWebsite(e, firm.fields, bare(own.value), own.line);
  return { people: [], companies: [firm], notLeads: [all] };
}
