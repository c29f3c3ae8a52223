import {
  directions,
  provincePattern,
  statePattern,
  streetEnds,
  unitStart,
  weakStreetEnds,
} from '../lexicon/address-words.ts';

export type AddressPart = {
  street?: string;
  city?: string;
  region?: string;
  postalCode?: string;
  country?: string;
  /** Where the part with the postcode begins and ends in its line. */
  start: number;
  end: number;
};

// a span of zips ("44301 - 44328") is a delivery area, no address
const zip = String.raw`(\d{5})(?:\s?[-–]\s?\d{4}|\d{4})?(?!\d|\s?[-–]\s?\d{5})`;
const canadian = String.raw`([A-CEGHJ-NPR-TVXY]\d[A-Z])[\s-]?(\d[A-Z]\d)(?![A-Z\d])`;
const stateZip = new RegExp(
  String.raw`(?<![\p{L}])(${statePattern}|A[lkzr]|C[ao]|Fl|Ga|I[dlna]|K[sy]|M[adinot]|N[cdejvy]|O[hkr]|Pa|S[cd]|T[nx]|Ut|V[at]|W[aivy])[.,]{0,2}\s*${zip}`,
  'u',
);
const stateZipAny = new RegExp(stateZip.source, 'iu');
const provinceCode = new RegExp(
  String.raw`(?:(?<![\p{L}])(${provincePattern})[.,)]{0,2}\s*(?:,?\s*canada,?\s*)?)?(?<![A-Z\d])${canadian}`,
  'iu',
);
const stateEnd = new RegExp(
  String.raw`,\s*(${statePattern})\.?\s*(?:$|[|·•;(]|,?\s*(?:USA|U\.S\.A\.|United States)\b)`,
  'u',
);
const numbered =
  /^(?:\d{1,6}[A-Za-z]?(?:[-–/]\d{1,5}[A-Za-z]?)?|[NSEW]\d{1,5}\s?[NSEW]?\d{0,5}|(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Fifty))(?:\s1\/2)?[,.]?\s+\p{L}|^\d{1,6}\s+\d{1,3}(?:st|nd|rd|th)\b/iu;
/** A box at the post office. */
export const poBox = /(?:^|[\s,])(?:p\.?\s?o\.?\s?)(?:box|drawer)\s*#?\s*[\w-]+/i;
const plain = (word: string): string => word.toLowerCase().replace(/[.,]/g, '');
const saints =
  /^(?:louis|paul|petersburg|charles|joseph|augustine|cloud|johns?|george|helena|clair|marys?|albans?|peters?|thomas|lucie|ann|catharines|simons|matthews|francis|martin|james)$/i;

/** Dates, years and headings begin with a number too. */
const noStreet =
  /^(?:19|20)\d\d(?:$|\s?[-–]|\s(?:events?|annual|season|all|by|the)\b)|\b(?:january|february|march|april|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b|click|\b(?:am|pm)\b/i;

/** Whether a line begins as an American street does. In: a line. Out: 0 to 1. */
export function usStreetScore(line: string): number {
  const text = line.trim();
  if (text.length < 5 || text.length > 110) return 0;
  if (poBox.test(text)) return 0.8;
  if (noStreet.test(text)) return 0;
  if (/^\d{1,5}\s(?:[NSEW]|North|South|East|West)\.?\s\d{1,3}(?:st|nd|rd|th)\b/i.test(text)) return 0.9;
  const words = text.split(/[\s,]+/).map(plain);
  const ends = words.some(
    (w, i) => i > 0 && i < 9 && streetEnds.has(w) && !(w === 'st' && i === 1 && words.length > 2),
  );
  if (numbered.test(text)) return ends ? 0.9 : words.length <= 6 && !/[!?:]/.test(text) ? 0.5 : 0.2;
  return 0;
}

/** Cuts "800 Main St Ste 4 Santa Fe" into street and city by the last street end or unit. In: text without state and zip. */
export function splitCity(text: string, guess = true): { street?: string; city?: string } {
  const segments = text.split(/\s*[,|·•;]\s*|\s+[-–]\s+/).filter(Boolean);
  const last = segments.at(-1) ?? '';
  const words = last.split(' ').filter(Boolean);
  const first = plain(words[0] ?? '');
  const joined = (list: string[]): string => list.join(', ');
  if (
    segments.length > 1 &&
    !/\d/.test(last) &&
    words.length <= 4 &&
    !unitStart.test(last) &&
    !(words.length === 1 && directions.has(first))
  ) {
    return { street: joined(segments.slice(0, -1)), city: last };
  }
  if (
    segments.length === 1 &&
    !/\d/.test(last) &&
    !/^(?:one|two|three|four|five|six|seven|eight|nine|ten|fifty)\b/i.test(last) &&
    !words.some((w, i) => i > 0 && i < words.length - 1 && streetEnds.has(plain(w)) && !saints.test(words[i + 1] ?? ''))
  ) {
    return words.length <= 4 ? { city: last } : {};
  }
  let cut = segments.length > 1 && /^(?:ne|nw|se|sw)$/.test(first) ? 0 : -1;
  if (segments.length > 1 && unitStart.test(words[0] ?? '') && words.length > 2) cut = 1;
  let strong = false;
  for (let i = 1; i < words.length; i++) {
    const raw = words[i] ?? '';
    const word = plain(raw);
    const next = words[i + 1];
    const follows = plain(next ?? '');
    if (cut >= 0 && i - cut > 4) break;
    if (/^(?:st|saint|ste)$/.test(word) && next && saints.test(follows) && i > 1 && guess) {
      cut = i - 1;
      break;
    }
    if (raw === '#') {
      cut = next ? i + 1 : i;
      i = cut;
      strong = true;
    } else if (/^\d+(?:st|nd|rd|th)$/.test(word)) {
      if (cut < 0 && next && !streetEnds.has(follows) && !directions.has(follows)) cut = i;
    } else if (streetEnds.has(word)) {
      const weak = weakStreetEnds.has(word);
      if (weak && strong) continue;
      // a word that is also part of a city's name ends the street only where a number or a name came before it
      if (i === 1 && !/\d/.test(words[0] ?? '') && segments.length === 1) continue;
      cut = i;
      strong = strong || !weak;
      if (
        /^(?:highway|hwy|hgwy|route|rte|rt|avenue|ave|loop)$/.test(word) &&
        next &&
        /^(?:\d+[a-z]?|[a-z])$/i.test(next)
      )
        cut = i + 1;
      else if (
        next &&
        /^(?:ne|nw|se|sw|northeast|northwest|southeast|southwest)$/.test(follows) &&
        i + 2 < words.length
      )
        cut = i + 1;
      else if (next && /^[nsew]$/.test(follows) && i + 2 < words.length) {
        cut = /^[ew]$/.test(plain(words[i + 2] ?? '')) ? i + 2 : i + 1;
      }
    } else if (/\d/.test(word)) {
      cut = i;
      if (unitStart.test(words[i - 1] ?? '')) strong = true;
    } else if (unitStart.test(raw) && next && /^(?:#|[\dA-Z]{1,3}$|\d)/i.test(next) && word !== 'no') {
      cut = next === '#' ? i + 2 : i + 1;
      i = cut;
      strong = true;
    } else if (/^(?:floor|fl|flr)$/.test(word) && /\d/.test(words[i - 1] ?? '')) cut = i;
  }
  if (cut === words.length - 1 && segments.length === 1 && weakStreetEnds.has(plain(words[cut] ?? ''))) {
    // "… Blvd Palm Beach Gardens": the city ends in what could end a street
    for (let i = cut - 1; i > 1; i--) {
      if (streetEnds.has(plain(words[i] ?? '')) || (/\d/.test(words[i] ?? '') && i > 1)) {
        cut = i;
        break;
      }
    }
  }
  if (guess && cut < 0 && /^\d/.test(words[0] ?? '') && words.length >= 3) {
    // no street end at all: "1350 N Wells Chicago": one word is the street's name
    cut = directions.has(plain(words[1] ?? '')) ? 2 : 1;
    if (directions.has(plain(words[cut + 1] ?? '')) && words.length > cut + 2) cut++;
  }
  const head = words.slice(0, cut + 1).join(' ');
  const city = words.slice(cut + 1).join(' ');
  const street = joined([...segments.slice(0, -1), head].filter(Boolean));
  return { ...(street ? { street } : {}), ...(city && city.split(' ').length <= 4 ? { city } : {}) };
}

/** Street without what stands before it on the line: labels, the firm's name. In: text. Out: from the house number on. */
export function fromNumber(text: string): string {
  const start =
    /(?:^|[\s,:|·•(])((?:\d{1,6}[A-Za-z]?(?:[-–]\d{1,5})?|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)\s+(?:[NSEW]\.?\s|North\s|South\s|East\s|West\s|\p{Lu}|\d{1,3}(?:st|nd|rd|th)).*)$/u.exec(
      text,
    );
  return (start?.[1] ?? text).trim();
}

/** The part with state and zip (or province and code) in a line. In: the line, whether small letters count. Out: the part and what stands before it. */
export function usAnchor(line: string, loose: boolean): { part: AddressPart; before: string } | undefined {
  const m = (loose ? stateZipAny : stateZip).exec(line);
  if (m) {
    return {
      part: { region: m[1] ?? '', postalCode: m[2] ?? '', country: 'US', start: m.index, end: m.index + m[0].length },
      before: line.slice(0, m.index).replace(/[\s,]+$/, ''),
    };
  }
  const c = /\d[A-Za-z]\d/.test(line) ? provinceCode.exec(line) : null;
  if (c && (c[1] || /canada/i.test(line)) && (loose || /[A-Z]\d[A-Z]/.test(c[0]))) {
    return {
      part: {
        ...(c[1] ? { region: c[1] } : {}),
        postalCode: `${c[2]} ${c[3]}`.toUpperCase(),
        country: 'CA',
        start: c.index,
        end: c.index + c[0].length,
      },
      before: line.slice(0, c.index).replace(/[\s,(]+$/, ''),
    };
  }
  return undefined;
}

const australian =
  /(?<![\p{L}])(NSW|VIC|QLD|SA|WA|TAS|ACT|NT|New South Wales|Victoria|Queensland)[.,]?\s+(\d{4})(?!\d)/u;

/** State and postcode of Australia in a line: "Mascot NSW 2020". */
export function australianAnchor(line: string): { part: AddressPart; before: string } | undefined {
  const m = australian.exec(line);
  if (!m || m.index === 0) return undefined;
  return {
    part: { region: m[1] ?? '', postalCode: m[2] ?? '', country: 'AU', start: m.index, end: m.index + m[0].length },
    before: line.slice(0, m.index).replace(/[\s,]+$/, ''),
  };
}

/** "Springfield, IL" without a zip. */
export function usStateOnly(line: string): { part: AddressPart; before: string } | undefined {
  const m = stateEnd.exec(line);
  return m
    ? {
        part: { region: m[1] ?? '', country: 'US', start: m.index, end: m.index + m[0].length },
        before: line.slice(0, m.index),
      }
    : undefined;
}
