import { countryToIso } from '../../domain/normalize/country.ts';
import { domainOf, isFreeMailDomain } from '../../domain/normalize/domain.ts';
import { nameKey } from '../../domain/normalize/name.ts';
import { companyScore } from '../detectors/company-name.ts';
import { titleScore } from '../detectors/job-title.ts';
import { nameScore } from '../detectors/person-name.ts';
import type { Evidence } from '../subjects.ts';
import { evidence } from './card-contacts.ts';
import { closingLength, isDisclaimer, isProse } from './closings.ts';
import { labelKind, splitLabel } from './labels.ts';

/** Who a block of contact lines is about, by its words. */
export type Words = {
  name?: Evidence & { honorific?: string; partial?: boolean };
  title?: Evidence;
  department?: Evidence;
  company?: Evidence & { legalForm?: string };
};

export type WordLine = { text: string; line: number; bold: boolean };
type Segment = {
  text: string;
  line: number;
  order: number;
  bold: boolean;
  name: number;
  title: number;
  company: number;
  at: number;
};

/** What the header and the block's own addresses tell about the names to look for. */
export type Hints = {
  /** The sender's name as the header has it; '' for none. */
  header: string;
  /** E-mail addresses and web sites of the block, and the sender's. */
  emails: string[];
  sites: string[];
};

const separator = /\s*[|｜•·∙⋅●▪/／]\s+|\s+[|｜•·∙⋅●▪]\s*|[|｜]|\s+[-–—]\s+|^[-–—]\s+|\t+|\s{3,}|\ufffc+/gu;
const degree =
  /[\s,(]+(?:M\.?B\.?A|M\.?A|B\.?A|B\.?Sc|M\.?Sc|Ph\.?\s?D|D\.?Phil|LL\.?[MB]|J\.?D|CPA|CFA|PMP|Esq|Dipl\.?-?\p{L}*\.?(?:\s\(FH\))?|R\.?A|M\.?D|B\.?Eng|M\.?Eng|CFP|CPP|PE|RN|AIA|LEED AP)\.?\)?(?=$|[\s,)])/giu;
const unit =
  /(?:management|planning|services?|desk|departments?|dept\.?|division|team|group|operations|resources|unit|support|abteilung|bereich|referat|sekretariat|vertrieb|einkauf|buchhaltung|office|région|region\b.*)$|^(?:region|abteilung|department|dept|dpt|zentrale)|[部处處科室]$|(?:学院|學院|中心|实验室)(?:[（(].*)?$/iu;
/** Streets, floors, boxes: parts of an address, whatever words they end in. */
const place =
  /\b(?:p\.?\s?o\.?\s?box|postfach)\b|\d+\.?\s?(?:OG|EG|UG|Stock|Etage|floor|fl\b)|(?:str(?:aße|asse|\.|eet)|weg|platz|allee|avenue|ave|road|rd|blvd|lane|drive|suite|ste|laan|rue|via|calle)\b\.?[^\p{L}]*\d|^\d[\d\s,/-]*\p{L}.*\b(?:street|st|avenue|ave|road|rd|blvd|lane|drive|dr|way|rue)\b|^[A-Z]{0,3}-?\d{4,5}\s\p{L}|\s[A-Z]{2,3}\s\d{4,5}$/iu;
/** How Chinese call each other: 老周, 小李, 王总. Only a part of a name. */
const calledBy = /^(?:[老小阿]\p{Script=Han}|\p{Script=Han}(?:总|總|工|姐|哥|先生|小姐|女士|经理))$/u;
const labelOnly = /^[^\p{L}]*(?:\p{L}+[ -]?){1,2}\s?[:：]?[^\p{L}]*$/u;

/** Cyrillic as addresses spell it; enough for the initials and stems that addresses are made of. */
const latin: Record<string, string> = Object.fromEntries(
  'а:a б:b в:v г:g д:d е:e ё:e ж:zh з:z и:i й:y к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh щ:sch ъ: ы:y ь: э:e ю:yu я:ya і:i ї:yi є:ye'
    .split(' ')
    .map((pair) => pair.split(':')),
);

const fold = (text: string) =>
  text
    .toLowerCase()
    .replace(/[а-яёіїє]/g, (c) => latin[c] ?? c)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** How well a name fits the part of an address before the @: jane.roe, jroe, roe.j, jane. 0 to 1. */
export function nameFitsAddress(name: string, address: string): number {
  const local = fold(address.split('@')[0] ?? '').replace(/\d+/g, '');
  const flat = local.replace(/ /g, '');
  const words = fold(name).split(' ').filter(Boolean);
  const [first, last] = [words[0] ?? '', words.at(-1) ?? ''];
  if (!flat || words.length === 0 || !/[a-z]/.test(flat)) return 0;
  const forms = [first + last, last + first, first[0] + last, last + (first[0] ?? ''), first + (last[0] ?? '')];
  if (words.length > 1 && forms.includes(flat)) return 1;
  if (flat === words.map((w) => w[0]).join('')) return 0.7;
  const parts = local.split(' ').filter((p) => p.length > 2);
  if (parts.length > 0 && parts.every((p) => words.includes(p))) return 0.9;
  return words.some((w) => w.length > 3 && flat.includes(w)) ? 0.6 : 0;
}

/** Names of domains of which a company's name can be a longer form. */
function domainLabels({ emails, sites }: Hints): string[] {
  const domains = [...emails, ...sites].map((a) => domainOf(a)).filter((d) => d !== undefined);
  return [
    ...new Set(domains.filter((d) => !isFreeMailDomain(d)).map((d) => fold(d.split('.')[0] ?? '').replace(/ /g, ''))),
  ];
}

function fitsDomain(text: string, labels: string[]): boolean {
  const words = fold(text).split(' ').filter(Boolean);
  const flat = words.join('');
  const initials = words.map((w) => w[0]).join('');
  return labels.some(
    (label) =>
      label.length > 2 &&
      (flat.startsWith(label) ||
        (label.startsWith(flat.slice(0, 30)) && flat.length > 3) ||
        ((words[0] ?? '').length > 3 && label.includes(words[0] ?? '-')) ||
        words.some((w) => w.length > 3 && label.includes(w) && w.length >= label.length / 2) ||
        (initials === label && words.length > 1)),
  );
}

function companyWorth(text: string, title: number, labels: string[]): number {
  if (place.test(text) || /^[*@]/.test(text) || /\blicen[cs]ed?\b|\bNMLS\b|\bDRE\b|#\s?\w*\d{4}/i.test(text)) return 0;
  const score = companyScore(text).score;
  const fits = fitsDomain(text, labels) && /\s/.test(text);
  if (title >= 0.6 && title >= score && !fits) return Math.min(score, 0.2);
  return Math.max(score, fits || fitsDomain(text, labels) ? 0.6 : 0);
}

/** The pieces of each line that may be a name, a title or a company. */
function segmentsOf(lines: WordLine[], labels: string[]): Segment[] {
  const segments: Segment[] = [];
  lines.forEach(({ text: whole, line, bold }, order) => {
    if (isDisclaimer(whole) || isProse(whole.replaceAll('\ufffc', ' '))) return;
    const skip = closingLength(whole);
    const text = skip > 0 ? ' '.repeat(skip) + whole.slice(skip) : whole;
    const labelled = splitLabel(text);
    if (labelled && !['name', 'title', 'company', 'department'].includes(labelled.kind) && labelled.kind !== 'other')
      return;
    let at = labelled?.at ?? 0;
    const body = text.slice(at);
    const push = (piece: string, from: number) => {
      const clean = piece.trim().replace(/^[,;:"'„“</]+\s*|[\s,;:*"'”/>]+$/gu, '');
      if (clean.length < 2 || !/\p{L}/u.test(clean) || clean.length > 90) return;
      const named = calledBy.test(clean) ? 0.7 : nameScore(clean.replace(degree, '')).score;
      const title = labelled?.kind === 'title' ? 1 : titleScore(clean);
      const company = labelled?.kind === 'company' ? 1 : companyWorth(clean, title, labels);
      const asked = labelled?.kind === 'name' ? 1 : named;
      if (labelled === undefined && title < 0.5 && labelOnly.test(clean) && labelKind(clean) !== 'other') return;
      // words under a label that we do not know are what they are only when they say so themselves
      if (labelled?.kind === 'other' && company < 0.7) return;
      segments.push({
        text: clean,
        line,
        order,
        bold,
        name: asked,
        title,
        company,
        at: from + Math.max(0, piece.indexOf(clean)),
      });
    };
    for (const piece of body.split(separator)) {
      at = text.indexOf(piece, at);
      if (at < 0) break;
      const comma = /^(.{3,40}?)[,，]\s+(.{3,})$/u.exec(piece);
      const han =
        /^(\p{Script=Han}[\p{Script=Han}·、（()）]{1,24})\s+(\p{Script=Han}.{0,30}|\p{Lu}[\p{L}' -]{2,40})$/u.exec(
          piece.trim(),
        );
      const bracket = /^(\p{Script=Han}{2,4})\s?[（(](\p{Script=Han}{2,10})[)）]$/u.exec(piece.trim());
      const parts =
        bracket ??
        han ??
        (comma && titleScore(comma[1] ?? '') >= 0.4 !== titleScore(comma[2] ?? '') >= 0.4 ? comma : undefined);
      if (parts) {
        push(parts[1] ?? '', at);
        push(parts[2] ?? '', at + (parts[1]?.length ?? 0) + 1);
      } else if (/,\s.*\d/.test(piece) && piece.length < 120) {
        // a firm and its address in one line
        const head = piece.slice(0, piece.indexOf(','));
        push(companyWorth(head.trim(), 0, labels) >= 0.6 ? head : piece, at);
      } else push(piece, at);
      at += piece.length;
    }
  });
  return segments;
}

const upperWord = /^\p{Lu}[\p{L}'’-]+$/u;

/** A given name and a family name that stand in lines of their own. */
function joined(segments: Segment[], hints: Hints): Segment | undefined {
  for (let i = 0; i + 1 < Math.min(segments.length, 4); i++) {
    const [a, b] = [segments[i] as Segment, segments[i + 1] as Segment];
    if (!upperWord.test(a.text) || !upperWord.test(b.text) || a.line === b.line) continue;
    if (Math.max(a.title, a.company, b.title, b.company) >= 0.5) continue;
    const text = `${a.text} ${b.text}`;
    const score = Math.max(nameScore(text).score, ...hints.emails.map((e) => nameFitsAddress(text, e)));
    if (score >= 0.5) return { ...b, text, line: a.line, bold: a.bold, name: score };
  }
  return undefined;
}

function nameOf(segments: Segment[], hints: Hints): Segment | undefined {
  const header = nameKey(hints.header);
  const worth = (s: Segment) => {
    const bare = s.text.replace(degree, '');
    const words = bare.split(/\s+/).length;
    if (words > 6 || /\d|[@:]/.test(bare) || (s.company >= 0.8 && s.name < 0.8)) return 0;
    const address =
      words > 1 || /\p{Script=Han}/u.test(bare) ? Math.max(0, ...hints.emails.map((e) => nameFitsAddress(bare, e))) : 0;
    const known = header !== '' && sharesName(bare, hints.header) ? 0.6 : 0;
    const early = Math.max(0, 0.15 - 0.03 * s.order) + (s.bold ? 0.05 : 0);
    const shape = words >= 2 && words <= 4 && bare.split(/\s+/).every((w) => /^\p{Lu}/u.test(w)) ? 0.1 : 0;
    return (
      s.name * 0.6 +
      address * 0.45 +
      known +
      early +
      shape -
      Math.max(0, s.title - 0.3) * 0.7 -
      Math.max(0, s.company - s.name) * 0.5 -
      (unit.test(bare) && s.name < 0.8 ? 0.3 : 0)
    );
  };
  let best: Segment | undefined;
  let most = 0.4;
  for (const segment of segments) {
    const score = worth(segment);
    if (score > most) {
      most = score;
      best = segment;
    }
  }
  return best;
}

/** Whether two spellings can be one person: all words of the shorter are in the longer, in any order. */
export function sharesName(a: string, b: string): boolean {
  const [x, y] = [nameKey(a).split(' ').filter(Boolean), nameKey(b).split(' ').filter(Boolean)];
  const [short, long] = x.length <= y.length ? [x, y] : [y, x];
  if (short.length === 0) return false;
  if (short.every((w) => long.includes(w)) && (short.length > 1 || long.length === 1 || (short[0] ?? '').length > 2))
    return true;
  const han = (t: string) => t.replace(/[^\p{Script=Han}]/gu, '');
  return han(a).length > 1 && han(b).length > 1 && (han(a).includes(han(b)) || han(b).includes(han(a)));
}

/**
 * The name, title, department and company in the words of a contact block. In: the words that contacts left over, and what is known of the sender. Out: what was found, each with its line.
 */
export function readWords(lines: WordLine[], hints: Hints): Words {
  const segments = segmentsOf(lines, domainLabels(hints));
  const out: Words = {};
  const pair = joined(segments, hints);
  const single = nameOf(segments, hints);
  const name = pair && !(single && single.name >= 0.5 && single.line !== pair.line) ? pair : single;
  const free = segments.filter(
    (s) =>
      s !== name &&
      !(pair && name === pair && s.line >= pair.line && s.order <= pair.order && pair.text.includes(s.text)),
  );
  if (name) {
    const read = nameScore(name.text.replace(degree, ''));
    const shown = (calledBy.test(name.text) ? name.text : read.name || name.text).replace(degree, '').trim();
    out.name = {
      ...evidence(shown, 'mail-signature', name.text, name.line, Math.min(0.95, 0.55 + name.name * 0.4)),
      ...(read.honorific && { honorific: read.honorific }),
      ...((read.partial || calledBy.test(name.text)) && { partial: true }),
    };
  }
  const company = companyOf(free, name, out.name?.value ?? '');
  if (company) {
    const { name: text, legalForm } = companyScore(company.text);
    out.company = {
      ...evidence(
        tidyCompany(text || company.text),
        'mail-signature',
        company.text,
        company.line,
        Math.max(0.6, company.company),
      ),
      ...(legalForm && { legalForm }),
    };
  }
  const others = free.filter((s) => s !== company && s.company < 0.8);
  const title = titleOf(others, name, lines);
  if (title) out.title = title;
  const dept = others.find(
    (s) =>
      unit.test(s.text) &&
      s.text !== title?.value &&
      s.text.length < 50 &&
      (!name || Math.abs(s.order - name.order) <= 3),
  );
  if (dept) out.department = evidence(dept.text, 'mail-signature', dept.text, dept.line, 0.65);
  return out;
}

function companyOf(segments: Segment[], name: Segment | undefined, person: string): Segment | undefined {
  let best: Segment | undefined;
  let most = 0.45;
  for (const s of segments) {
    if (s.company < 0.55 || (person && sharesName(s.text, person) && s.company < 0.8)) continue;
    const near = name ? Math.max(0, 0.1 - 0.02 * Math.abs(s.order - name.order)) : 0;
    const score = s.company + near - (s.company < 0.6 ? Math.max(0, s.title - 0.4) * 0.5 : 0);
    if (score > most) {
      most = score;
      best = s;
    }
  }
  return best;
}

/** A company's name without quotes, marks and the country behind it. */
function tidyCompany(text: string): string {
  const name = text
    .replace(/^[*"'„“©\s]+|[*"'”®™\s]+$/gu, '')
    .replace(/(?<=\p{Script=Latin}\S*)\s\([^()]{1,20}\)$/u, '');
  const tail = /^(.{4,}),\s*([^,\d]{3,30})$/u.exec(name);
  return tail && countryToIso(tail[2] ?? '') ? (tail[1] ?? name) : name;
}

/** The title: what scores as one, nearest the name; a row of titles with separators stays one. Else the short line under the name. */
function titleOf(segments: Segment[], name: Segment | undefined, lines: WordLine[]): Evidence | undefined {
  const titles = segments.filter(
    (s) => s.title >= (unit.test(s.text) ? 0.5 : 0.4) && s.name < 0.8 && s.title >= s.company - 0.3,
  );
  const distance = (s: Segment) => (name ? Math.abs(s.order - name.order) + (s.order < name.order ? 1.5 : 0) : s.order);
  const first = [...titles].sort((a, b) => distance(a) - distance(b) || b.title - a.title)[0];
  if (first && (!name || distance(first) <= 6))
    return rowTitle(first, segments, lines, Math.min(0.9, 0.5 + first.title * 0.4));
  const under = name && segments.find((s) => s.order === name.order + 1 || (s.order === name.order && s.at > name.at));
  if (!under || unit.test(under.text) || under.company > 0.3 || /\d/.test(under.text)) return undefined;
  if (under.text.split(/\s+/).length > 5 || !/^\p{L}/u.test(under.text)) return undefined;
  return rowTitle(under, segments, lines, 0.5);
}

/** A title with those that stand beside it in its line: "Head of Sales | Partner". */
function rowTitle(first: Segment, segments: Segment[], lines: WordLine[], confidence: number): Evidence {
  const whole = lines.find((l) => l.line === first.line)?.text ?? '';
  const row = segments.filter((s) => s.order === first.order && s.company < 0.5 && s.name < 0.7);
  const [start, end] = [row[0] ?? first, row.at(-1) ?? first];
  const span = whole.slice(start.at, end.at + end.text.length).trim();
  const joins =
    row.length > 1 &&
    row.length < 4 &&
    !/\ufffc|\t|\s{3}|\d|\s[-–—]\s/.test(span) &&
    !row.some((s) => unit.test(s.text) && s.title < 0.4);
  return evidence(joins ? span : first.text, 'mail-signature', whole.replaceAll('\ufffc', ' '), first.line, confidence);
}
