import { domainOf, isFreeMailDomain } from '../../domain/normalize/domain.ts';
import { companyScore } from '../detectors/company-name.ts';
import { titleScore } from '../detectors/job-title.ts';
import { nameScore } from '../detectors/person-name.ts';
import { closingLength, isDisclaimer, isProse } from './closings.ts';
import { type Labelled, labelKind, splitLabel } from './labels.ts';
import { fold } from './name-forms.ts';

export type WordLine = { text: string; line: number; bold: boolean };

/** A piece of a contact line that may be a name, a title or a company, with how much it looks like each. */
export type Segment = {
  text: string;
  line: number;
  /** Which line of the block, counted from 0. */
  order: number;
  bold: boolean;
  name: number;
  title: number;
  company: number;
  /** Where it begins in its line. */
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
/** Degrees behind a name. */
export const degree =
  /[\s,(]+(?:M\.?B\.?A|M\.?A|B\.?A|B\.?Sc|M\.?Sc|Ph\.?\s?D|D\.?Phil|LL\.?[MB]|J\.?D|CPA|CFA|PMP|Esq|Dipl\.?-?\p{L}*\.?(?:\s\(FH\))?|R\.?A|M\.?D|B\.?Eng|M\.?Eng|CFP|CPP|PE|RN|AIA|LEED AP)\.?\)?(?=$|[\s,)])/giu;
/** Words in which a department or team ends. */
export const unit =
  /(?:management|planning|services?|desk|departments?|dept\.?|division|team|group|operations|resources|unit|support|abteilung|bereich|referat|sekretariat|vertrieb|einkauf|buchhaltung|office|région|region\b.*)$|^(?:region|abteilung|department|dept|dpt|zentrale)|[部处處科室]$|(?:学院|學院|中心|实验室)(?:[（(].*)?$/iu;
/** Streets, floors, boxes: parts of an address, whatever words they end in. */
const place =
  /\b(?:p\.?\s?o\.?\s?box|postfach)\b|\d+\.?\s?(?:OG|EG|UG|Stock|Etage|floor|fl\b)|(?:str(?:aße|asse|\.|eet)|weg|platz|allee|avenue|ave|road|rd|blvd|lane|drive|suite|ste|laan|rue|via|calle)\b\.?[^\p{L}]*\d|^\d[\d\s,/-]*\p{L}.*\b(?:street|st|avenue|ave|road|rd|blvd|lane|drive|dr|way|rue)\b|^[A-Z]{0,3}-?\d{4,5}\s\p{L}|\s[A-Z]{2,3}\s\d{4,5}$/iu;
/** How Chinese call each other: 老周, 小李, 王总. Only a part of a name. */
export const calledBy = /^(?:[老小阿]\p{Script=Han}|\p{Script=Han}(?:总|總|工|姐|哥|先生|小姐|女士|经理))$/u;
const labelOnly = /^[^\p{L}]*(?:\p{L}+[ -]?){1,2}\s?[:：]?[^\p{L}]*$/u;
const nickname = /^(?:aka|alias)\s/i;
const idNumber = /\blicen[cs]ed?\b|\bNMLS\b|\bDRE\b|#\s?\w*\d{4}/i;

/** Names of domains of which a company's name can be a longer form. */
export function domainLabels({ emails, sites }: Hints): string[] {
  const domains = [...emails, ...sites].map((a) => domainOf(a)).filter((d) => d !== undefined);
  return [
    ...new Set(domains.filter((d) => !isFreeMailDomain(d)).map((d) => fold(d.split('.')[0] ?? '').replace(/ /g, ''))),
  ];
}

export function fitsDomain(text: string, labels: string[]): boolean {
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

/** How much a piece looks like the firm of this block: by itself, or since the domain of an address is made of it. */
function companyWorth(text: string, title: number, labels: string[]): number {
  if (place.test(text) || /^[*@]/.test(text) || idNumber.test(text)) return 0;
  const score = companyScore(text).score;
  const fits = fitsDomain(text, labels);
  if (title >= 0.6 && title >= score && !(fits && /\s/.test(text))) return Math.min(score, 0.2);
  return Math.max(score, fits ? 0.6 : 0);
}

type Piece = { text: string; at: number /** Stands where a firm stands: behind a title. */; firm?: boolean };

const titled = /^(.{3,40}?)(?:[,，]\s+|\s+(?:at|@|bei|chez|en|presso|bij)\s+)(.{3,})$/u;
const hanPair = /^(\p{Script=Han}[\p{Script=Han}·、（()）]{1,24})\s+(\p{Script=Han}.{0,30}|\p{Lu}[\p{L}' -]{2,40})$/u;
const hanBracket = /^(\p{Script=Han}{2,4})\s?[（(](\p{Script=Han}{2,10})[)）]$/u;

/** Parts a piece once more where a name, title and firm stand together without a separator. */
function split(piece: string, at: number, labels: string[]): Piece[] {
  const trimmed = piece.trim();
  const two = (m: RegExpExecArray, firm = false): Piece[] => [
    { text: m[1] ?? '', at },
    { text: m[2] ?? '', at: at + Math.max(0, piece.lastIndexOf(m[2] ?? '')), firm },
  ];
  const han = hanBracket.exec(trimmed) ?? hanPair.exec(trimmed);
  if (han) return two(han);
  const pair = titled.exec(trimmed);
  if (pair) {
    const [first, second] = [titleScore(pair[1] ?? ''), titleScore(pair[2] ?? '')];
    if (first >= 0.4 && second < 0.4)
      return two(pair, /^\p{Lu}/u.test(pair[2] ?? '') && !unit.test(pair[2] ?? '') && !/\d/.test(pair[2] ?? ''));
    if (first < 0.4 && second >= 0.4) return two(pair);
  }
  if (/,\s.*\d/.test(piece) && piece.length < 120) {
    // a firm and its address in one line
    const head = piece.slice(0, piece.indexOf(','));
    if (companyWorth(head.trim(), 0, labels) >= 0.6) return [{ text: head, at }];
  }
  return [{ text: piece, at }];
}

const speaking = new Set(['name', 'title', 'company', 'department', 'other']);

/**
 * The pieces of a contact block's lines that may be a name, a title or a company. In: lines without their contacts, and the labels of the block's own domains. Out: pieces in order.
 */
export function segmentsOf(lines: WordLine[], labels: string[]): Segment[] {
  const segments: Segment[] = [];
  lines.forEach(({ text: whole, line, bold }, order) => {
    if (isDisclaimer(whole) || isProse(whole.replaceAll('\ufffc', ' '))) return;
    const skip = closingLength(whole);
    const text = skip > 0 ? ' '.repeat(skip) + whole.slice(skip) : whole;
    const labelled = splitLabel(text);
    if (labelled && !speaking.has(labelled.kind)) return;
    let at = labelled?.at ?? 0;
    for (const piece of text.slice(at).split(separator)) {
      at = text.indexOf(piece, at);
      if (at < 0) break;
      for (const part of split(piece, at, labels)) {
        const scored = score(part, labelled, labels);
        if (scored) segments.push({ ...scored, line, order, bold });
      }
      at += piece.length;
    }
  });
  return segments;
}

function score(
  { text, at, firm }: Piece,
  labelled: Labelled | undefined,
  labels: string[],
): Omit<Segment, 'line' | 'order' | 'bold'> | undefined {
  const clean = text.trim().replace(/^[,;:"'„“</]+\s*|[\s,;:*"'”/>]+$/gu, '');
  if (clean.length < 2 || !/\p{L}/u.test(clean) || clean.length > 90 || nickname.test(clean)) return undefined;
  const title = labelled?.kind === 'title' ? 1 : titleScore(clean);
  if (labelled === undefined && title < 0.5 && labelOnly.test(clean) && labelKind(clean) !== 'other') return undefined;
  const company = labelled?.kind === 'company' ? 1 : Math.max(companyWorth(clean, title, labels), firm ? 0.6 : 0);
  // words under a label that we do not know are what they are only when they say so themselves
  if (labelled?.kind === 'other' && company < 0.7) return undefined;
  const name = labelled?.kind === 'name' ? 1 : calledBy.test(clean) ? 0.7 : nameScore(clean.replace(degree, '')).score;
  return { text: clean, name, title, company, at: at + Math.max(0, text.indexOf(clean)) };
}
