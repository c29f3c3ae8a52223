import type { CompanyField } from '../../domain/schema/field.ts';
import { factLabels } from '../lexicon/fact-labels.ts';
import { nameScore } from './person-name.ts';
import { findRegisterFacts } from './register-facts.ts';

export type CompanyFact = {
  field: CompanyField;
  value: string;
  /** Index of the line that holds the value, and where in it the value begins. */
  line: number;
  at: number;
};

const fieldOfLabel = new Map(factLabels.flatMap(([field, labels]) => labels.map((label) => [label, field] as const)));
const hanLabel = String.raw`[\p{sc=Han}/()（）]{2,12}`;
/** "Label: value" with a short label in any script. */
const colonPair = /^\s*([\p{L}][^:：﹕\n]{1,48}?)\s*[:：﹕]\s*(.*)$/u;
/** Several Chinese pairs on one line, "注册资本：500万 成立时间：2011年". */
const hanPairs = new RegExp(String.raw`(?<![\p{sc=Han}])(${hanLabel})\s*[:：﹕]\s*`, 'gu');
const longestLabel = 48;

const fold = (label: string) =>
  label
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^[\s·•*–-]+|[\s:：﹕.]+$/g, '')
    // "Vertretungsberechtigter Vorstand gemäß § 26 BGB", "Geschäftsführer (CEO)", "法 定 代 表 人"
    .replace(/ (?:gemäß|gem\.|nach|i\. ?s\. ?d\.|im sinne) .*$/, '')
    .replace(/ ?\([^)]*\)$/, '')
    .replace(/(?<=\p{sc=Han})\s+(?=\p{sc=Han})/gu, '');

/** Date or year of founding: ISO where it is a date (2011年04月22日, 22.04.2011), the year alone otherwise. */
function foundedOf(text: string): string | undefined {
  const ymd = /\b((?:18|19|20)\d\d)\s?[年./-]\s?(\d{1,2})\s?[月./-]\s?(\d{1,2})/.exec(text);
  if (ymd) return [ymd[1], ymd[2]?.padStart(2, '0'), ymd[3]?.padStart(2, '0')].join('-');
  const dmy = /\b(\d{1,2})[./](\d{1,2})[./]((?:18|19|20)\d\d)\b/.exec(text);
  if (dmy) return [dmy[3], dmy[2]?.padStart(2, '0'), dmy[1]?.padStart(2, '0')].join('-');
  return /(?<!\d)(?:1[6-9]|20)\d\d(?!\d)/.exec(text)?.[0];
}

/** The people in "A. Roe, Dr. B. Doe (Vorsitzender) und C. Poe": names only, titles and roles left out. */
function namesIn(text: string): { name: string; at: number }[] {
  const found: { name: string; at: number }[] = [];
  for (const m of text.matchAll(/[^,;/、，；|&]+/g)) {
    for (const part of m[0].split(/\s+(?:und|and|et|sowie|y|e|en|u\.)\s+/)) {
      const bare = part
        .replace(/\([^)]*\)?|（[^）]*）?/g, ' ')
        .replace(/\s+/g, ' ')
        .trim();
      // A profession may stand before the name: "Tischlermeister Uwe Ahl".
      const words = bare.split(' ');
      const tries = [bare, words.slice(1).join(' '), words.slice(0, 2).join(' '), words.slice(0, 3).join(' ')];
      const hit = tries
        .map((t) => ({ t, s: nameScore(t) }))
        .find(({ t, s }) => s.score >= 0.5 && (t.includes(' ') || /\p{sc=Han}{2}/u.test(t)));
      if (hit && !hit.s.partial) found.push({ name: hit.s.name, at: text.indexOf(hit.t.split(' ')[0] ?? '') });
    }
  }
  return found;
}

/** Whether a value can be one of its field; turns it into the form that is kept. */
function keptValue(field: CompanyField, raw: string): string | undefined {
  const text = raw
    .replace(/\s+/g, ' ')
    .replace(/^[\s:：-]+|[\s;；]+$/g, '')
    .trim();
  if (text === '' || text === '-' || text.length > 1000) return undefined;
  switch (field) {
    case 'founded':
      return foundedOf(text);
    case 'employees':
      return /\d/.test(text) && text.length <= 40 ? text : undefined;
    case 'registeredCapital':
      return /\d/.test(text) && text.length <= 60 ? text : undefined;
    case 'industry':
      return text.length <= 80 && !/[。.!?]$/.test(text) ? text : undefined;
    case 'scope':
      return text.length >= 3 ? text : undefined;
    case 'registerCourt':
      return text.length <= 60 && !/\d/.test(text) ? text : undefined;
    default:
      return text;
  }
}

/** A label and what follows it on the line; `value` is empty where the value stands on the next line. */
type Pair = { field: CompanyField; value: string; at: number };

function pairsOf(text: string): Pair[] {
  const whole = text.length <= longestLabel ? fieldOfLabel.get(fold(text)) : undefined;
  if (whole) return [{ field: whole, value: '', at: text.length }];
  const pairs: Pair[] = [];
  if (/[:：﹕]/.test(text)) {
    const han = [...text.matchAll(hanPairs)];
    han.forEach((m, i) => {
      const field = fieldOfLabel.get(fold(m[1] ?? ''));
      const from = m.index + m[0].length;
      if (field) pairs.push({ field, value: text.slice(from, han[i + 1]?.index ?? text.length), at: from });
    });
    if (pairs.length) return pairs;
    // "A GmbH, diese vertreten durch die Geschäftsführer: …": the label is what stands last before the colon.
    const colon = colonPair.exec(text);
    const parts = colon?.[1]?.split(/[,;.]\s+|\s[–-]\s/) ?? [];
    const field = fieldOfLabel.get(fold(parts.at(-1) ?? ''));
    if (colon && field) return [{ field, value: colon[2] ?? '', at: text.length - (colon[2] ?? '').length }];
  }
  // "Inhaberin Jana Roe", "Stammkapital 25.000 €": a label without a colon, of one to four words.
  const words = text.slice(0, 120).split(' ');
  for (let n = Math.min(4, words.length - 1); n > 0; n--) {
    const label = words.slice(0, n).join(' ');
    const field = fieldOfLabel.get(fold(label));
    if (field && !/[,;]$/.test(label)) return [{ field, value: text.slice(label.length), at: label.length + 1 }];
  }
  return [];
}

/** Facts that are a sentence's, not a label's, when no colon stands: only these are believed without one. */
const plainEnough: Partial<Record<CompanyField, (value: string) => boolean>> = {
  founded: (v) => v.length <= 24,
  employees: (v) => /^\s*(?:ca\.|circa|rund|about|约)?\s*\d/.test(v) && v.length <= 24,
  registeredCapital: (v) => v.length <= 40,
  industry: () => false,
  scope: () => false,
};

/**
 * Facts about companies in imprints, register and supplier pages: register number and court, VAT id, credit code,
 * representatives, capital, founding, headcount, industry, scope. Label and value may stand on one line or on two.
 * In: lines in reading order. Out: facts in order; representatives one fact each.
 */
export function findCompanyFacts(lines: string[]): CompanyFact[] {
  const facts: CompanyFact[] = [];
  lines.forEach((text, line) => {
    if (text === '') return;
    for (const fact of findRegisterFacts(text)) facts.push({ ...fact, line });
    if (text.length > 1200) return;
    for (const pair of pairsOf(text)) {
      if (pair.value.trim() !== '') addFact(facts, pair, line, /[:：﹕]/.test(text.slice(0, pair.at)));
      else addFromNextLines(facts, pair.field, lines, line);
    }
  });
  return facts;
}

function addFact(facts: CompanyFact[], { field, value, at }: Pair, line: number, labelled: boolean): void {
  if (field === 'representatives') {
    for (const { name, at: within } of namesIn(value.slice(0, 400)))
      facts.push({ field, value: name, line, at: at + Math.max(0, within) });
    return;
  }
  if (!labelled && !(plainEnough[field]?.(value) ?? true)) return;
  const kept = keptValue(field, value);
  const known = facts.some((f) => f.line === line && f.field === field);
  if (kept !== undefined && !known) facts.push({ field, value: kept, line, at });
}

/** The value under its label: one line, or for people as many lines as are names. */
function addFromNextLines(facts: CompanyFact[], field: CompanyField, lines: string[], label: number): void {
  for (let i = label + 1; i <= label + 6 && i < lines.length; i++) {
    const text = lines[i] ?? '';
    if (text === '') continue;
    if (pairsOf(text).length > 0) return;
    const before = facts.length;
    addFact(facts, { field, value: text, at: 0 }, i, true);
    if (field !== 'representatives' || facts.length === before) return;
  }
}
