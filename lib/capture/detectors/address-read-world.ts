import { countryToIso } from '../../domain/normalize/country.ts';
import {
  type AddressOptions,
  address,
  clean,
  english,
  type FoundAddress,
  segmentsOf,
  streetAbove,
} from './address-parts.ts';
import { usStreetScore } from './address-us.ts';
import { britishAnchor, continentalAnchor, streetOf, streetScore } from './address-world.ts';

/** The British address whose postcode stands in a line. */
export function readBritish(lines: string[], i: number, taken: (i: number) => boolean): FoundAddress | undefined {
  const anchor = britishAnchor(lines[i] ?? '');
  if (!anchor) return undefined;
  const { part } = anchor;
  const parts = segmentsOf(clean(anchor.before));
  const places: { text: string; line: number }[] = parts.map((text) => ({ text, line: i }));
  for (let k = i - 1; k >= Math.max(0, i - 5) && places.length < 6; k--) {
    const line = lines[k] ?? '';
    if (taken(k) || line.length > 60 || line.length < 2 || /[@:?!]|\d{5}/.test(line)) break;
    const has = places.some((p) => usStreetScore(p.text) >= 0.5 || streetWordUk.test(p.text));
    if (has && parts.length === 0 && places.length >= 3) break;
    places.unshift(...segmentsOf(clean(line)).map((text) => ({ text, line: k })));
    if (has) break;
    if (usStreetScore(line) >= 0.5) break;
  }
  const streetAt = places.findIndex((p) => usStreetScore(p.text) >= 0.5 || streetWordUk.test(p.text));
  if (streetAt < 0 && parts.length === 1) {
    // written without commas: "Pentland House Village Way Wilmslow Cheshire SK9 2GH"
    const run =
      /^(.*?\s(?:Street|Road|Avenue|Lane|Drive|Close|Way|Court|Place|Square|Gardens|Terrace|Crescent|Grove|Mews|Park|Row|Gate|Estate|Wharf|Quay|Walk|St|Rd|Ave),?)\s(.+)$/.exec(
        clean(anchor.before),
      );
    if (run)
      places.splice(
        0,
        places.length,
        { text: run[1] ?? '', line: i },
        { text: (run[2] ?? '').split(' ')[0] ?? '', line: i },
      );
  }
  const at =
    streetAt < 0 ? places.findIndex((p) => usStreetScore(p.text) >= 0.5 || streetWordUk.test(p.text)) : streetAt;
  // "Riverside Trading Estate, Mill Lane, Stockport": the estate stands in a street, which comes after it
  const inner = places.findIndex(
    (p, k) => k > at && k < places.length - 1 && p.line === places[at]?.line && streetNameUk.test(p.text),
  );
  const last = at >= 0 && inner > 0 && estate.test(places[at]?.text ?? '') ? inner : at;
  const from =
    last > at && at > 0 && unit.test(places[at - 1]?.text ?? '') && places[at - 1]?.line === places[at]?.line
      ? at - 1
      : at;
  const street = places[from] && {
    text: places
      .slice(from, last + 1)
      .map((p) => p.text)
      .join(', '),
    line: places[from].line,
  };
  const rest = places.slice(last + 1).filter((p) => !/\d/.test(p.text));
  const county = rest.length > 1 ? rest.at(-1) : undefined;
  const town = county ? rest.at(-2) : rest.at(-1);
  if (street) part.street = street.text;
  if (town && town.text.length < 40) part.city = town.text;
  if (county && county.text.length < 40) part.region = county.text;
  const first = street?.line ?? town?.line ?? i;
  return {
    value: address(part, lines.slice(first, i + 1).join(', ')),
    start: 0,
    end: part.end,
    confidence: part.street ? 0.9 : 0.6,
    lines: [first, i],
  };
}
const estate = /(?<!\p{L})(?:estate|park|centre|yard|works)$/iu;
const unit = /^(?:units?|suite|block|plot|floor|office)\s?[\w-]{1,5}$|^\d+(?:st|nd|rd|th) floor$/i;
const streetNameUk =
  /(?<!\p{L})(?:street|road|avenue|lane|drive|way|place|terrace|crescent|grove|hill|mews|row|walk)$/iu;
const streetWordUk =
  /(?<!\p{L})(?:street|road|avenue|lane|drive|close|way|court|place|square|gardens|terrace|crescent|grove|hill|mews|park|row|gate|estate|centre|wharf|quay|walk)$/iu;

/** The address whose postcode and town stand in a line, as on the continent. */
export function readContinental(
  lines: string[],
  i: number,
  options: AddressOptions,
  taken: (i: number) => boolean,
): FoundAddress | undefined {
  const line = lines[i] ?? '';
  const anchor = continentalAnchor(line, options.country);
  if (!anchor) return undefined;
  const { part } = anchor;
  const after = clean(line.slice(part.end)).split(/\s*[|·•;,]\s*/)[0] ?? '';
  const named =
    countryToIso(after) ??
    (lines[i + 1] && (lines[i + 1] ?? '').length < 40 ? countryToIso(lines[i + 1] ?? '') : undefined);
  if (named) part.country = named;
  const inLine = streetOf(segmentsOf(anchor.before).map(clean));
  let first = i;
  if (inLine) part.street = inLine.text;
  else if (!anchor.before || clean(anchor.before).length < 30) {
    const above = streetAbove(lines, i, streetScore, taken);
    if (above) {
      part.street = above.street;
      first = above.line;
    }
  }
  const sure = anchor.sure || named !== undefined;
  if (options.country && english.has(options.country) && !sure && /^\d{4}$/.test(part.postalCode ?? ''))
    return undefined;
  if (!part.street && !(sure && !anchor.before && line.length < 60) && !options.whole) return undefined;
  if (part.street && !sure && streetScore(part.street) < 0.6 && !options.whole) return undefined;
  if (options.country && english.has(options.country) && !part.country && !sure && streetScore(part.street ?? '') < 0.6)
    return undefined;
  if (!part.country && options.country && !english.has(options.country)) part.country = options.country;
  const text =
    first === i
      ? clean(`${part.street ? `${part.street}, ` : ''}${line.slice(part.start, part.end)}`)
      : lines.slice(first, i + 1).join(', ');
  return {
    value: address(part, text),
    start: part.start,
    end: part.end,
    confidence: part.street ? (sure ? 0.95 : 0.7) : 0.55,
    lines: [first, i],
  };
}
