import { statePattern } from '../lexicon/address-words.ts';
import { type AddressOptions, address, clean, type FoundAddress, streetAbove } from './address-parts.ts';
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

/** The address of the US, Canada or Australia that ends in a line, its street there or above. */
export function readUs(
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
