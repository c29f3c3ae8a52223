import { fold } from '../domain/normalize/fold.ts';
import { ownText } from '../domain/own-values.ts';
import type { Company, Lead } from '../domain/schema/lead.ts';

const unspaced = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}';
const boundary = new RegExp(`(?<=[${unspaced}])(?=[^${unspaced}\\s])|(?<=[^${unspaced}\\s])(?=[${unspaced}])`, 'gu');
const isUnspaced = new RegExp(`[${unspaced}]`, 'u');

/** Folded words with one space before each; writing without spaces stands as words of its own. */
function wordsOf(text: string): string[] {
  return fold(text)
    .replace(boundary, ' ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/** What is searched of a lead: ` word word …`, so that a word's beginning is found by a space before it. In: the lead. */
export function searchText(lead: Lead): string {
  const parts = [
    lead.name,
    ...(lead.kind === 'person' ? [lead.companyName, lead.jobTitle, lead.department] : companyWords(lead)),
    ...lead.emails,
    lead.wechat,
    lead.qq,
    lead.note,
    lead.list,
    ...lead.tags,
    ...lead.addresses.map(({ city }) => city),
    ...Object.values(lead.own ?? {}).map(ownText),
    lead.outcome?.reason,
  ];
  return parts.map((part) => (part ? spacedWords(part) : '')).join('');
}

/** The words of a text, a space before each. Most texts are of plain letters: for them one pass is enough. */
function spacedWords(text: string): string {
  if (!/[^ -~]/.test(text)) {
    const words = text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
    return words && ` ${words}`;
  }
  let words = '';
  for (const word of wordsOf(text)) words += ` ${word}`;
  return words;
}

const companyWords = ({ domain, industry, products, representatives, registerNumber, vatId, creditCode }: Company) => [
  domain,
  industry,
  products,
  ...representatives,
  registerNumber,
  vatId,
  creditCode,
];

const digitsOf = (text: string | undefined) => (text ?? '').replace(/\D/g, '');

/** The digits of all numbers: phones as dialled from abroad and as written, a company's in registers too. In: the lead. */
export function searchDigits(lead: Lead): string {
  const numbers = lead.phones.flatMap(({ e164, text, ext = '' }) => {
    const [dialled, written] = [e164 ? digitsOf(e164) + ext : '', digitsOf(text)];
    return dialled.endsWith(written) ? [dialled] : [dialled, written];
  });
  const ids = lead.kind === 'company' ? [lead.registerNumber, lead.vatId, lead.creditCode] : [];
  return [...numbers, digitsOf(lead.whatsapp), ...ids.map(digitsOf)].filter(Boolean).join(' ');
}

/** All of these must be met: by one of `text` in the lead's text, or by one of `digits` in its numbers. */
export type Needle = { text: string[]; digits: string[] };

/** What to look for, from what was typed. A run of digits, however spaced, is also a part of a number. In: the text typed. */
export function needlesOf(typed: string): Needle[] {
  const needles: Needle[] = [];
  let rest = typed;
  // What has letters on it is no number but a word: DE123456789, MA01.
  for (const [run] of typed.matchAll(/(?<![A-Za-z\d])[+(]?\d[\d\s()./-]*\d(?![A-Za-z\d])/g)) {
    const number = run.replace(/\D/g, '');
    if (number.length < 3) continue;
    const national = number.replace(/^0+/, '');
    const numbers = national.length >= 3 && national !== number ? [number, national] : [number];
    // "555 01" may stand in a note as well; then as it is written there.
    needles.push({ text: [` ${wordsOf(run).join(' ')}`], digits: numbers });
    rest = rest.replace(run, ' ');
  }
  for (const word of wordsOf(rest)) {
    const isNumber = /^\d{2,}$/.test(word);
    needles.push({ text: [isUnspaced.test(word) ? word : ` ${word}`], digits: isNumber ? [word] : [] });
  }
  return needles;
}
