import { findCompanyNames } from './detectors/company-name.ts';
import { findNamesInProse } from './detectors/person-name.ts';
import { type Line, within } from './lines.ts';
import { companyScore, nameScore, titleScore } from './lines-scores.ts';
import { type Labels, meaningOf } from './lines-tables.ts';
import type { View } from './lines-view.ts';
import { type ReadName, readName } from './people-names.ts';
import { type Part, partsOf, personLabel } from './people-parts.ts';
import { splitTitle } from './people-title-words.ts';

/** A name of a person where it stands, with what the words around it in the same line say. */
export type Anchor = {
  line: number;
  start: number;
  end: number;
  name: string;
  honorific?: string;
  partial: boolean;
  score: number;
  /**
   * line: the name is the line; part: the line begins with it; labelled: a label announces it; column: the table says so;
   * prose: named in running text. It says how far the name's reach goes.
   */
  style: 'line' | 'part' | 'labelled' | 'column' | 'prose';
  label?: 'contact' | 'representative';
  title?: { text: string; line: number; confidence: number };
  /** Words in the same line that name the firm. */
  firm?: { text: string; line: number };
};

const sure = 0.75;
const likely = 0.5;
/** Two capitalised words that no lexicon knows may be a name: they need a title, a column or a card that says so. */
const possible = 0.4;
const honorificOnly = /^(?:frau|herrn?|mr|mrs|ms|dr|prof|先生|女士|小姐)\.?$/i;
const junk = /[\d@<>{}=*#]|https?:|www\./;
const menuTag = /^(?:nav|menu|button|select)$/;

const cleanTitle = (text: string): string =>
  text
    .replace(/^[\s,;:：–—\-|·•(（]+|[\s,;:：–—\-|·•]+$/g, '')
    .replace(/^(.*[^)）])[)）]$/, (all, inner: string) => (/[(（]/.test(inner) ? all : inner))
    .trim();

/** Words that are as much a firm or a title as a name. */
function isElse(text: string, { score, partial, title }: ReadName): boolean {
  if (partial || title) return false;
  return (
    companyScore(text).score >= Math.max(score, 0.6) || titleScore(text) > score + 0.05 || meaningOf(text) !== undefined
  );
}

function anchorOf(line: Line, part: { start: number; end: number }, named: ReadName, style: Anchor['style']): Anchor {
  return {
    line: line.i,
    start: part.start,
    end: part.end,
    name: named.name,
    ...(named.honorific && { honorific: named.honorific }),
    partial: named.partial ?? false,
    score: named.score,
    style,
  };
}

/** Names joined by commas or "and" after a label: each is one. */
function listed(line: Line, rest: string, from: number): Anchor[] {
  const out: Anchor[] = [];
  const pieces = rest.matchAll(/[^,;，、；/]+?(?=\s*(?:[,;，、；/]|\s(?:und|and|et|y|&|sowie)\s|$))/giu);
  for (const m of pieces) {
    const text = m[0].replace(/^\s*(?:und|and|et|y|&|sowie)\s+/i, '').trim();
    if (text.length < 2) continue;
    const named = readName(text);
    if (named.score >= likely && !isElse(text, named)) {
      const start = from + m.index + m[0].indexOf(text);
      out.push(anchorOf(line, { start, end: start + text.length }, named, 'labelled'));
    }
  }
  return out;
}

function titleFrom(parts: Part[], at: number, line: Line): Pick<Anchor, 'title' | 'firm'> {
  let title: Anchor['title'];
  let firm: Anchor['firm'];
  const order = [...parts.slice(at + 1), ...parts.slice(0, at).reverse()];
  for (const part of order.slice(0, 5)) {
    if (part.text.length > 90 || junk.test(part.text)) continue;
    if (parts.indexOf(part) > at && nameScore(part.text).score >= sure && !titleScore(part.text)) break;
    const t = titleScore(part.text);
    const c = companyScore(part.text).score;
    const both: { title?: string; firm?: string } = c >= 0.6 && t >= 0.5 ? splitTitle(part.text) : {};
    if (both.firm && both.title) {
      firm ??= { text: both.firm, line: line.i };
      title ??= { text: both.title, line: line.i, confidence: t };
    } else if (!firm && c >= 0.6 && c > t) firm = { text: part.text, line: line.i };
    else if (!title && t >= 0.4 && !personLabel(part.text)?.startsWith('contact'))
      title = { text: cleanTitle(part.text), line: line.i, confidence: t };
  }
  return { ...(title && { title }), ...(firm && { firm }) };
}

function inParts(line: Line, labels: Labels): Anchor[] {
  const parts = partsOf(line);
  const meaning = labels.meaning[line.i];
  const outer = labels.label[line.i];
  const out: Anchor[] = [];
  const first = parts[0];
  if (!first) return out;
  const rowLabel = outer ? personLabel(outer) : undefined;
  const lineLabel = parts.length > 1 && /^[:：]$/.test(parts[1]?.before ?? '') ? personLabel(first.text) : undefined;
  const label = lineLabel ?? rowLabel;
  const labelWords = lineLabel ? first.text : rowLabel ? (outer ?? '') : '';
  const from = lineLabel ? (parts[1]?.start ?? 0) : 0;
  if (label) {
    const names = listed(line, line.s.slice(from), from);
    const asTitle = titleScore(labelWords.replace(/[:：]\s*$/, ''));
    for (const anchor of names) {
      anchor.label = label;
      const at = parts.findIndex((p) => p.start <= anchor.start && p.end >= anchor.end);
      if (names.length === 1 && at >= 0)
        Object.assign(anchor, titleFrom(parts.slice(lineLabel ? 1 : 0), at - (lineLabel ? 1 : 0), line));
      if (!anchor.title && label === 'representative' && asTitle >= 0.4)
        anchor.title = { text: titleOfLabel(labelWords), line: line.i, confidence: 0.75 };
    }
    if (names.length) return names;
  }
  for (let k = 0; k < parts.length && k < 12; k++) {
    const part = parts[k];
    if (!part || part.text.length > 60 || junk.test(part.text) || honorificOnly.test(part.text)) continue;
    const column = meaning === 'name';
    const turned =
      column && parts.length === 2 && parts[1]?.before === ',' ? readName(`${parts[1].text} ${part.text}`) : undefined;
    const read = turned && turned.score >= possible ? turned : readName(part.text);
    // what stands under "Name" and is as short as a Chinese name is one, also where it is a common word too
    const named =
      column && read.score < 0.3 && /^\p{Script=Han}\s?\p{Script=Han}{1,2}$/u.test(part.text)
        ? { ...read, name: part.text.replace(/\s/g, ''), score: 0.5 }
        : read;
    if (named.score < (column ? 0.3 : possible) || isElse(part.text, named)) continue;
    const alone = parts.length === 1;
    const extra = turned === named ? {} : titleFrom(parts, k, line);
    if (named.title && !extra.title) extra.title = { text: named.title, line: line.i, confidence: 0.75 };
    if (!column && named.score < likely && !alone && !extra.title) continue;
    const linked = /mailto:|tel:/.test(line.m.map((m) => m.u ?? '').join(' '));
    // a name in the middle of a line that says nothing of it is any capitalised words
    if (!column && !alone && named.score < sure && !extra.title && !extra.firm && !linked && k > 0) continue;
    if (!column && k > 2 && !extra.title) continue;
    const style = column ? 'column' : alone ? 'line' : 'part';
    const anchor = { ...anchorOf(line, part, named, style), ...extra };
    if (out.some((o) => o.name === anchor.name)) continue;
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

/** The title that stands right before a Chinese name, and the firm before that: 某某公司总经理王小明. */
function hanTitle(before: string): { title: string; firm?: string } | undefined {
  const text = before.trimEnd();
  const clause = /[^，。、；：“”！？,.\s]{2,40}$/u.exec(text)?.[0];
  if (!clause) return undefined;
  const org =
    /^(.*?(?:公司|集团|中心|学院|大学|研究院|研究所|资本|创投|基金|合作社|银行|协会|医院|事务所|厂|社))(\p{Script=Han}{2,12})$/u.exec(
      clause,
    );
  if (org?.[1] && org[2] && titleScore(org[2]) >= 0.5) {
    const rank = /^\p{Script=Han}{1,5}(?:系|学院)(\p{Script=Han}{2,})$/u.exec(org[2])?.[1];
    const firm = findCompanyNames(org[1]).at(-1)?.value.name;
    return { title: rank ?? org[2], ...(firm && { firm }) };
  }
  for (let n = Math.min(8, clause.length); n >= 2; n--) {
    const tail = clause.slice(-n);
    if (titleScore(tail) >= 0.6 && !/[的是在和与及]/.test(tail)) return { title: tail };
  }
  return undefined;
}

const hanRank =
  /(?:总经理|副总经理|董事长|副董事长|总裁|副总裁|总监|经理|主任|副主任|负责人|创始人|CEO|CTO|COO|CFO|教授|副教授|理事长|会长|副会长|合伙人|执行董事|董事|主管|厂长|书记|院长|所长|秘书长|助理|顾问|社长|总工程师|首席\p{Script=Han}{2,4}官|總經理|董事長|經理|負責人|創辦人)\s?(?=(\p{Script=Han}{2,4}))/gu;

/** Names right after a rank in Chinese prose: the two to four characters that read best as a name. */
function afterRank(text: string): { start: number; end: number; value: string; confidence: number }[] {
  const out: { start: number; end: number; value: string; confidence: number }[] = [];
  for (const m of text.matchAll(hanRank)) {
    const rest = m[1] ?? '';
    const start = m.index + m[0].length;
    let best: { n: number; score: number } | undefined;
    for (let n = Math.min(4, rest.length); n >= 2; n--) {
      const { score, partial } = nameScore(rest.slice(0, n));
      const fits = score - (n === 4 ? 0.1 : 0) + (n === 3 ? 0.12 : 0);
      if (!partial && score >= 0.6 && titleScore(rest.slice(0, n)) < 0.5 && (!best || fits > best.score))
        best = { n, score: fits };
    }
    if (best) out.push({ start, end: start + best.n, value: rest.slice(0, best.n), confidence: 0.6 });
  }
  return out;
}

function inProse(line: Line): Anchor[] {
  const out: Anchor[] = [];
  const text = line.s;
  const names = findNamesInProse(text);
  if (/\p{Script=Han}/u.test(text)) {
    for (const f of afterRank(text)) if (!names.some((n) => n.start < f.end && f.start < n.end)) names.push(f);
    names.sort((a, b) => a.start - b.start);
  }
  for (const found of names) {
    const named = nameScore(text.slice(found.start, found.end));
    const after = text.slice(found.end, found.end + 90);
    const before = text.slice(Math.max(0, found.start - 70), found.start);
    const anchor: Anchor = {
      ...anchorOf(line, found, named.score > 0 ? named : { score: found.confidence, name: found.value }, 'prose'),
      score: Math.max(found.confidence, named.score),
    };
    const apposition =
      /^\s*[,(（]\s*(?:der |die |das |the |our |unser[e]? )?([^,.;()（）]{2,70}?)\s*(?:[,.;)）]|$)/u.exec(after)?.[1];
    const hanLead = /\p{Script=Han}/u.test(named.name) ? hanTitle(before) : undefined;
    if (hanLead) {
      anchor.title = { text: hanLead.title, line: line.i, confidence: 0.6 };
      if (hanLead.firm) anchor.firm = { text: hanLead.firm, line: line.i };
    }
    const lead = /(?:^|[\s,.;:("„“—–])([\p{L}\p{M}][\p{L}\p{M}/&-]*(?:\s[\p{L}&/-]+){0,4})[\s:,]*$/u.exec(before)?.[1];
    if (apposition && titleScore(apposition) >= 0.5)
      anchor.title = { text: cleanTitle(apposition), line: line.i, confidence: 0.6 };
    else if (lead && !anchor.title) {
      const adjective = /(?:ende[rn]?|ische[rn]?|liche[rn]?|ige[rn]?|male[rn]?)$/;
      const words = lead
        .replace(
          /^(?:(?:sagte?|erklärte?|so|laut|mit|von|und|der|die|das|den|dem|deren|dessen|unsere?r?|ihre?r?|the|our|said|says|and|with|by|from)\s+)+/i,
          '',
        )
        .split(' ');
      for (let n = 0; n < words.length && !anchor.title; n++) {
        if (
          /^\p{Ll}/u.test(words[n] ?? '') &&
          n < words.length - 1 &&
          !adjective.test(words[n] ?? '') &&
          /^\p{Lu}/u.test(words.at(-1) ?? '')
        )
          continue;
        const candidate = words.slice(n).join(' ');
        const between = words.slice(n, -1);
        if (
          between.some(
            (w) =>
              /^\p{Ll}/u.test(w) &&
              !adjective.test(w) &&
              !/^(?:in|for|und|of|and|für|the|der|des|di|de|et|y|am|im)$/.test(w),
          )
        )
          continue;
        if (titleScore(candidate) >= 0.6)
          anchor.title = { text: cleanTitle(candidate), line: line.i, confidence: 0.55 };
      }
    }
    const contact =
      /(?:contact|kontakt|ansprechpartner(?:in)?|联系人|wenden sie sich an|rückfragen|call|e-?mail)\b[^.]{0,25}$/i.test(
        before,
      );
    if (contact) anchor.label = 'contact';
    if (anchor.title || contact) out.push(anchor);
  }
  const parts = partsOf(line);
  parts.forEach((part, k) => {
    if (part.text.length > 30 || junk.test(part.text) || out.some((a) => a.start < part.end && part.start < a.end))
      return;
    const named = readName(part.text);
    if (named.score < 0.6 || isElse(part.text, named)) return;
    const before = parts[k - 1];
    const rank =
      named.title ?? (before && part.before === 'mark' && titleScore(before.text) >= 0.6 ? before.text : undefined);
    if (rank)
      out.push({ ...anchorOf(line, part, named, 'prose'), title: { text: rank, line: line.i, confidence: 0.6 } });
  });
  return out;
}

/** In: the view, and lines that are a firm's name. Out: people's names in page order, with what their own line says of them. */
export function anchorsOf(view: Pick<View, 'page' | 'labels' | 'contexts'>, firmLines: Set<number>): Anchor[] {
  const { page, labels, contexts } = view;
  const all: Anchor[] = [];
  for (const line of page.lines) {
    if (line.s.length < 2 || (contexts[line.i] !== undefined && contexts[line.i] !== 'voices') || firmLines.has(line.i))
      continue;
    const meaning = labels.meaning[line.i];
    if (
      meaning &&
      meaning !== 'name' &&
      meaning !== 'title' &&
      meaning !== 'department' &&
      !personLabel(labels.label[line.i] ?? '')
    )
      continue;
    if (within(page, line.b, menuTag)) continue;
    if (line.s.length > 1500) continue;
    const sentence =
      line.s.length > 110 ||
      (line.s.length > 50 && /[.!?。！？]$/.test(line.s) && /\p{Ll}{3,} \p{Ll}{2,} /u.test(line.s)) ||
      (line.s.length > 28 && /\p{Script=Han}[^，。]*[，。].*\p{Script=Han}/u.test(line.s));
    const found = sentence && meaning !== 'name' ? inProse(line) : inParts(line, labels);
    // who praises a firm is somebody only with their own position told
    if (contexts[line.i] === 'voices') all.push(...found.filter((a) => a.title && a.style !== 'prose' && !a.partial));
    else if (found.length === 0 && !sentence && line.s.length > 40) all.push(...inProse(line));
    else all.push(...found);
    if (all.length > 3000) break;
  }
  return all;
}
