import { areNicknames } from '../lexicon/nicknames.ts';
import { romanizedSurnames } from '../lexicon/surnames.ts';
import type { NameFacts } from './name-facts.ts';
import { isFamilyName, isGivenName } from './plain-word.ts';
import { isSlip, otherNumbers } from './slip.ts';
import { skeletonOfWord } from './transliterate.ts';

/** Why two names that are not the same text may be one name. */
export type NameVariant =
  | 'order'
  | 'accents'
  | 'nickname'
  | 'slip'
  | 'middle'
  | 'doubleName'
  | 'script'
  | 'initial'
  | 'part'
  | 'sound';

/**
 * How two names stand to each other. `same`: all parts agree; `variant`: another form of the same; `weak`: one says too little,
 * or they are only near; `unknown`: nothing to compare; `otherFamily`: the given name alone agrees (a marriage, or chance);
 * `different`: two people.
 */
export type NameRelation =
  | { is: 'same' | 'variant' | 'weak'; how?: NameVariant }
  | { is: 'unknown' | 'otherFamily' | 'different' };

const different: NameRelation = { is: 'different' };
const unknown: NameRelation = { is: 'unknown' };

/** Compares two names. In: both taken apart. */
export function relateNames(a: NameFacts, b: NameFacts): NameRelation {
  if (a.script === 'none' || b.script === 'none') return unknown;
  if (a.generation && b.generation && a.generation !== b.generation) return different;
  if (otherNumbers(a.text, b.text)) return unknown;
  if (a.script === 'han' && b.script === 'han') return relateHan(a, b);
  if (a.script === 'han' || b.script === 'han') return a.script === 'han' ? relateScripts(a, b) : relateScripts(b, a);
  if (a.script !== b.script) return unknown;
  return relateWords(a, b);
}

function relateHan(a: NameFacts, b: NameFacts): NameRelation {
  if (a.key === b.key) {
    if (a.partial || b.partial) return { is: 'weak', how: 'part' };
    return a.text === b.text ? { is: 'same' } : { is: 'same', how: 'script' };
  }
  if (a.partial || b.partial) return a.family[0] === b.family[0] ? { is: 'weak', how: 'part' } : different;
  const soundsSame = a.sound && b.sound && a.sound.family === b.sound.family && a.sound.given === b.sound.given;
  return soundsSame && a.family[0] === b.family[0] ? { is: 'weak', how: 'sound' } : different;
}

/** 王伟 and Wang Wei, Wei Wang, Wangwei, Tony Wang. In: the name in characters, the one in letters. */
function relateScripts(han: NameFacts, latin: NameFacts): NameRelation {
  if (latin.script !== 'latin' || !han.sound) return unknown;
  const spoken = (text: string) => text.replaceAll('lyu', 'lv').replaceAll('nyu', 'nv').replaceAll('lue', 'lve');
  const words = [...latin.given, ...latin.family].map(spoken);
  const family = [han.sound.family, han.sound.family.replaceAll('v', 'u')];
  const given = [
    han.sound.given,
    han.sound.given.replaceAll('v', 'u').replace(/([aou])e/g, '$1'),
    han.sound.given.replace(/([aou])e/g, '$1'),
  ];
  const joined = words.join('');
  if (family.some((one) => given.some((other) => joined === one + other || joined === other + one)))
    return { is: 'variant', how: 'script' };
  const at = words.findIndex((word) => family.includes(word));
  // Neither Wang nor anything else that is Chinese.
  if (at < 0)
    return words.some((word) => given.includes(word)) || !words.some((word) => romanizedSurnames.has(word))
      ? different
      : unknown;
  const rest = words.toSpliced(at, 1);
  // A name that is no Chinese sound is the one that they took for abroad.
  if (rest.every((word) => isGivenName(word) && !given.includes(word))) return unknown;
  return given.some((one) => rest.join('').includes(one)) ? { is: 'variant', how: 'script' } : different;
}

type PartRelation =
  | 'same'
  | 'nickname'
  | 'slip'
  | 'near'
  | 'initial'
  | 'middle'
  | 'doubleName'
  | 'missing'
  | 'different';

const sorted = (text: string) =>
  text
    .split(/[\s,]+/)
    .sort()
    .join(' ');

function relateWords(a: NameFacts, b: NameFacts): NameRelation {
  if (a.key === b.key) {
    if (a.partial || b.partial) return { is: 'weak', how: 'part' };
    if (a.text === b.text) return { is: 'same' };
    return {
      is: 'same',
      how: a.spoken !== b.spoken ? 'script' : sorted(a.text) === sorted(b.text) ? 'order' : 'accents',
    };
  }
  const spoken = a.spoken || b.spoken || (a.slavic && b.slavic);
  const [short, long] = a.given.length + a.family.length === 1 ? [a, b] : [b, a];
  if (short.given.length + short.family.length === 1) {
    const only = short.given[0] ?? short.family[0] ?? '';
    return [...long.given, ...long.family].some((word) => alike(word, only, spoken))
      ? { is: 'weak', how: 'part' }
      : different;
  }
  const straight = relateParts(a, b, spoken);
  if (straight.is === 'same' || straight.is === 'variant') return straight;
  // Weber Hans and Hans Weber, where nothing says which is which.
  const swapped = relateParts(a, { ...b, given: b.family, family: b.given }, spoken);
  return swapped.is === 'same' || swapped.is === 'variant' ? swapped : straight;
}

function relateParts(a: NameFacts, b: NameFacts, spoken: boolean): NameRelation {
  const family = relateFamily(a.family, b.family, spoken);
  const given = relateGiven(a.given, b.given, spoken);
  if (family === 'missing' || given === 'missing') {
    const known = family === 'missing' ? given : family;
    return known === 'same' ? { is: 'weak', how: 'part' } : known === 'different' ? different : unknown;
  }
  if (family === 'different')
    return given === 'same' && (a.given[0]?.length ?? 0) > 1 ? { is: 'otherFamily' } : different;
  if (given === 'different') return different;
  if (family === 'near' || given === 'near') return family === given ? different : { is: 'weak', how: 'slip' };
  if (given === 'initial') return family === 'same' ? { is: 'weak', how: 'initial' } : different;
  if (family === 'same' && given === 'same') return { is: 'same', how: spoken ? 'script' : 'accents' };
  if (family === 'slip' && given === 'slip') return { is: 'weak', how: 'slip' };
  return { is: 'variant', how: family === 'same' ? given : family } as NameRelation;
}

const alike = (a: string, b: string, spoken: boolean) => a === b || (spoken && skeletonOfWord(a) === skeletonOfWord(b));

function relateFamily(a: string[], b: string[], spoken: boolean): PartRelation {
  if (a.length === 0 || b.length === 0) return 'missing';
  const [x, y] = [a.join(''), b.join('')];
  if (alike(x, y, spoken)) return 'same';
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
  // Schmidt and Schmidt-Weber; a particle alone ("von") is no name.
  const shared = shorter.filter((word) => longer.some((other) => alike(word, other, spoken)));
  if (shared.length === shorter.length && shared.some((word) => word.length > 3)) return 'doubleName';
  if (spoken && isSlip(skeletonOfWord(x), skeletonOfWord(y), 5)) return 'slip';
  // Meyer and Meier are two names, Weber and Wbeer are one; of short ones one at least is to be known.
  const known = [x, y].filter(isFamilyName).length;
  if (!isSlip(x, y, known === 1 ? 4 : 5)) return 'different';
  return known === 2 ? 'near' : 'slip';
}

function relateGiven(a: string[], b: string[], spoken: boolean): PartRelation {
  const [x, y] = [a[0], b[0]];
  if (x === undefined || y === undefined) return 'missing';
  const [second, other] = [a[1], b[1]];
  if (alike(x, y, spoken)) {
    if (x.length === 1) return 'initial';
    if (second === undefined || other === undefined) return second === other ? 'same' : 'middle';
    return second === other ? 'same' : second.startsWith(other) || other.startsWith(second) ? 'middle' : 'different';
  }
  if (x.length === 1 || y.length === 1)
    return x[0] === y[0] ? 'initial' : second === y || other === x ? 'middle' : 'different';
  if (areNicknames(x, y)) return 'nickname';
  // Hans Peter and Peter; Xiao Ming and Xiaoming.
  if (a.join('') === b.join('')) return 'middle';
  if (a.includes(y) || b.includes(x)) return 'middle';
  if (spoken && isSlip(skeletonOfWord(x), skeletonOfWord(y), 4)) return 'slip';
  if (!isSlip(x, y, 4)) return 'different';
  // Martin and Martina are two names, Martin and Matrin are one.
  return isGivenName(x) && isGivenName(y) ? 'different' : 'slip';
}
