import { fold } from '../domain/normalize/fold.ts';
import type { Lead } from '../domain/schema/lead.ts';
import type { Phone } from '../domain/schema/value.ts';

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
    ...(lead.kind === 'person' ? [lead.companyName, lead.jobTitle, lead.department] : [lead.domain, lead.industry]),
    ...lead.emails,
    lead.wechat,
    lead.qq,
    lead.note,
    lead.list,
    ...lead.tags,
    ...lead.addresses.map(({ city }) => city),
  ];
  return wordsOf(parts.filter(Boolean).join(' '))
    .map((word) => ` ${word}`)
    .join('');
}

/** The digits of all numbers, each as dialled from abroad and as written. In: phones. */
export function searchDigits(phones: Phone[], whatsapp?: string): string {
  const digits = (text: string) => text.replace(/\D/g, '');
  const numbers = phones.flatMap(({ e164, text, ext = '' }) => {
    const [dialled, written] = [e164 ? digits(e164) + ext : '', digits(text)];
    return dialled.endsWith(written) ? [dialled] : [dialled, written];
  });
  return [...numbers, digits(whatsapp ?? '')].filter(Boolean).join(' ');
}

/** All of these must be met. `text`: any of them in the lead's text; `digits`: any of them in its numbers. */
export type Needle = { text: string[]; digits: string[] };

/** What to look for, from what was typed. A run of digits, however spaced, is also a part of a number. In: the text typed. */
export function needlesOf(typed: string): Needle[] {
  const needles: Needle[] = [];
  let rest = typed;
  for (const [run] of typed.matchAll(/[+(]?\d[\d\s()./-]*\d/g)) {
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
