import { companyScore } from '../detectors/company-name.ts';
import { titleScore } from '../detectors/job-title.ts';
import { nameScore } from '../detectors/person-name.ts';
import type { Body, BodyLine } from './body.ts';
import { closingLength, isDisclaimer, isProse } from './closings.ts';
import { plainForm, splitLabel } from './labels.ts';
import { sentFrom } from './quote-marks.ts';

/** What a line near the end of a message is, as far as it tells by itself. */
type LineKind =
  | 'blank'
  | 'image'
  | 'delimiter'
  | 'closing'
  | 'contact'
  | 'name'
  | 'work'
  | 'place'
  | 'short'
  | 'small'
  | 'sent'
  | 'text';

const delimiterStrict = /^(?:--|__)\s*$/;
const delimiter = /^(?:[-_=*~#+─━—]\s?){3,}$|^[—–]$/;
const contactWord =
  /@|https?:\/\/|\bwww\.|\[at\]|\(at\)|(?:^|[^\p{L}])(?:tel|phone|mobile?|cell|fax|fon|handy|e-?mail|skype|web|ext|t|m|f|p)\s?[.:：)]|电话|電話|手机|手機|传真|傳真|微信|邮箱|热线|行動|統一編號|ＱＱ|QQ/iu;
const number = /(?:\+|00)?\(?\d[\d\s()./–-]{5,}\d|\bx-?\s?\d{4,6}\b/i;
const place =
  /\b\d{5}(?:-\d{4})?\b|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|\b[A-Z]\d[A-Z] ?\d[A-Z]\d\b|\b\d{4} ?[A-Z]{2}\b|(?:str(?:aße|\.|eet)|strasse|weg|platz|allee|avenue|ave\.?|road|rd\.?|blvd\.?|lane|drive|dr\.?|suite|ste\.?|floor|fl\.?|p\.?\s?o\.? box|rue|via|calle|laan|straat)\b.{0,30}\d|\d.{0,30}\b(?:str(?:aße|\.|eet)|strasse|weg|avenue|ave|road|rd|blvd|lane|drive|suite|floor|rue|via)\b|[省市区區县縣镇街路號号楼樓室].*\d|\d.*[路街號号楼樓室]/iu;
const greeting =
  /^(?:dear|hi|hello|hey|hallo|liebe[rs]?|sehr geehrte|guten|bonjour|cher|chère|hola|estimad|ciao|gentile|beste|geachte|尊敬的|亲爱的)\b|(?:您好|你好)[：:！!，,]?$/iu;

const oneName = /^[-–~/\s]{0,3}\p{Lu}[\p{L}'’.-]{1,20}(?:\s\p{Lu}\.?){0,2}[.,!]?$/u;

/** The name-like line: two or more words that are a name, or one capitalised word (only where a name is due). */
function namelike(text: string): number {
  const bare = text.replace(/^[-–~/\s]+|[\s.,!]+$/gu, '');
  const known = nameScore(bare).score;
  if (known >= 0.4) return known;
  // a title or degree stands behind the name
  const front = bare.replace(/\s*\([^()]{1,14}\)$/u, '').split(/\s*[|·,/]\s*|\s[-–—]\s/u)[0] ?? '';
  const alone = front !== bare && bare.length < 80 ? nameScore(front).score : 0;
  if (alone >= 0.6) return alone;
  if (
    /^\p{Lu}[\p{L}'’-]+(?:\s(?:\p{Lu}\.?|(?:de|van|von|der|da|di|la|le|bin|al)))*\s\p{Lu}[\p{L}'’-]+$/u.test(bare) &&
    bare.length < 32
  )
    return 0.35;
  if (/^(?:\p{Lu}\.\s?){1,3}\p{Lu}[\p{L}'’-]+$/u.test(bare)) return 0.5;
  if (/^\p{Lu}{2,3}$/u.test(bare) || oneName.test(bare)) return 0.3;
  if (/^\p{Script=Han}{2,4}$/u.test(bare)) return 0.4;
  // a unit or a title before or behind the name
  const han = /^(\p{Script=Han}{2,12})\s(\p{Script=Han}{2,12})$/u.exec(bare);
  return han && Math.max(nameScore(han[1] ?? '').score, nameScore(han[2] ?? '').score) >= 0.55 ? 0.5 : 0;
}

function kindOf(line: BodyLine, sender: string[]): LineKind {
  const text = plainForm(line.s);
  if (!text) return line.m.some((m) => m.t === 'img') ? 'image' : 'blank';
  if (delimiterStrict.test(text) || delimiter.test(text)) return 'delimiter';
  if (sentFrom.test(text)) return 'sent';
  if (isDisclaimer(text)) return 'small';
  if (closingLength(text) > 0 && (!isProse(text) || text.length < 40)) return 'closing';
  const words = text.split(/\s+/).length;
  const linked = line.m.some((m) => /^(?:mailto|tel):/i.test(m.u ?? ''));
  const prose = isProse(text);
  if ((contactWord.test(text) || number.test(text) || linked) && !prose && words <= 16) return 'contact';
  if (greeting.test(text)) return 'text';
  const folded = text.toLowerCase();
  if (sender.length > 0 && words <= 6 && sender.some((part) => folded.includes(part))) return 'name';
  if (prose || text.length > 110) return 'text';
  if (splitLabel(text) && text.length > 60) return 'text';
  if (namelike(text) >= 0.4) return 'name';
  if (companyScore(text).score >= 0.5 || titleScore(text) >= 0.5) return 'work';
  if (place.test(text)) return 'place';
  if (namelike(text) > 0) return 'name';
  return words <= 7 && text.length <= 70 && !/[?!;]$/.test(text) ? 'short' : 'text';
}

/** How many lines a signature may have, and how many of them may tell nothing. */
const most = { lines: 40, shorts: 4 };

/**
 * The lines of the newest message that are its signature: closing formula, name, and what stands with it; never the legal small print.
 * In: the body, which of its lines are the newest message's own, and the sender's name where a header gave one. Out: indices of lines with text, in order; empty when there is none.
 */
export function signatureLines({ lines, html }: Body, own: boolean[], senderName = ''): number[] {
  const sender = senderName
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((part) => part.length > 1);
  // the newest message is the first run of own lines that says something; answers between quotations carry no signature of their own
  const mine = lines.map((_, i) => i).filter((i) => own[i]);
  const kinds = new Map<number, LineKind>();
  for (const i of mine.slice(-80)) kinds.set(i, kindOf(lines[i] as BodyLine, sender));
  for (const i of mine.slice(0, -80)) kinds.set(i, 'text');
  const kind = (i: number | undefined): LineKind => (i === undefined ? 'text' : (kinds.get(i) ?? 'text'));
  const shown = (list: number[]) =>
    list.filter((i) => !['blank', 'small', 'sent', 'delimiter'].includes(kind(i)) && (lines[i]?.s || html));

  const flagged = mine.filter((i) => lines[i]?.signature);
  if (flagged.length > 0) return shown(flagged);
  const dash = mine.findLastIndex((i) => delimiterStrict.test(lines[i]?.s ?? ''));
  if (dash > 0 && mine.length - dash <= most.lines) {
    const after = withCloser(mine, dash, shown(mine.slice(dash + 1)), kind);
    if (after.length > 0) return after;
  }
  return (html && cardBelow(lines, mine, kind)) || walkUp(lines, mine, kind, html);
}

/**
 * In HTML the lines below the last sentence are the signature, cells and icons and slogans included, as long as they hold somebody's contacts; a message can be nothing but that.
 */
function cardBelow(lines: BodyLine[], mine: number[], kind: (i: number | undefined) => LineKind): number[] | undefined {
  const last = mine.findLastIndex(
    (i) =>
      kind(i) === 'contact' ||
      kind(i) === 'place' ||
      (lines[i]?.m.some((m) => m.u && /^https?:/.test(m.u)) && ['image', 'short', 'work', 'name'].includes(kind(i))),
  );
  const sentence = (i: number | undefined) => {
    const text = lines[i ?? -1]?.s ?? '';
    return kind(i) === 'text' && (greeting.test(text) || isProse(text));
  };
  let first = last;
  while (first > 0 && !sentence(mine[first - 1])) first--;
  const card = mine.slice(first, last + 1).filter((i) => !['blank', 'delimiter', 'small', 'sent'].includes(kind(i)));
  const said = card.filter((i) => lines[i]?.s);
  const texts = said.filter((i) => kind(i) === 'text');
  const linked = card.flatMap((i) => lines[i]?.m ?? []).filter((m) => /^https?:/.test(m.u ?? '')).length >= 2;
  if (card.length > most.lines + 20 || said.length < 3 || texts.length > said.length / 4) return undefined;
  if (!said.some((i) => kind(i) === 'contact' || (kind(i) === 'name' && linked))) return undefined;
  if (first === 0) return card;
  // below a message's text it must name somebody early on, else it may be a list or a table of the text
  const early = said.slice(0, 6);
  const start = early.find((i) => kind(i) === 'closing') ?? early.find((i) => kind(i) === 'name');
  if (start === undefined || said.length > 30) return undefined;
  let from = card.indexOf(start);
  while (from > 0 && kind(card[from - 1]) === 'image') from--;
  return card.slice(from);
}

/** A closing formula and a name right above the delimiter belong to the signature as well. */
function withCloser(
  mine: number[],
  dash: number,
  after: number[],
  kind: (i: number | undefined) => LineKind,
): number[] {
  const above: number[] = [];
  for (let at = dash - 1; at >= 0 && dash - at < 6; at--) {
    const i = mine[at] as number;
    if (kind(i) === 'blank') continue;
    if (kind(i) !== 'closing' && !(kind(i) === 'name' && above.length === 0)) break;
    above.unshift(i);
    if (kind(i) === 'closing') return [...above, ...after];
  }
  return after;
}

function walkUp(lines: BodyLine[], mine: number[], kind: (i: number | undefined) => LineKind, html: boolean): number[] {
  let at = mine.length - 1;
  while (at >= 0 && ['blank', 'small', 'sent', 'delimiter'].includes(kind(mine[at]))) at--;
  // prose under a signature is small print in words we do not know: step over it when a contact line stands above
  if (html && kind(mine[at]) === 'text') at = overSmallPrint(mine, at, kind);
  const block: number[] = [];
  let shorts = 0;
  let gap = false;
  let ruled = false;
  for (; at >= 0 && block.length < most.lines; at--) {
    const i = mine[at] as number;
    const is = kind(i);
    if (is === 'blank' || is === 'small' || is === 'sent') {
      gap = true;
      continue;
    }
    if (is === 'delimiter') {
      // under a ruler that has the name below it, everything is signature; above it is the text
      if (block.length > 0 && (!html || block.some((b) => kind(b) === 'name'))) {
        ruled = true;
        break;
      }
      gap = true;
      continue;
    }
    if (is === 'text') break;
    const top = kind(block[0]);
    const open = gap || (lines[block[0] ?? -1]?.gap ?? false);
    const hasContact = block.some((b) => kind(b) === 'contact');
    // a block that begins with its name is whole; over it only its closing formula or a logo belongs to it
    if (open && top === 'name' && block.length > 0 && !['closing', 'image'].includes(is) && (hasContact || !html))
      if (!(html && ['work', 'short', 'name', 'place'].includes(is))) break;
    if (top === 'closing' && is !== 'image') break;
    if (is === 'short' && (++shorts > (html ? 8 : most.shorts) || (open && !html && block.length > 0))) break;
    block.unshift(i);
    gap = false;
    if (is === 'closing' && block.length > 1) {
      if (!html) break;
    }
  }
  return trimTop(lines, block, kind, html, mine, ruled);
}

function overSmallPrint(mine: number[], at: number, kind: (i: number | undefined) => LineKind): number {
  for (let up = at; up >= 0 && at - up < 12; up--) {
    const is = kind(mine[up]);
    if (is === 'contact' || is === 'place') return up;
    if (is !== 'text' && is !== 'blank' && is !== 'small' && is !== 'image') return at;
  }
  return at;
}

/** Drops what stands before the signature's first sure line, and the whole when nothing in it is sure. */
function trimTop(
  lines: BodyLine[],
  block: number[],
  kind: (i: number | undefined) => LineKind,
  html: boolean,
  mine: number[],
  ruled: boolean,
): number[] {
  let from = 0;
  while (
    from < block.length &&
    ['short', 'image', 'place'].includes(kind(block[from])) &&
    !(html && kind(block[from]) === 'image')
  ) {
    const rest = block.slice(from + 1).map(kind);
    // a unit's name over a person's name stays when nothing but signature follows
    if (kind(block[from]) === 'short' && rest.includes('contact') && (html || rest.length <= 4)) break;
    from++;
  }
  const kept = block.slice(from);
  const kinds = kept.map(kind).filter((k) => k !== 'image');
  const named = kinds.includes('name');
  const closed = kinds.includes('closing');
  const contacts = kinds.filter((k) => k === 'contact').length;
  const first = kept.find((i) => kind(i) !== 'image');
  if (first === undefined) return [];
  const alone = kinds.length === 1;
  const text = lines[first]?.s ?? '';
  const before = mine.filter((i) => i < first && lines[i]?.s).length;
  if (alone) {
    if (kinds[0] === 'closing') return nameAfterClosing(text) ? kept : [];
    if (kinds[0] === 'contact') return /^\p{Lu}/u.test(text) && number.test(text) && nameInFront(text) ? kept : [];
    if (kinds[0] !== 'name') return [];
    // two capitalised words that are nobody's name end a text as often as a signature
    return before > 0 && namelike(text) !== 0.35 ? kept : [];
  }
  // without a name or a closing only a tight block with somebody's own address or number in it is a signature
  const tight = kept.every((i) => i === first || html || !lines[i]?.gap);
  const own = kept.some(
    (i) => /@/.test(lines[i]?.s ?? '') || number.test((lines[i]?.s ?? '').replace(/\S*:\/\/\S*/g, '')),
  );
  const strong =
    (ruled && kinds.length > 1 && (named || contacts > 0 || kinds.includes('work'))) ||
    (closed && (named || contacts > 0 || kinds.length <= 3)) ||
    (named && (kinds.length <= 3 || contacts > 0 || kinds.includes('work'))) ||
    (contacts >= 2 && kinds.length <= 14 && tight && own && (html ? before === 0 : kind(first) !== 'place'));
  return strong ? kept : [];
}

const nameAfterClosing = (text: string) => {
  const rest = text.slice(closingLength(text)).replace(/^[\s,.!-]+|[\s.!]+$/gu, '');
  return rest !== '' && rest.length < 32 && namelike(rest) > 0;
};

const nameInFront = (text: string) => namelike(text.split(/\s[-–|·]\s|\t|,|\d/)[0]?.trim() ?? '') >= 0.4;
