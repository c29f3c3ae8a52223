import { countryToIso } from '../../domain/normalize/country.ts';
import { normalizeEmail } from '../../domain/normalize/email.ts';
import { toE164 } from '../../domain/normalize/phone.ts';
import type { StructuredItem } from '../../domain/schema/snapshot.ts';
import type { Address, Phone, PhoneKind } from '../../domain/schema/value.ts';
import { findAddresses } from './address.ts';
import { findEmails } from './email.ts';
import { hasMasked } from './masked.ts';
import { findPhones } from './phone.ts';

/** What structured data calls a kind of number, in our words. */
const kinds: readonly [RegExp, PhoneKind][] = [
  [/fax/i, 'fax'],
  [/mobil|cell|handy/i, 'mobile'],
  [/home|dom/i, 'home'],
  [/toll.?free/i, 'tollFree'],
];

/** In: a number as structured data gives it, and where it stands. Out: the phone, or undefined for what is no number. */
export function phoneOf(
  written: StructuredItem['phones'][number],
  options: { country?: string | undefined; company: boolean },
): Phone | undefined {
  const { text, type } = written;
  const [found] = findPhones(text, { country: options.country, ...(type && { labelBefore: type }) });
  const said = type ? kinds.find(([words]) => words.test(type))?.[1] : undefined;
  const usual: PhoneKind = options.company ? 'switchboard' : 'work';
  if (found) {
    const { kind } = found.value;
    return { ...found.value, kind: said ?? (kind === 'other' || kind === 'work' ? usual : kind) };
  }
  if (text.replace(/\D/g, '').length < 6 || hasMasked(text)) return undefined;
  const e164 = toE164(text, options.country);
  return { ...(e164 && { e164 }), text, kind: said ?? usual };
}

/** In: an e-mail as written. Out: the address, or undefined for what is none. */
export function emailOf(written: string): string | undefined {
  const [found] = findEmails(written);
  const address = found ? found.value : normalizeEmail(written);
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address) ? address : undefined;
}

/** In: an address in parts or in one text. Out: the address, or undefined when nothing is known of it. */
export function addressOf(
  written: StructuredItem['addresses'][number],
  country: string | undefined,
): Address | undefined {
  const { street, city, region, postalCode } = written;
  if (!street && !city && !postalCode && !region) {
    const text = written.text?.trim();
    if (!text) return undefined;
    const [found] = findAddresses([text], { country });
    return found ? { ...found.value, text } : { text };
  }
  const iso = written.country && (/^[A-Z]{2}$/.test(written.country) ? written.country : countryToIso(written.country));
  const text = [street, [postalCode, city].filter(Boolean).join(' '), region, written.country]
    .filter(Boolean)
    .join(', ');
  return {
    ...(street && { street }),
    ...(city && { city }),
    ...(region && { region }),
    ...(postalCode && { postalCode }),
    ...(iso && { country: iso }),
    text: text.slice(0, 400),
  };
}

/** Hosts that write about others: never a firm's own site. */
const elsewhere =
  /(?:^|\.)(?:wikipedia|wikidata|crunchbase|google|goo|yelp|tripadvisor|yellowpages|trustpilot|bbb|bloomberg|glassdoor|indeed|foursquare|apple|amazon|wikimedia|dbpedia|freebase|imdb|musicbrainz)\.\w/;

export const isOwnSite = (host: string): boolean => host !== '' && !elsewhere.test(host);
