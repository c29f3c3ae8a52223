import { simplifyHan, soundOf } from '../lexicon/han-sounds.ts';
import { hanDoubleSurnames, romanizedSurnames } from '../lexicon/surnames.ts';
import { fold } from '../normalize/fold.ts';
import { parseName } from '../normalize/name.ts';
import { isTransliterable, toLatin } from './transliterate.ts';

/** A person's name taken apart once, so that it can be held against many others quickly. */
export type NameFacts = {
  /** The name as written, folded: what is the very same text. */
  text: string;
  script: 'latin' | 'han' | 'other' | 'none';
  /** Written in another alphabet and put into Latin letters: its spelling is not to be taken by the letter. */
  spoken: boolean;
  given: string[];
  family: string[];
  /** All words in alphabetical order. */
  key: string;
  /** Of a Chinese name: its sound, the family name's apart; absent where a character's is not known. */
  sound?: { family: string; given: string };
  generation?: 'junior' | 'senior';
  partial: boolean;
  /** Russian and the like by its ending: written in Latin letters by several rules. */
  slavic: boolean;
};

const nobody: NameFacts = {
  text: '',
  script: 'none',
  spoken: false,
  given: [],
  family: [],
  key: '',
  partial: true,
  slavic: false,
};

/** Words folded, with ae, oe, ue as the umlauts that they stand for. */
const wordsOf = (text: string): string[] =>
  fold(text)
    .replace(/([aou])e/g, '$1')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

const slavicEnding = /(?:o[vw]|off|e[vw]|eff|sk[iy]j?|enko|o[vw]a|e[vw]a|skaya|skaja)$/;

/** Takes a name apart. In: the name as kept, whether only a part of it is known. */
export function nameFacts(name: string | undefined, partial: boolean): NameFacts {
  if (!name || !/\p{L}/u.test(name)) return nobody;
  if (/\p{Script=Han}/u.test(name) && !/[a-z]{2}/i.test(name)) return hanFacts(name, partial);
  const spoken = isTransliterable(name);
  const latin = spoken ? toLatin(fold(name)).replace(/(?<!\p{L})\p{L}/gu, (first) => first.toUpperCase()) : name;
  const parts = parseName(latin);
  const script = /\p{Script=Latin}/u.test(latin) ? 'latin' : 'other';
  let given = wordsOf(`${parts.given} ${parts.middle}`);
  let family = wordsOf(parts.family);
  if (given.length + family.length === 0) family = wordsOf(latin);
  // Wang Wei: with a Chinese family name in front and none behind, the order is the Chinese one.
  const [only = ''] = given;
  if (
    given.length === 1 &&
    family.length === 1 &&
    romanizedSurnames.has(only) &&
    !romanizedSurnames.has(family[0] ?? '')
  )
    [given, family] = [family, given];
  const generation = /\b(?:jun|jr|junior)\b/i.test(latin)
    ? 'junior'
    : /\b(?:sen|sr|senior)\b/i.test(latin)
      ? 'senior'
      : undefined;
  const words = [...given, ...family].filter((word) => !/^(?:jun|jr|junior|sen|sr|senior)$/.test(word));
  return {
    text: fold(name).trim(),
    script,
    spoken,
    given,
    family: family.filter((word) => !/^(?:jun|jr|junior|sen|sr|senior)$/.test(word)),
    key: words.sort().join(' '),
    ...(generation && { generation }),
    partial: partial || parts.partial,
    slavic: slavicEnding.test(family.at(-1) ?? ''),
  };
}

function hanFacts(name: string, partial: boolean): NameFacts {
  const parts = parseName(name);
  const plain = simplifyHan((parts.family + parts.given || name).replace(/[^\p{Script=Han}]/gu, ''));
  const long = hanDoubleSurnames.has(plain.slice(0, 2)) && plain.length > 2 ? 2 : 1;
  const [family, given] = [plain.slice(0, long), plain.slice(long)];
  const sounds = (text: string, isFamily: boolean) => [...text].map((character) => soundOf(character, isFamily));
  const [ours, theirs] = [sounds(family, true), sounds(given, false)];
  const known = given !== '' && [...ours, ...theirs].every((sound) => sound !== undefined);
  return {
    text: fold(name).trim(),
    script: 'han',
    spoken: false,
    given: given ? [given] : [],
    family: [family],
    key: plain,
    ...(known && { sound: { family: ours.join(''), given: theirs.join('') } }),
    partial: partial || parts.partial || given === '',
    slavic: false,
  };
}
