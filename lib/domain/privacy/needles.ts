import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { linkKey } from '../link-key.ts';
import { fold } from '../normalize/fold.ts';
import type { Phone } from '../schema/value.ts';

/** What is searched for when somebody is taken out of every record: full names and what is theirs alone. */
export type Telling = {
  names: string[];
  emails: string[];
  phones: Phone[];
  links: string[];
  /** Ids at messengers. */
  ids: string[];
};

/** Finds somebody in words that others wrote, and takes them out. */
export type Needles = {
  /** The text without them (`…` stands there); the very text where they are not in it; '' where it is nothing but them. */
  without(text: string): string;
  /** As `without`, for records of somebody else of the same name. */
  withoutButName(text: string): string;
};

const gap = '[\\s\\u00a0().\\/\\-]*';
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const before = '(?<![\\p{L}\\p{N}_])';
const after = '(?![\\p{L}\\p{N}_])';
/** Shorter ones stand in too much else. */
const fewestIdLetters = 5;
const fewestDigits = 6;

/** In: what tells of somebody. */
export function needlesOf({ names, emails, phones, links, ids }: Telling): Needles {
  const others = [
    ...emails.map(emailPattern),
    ...links.flatMap(linkPatterns),
    ...phones.flatMap(phonePatterns),
    ...ids.filter((id) => id.length >= fewestIdLetters).map((id) => `${before}${escaped(id)}${after}`),
  ];
  const all = regexOf([...others, ...names.flatMap(namePatterns)]);
  const butName = regexOf(others);
  return { without: cutter(all), withoutButName: cutter(butName) };
}

function regexOf(patterns: string[]): RegExp | undefined {
  // Longest first, so that nothing of a longer one is left over.
  const sorted = [...new Set(patterns)].sort((a, b) => b.length - a.length);
  return sorted.length > 0 ? new RegExp(sorted.join('|'), 'giu') : undefined;
}

/** Records say the same words over and over, fields and detectors above all: those that nobody is in are remembered. */
const mostRemembered = 20_000;

function cutter(pattern: RegExp | undefined): (text: string) => string {
  const clean = new Set<string>();
  return (text) => {
    if (clean.has(text)) return text;
    const rest = cut(text, pattern);
    if (rest !== text) return rest;
    if (clean.size >= mostRemembered) clean.clear();
    if (text.length < 200) clean.add(text);
    return text;
  };
}

function cut(text: string, pattern: RegExp | undefined): string {
  if (!pattern) return text;
  const rest = text.replace(pattern, '…');
  if (rest === text) return text;
  return rest.replace(/[…\s,;:|<>()"'+]/gu, '') === '' ? '' : rest;
}

const emailPattern = (email: string): string =>
  `(?<![\\p{L}\\p{N}._%+-])${escaped(email.normalize('NFC')).replace('@', '(?:@|%40)')}(?![\\p{L}\\p{N}-]|\\.[\\p{L}\\p{N}])`;

function linkPatterns(link: string): string[] {
  const key = linkKey(link);
  if (!key) return [];
  return [...new Set([key, encodeURI(key)])].map((one) => `${escaped(one)}(?![\\p{L}\\p{N}_-])`);
}

/** The number with or without country code, whatever stands between its digits. */
function phonePatterns({ e164, text }: Phone): string[] {
  const known = e164 ? parsePhoneNumberFromString(e164) : undefined;
  const plain = text.replace(/\D/g, '').replace(/^0+/, '');
  const spaced = (digits: string): string => [...digits].join(gap);
  const patterns: string[] = [];
  if (known && known.nationalNumber.length >= fewestDigits) {
    const code = `(?:(?:\\+|00)?${gap}${spaced(known.countryCallingCode)}${gap})?(?:\\(?0\\)?${gap})?`;
    patterns.push(`(?<![\\d+])${code}${spaced(known.nationalNumber)}(?!\\d)`);
  }
  if (plain.length >= fewestDigits) patterns.push(`(?<![\\d+])(?:\\+|0{1,2})?${gap}${spaced(plain)}(?!\\d)`);
  return patterns;
}

/** A full name in either order, also as addresses of pages write it (`jane-doe`). A single word says too little. */
function namePatterns(name: string): string[] {
  const words = name
    .normalize('NFC')
    .split(/[\s,\u00a0]+/)
    .filter(Boolean);
  if (words.length === 1) return /^[\p{Script=Han}\p{Script=Hangul}·]{2,}$/u.test(name) ? [escaped(name)] : [];
  const between = "(?:[\\s\\u00a0_.,+'\\-]|%20)+";
  const orders = [words, [...words.slice(-1), ...words.slice(0, -1)], [...words.slice(1), ...words.slice(0, 1)]];
  const spellings = orders.flatMap((order) => [order, order.map((word) => fold(word))]);
  return [...new Set(spellings.map((order) => `${before}${order.map(escaped).join(between)}${after}`))];
}
