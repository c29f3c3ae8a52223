import { countryToIso } from '../../domain/normalize/country.ts';
import { type AddressOptions, address, clean, type FoundAddress } from './address-parts.ts';
import { type AddressPart, usStreetScore } from './address-us.ts';
import { streetScore } from './address-world.ts';

/** Lines of one address of any country, its last line often the country. */
export function readWhole(lines: string[], options: AddressOptions): FoundAddress | undefined {
  const part: AddressPart = { start: 0, end: 0 };
  let rest = lines.map((l) => l.trim()).filter(Boolean);
  const last = rest.at(-1) ?? '';
  const tail = countryToIso(last) ?? countryToIso(last.split(',').at(-1) ?? '');
  if (tail) {
    part.country = tail;
    rest =
      /,/.test(last) && !countryToIso(last)
        ? [...rest.slice(0, -1), last.slice(0, last.lastIndexOf(','))]
        : rest.slice(0, -1);
  } else if (rest.length > 1 && countryToIso(rest[0] ?? '')) {
    part.country = countryToIso(rest[0] ?? '') ?? '';
    rest = rest.slice(1);
  } else if (options.country) part.country = options.country;
  for (let i = rest.length - 1; i >= 0 && !part.postalCode; i--) {
    const line = rest[i] ?? '';
    const m =
      /(?<![\p{L}\d])([A-Z]{2}\d{3,4}|[A-Z]{1,2}-?\d{4}|[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}|[A-Z]\d[A-Z]\s\d[A-Z]\d|\d{4}\s[A-Z]{2}|\d{3}-\d{4}|\d{5}-\d{3}|\d{2}-\d{3}|\d{4}-\d{3}|\d{3}\s\d{2}|\d{3,7})(?![\p{L}\d])/u.exec(
        line,
      );
    const alone = m && line === m[0];
    if (
      !m ||
      (i < rest.length - 3 && !alone) ||
      (/^\d{3}$/.test(m[0]) && !/^\d{3}\s\p{Lu}|^\d{3}$/u.test(line)) ||
      (streetScore(line) >= 0.9 && !alone) ||
      (/^\d{1,3}$/.test(m[0]) && part.country !== 'IS')
    )
      continue;
    part.postalCode = m[0].replace(/^[A-Z]{1,2}-(?=\d{4,5}$)/, (p) =>
      part.country && p.startsWith(part.country) ? '' : p,
    );
    const left = clean(line.replace(m[0], ' ').replace(/\s+/g, ' '));
    const city = left.split(',')[0] ?? '';
    const split =
      part.country === 'US' || part.country === 'CA' || part.country === 'AU'
        ? city.replace(/\s[A-Z]{2,3}$/, '')
        : city.replace(/\s[A-Z]{2}$/, '');
    if (split && !/\d/.test(split)) part.city = split;
    else if (rest[i - 1] && streetScore(rest[i - 1] ?? '') < 0.8) part.city = (rest[i - 1] ?? '').split(',')[0] ?? '';
    rest = rest.slice(0, i);
  }
  if (!part.city) {
    const place = rest.at(-1);
    if (place && streetScore(place) < 0.8) {
      part.city = place.split(',')[0] ?? '';
      rest = rest.slice(0, -1);
    }
  }
  const street = rest
    .map((text) => ({ text, score: Math.max(streetScore(text), usStreetScore(text)) }))
    .sort((a, b) => b.score - a.score)[0];
  if (street && street.score > 0.4) part.street = street.text;
  return part.city || part.postalCode || part.country || part.street
    ? { value: address(part, lines.join(', ')), start: 0, end: 0, confidence: 0.5, lines: [0, lines.length - 1] }
    : undefined;
}
