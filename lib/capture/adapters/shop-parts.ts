import { companyScore } from '../detectors/company-name.ts';
import type { Line, Page } from '../lines.ts';
import { addEvidence, type CompanyEvidence, type PersonEvidence } from '../subjects.ts';
import type { CollectOptions, Finding } from './adapter.ts';
import { companyOf, isTitle, personOf, type Stamp } from './evidence.ts';
import { bare, contactPerson, giveFacts, giveNumbers } from './firm-parts.ts';
import { allBut, framing, labelled, linesIn, once, sections, tagAt } from './parts.ts';

const nameLabel = /^(?:公司名称|公司名|企业名称|company name)/i;
const others =
  /^(?:您可能|猜你喜欢|相关推荐|推荐(?:供应商|产品|商品)|同行|热门|related|similar|you (?:may|might)|recommended|hot products|find similar|other suppliers|popular)/i;
const together = /^(mr|mrs|ms|miss)\.?\s+(\p{Lu}[\p{L}.'-]*(?:\s+\p{Lu}[\p{L}.'-]*){0,3})$/iu;
const hanTogether = /^(\p{Script=Han}{2,4})\s*(先生|女士|小姐)\s*[（(]?\s*([^()（）]{0,20}?)\s*[）)]?$/u;

/** The firm whose shop it is: what a label calls it, else the firm's name that stands on the page and in its title or head. */
function shopName(page: Page): Pick<Line, 'i' | 's'> | undefined {
  const all = { from: 0, to: page.lines.length - 1 };
  const said = labelled(page, all, nameLabel);
  if (said && companyScore(bare(said.value)).score >= 0.5) return { i: said.line, s: bare(said.value) };
  for (const part of page.meta.title.split(/\s+[-–|]\s+|\s*[_｜|]\s*|,\s+(?!(?:ltd|inc|co|llc)\b)/i)) {
    const line = companyScore(part).score >= 0.6 ? page.lines.find((l) => l.s.includes(part)) : undefined;
    if (line) return { i: line.i, s: part };
  }
  const named = page.lines.filter((l) => l.s.length <= 90 && companyScore(once(l.s)).score >= 0.6);
  return (
    named.find((l) => page.meta.title.includes(once(l.s))) ?? named.find((l) => tagAt(page, l.i) !== '') ?? undefined
  );
}

/** "Ms. Lily Wang" over "Sales Manager", "王小燕 女士 （经理）": a contact person without a label. */
function looseContact(lines: Line[], e: Stamp): PersonEvidence | undefined {
  for (const [i, line] of lines.entries()) {
    const latin = together.exec(line.s);
    const han = hanTogether.exec(line.s);
    const name = latin?.[2] ?? han?.[1];
    const person = name ? personOf(e, name, line.i, { from: line.i, to: line.i }) : undefined;
    if (!person) continue;
    person.fields.honorific = [e(latin?.[1] ? `${latin[1]}.` : (han?.[2] ?? ''), line.i, 0.9)];
    const title = han?.[3] || lines[i + 1]?.s || '';
    if (title.length < 60 && isTitle(title))
      addEvidence(person.fields, 'jobTitle', e(title, han?.[3] ? line.i : lines[i + 1]?.i, 0.93));
    return person;
  }
  return undefined;
}

/** The page of a supplier in a marketplace: its name, facts, contact person and numbers; goods and other suppliers are nobody. */
export function shopPage(page: Page, e: Stamp, { country }: CollectOptions): Finding {
  const head = shopName(page);
  const firm = head && companyOf(e, once(head.s), head.i, 'own', { from: head.i, to: head.i });
  if (!firm) return { people: [], companies: [], notLeads: [] };
  const aside = [...framing(page), ...sections(page, others)];
  const ranges = allBut(page, aside);
  giveFacts(page, ranges, e, firm, country);
  const lines = ranges.flatMap((range) => linesIn(page, range));
  const person = ranges.map((range) => contactPerson(page, range, e, firm)).find(Boolean) ?? looseContact(lines, e);
  if (person) person.company = firm;
  giveNumbers(page, ranges, e, firm, person, country);
  const companies: CompanyEvidence[] = [firm];
  // all that is labelled was read: what the general reading would still see are goods
  return { people: person ? [person] : [], companies, notLeads: [{ from: 0, to: page.lines.length - 1 }] };
}
