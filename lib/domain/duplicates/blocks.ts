import type { FirmName } from './firm-name.ts';
import type { Known, KnownCompany, KnownPerson } from './known.ts';
import { skeletonOfWord } from './transliterate.ts';

/**
 * Keys under which a lead meets those that it may be one with: only leads that share a key are held against each other, and
 * no two that could be one share none. In: the lead. Out: keys, each with what it is of in front.
 */
export function blockKeys(known: Known): Set<string> {
  const keys = new Set<string>();
  for (const email of known.emails) keys.add(`e${email}`);
  for (const { digits, ext } of known.phones) keys.add(`p${(digits + ext).slice(-7)}`);
  for (const link of known.links) keys.add(`l${link}`);
  for (const chat of known.chats) keys.add(`c${chat}`);
  if (known.kind === 'person') personBlocks(known, keys);
  else companyBlocks(known, keys);
  return keys;
}

/** Whether a key of a company is one word of its name, and nothing beside it. */
export const isWeakKey = (key: string): boolean => /^w[^\n]*$/.test(key);

const beginning = (word: string): string => skeletonOfWord(word).slice(0, 3);

function personBlocks({ name, firms, firm, places }: KnownPerson, keys: Set<string>): void {
  if (!name.partial) {
    keys.add(`n${name.key}`);
    // Of a name that many have, those of one town.
    for (const city of places.cities) keys.add(`n${name.key}\n${city}`);
  }
  const family = name.sound ? [name.sound.family, ...name.family] : name.family;
  const given = name.sound ? [name.sound.given] : name.given;
  const isLong = (word: string) => word.length > 1 || /\p{Script=Han}/u.test(word);
  // At one firm a slip or a short form leaves one of the words as it begins.
  for (const word of [...family, ...given])
    if (isLong(word)) for (const anchor of firms) keys.add(`f${anchor}\n${beginning(word)}`);
  // A firm that is only named alike: the name has to be the one.
  for (const word of name.partial ? [] : family)
    if (isLong(word) && firm) keys.add(`w${firmToken(firm)}\n${skeletonOfWord(word)}`);
}

/** A firm by its beginning: Weber Maschinenbau and Weber. */
const firmToken = ({ words, joined, han }: FirmName): string => (han ? joined.slice(0, 4) : (words[0] ?? ''));

function companyBlocks({ name, domain, vatId, creditCode, register, places }: KnownCompany, keys: Set<string>): void {
  if (domain) {
    keys.add(`d${domain}`);
    keys.add(`b${domain.split('.')[0]?.replaceAll('-', '')}`);
  }
  for (const id of [vatId, creditCode, register]) if (id) keys.add(`i${id}`);
  if (!name) return;
  keys.add(`b${name.joined}`);
  keys.add(`k${name.key}`);
  if (name.han) {
    for (let at = 0; at + 4 <= name.joined.length; at++) keys.add(`g${name.joined.slice(at, at + 4)}`);
    return;
  }
  keys.add(`s${name.joined.slice(0, 6)}`);
  keys.add(`t${name.joined.slice(-6)}`);
  const [first = ''] = name.words;
  if (name.words.length > 2) keys.add(`a${name.words.map((word) => word[0]).join('')}`);
  if (name.words.length === 1 && first.length < 7) keys.add(`a${first}`);
  const anchors = [...places.cities, ...places.codes];
  for (const word of name.words)
    if (word.length > 3) {
      keys.add(`w${word}`);
      for (const anchor of anchors) keys.add(`w${word}\n${anchor}`);
    }
}
