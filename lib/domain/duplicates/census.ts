import type { Known, KnownPerson } from './known.ts';

/** What the whole book says of a key: a number on ten desks says nothing of who sits there. */
export type Census = {
  /** Whether a key belongs to one person or firm, as far as the book knows. In: a place as `placeOf…` gives it. */
  isShared(place: string): boolean;
  /** How many leads have the very name. */
  bearers(nameKey: string): number;
  /** Whether one given name alone, in this firm and family, begins with the letter. */
  isOnlyFit(person: KnownPerson): boolean;
};

export const emailPlace = (email: string) => `e ${email}`;
export const phonePlace = (digits: string, ext: string) => `p ${digits.slice(-8)}${ext && `x${ext}`}`;
export const linkPlace = (link: string) => `l ${link}`;
export const chatPlace = (chat: string) => `c ${chat}`;
export const domainPlace = (domain: string) => `d ${domain}`;

/** More different names than this under one key, and it belongs to none of them. A marriage and two alphabets make three. */
const mostNames = 3;

const signOf = (known: Known): string =>
  known.kind === 'person'
    ? `${known.name.family[0] ?? ''} ${known.name.given[0]?.[0] ?? ''}`
    : (known.name?.words[0] ?? '');

const fitsOf = ({ firms, name }: KnownPerson): string[] => {
  const [initial] = name.given[0] ?? '';
  return initial ? firms.map((firm) => `${firm}\n${name.family.join('')}\n${initial}`) : [];
};

/** Counts the whole book once. In: every lead, companies too: what is on a firm's card is the firm's. */
export function takeCensus(all: Iterable<Known>): Census {
  const names = new Map<string, Set<string>>();
  const ofFirms = new Set<string>();
  const bearers = new Map<string, number>();
  const fits = new Map<string, Set<string>>();
  const add = (map: Map<string, Set<string>>, key: string, value: string) => {
    const known = map.get(key);
    if (!known) map.set(key, new Set([value]));
    else if (known.size <= mostNames) known.add(value);
  };
  for (const known of all) {
    const sign = signOf(known);
    const key = known.kind === 'person' ? known.name.key : (known.name?.key ?? '');
    if (key) bearers.set(key, (bearers.get(key) ?? 0) + 1);
    for (const { digits, ext } of known.phones) {
      if (known.kind === 'company') ofFirms.add(phonePlace(digits, ext));
      else add(names, phonePlace(digits, ext), sign);
    }
    if (known.kind === 'company') {
      for (const email of known.emails) ofFirms.add(emailPlace(email));
      if (known.domain) add(names, domainPlace(known.domain), sign);
    } else {
      for (const email of known.emails) add(names, emailPlace(email), sign);
      const [given = ''] = known.name.given;
      if (given.length > 1) for (const fit of fitsOf(known)) add(fits, fit, given);
    }
    for (const link of known.links) add(names, `${known.kind} ${linkPlace(link)}`, sign);
    for (const chat of known.chats) add(names, `${known.kind} ${chatPlace(chat)}`, sign);
  }
  return {
    isShared: (place) => ofFirms.has(place) || (names.get(place)?.size ?? 0) > mostNames,
    bearers: (nameKey) => bearers.get(nameKey) ?? 0,
    isOnlyFit: (person) => fitsOf(person).some((fit) => fits.get(fit)?.size === 1),
  };
}
