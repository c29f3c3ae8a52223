import { type Line, within } from './lines.ts';
import { companyScore, nameScore, titleScore } from './lines-scores.ts';
import type { Labels } from './lines-tables.ts';
import type { View } from './lines-view.ts';
import { type Anchor, anchorOf, cleanTitle, isElse, junk } from './people-anchor.ts';
import { type ReadName, readName } from './people-names.ts';
import { type Part, partsOf, personLabel } from './people-parts.ts';
import { inProse } from './people-prose.ts';
import { splitTitle } from './people-title-words.ts';

const sure = 0.75;
const likely = 0.5;
/** Two capitalised words that no lexicon knows may be a name: they need a title, a column or a card that says so. */
const possible = 0.4;
const honorificOnly = /^(?:frau|herrn?|mr|mrs|ms|dr|prof|先生|女士|小姐)\.?$/i;
const academic = /^(?:教授|博士|老师|老師|先生|女士|小姐)$/;
/** Floors and rooms of an address in English. */
const roomLine = /\b\d+\/F\b|\b(?:Room|Rm|Unit|Flat)s?\.? [A-Z]?\d/;
/** A line that begins with a street: the quarter and the town in it are no people ("Av. Paulista, 1578 - Bela Vista, São Paulo"). */
const streetLine =
  /^(?:Av|Avda|Avenida|Rua|Rod|Rodovia|Praça|Estrada|Alameda|Calle|Carretera|Via|Viale|Piazza|Corso|Rue|ul|ул)\b\.?\s[^@:]*\d[^@:]*,[^@:]*$/iu;
const hanClause = /\p{Script=Han}{4}[，。：]|\p{Script=Han}{6,}[（(]/u;
const han = /\p{Script=Han}/u;
const menuTag = /^(?:nav|menu|button|select)$/;

/** Names joined by commas or "and" after a label: each is one. */
function listed(line: Line, rest: string, from: number): Anchor[] {
  const out: Anchor[] = [];
  const pieces = rest.matchAll(/[^,;，、；/]+?(?=\s*(?:[,;，、；/]|\s(?:und|and|et|y|&|sowie)\s|$))/giu);
  for (const m of pieces) {
    const bare = m[0].replace(/^\s*(?:und|and|et|y|&|sowie)\s+/i, '').trim();
    // 张经理 分机 21, 郑凯 先生 （销售部 经理）: the name ends at the number and at the bracket
    const text = /\p{Script=Han}/u.test(bare)
      ? bare.replace(/\s*(?:[（(]|(?:分机|分機|转|轉|内线|內線|手机|手機|电话|電話)?[\s:：]*\+?\d).*$/, '')
      : bare;
    if (text.length < 2) continue;
    const named = readName(text);
    if (named.score >= likely && !isElse(text, named)) {
      const start = from + m.index + m[0].indexOf(text);
      out.push(anchorOf(line, { start, end: start + text.length }, named, 'labelled'));
    }
  }
  return out;
}

/** 主任、高级合伙人 after a name: ranks joined in one breath are one title. In: the line, the part that ends in the first rank, that rank. */
function joinedTitle(line: Line, part: { end: number }, rank: string): string | undefined {
  const tail = /^(?:\s?[、]\s?[\p{Script=Han}（）()]{2,12})+(?=[\s,，;；|｜]|$)/u.exec(line.s.slice(part.end))?.[0];
  if (!tail || !part.end || !line.s.slice(0, part.end).endsWith(rank)) return undefined;
  const pieces = tail
    .split('、')
    .map((t) => t.trim())
    .filter(Boolean);
  return pieces.every((t) => titleScore(t) >= 0.5) ? rank + tail.trimEnd() : undefined;
}

/** 销售一部：田园 130…: what stands between a department and a number is a name, be it a common word too. */
function atDesk(line: Line, parts: Part[], k: number): boolean {
  const part = parts[k];
  if (!part || !/^[:：]$/.test(part.before) || !/[部组組处處科区區课課]$/.test(parts[k - 1]?.text ?? '')) return false;
  if (/(?:机|機|线|線|话|話|真|号|號|班|址|询|詢|系)$/.test(part.text)) return false;
  return /^[\s（(]{0,2}(?:先生|女士)?[)）\s]{0,2}(?:手机|手機|电话|電話)?[\s:：]{0,2}\+?\d[\d\s-]{6,}/.test(
    line.s.slice(part.end),
  );
}

/** 售前：姚工 0510-…, 刘部长 138…, 孙工（分机 806）: somebody called by rank or name right before a number. */
function byNumber(line: Line, part: { end: number }, named: ReadName): boolean {
  if (!/\p{Script=Han}/u.test(named.name)) return false;
  if (!named.partial && named.honorific === undefined && named.score < sure) return false;
  return /^[\s:：(（]{0,3}(?:(?:手机|手機|电话|電話|行動|tel|mob\w*)?[\s:：.]{0,2}\+?\d[\d\s()（）–-]{5,}|(?:分机|分機|转|轉|內線|内线|ext\.?)[\s:：]?\d{2,5})/iu.test(
    line.s.slice(part.end),
  );
}

function titleFrom(parts: Part[], at: number, line: Line): Pick<Anchor, 'title' | 'firm'> {
  let title: Anchor['title'];
  let firm: Anchor['firm'];
  // 王某（经理）138…；李某 139…: behind a number or a semicolon it is the next one's
  let from = at;
  while (from > 0 && !/^(?:number|[;；])$/.test(parts[from]?.before ?? '')) from--;
  const next = parts.findIndex((p, i) => i > at && /^[;；]$/.test(p.before));
  const order = [...parts.slice(at + 1, next < 0 ? undefined : next), ...parts.slice(from, at).reverse()];
  for (const part of order.slice(0, 5)) {
    if (part.text.length > 90 || junk.test(part.text)) continue;
    if (parts.indexOf(part) > at && nameScore(part.text).score >= sure && !titleScore(part.text)) break;
    // 张经理、陈小姐: the next one called is no title of the one before
    if (/\p{Script=Han}/u.test(part.text) && nameScore(part.text).partial) continue;
    const t = titleScore(part.text);
    const c = companyScore(part.text).score;
    const both: { title?: string; firm?: string } = c >= 0.6 && t >= 0.5 ? splitTitle(part.text) : {};
    if (both.firm && both.title) {
      firm ??= { text: both.firm, line: line.i };
      title ??= { text: both.title, line: line.i, confidence: t };
    } else if (!firm && c >= 0.6 && c > t) firm = { text: part.text, line: line.i };
    else if (!title && t >= 0.4 && !personLabel(part.text)?.startsWith('contact'))
      title = { text: cleanTitle(part.text), line: line.i, confidence: academic.test(part.text) ? 0.35 : t };
  }
  return { ...(title && { title }), ...(firm && { firm }) };
}

/** "Dr. Roe, Jane" under a head that says name: the degree stays in front. */
function familyFirst(family: string, given: string): ReadName {
  const degree = /^(?:(?:Dr|Prof|Dipl|Ing|Mag|Herr|Frau|Mr|Mrs|Ms)\.?(?:-\p{L}+\.?)?\s+)+/u.exec(family)?.[0] ?? '';
  return readName(`${degree}${given} ${family.slice(degree.length)}`);
}

function inParts(line: Line, labels: Labels): Anchor[] {
  const parts = partsOf(line);
  const meaning = labels.meaning[line.i];
  const outer = labels.label[line.i];
  const out: Anchor[] = [];
  const first = parts[0];
  if (!first) return out;
  // "District Superintendent:" before a name says what they are
  const ranked = (words: string): ReturnType<typeof personLabel> =>
    personLabel(words) ??
    (words.length <= 40 && titleScore(words.replace(/\s*[:：]\s*$/, '')) >= 0.7 ? 'representative' : undefined);
  const rowLabel = outer ? ranked(outer) : undefined;
  const lineLabel = parts.length > 1 && /^[:：]$/.test(parts[1]?.before ?? '') ? ranked(first.text) : undefined;
  const label = lineLabel ?? rowLabel;
  const labelWords = lineLabel ? first.text : rowLabel ? (outer ?? '') : '';
  const from = lineLabel ? (parts[1]?.start ?? 0) : 0;
  if (label) {
    const names = listed(line, line.s.slice(from), from);
    const asTitle = titleScore(labelWords.replace(/[:：]\s*$/, ''));
    for (const anchor of names) {
      anchor.label = label;
      const at = parts.findIndex((p) => p.start <= anchor.start && anchor.start < p.end);
      if (names.length === 1 && at >= 0)
        Object.assign(anchor, titleFrom(parts.slice(lineLabel ? 1 : 0), at - (lineLabel ? 1 : 0), line));
      if (!anchor.title && label === 'representative' && asTitle >= 0.4)
        anchor.title = { text: titleOfLabel(labelWords), line: line.i, confidence: 0.75 };
    }
    // 联系人：徐先生（139…） 陈女士（138…）: further people called by their numbers stand behind
    const last = names.at(-1);
    if (last && !(han.test(last.name) && parts.some((p) => p.start > last.end && nameScore(p.text).partial)))
      return names;
    out.push(...names);
  }
  const behind = out.at(-1)?.end ?? -1;
  for (let k = 0; k < parts.length && k < 12; k++) {
    const part = parts[k];
    if (!part || part.start < behind || part.text.length > 60 || junk.test(part.text) || honorificOnly.test(part.text))
      continue;
    const column = meaning === 'name';
    const turned =
      column && parts.length === 2 && parts[1]?.before === ',' ? familyFirst(part.text, parts[1].text) : undefined;
    const read = turned && turned.score >= possible ? turned : readName(part.text);
    // what stands under "Name" and is as short as a Chinese name is one, also where it is a common word too
    const named =
      (column || atDesk(line, parts, k)) &&
      read.score < 0.3 &&
      /^\p{Script=Han}\s?\p{Script=Han}{1,2}$/u.test(part.text)
        ? { ...read, name: part.text.replace(/\s/g, ''), score: 0.5 }
        : read;
    if (named.score < (column ? 0.3 : possible) || isElse(part.text, named)) continue;
    const alone = parts.length === 1;
    const extra = turned === named ? {} : titleFrom(parts, k, line);
    const rank = named.title ?? (/\p{Script=Han}/u.test(named.honorific ?? '') ? named.honorific : undefined);
    const joined = rank && parts[k + 1]?.before === '、' && extra.title ? joinedTitle(line, part, rank) : undefined;
    if (joined) extra.title = { text: joined, line: line.i, confidence: 0.8 };
    else if (named.title && !extra.title)
      extra.title = { text: named.title, line: line.i, confidence: academic.test(named.title) ? 0.3 : 0.75 };
    // 售前：姚工 0510-…, … / 刘部长 138…: somebody called by rank right before a number
    const called =
      atDesk(line, parts, k) || byNumber(line, part, named) || (part.before === 'number' && (named.partial ?? false));
    const announced =
      /^[:：]$/.test(part.before) && personLabel(parts[k - 1]?.text.split(/\s+/).at(-1) ?? '') === 'contact';
    if (!column && named.score < likely && !alone && !extra.title && !called && !announced) continue;
    const linked = /mailto:|tel:/.test(line.m.map((m) => m.u ?? '').join(' '));
    // a name in the middle of a line that says nothing of it is any capitalised words
    if (
      !column &&
      !alone &&
      named.score < sure &&
      !extra.title &&
      !extra.firm &&
      !linked &&
      !called &&
      !announced &&
      k > 0
    )
      continue;
    if (!column && k > 2 && !extra.title && !called && !announced) continue;
    const style = column ? 'column' : alone ? 'line' : 'part';
    const anchor: Anchor = { ...anchorOf(line, part, named, style), ...extra };
    if (announced) anchor.label = 'contact';
    if (out.some((o) => o.name === anchor.name) || (behind >= 0 && !byNumber(line, part, named))) continue;
    out.push(anchor);
    if (column || out.length >= 4) break;
  }
  return out;
}

/** "Vertreten durch den Geschäftsführer" → "Geschäftsführer". */
function titleOfLabel(label: string): string {
  return cleanTitle(
    label.replace(/^.*\b(?:vertreten durch|durch)\s+(?:den |die |das |ihren |ihre )?/i, '').replace(/[:：]\s*$/, ''),
  );
}

/** A cross at a name: nobody to reach any more. */
const died = (text: string, { start, end }: Anchor): boolean =>
  /^\s*[(（,]?\s*(?:†|✝|verstorben|deceased|已故)/u.test(text.slice(end, end + 16)) ||
  /†\s*$/.test(text.slice(0, start));

/** In: the view, and lines that are a firm's name. Out: people's names in page order, with what their own line says of them. */
export function anchorsOf(view: Pick<View, 'page' | 'labels' | 'contexts'>, firmLines: Set<number>): Anchor[] {
  const { page, labels, contexts } = view;
  const all: Anchor[] = [];
  for (const line of page.lines) {
    const meaning = labels.meaning[line.i];
    // "von der Heide, Friedrich" in a column of names begins like a by-line
    const context = meaning === 'name' && contexts[line.i] === 'byline' ? undefined : contexts[line.i];
    if (line.s.length < 2 || (context !== undefined && context !== 'voices') || firmLines.has(line.i)) continue;
    if (
      meaning &&
      meaning !== 'name' &&
      meaning !== 'title' &&
      meaning !== 'department' &&
      !personLabel(labels.label[line.i] ?? '')
    )
      continue;
    if (within(page, line.b, menuTag)) continue;
    if (line.s.length > 1500 || (roomLine.test(line.s) && !/[@:：]/.test(line.s)) || streetLine.test(line.s)) continue;
    const sentence =
      line.s.length > 110 ||
      (line.s.length > 50 && /[.!?。！？]$/.test(line.s) && /\p{Ll}{3,} \p{Ll}{2,} /u.test(line.s)) ||
      (line.s.length > 28 && /\p{Script=Han}[^，。]*[，。].*\p{Script=Han}/u.test(line.s));
    const found = sentence && meaning !== 'name' ? inProse(line) : inParts(line, labels);
    const living = found.filter((a) => !died(line.s, a));
    // who praises a firm is somebody only with their own position told
    if (contexts[line.i] === 'voices') all.push(...living.filter((a) => a.title && a.style !== 'prose' && !a.partial));
    else if (found.length === 0 && !sentence && (line.s.length > 40 || hanClause.test(line.s)))
      all.push(...inProse(line));
    else all.push(...living);
    if (all.length > 3000) break;
  }
  return all;
}
