import { countryToIso } from '../../domain/normalize/country.ts';
import type { Address } from '../../domain/schema/value.ts';
import type { Found } from '../found.ts';
import { statePattern } from '../lexicon/address-words.ts';
import { asianAddress, romanizedAsian } from './address-asia.ts';
import {
  type AddressPart,
  australianAnchor,
  fromNumber,
  poBox,
  splitCity,
  usAnchor,
  usStateOnly,
  usStreetScore,
} from './address-us.ts';
import { britishAnchor, continentalAnchor, streetScore } from './address-world.ts';

export type FoundAddress = Found<Address> & {
  /** First and last line that it was read from. */ lines: [number, number];
};

export type AddressOptions = {
  country?: string | undefined;
  /** The lines are one address and nothing else: small letters and missing parts are no reason to doubt. */
  whole?: boolean | undefined;
};

const english = new Set(['US', 'CA', 'GB', 'AU', 'NZ', 'IE']);
const labelHead =
  /^(?:(?:mailing |postal |street |office |our |business )?address|adresse|anschrift|postanschrift|hausanschrift|sitz|dirección|indirizzo|location|located at|visit us(?: at)?|head ?office|headquarters|hq|standort|write to us(?: at)?)\s*[:：]?\s+/i;
const clean = (text: string): string =>
  text
    .replace(labelHead, '')
    .replace(/^[\s,;|·•:–—-]+|[\s,;|·•:–—-]+$/g, '')
    .trim();
const segmentsOf = (text: string): string[] =>
  text
    .split(/\s*[|·•;]\s*|\s+[–—]\s+|,\s+/)
    .map((s) => s.trim())
    .filter(Boolean);

function address(part: AddressPart, text: string): Address {
  const { street, city, region, postalCode, country } = part;
  return {
    ...(street ? { street } : {}),
    ...(city ? { city } : {}),
    ...(region ? { region: region.replace(/[.,]+$/, '') } : {}),
    ...(postalCode ? { postalCode } : {}),
    ...(country ? { country } : {}),
    text: text.slice(0, 300),
  };
}

/** The best street in the lines above an anchor, nearest first. */
function streetAbove(
  lines: string[],
  at: number,
  score: (line: string) => number,
  taken: (i: number) => boolean,
): { street: string; line: number } | undefined {
  let best: { street: string; line: number; score: number } | undefined;
  for (let i = at - 1; i >= Math.max(0, at - 3); i--) {
    const line = lines[i] ?? '';
    if (taken(i) || line.length > 140) break;
    const segments = segmentsOf(line);
    const candidates = [clean(line), ...(segments.length > 1 ? segments.map(clean) : [])];
    for (const candidate of candidates) {
      const value = score(candidate) - (at - i) * 0.08 - (candidate.length > 60 ? 0.2 : 0);
      if (value > 0.3 && (!best || value > best.score)) best = { street: candidate, line: i, score: value };
    }
    if (best && best.score > 0.6) break;
  }
  return best;
}

function readUs(
  lines: string[],
  i: number,
  options: AddressOptions,
  taken: (i: number) => boolean,
): FoundAddress | undefined {
  const line = lines[i] ?? '';
  const anchor =
    usAnchor(line, options.whole === true) ??
    australianAnchor(line) ??
    usStateOnly(line) ??
    (options.whole ? bareZip(line) : cityZip(lines, i, taken));
  if (!anchor) return undefined;
  const { part } = anchor;
  let before = clean(anchor.before);
  let first = i;
  if (!before && i > 0 && !taken(i - 1) && (lines[i - 1] ?? '').length < 60) {
    before = clean(lines[i - 1] ?? '');
    first = i - 1;
  }
  const split = splitCity(options.whole ? before : cutLead(before));
  let street = split.street;
  if (split.city) part.city = clean(split.city);
  if (!street || !/\d/.test(street)) {
    const above = streetAbove(lines, first, usStreetScore, taken);
    if (above) {
      street =
        street && !/\d/.test(street) && street.length < 40 && above.line === first - 1
          ? `${above.street}, ${street}`
          : above.street;
      first = above.line;
    }
  }
  // a year, a state or a heading is no street
  if (
    street &&
    (options.whole ||
      usStreetScore(fromNumber(clean(street))) > 0 ||
      (/\d/.test(street) && !/^(?:19|20)\d\d\b/.test(clean(street))))
  )
    part.street = clean(options.whole ? street : fromNumber(street));
  if (!part.postalCode && !part.street) return undefined;
  if (part.city && (/\d|[!?:]/.test(part.city) || part.city.length > 40)) delete part.city;
  const text = lines.slice(first, i + 1).join(', ');
  const confidence = part.postalCode ? (part.city ? (part.street ? 0.95 : 0.75) : 0.6) : 0.7;
  return { value: address(part, text), start: first === i ? 0 : 0, end: part.end, confidence, lines: [first, i] };
}

/** "Ferndale 98248" under a street, and a zip on a line of its own under "New York NY". */
function cityZip(
  lines: string[],
  i: number,
  taken: (i: number) => boolean,
): { part: AddressPart; before: string } | undefined {
  const line = lines[i] ?? '';
  const above = lines[i - 1] ?? '';
  if (line.length > 40 || i === 0 || taken(i - 1)) return undefined;
  const alone = /^(?:\d{5}(?:-\d{4})?|[A-Z]\d[A-Z]\s?\d[A-Z]\d)$/.exec(line);
  if (alone) {
    const joined = usAnchor(`${above} ${line}`, false);
    return joined && above.length < 60
      ? { part: { ...joined.part, start: 0, end: line.length }, before: joined.before }
      : undefined;
  }
  const city = /^(\p{Lu}[\p{L}. ]{2,24}),?\s(\d{5})$/u.exec(line);
  if (!city || usStreetScore(above) < 0.9) return undefined;
  return { part: { postalCode: city[2] ?? '', country: 'US', start: 0, end: line.length }, before: city[1] ?? '' };
}

const looseState = new RegExp(String.raw`[\s,]+(${statePattern}|cal)\.?,?$`, 'iu');

/** In a line that is one address: a zip without state, or a state without zip. */
function bareZip(line: string): { part: AddressPart; before: string } | undefined {
  const m = /(?:^|[\s,])(\d{5})(?:-?\d{4})?\s*$/.exec(line);
  if (m && /\p{L}/u.test(line.slice(0, m.index)))
    return {
      part: { postalCode: m[1] ?? '', country: 'US', start: m.index, end: line.length },
      before: line.slice(0, m.index),
    };
  const state = looseState.exec(line);
  if (!state) return undefined;
  return {
    part: { region: state[1] ?? '', country: 'US', start: state.index, end: line.length },
    before: line.slice(0, state.index),
  };
}

/** Leaves out what stands before the street on its line: a label, a name, a sentence. */
function cutLead(text: string): string {
  const from = fromNumber(text);
  if (from !== text) return from;
  const box = poBox.exec(text);
  return box ? text.slice(box.index).trim() : text;
}

function readBritish(lines: string[], i: number, taken: (i: number) => boolean): FoundAddress | undefined {
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
  const street = places[at];
  const rest = places.slice(at + 1).filter((p) => !/\d/.test(p.text));
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
const streetWordUk =
  /(?<!\p{L})(?:street|road|avenue|lane|drive|close|way|court|place|square|gardens|terrace|crescent|grove|hill|mews|park|row|gate|estate|centre|wharf|quay|walk)$/iu;

function readContinental(
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
  const own = segmentsOf(anchor.before).map(clean);
  const inLine = own
    .map((text) => ({ text, score: streetScore(text) }))
    .filter((s) => s.score >= 0.4)
    .at(-1);
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

/** Lines of one address of any country, its last line often the country. */
function readWhole(lines: string[], options: AddressOptions): FoundAddress | undefined {
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
    const latin = romanizedAsian(line);
    if (latin) {
      add({ value: address(latin, line), start: latin.start, end: latin.end, confidence: 0.8, lines: [i, i] });
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
