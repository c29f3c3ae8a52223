import { countryToIso } from '../domain/normalize/country.ts';
import { domainFit, isBranchName, isGenericName } from './companies-names.ts';
import { findCompanyNames } from './detectors/company-name.ts';
import { booth } from './detectors/stand.ts';
import { type Block, type Line, type Page, within } from './lines.ts';
import { companyScore, nameScore } from './lines-scores.ts';
import { meaningOf } from './lines-tables.ts';
import type { View } from './lines-view.ts';
import { partsOf } from './people-parts.ts';

/** The name of a firm where it stands. column, record: it is one of a list, so it need not look like a firm by itself. */
export type FirmAnchor = {
  line: number;
  start: number;
  end: number;
  name: string;
  legalForm?: string;
  score: number;
  /** The same name as the line below writes it. */
  alias?: { name: string; line: number };
  how: 'line' | 'start' | 'labelled' | 'column' | 'record' | 'prose';
};

const company = 0.6;
const han = /\p{Script=Han}/u;
const notFirm = /^[\d\s.,:/-]*$|@|^https?:|^www\.|^(?:UG|OG|EG|DG|KG)\b.{0,6}$|\d\.\s?(?:OG|UG)$/;

/** 主办：某某公司 承办：…, 昆山廠 某某公司: the name between a label or the word for a branch and the label after it. In: a line. Out: where it stands; the whole line for none. */
function withinLabels(text: string): { start: number; end: number } {
  const whole = { start: 0, end: text.length };
  if (!/\p{Script=Han}/u.test(text)) return whole;
  const label = /^[\p{Script=Han}\s]{2,10}[:：]\s*/u.exec(text)?.[0].length ?? 0;
  const branchWord = /^(\p{Script=Han}{1,8}(?:厂|廠|部|处|處|中心|店|公司|總部|总部))\s+(?=\p{Script=Han}{4})/u.exec(
    text.slice(label),
  );
  const start =
    label +
    (branchWord?.[1] && companyScore(text.slice(label + branchWord[0].length)).score >= 0.9 ? branchWord[0].length : 0);
  const next = /\s+\p{Script=Han}{2,6}[:：]/u.exec(text.slice(start));
  const end = next ? start + next.index : text.length;
  return end - start >= 4 ? { start, end } : whole;
}

const formerName = /曾用名|旧称|舊稱|原名|former/i;

/** In: the view. Out: firm names in page order. */
export function firmAnchorsOf(view: View): FirmAnchor[] {
  const { page, labels, contexts } = view;
  const records = recordHeads(view);
  const reached = new Set(view.contacts.filter((c) => c.kind === 'phone').map((c) => c.line));
  const out: FirmAnchor[] = [];
  let inRecord = -1;
  for (const line of page.lines) {
    const text = line.s;
    if (line.i <= inRecord) {
      alias(line, out.at(-1));
      continue;
    }
    if (text.length < 2 || text.length > 200 || out.length > 5000) continue;
    const context = contexts[line.i];
    const meaning = labels.meaning[line.i];
    if (context === 'others' || context === 'credit' || context === 'voices' || context === 'authority') continue;
    if (meaning === 'company' && (labels.row[line.i] ?? -1) >= 0) {
      if (!notFirm.test(text)) out.push({ ...made(text, line.i, 0, text.length, 'column'), score: 0.85 });
      continue;
    }
    if (records.has(line.i)) {
      out.push({ ...made(text, line.i, 0, text.length, 'record'), score: 0.75 });
      inRecord = records.get(line.i) ?? -1;
      continue;
    }
    if (within(page, line.b, /^(?:nav|menu|button|select|cite|blockquote|q)$/)) continue;
    if (context === 'byline' || context === 'privacy') continue;
    if (formerName.test(labels.label[line.i] ?? '') || formerName.test(text.slice(0, 6))) continue;
    const inner = withinLabels(text);
    if (text.length <= 90 && !notFirm.test(text)) {
      const whole = companyScore(text.slice(inner.start, inner.end));
      const person =
        whole.score >= company && !/^[\p{Script=Han}（）()]+$/u.test(text.slice(inner.start, inner.end))
          ? partsOf(line).some((p) => nameScore(p.text).score >= 0.4 && companyScore(p.text).score < company)
          : false;
      if (whole.score >= company && !isGenericName(text) && !isBranchName(text) && !person) {
        const before = out.at(-1);
        // a firm's name in two scripts, one under the other
        if (
          before?.how === 'line' &&
          before.line === line.i - 1 &&
          !before.alias &&
          before.legalForm &&
          whole.legalForm &&
          han.test(before.name) !== han.test(whole.name)
        ) {
          before.alias = { name: whole.name, line: line.i };
          continue;
        }
        const above = firstHalf(view, line);
        out.push({
          ...made(above ? `${above} ${whole.name}` : whole.name, line.i, inner.start, inner.end, 'line'),
          score: whole.score,
        });
        continue;
      }
    }
    const parts = partsOf(line);
    const labelled =
      parts[1]?.before === ':' || parts[1]?.before === '：'
        ? meaningOf(parts[0]?.text ?? '') === 'company'
        : meaning === 'company';
    const part =
      labelled && parts.length > 1 && (parts[1]?.before === ':' || parts[1]?.before === '：') ? parts[1] : parts[0];
    if (!part || part.text.length < 3) continue;
    // in Chinese lines a space parts the name from what follows: 某某有限公司 电话
    const bracketed = part === parts[0] ? /^[\p{Script=Han}（）()]{6,40}(?=\s|$)/u.exec(text)?.[0] : undefined;
    const head =
      bracketed ?? (/\p{Script=Han}/u.test(part.text) ? (part.text.split(/\s+/)[0] ?? part.text) : part.text);
    if (isBranchName(head)) continue;
    const scored = companyScore(head);
    if (scored.score >= (labelled ? 0.3 : 0.75))
      out.push({
        ...made(
          scored.name,
          line.i,
          part.start,
          Math.max(part.end, part.start + head.length),
          labelled ? 'labelled' : 'start',
        ),
        score: scored.score,
      });
    else if (text.length > 20 && reached.has(line.i) && /公司|厂|合作社|经营部|事务所/.test(text)) {
      // "…, 某某有限公司（…, 电话 …）": a firm in a sentence that also says how to reach it
      const named = findCompanyNames(text).find((f) => f.value.legalForm);
      const phone = view.contacts.find((c) => c.line === line.i && c.kind === 'phone' && named && c.start > named.end);
      if (named && phone && phone.start - named.end < 30)
        out.push({ ...made(named.value.name, line.i, named.start, named.end, 'prose'), score: named.value.score });
    }
  }
  return out;
}

/** A firm's name over two lines of one block: "Muster & Söhne" above "Maschinenfabrik GmbH". */
function firstHalf({ page, contexts }: View, line: Line): string | undefined {
  const above = page.lines[line.i - 1];
  if (!above || above.b !== line.b || above.s.length > 40 || above.s.length < 3 || contexts[above.i] !== undefined)
    return undefined;
  if (/[\d@:：.!?]$|\d{3}|@|[:：]/.test(above.s) || isGenericName(above.s) || companyScore(above.s).legalForm)
    return undefined;
  const joined = companyScore(`${above.s} ${line.s}`).score >= company;
  return joined && (domainFit(above.s, page.site) >= 0.5 || /(?:&|\bund\b|^Gebr)/.test(above.s)) ? above.s : undefined;
}

/** Another spelling of a record's firm in the line below its head: the same name in another script. */
function alias(line: Line, anchor: FirmAnchor | undefined): void {
  if (!anchor || anchor.alias || line.i > anchor.line + 2 || line.s.length > 80 || /[@:：]|\d{4}/.test(line.s)) return;
  if (han.test(anchor.name) !== han.test(line.s) && /\p{L}{2}/u.test(line.s))
    anchor.alias = { name: line.s, line: line.i };
}

function made(
  name: string,
  line: number,
  start: number,
  end: number,
  how: FirmAnchor['how'],
): Omit<FirmAnchor, 'score'> {
  const scored = companyScore(name);
  const town = /^(.{4,}?),\s+\p{Lu}[\p{L}. -]{2,24}$/u.exec(name);
  const bare = town?.[1] && companyScore(town[1]).legalForm ? town[1] : undefined;
  const clean = (bare ?? (scored.score >= 0.5 && scored.name ? scored.name : name)).replace(/\s+/g, ' ').trim();
  return { name: clean, line, start, end, how, ...(scored.legalForm && { legalForm: scored.legalForm }) };
}

const headTags = /^(?:h[1-6]|strong|b|dt)$/;

/**
 * Lists of firms by their structure: three or more sibling blocks of one kind whose first words (or heading, or link) are the entry's name
 * and where each says how to reach it. In: the view. Out: lines that are heads of such records, each with its record's last line.
 */
function recordHeads(view: View): Map<number, number> {
  const { page } = view;
  const heads = new Map<number, number>();
  const reach = new Map<number, number>();
  for (const c of view.contacts) if (c.kind !== 'profile') reach.set(c.line, 1);
  const hasReach = (from: number, to: number): boolean => {
    for (let i = from; i <= to && i < from + 30; i++) if (reach.has(i)) return true;
    return false;
  };
  // a list of exhibitors says where each stands and whence each comes, seldom more
  const isPlaced = (from: number, to: number): boolean => {
    for (let i = from; i <= to && i < from + 12; i++) {
      const text = page.lines[i]?.s ?? '';
      if (text.length <= 60 && (booth.test(text) || (text.length <= 30 && countryToIso(text)))) return true;
    }
    return false;
  };
  const groups = new Map<string, number[]>();
  page.blocks.forEach((child, kid) => {
    if (child.first < 0 || child.last === child.first || child.last - child.first > 30) return;
    if (/^(?:tr|td|th|table|tbody|thead|h[1-6]|nav|footer|header|form|ul|ol|p)$/.test(child.t)) return;
    const [up, upper] = [page.blocks[child.p], page.blocks[page.blocks[child.p]?.p ?? 0]];
    const kind = `${kindOf(child)}<${kindOf(up)}<${kindOf(upper)}`;
    const list = groups.get(kind);
    if (list) list.push(kid);
    else groups.set(kind, [kid]);
  });
  for (const kids of groups.values()) {
    if (kids.length < 3) continue;
    const found: { head: number; last: number }[] = [];
    let firms = 0;
    let people = 0;
    let reached = 0;
    let named = 0;
    let placed = 0;
    for (const kid of kids) {
      const head = headOf(page, kid);
      if (head === undefined) continue;
      const text = page.lines[head]?.s ?? '';
      if (
        text.length < 2 ||
        text.length > 80 ||
        notFirm.test(text) ||
        isGenericName(text) ||
        isBranchName(text) ||
        view.contexts[head] !== undefined
      )
        continue;
      found.push({ head, last: page.blocks[kid]?.last ?? head });
      const firm = companyScore(text).score;
      if (firm >= 0.9) named++;
      if (firm >= company) firms++;
      else if (nameScore(text).score >= 0.6) people++;
      const child = page.blocks[kid];
      if (child && hasReach(child.first, child.last)) reached++;
      if (child && isPlaced(head + 1, child.last)) placed++;
    }
    const fair = named >= found.length * 0.5 && placed >= found.length * 0.7;
    if (
      found.length >= 3 &&
      people <= firms &&
      (fair || (firms >= found.length * 0.3 && reached >= found.length * 0.5))
    )
      // one head in a box and in the box around it: the smaller one is its record
      for (const { head, last } of found) heads.set(head, Math.min(last, heads.get(head) ?? last));
  }
  return heads;
}

const kindOf = (block: Block | undefined): string => `${block?.t}.${(block?.h ?? '').split(' ')[0]}`;

function headOf(page: Page, kid: number): number | undefined {
  const block = page.blocks[kid];
  if (!block) return undefined;
  for (let i = block.first; i <= Math.min(block.last, block.first + 4); i++) {
    const line = page.lines[i];
    if (!line || line.s === '') continue;
    if (
      headTags.test(page.blocks[line.b]?.t ?? '') ||
      line.m.some((m) => (m.t === 'strong' || m.t === 'b' || m.t === 'a') && m.a === 0 && m.z >= line.s.length - 1)
    )
      return i;
  }
  for (let i = block.first; i <= block.last; i++) if (page.lines[i]?.s) return i;
  return undefined;
}
