import { toE164 } from '../../domain/normalize/phone.ts';
import type { Phone } from '../../domain/schema/value.ts';
import type { Found } from '../found.ts';

const lone =
  /(?:^|[\s,;(|·])(?:(?:dw|durchwahl|nebenstelle|klappe|kl\.|apparat|app\.|ext(?:ension)?\.?|分机号?|分機|转|轉|内线|內線)\s?[:：.]?\s?[-–]?\s?(\d{1,5})|[-–]\s?(\d{2,4}))(?!\d|\s?[-–/.]\s?\d)/gi;

/**
 * Extensions that stand by themselves, the rest of the number being said elsewhere on the page: "DW 12", "- 314", "分机 802".
 * In: a line. Out: the digits, in order. A bare "- 314" is taken only when it is all that the line holds.
 */
export function findExtensions(line: string): Found<string>[] {
  if (line.length > 300 || !/\d/.test(line)) return [];
  const out: Found<string>[] = [];
  for (const m of line.matchAll(lone)) {
    if (m[2] !== undefined && !/^\s*[-–]\s?\d{2,4}\s*$/.test(line)) continue;
    out.push({ value: m[1] ?? m[2] ?? '', start: m.index, end: m.index + m[0].length, confidence: m[1] ? 0.8 : 0.6 });
  }
  return out;
}

/**
 * The whole number of an extension. In: the stem as written ("030 / 23 125", "089 99998-", "+43 1 555 04 70 - 0"), the extension, the country.
 * Out: the phone, or undefined when the two make no number. In China the extension is dialled apart and stays one.
 */
export function withExtension(stem: string, ext: string, country?: string): Phone | undefined {
  const base = stem.trim().replace(/\s?[-–]\s?0?$/, '');
  if (country === 'CN' || country === 'US') {
    const e164 = toE164(base, country);
    return e164 ? { e164, text: `${base} ext. ${ext}`, kind: 'work', ext } : undefined;
  }
  const e164 = toE164(`${base}${ext}`, country);
  return e164 ? { e164, text: `${base}-${ext}`, kind: 'work' } : undefined;
}
