import { asianAddress, koreanAddress, romanizedAsian } from './address-asia.ts';
import { type AddressOptions, address, clean, english, type FoundAddress } from './address-parts.ts';
import { nationalAddress } from './address-read-more.ts';
import { readUs } from './address-read-us.ts';
import { readBritish, readContinental } from './address-read-world.ts';
import { splitCity, usStreetScore } from './address-us.ts';
import { readWhole } from './address-whole.ts';

export type { AddressOptions, FoundAddress };

/**
 * Postal addresses in a run of lines. In: lines of text and the page's country. Out: addresses; `start` counts in the first line, `end` in the last.
 * Read well: US, Canada, UK, Germany, Austria, Switzerland, France, Spain, Italy, the Netherlands, China, Taiwan, Japan; others where a street stands with a postcode.
 */
export function findAddresses(lines: string[], options: AddressOptions = {}): FoundAddress[] {
  const found: FoundAddress[] = [];
  const used = new Set<number>();
  const taken = (i: number): boolean => used.has(i);
  const { country, whole } = options;
  const add = (f: FoundAddress | undefined): boolean => {
    if (!f) return false;
    found.push(f);
    for (let k = f.lines[0]; k <= f.lines[1]; k++) used.add(k);
    return true;
  };
  if (whole && lines.length > 1) {
    const all = readWhole(lines, options);
    return all ? [all] : [];
  }
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    if (line.length < 4 || line.length > 400) continue;
    if (/[\u4e00-\u9fff]{3}/.test(line)) {
      const part = asianAddress(line, country);
      if (part)
        add({
          value: address(part, line.slice(part.start, part.end)),
          start: part.start,
          end: part.end,
          confidence: 0.85,
          lines: [i, i],
        });
      continue;
    }
    const latin = /[\uac00-\ud7a3]/.test(line) ? koreanAddress(line) : romanizedAsian(line);
    if (latin) {
      add({ value: address(latin, line), start: latin.start, end: latin.end, confidence: 0.8, lines: [i, i] });
      continue;
    }
    const national = /\d/.test(line) ? nationalAddress(line, country) : undefined;
    if (national) {
      const text = line.slice(national.start, national.end);
      add({
        value: address(national, text),
        start: national.start,
        end: national.end,
        confidence: 0.85,
        lines: [i, i],
      });
      continue;
    }
    const digit = /\d/.test(line);
    if (!digit && !(whole || country === undefined || english.has(country))) continue;
    const americas = !country || country === 'US' || country === 'CA' || english.has(country);
    if (americas || /[A-Z]{2}\.?,?\s\d{5}/.test(line)) {
      if (add(readUs(lines, i, options, taken))) continue;
    }
    if (!digit) continue;
    if (add(readBritish(lines, i, taken))) continue;
    if (add(readContinental(lines, i, options, taken))) continue;
  }
  if (whole && found.length === 0 && lines[0]) {
    const { street, city } = splitCity(lines[0], /,/.test(lines[0]));
    found.push({
      value: address({ street: street ?? lines[0], ...(city && street ? { city } : {}), start: 0, end: 0 }, lines[0]),
      start: 0,
      end: lines[0].length,
      confidence: 0.3,
      lines: [0, 0],
    });
  }
  if (!whole && (!country || english.has(country))) {
    for (let i = 0; i < lines.length; i++) {
      const line = lines[i] ?? '';
      if (used.has(i) || line.length > 90 || !/\d/.test(line)) continue;
      const street = clean(line);
      if (usStreetScore(street) >= 0.9 && !/[!?:@]/.test(street) && street.split(' ').length <= 8)
        add({
          value: address({ street, ...(country ? { country } : {}), start: 0, end: line.length }, street),
          start: 0,
          end: line.length,
          confidence: 0.45,
          lines: [i, i],
        });
    }
  }
  return found.sort((a, b) => a.lines[0] - b.lines[0] || a.start - b.start);
}
