import { postcodeDigits, postcodePrefixes, streetWords } from '../lexicon/address-words.ts';
import type { AddressPart } from './address-us.ts';

const british =
  /(?<![A-Z\d])((?:GIR\s?0AA)|[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d{1,2}|\d[A-HJKPSTUW]|[A-HK-Y]\d[ABEHMNPRV-Y])\s?\d[ABD-HJLNP-UW-Z]{2})(?![A-Z\d])/;
const code = String.raw`(?:\d{4}\s?[A-Z]{2}(?=\s)|\d{2}-\d{3}|\d{4}-\d{3}|\d{3}\s\d{2}|\d{4,6})`;
const cityWord = String.raw`\p{Lu}[\p{L}.'’\-]*`;
const continental = new RegExp(
  String.raw`(?:^|[\s,;|·•(–—-])(?:(D|DE|A|AT|CH|F|FR|I|IT|E|ES|NL|B|BE|L|LU|DK|S|SE|N|NO|FIN|FI|PL|CZ|SK|H|HU|SI|SLO|HR|RO|BG|LT|LV|EE|FL|P|PT|AD)\s?[-–]\s?|(?:D|A|CH)\s)?(${code})\s+(${cityWord}(?:[\s/](?:(?:am|an|der|im|in|bei|ob|a\.|d\.|i\.|v\.|vor|unter|zum|sur|sous|en|lès|les|la|le|de|del|della|den|aan|op|y|di|da|do|dos|do|nad)(?=[\s.])\.?|\([\p{L}. ]{2,24}\)|${cityWord})){0,5})`,
  'u',
);
const stopCity =
  /\s+(?:Tel|Telefon|Tél|Phone|Fax|Telefax|E-?Mail|Mobil|Web|www|Internet|Germany|Deutschland|Austria|Österreich|Schweiz|Switzerland|Suisse|France|Italia|Italy|España|Spain|Nederland|Netherlands|Belgium|Belgique|Anfahrt|Route|Karte|Öffnungszeiten|Impressum|Kontakt|USt|Berufs\p{L}*|Kammer|Aufsicht\p{L}*|Zuständig\p{L}*|Handelsregister|Amtsgericht|Registergericht|Geschäftsführer|Inhaber|T|F|M)(?=$|[\s.:]).*$/u;
const notCity =
  /^(?:Euro?|EUR|Uhr|Mitarbeiter|Kunden|Jahre|Seiten|Stück|Meter|Tel|Fax|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|January|February|March|June|July|October|December|Treffer|Besucher|Unternehmen|Teilnehmer|Aussteller|Personen|Menschen|Mitglieder|Watt|All|The|In|Copyright|Alle|GmbH|Artikel|Produkte|Inc|LLC|Ltd|by|By|Powered|Gestaltung|Model|Series|New|Haushalte|Liter|Grad|Bewertungen|Reviews|Posts|Views|Wochen|Std|Minuten|Einwohner|Quadratmeter|Tonnen|Volt|Punkte)$/;

/** Which country a postcode is of, by its own prefix, the page's country, or its form. */
function countryOf(prefix: string | undefined, digits: string, hint: string | undefined): string | undefined {
  const said = prefix ? postcodePrefixes[prefix] : undefined;
  if (said) return said;
  if (hint && postcodeDigits[hint]?.test(digits)) return hint;
  if (/^\d{4}\s?[A-Z]{2}$/.test(digits)) return 'NL';
  return undefined;
}

/** Postcode and town of the continent in a line ("D-50823 Köln", "1012 AB Amsterdam"). */
export function continentalAnchor(
  line: string,
  country: string | undefined,
): { part: AddressPart; before: string; sure: boolean } | undefined {
  if (!/\d{2}/.test(line)) return undefined;
  const m = continental.exec(line);
  if (!m) return undefined;
  const digits = m[2] ?? '';
  let city = (m[3] ?? '')
    .replace(stopCity, '')
    .replace(/\s+[-–]$/, '')
    .trim();
  const first = city.split(' ')[0] ?? '';
  if (!city || notCity.test(first) || (/^\p{Lu}{1,2}$/u.test(first) && first === city)) return undefined;
  const of = countryOf(m[1], digits, country);
  const start = m.index + m[0].search(/[\p{L}\d]/u);
  const before = line.slice(0, m.index).replace(/[\s,;|·•(–—-]+$/, '');
  const year = /^(?:19|20)\d\d$/.test(digits);
  const sure = Boolean(m[1]) || (of !== undefined && !year);
  if (/^\d{6}$/.test(digits) && !of) return undefined;
  city = city.replace(/\s\([\p{L}. ]{3,24}\)$/u, '');
  // a town's province in Italy: "31046 Oderzo TV", "(TV)"
  let region: string | undefined;
  const province = /\s\(?([A-Z]{2})\)?$/.exec(city);
  if (province && (of === 'IT' || of === undefined) && /^\d{5}$/.test(digits)) {
    city = city.slice(0, province.index);
    region = province[1];
  }
  const end = m.index + m[0].indexOf(m[3] ?? '') + (m[3] ?? '').indexOf(first) + city.length;
  return {
    part: { city, postalCode: digits, ...(region ? { region } : {}), ...(of ? { country: of } : {}), start, end },
    before,
    sure: sure && !(year && !m[1]),
  };
}

/** A British postcode in a line, with the town before it. */
export function britishAnchor(line: string): { part: AddressPart; before: string } | undefined {
  if (!/[A-Z]\d/.test(line)) return undefined;
  const m = british.exec(line);
  if (!m || (!/\s/.test(m[1] ?? '') && !/\p{L}{3,}.*,\s*$/u.test(line.slice(0, m.index)))) return undefined;
  return {
    part: {
      postalCode: (m[1] ?? '').replace(/\s?(\d[A-Z]{2})$/, ' $1'),
      country: 'GB',
      start: m.index,
      end: m.index + m[0].length,
    },
    before: line.slice(0, m.index).replace(/[\s,.–-]+$/, ''),
  };
}

const houseNumber = /(?<![\d.,])\d{1,4}\s?[a-zA-Z]?(?:\s?[-–/+]\s?\d{1,4}\s?[a-zA-Z]?){0,2}(?![\d.:%€$])/;
/** As words or their beginnings only: "ust" stands in Industriestraße, "tel" in Hotelstraße. */
const noStreet =
  /(?<!\p{L})(?:tel(?:$|[\s.:/]|efon|éf)|(?:tele)?fax|phone|mobil|e?-?mail|www\.|http|amtsgericht|registergericht|hrb|hra|ust(?![\p{L}])|steuer(?:$|[\s-]|nummer)|uhr(?!\p{L})|öffnungszeiten|geöffnet|iban|bic(?!\p{L})|seit(?!\p{L})|copyright)|[@©€]/iu;

/** What leads to an address in a sentence: "con domicilio en", "établie au", "gevestigd aan de". */
const leadIn =
  /^.*(?<!\p{L})(?:domicili\p{L}*|sede(?: \p{L}+)?|siège(?: social)?|établie?s?|situ[ée]e?s?|sit[oa]|ubicad[oa]|gelegen|gevestigd|ansässig|located|based)\s+(?:en|in|à|au|aux|a|aan|at|unter)\s+(?:(?:el|la|de|het|the|der)\s)?(?=[\p{Lu}\d]|rue |place |via |calle |c\/)/iu;
/** A piece between commas that is the street's number or floor: "12", "s/n", "2º B", "bâtiment C". */
const numberPiece =
  /^(?:(?:n[º°o]\.?|nr\.?|núm\.?)?\s?\d{1,4}\s?[a-z]?(?:\s?(?:bis|ter))?|s\/n\.?|\d{1,2}\s?[ºª°.]\s?[\p{L}\d]{0,6}|(?:planta|piso|local|nave|puerta|bajo|bât(?:iment)?\.?|escalier|esc\.?|appt?\.?|int(?:erno)?\.?|scala|bus|etage|étage|box)\s?[\p{L}\d]{0,4})$/iu;

/**
 * The street that ends a text before a town: labels and the sentence around it cut off, numbers between commas joined.
 * In: the pieces between commas, in order. Out: the street and how sure it is; undefined where none stands there.
 */
export function streetOf(pieces: readonly string[]): { text: string; score: number } | undefined {
  let at = pieces.length - 1;
  while (at > 0 && numberPiece.test(pieces[at] ?? '')) at--;
  for (let k = at; k >= 0; k--) {
    const bare = (pieces[k] ?? '').replace(/^.*[:：]\s+(?=\S{2})/, '').replace(leadIn, '');
    const behind: string[] = [];
    for (let n = k + 1; n < pieces.length && numberPiece.test(pieces[n] ?? ''); n++) behind.push(pieces[n] ?? '');
    let text = [bare, ...behind].join(', ');
    // "12, rue de la Paix": the number stands before, in a piece of its own or at the end of a sentence
    const number = houseNumber.test(bare)
      ? undefined
      : /(?:^|\s)(\d{1,4}(?:\s?(?:bis|ter|[a-z]))?)$/iu.exec(pieces[k - 1] ?? '');
    if (number && behind.length === 0 && streetWords.test(bare)) text = `${number[1]}, ${bare}`;
    const score = Math.max(streetScore(text), streetScore(bare));
    if (score >= 0.4) return { text, score };
  }
  return undefined;
}

/** Whether a text reads like a street with a house number, as written on the continent. In: a short text. Out: 0 to 1. */
export function streetScore(text: string): number {
  const line = text.trim();
  if (line.length < 4 || line.length > 80 || noStreet.test(line) || /[!?;=]|\d{5}/.test(line)) return 0;
  const word = streetWords.test(line);
  const house = houseNumber.exec(line);
  const capital = /^[\p{Lu}\d«"(]/u.test(line) || /^(?:rue|via|calle|av|bd|place|c\/|ul\.|am|an|im|in)\b/i.test(line);
  if (/^(?:post(?:fach|bus)|bp|casella postale|apartado|c\.?p\.?)\s*\d+/i.test(line)) return 0.8;
  if (word && house) return 0.9;
  if (word && capital && line.split(' ').length <= 5) return 0.55;
  if (house && capital && house.index > 2 && line.split(' ').length <= 6 && /^\p{Lu}[\p{L}.'’ -]+\s\d/u.test(line))
    return 0.6;
  if (house && house.index === 0 && /^\d+[a-z]?,?\s+\p{L}/iu.test(line) && line.split(' ').length <= 7) return 0.45;
  return 0;
}
