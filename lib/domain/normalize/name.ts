import { givenNames } from '../lexicon/given-names.ts';
import { afterTitle, conjunctions, honorifics, particles, suffixes } from '../lexicon/name-words.ts';
import { romanizedSurnames, surnames } from '../lexicon/surnames.ts';
import { looksLikeCompany } from './company.ts';
import { fold } from './fold.ts';
import { readHanName } from './name-han.ts';

export type NameParts = {
  given: string;
  family: string;
  middle: string;
  suffix: string;
  honorific: string;
  isCompany: boolean;
  /** Only a part is known (王先生, Mr Smith): no key for matching. */
  partial: boolean;
};

const empty: NameParts = {
  given: '',
  family: '',
  middle: '',
  suffix: '',
  honorific: '',
  isCompany: false,
  partial: false,
};

/** A word as the lists have it: folded, without dots and commas. */
const bare = (word: string): string => fold(word).replace(/[.,]/g, '');
const isInitial = (word: string): boolean => /^\p{L}\.?$|^(?:\p{Lu}\.){1,3}$|^\p{Lu}\.-\p{Lu}\.$/u.test(word);
const isHonorific = (word: string): boolean => {
  const plain = bare(word);
  if (honorifics.has(plain)) return !(word.length === 1) && !(plain.length <= 2 && /^\p{Lu}\.$/u.test(word));
  // Lt.Gov., Dipl.-Ing.(FH), Magistrate-Judge
  return (
    /^(?:dipl|lt\.?|maj|brig|univ|min|oberst)[.-]/i.test(word) ||
    (word.includes('-') &&
      honorifics.has(bare(word.split('-').at(-1) ?? '')) &&
      !givenNames.has(bare(word.split('-')[0] ?? '')))
  );
};
const isSuffix = (word: string): boolean => {
  const plain = bare(word);
  if (/^(?:v|i)$/.test(plain)) return true;
  if (!suffixes.has(plain)) return /^(?:\p{Lu}\.){2,5}$/u.test(word) && plain.length >= 2 && suffixes.has(plain);
  // a word that is a name too (Ma, Do, Kc …) is a suffix only in capitals or with dots
  return (
    plain.length > 2 || /^\p{Lu}[\p{Lu}.]*$/u.test(word) || /^(?:jr|sr|ii|iv|vi)$/.test(plain) || word.includes('.')
  );
};
const sureSuffix = (word: string): boolean =>
  /^(?:jr|sr)\.?,?$/i.test(word) ||
  /^(?:ii|iii|iv|esq|phd|md|mba|dds|cpa|realtor|attorney|atty|gri|qc)$/.test(bare(word));

/** Quoted and bracketed nicknames out. */
const withoutNick = (text: string): string =>
  text.replace(/\s*[("“„«][^)"”“»]{1,40}[)"”“»]\s*/g, ' ').replace(/\s'[^']{1,20}'\s/g, ' ');

/** Index of the first word of the family name: particles begin it, Spanish double names are joined by "y". */
function familyStart(words: string[]): number {
  for (let i = 1; i < words.length - 1; i++) {
    const word = words[i] ?? '';
    if (bare(word) === 'y') return Math.max(i - 1, 1);
    if (particles.has(bare(word)) && !(isInitial(word) && word.endsWith('.'))) return i;
  }
  return words.length - 1;
}

/** Whether the first word is the family name though no comma says so: the given name comes second, the first is none. */
function familyFirst(words: string[]): boolean {
  const [first = '', second = '', third] = words.map(bare);
  if (words.length > 3 || (third !== undefined && !isInitial(words[2] ?? '')) || particles.has(first)) return false;
  if (/^\p{Lu}{3,}$/u.test(words[0] ?? '') && /\p{Ll}/u.test(words[1] ?? '')) return true;
  if (romanizedSurnames.has(first) && !givenNames.has(first) && /^[A-Z][a-z]+-[A-Za-z][a-z]+$/.test(words[1] ?? ''))
    return true;
  return (
    !isInitial(words[0] ?? '') &&
    !givenNames.has(first) &&
    givenNames.has(second) &&
    (third !== undefined || !surnames.has(second)) &&
    first.length > 2
  );
}

/** Words in the order of speech into given, middle and family. */
function inOrder(words: string[]): Pick<NameParts, 'given' | 'middle' | 'family'> {
  if (words.length === 0) return { given: '', middle: '', family: '' };
  if (words.length === 1) return { given: words[0] ?? '', middle: '', family: '' };
  // "John and Jane Smith", "Ronald T. & Karen P. Lindsay": both given names
  const and = words.findIndex(
    (w, i) => i > 0 && i < words.length - 2 && conjunctions.has(bare(w)) && (w.length > 1 || w === '&'),
  );
  if (and === 1 || (and === 2 && isInitial(words[1] ?? ''))) {
    const tail = inOrder(words.slice(and + 1));
    return { given: `${words[0]} & ${tail.given}`, middle: tail.middle, family: tail.family };
  }
  if (words.length === 2 && particles.has(bare(words[0] ?? '')) && !givenNames.has(bare(words[0] ?? ''))) {
    return { given: '', middle: '', family: words.join(' ') };
  }
  if (familyFirst(words)) return { given: words[1] ?? '', middle: words[2] ?? '', family: words[0] ?? '' };
  const start = familyStart(words);
  return { given: words[0] ?? '', middle: words.slice(1, start).join(' '), family: words.slice(start).join(' ') };
}

/** Titles and honorifics at the head of a list of words. Out: how many. A single word left stays. */
function honorificCount(words: string[]): number {
  let n = 0;
  while (n < words.length) {
    const word = words[n] ?? '';
    const plain = bare(word);
    const next = words[n + 1];
    if (isHonorific(word) && (next !== undefined || n === 0)) {
      // Judge, Dean, Major and Prince are given names too: a title only when two more words follow
      if (givenNames.has(plain) && !word.endsWith('.') && words.length - n < 3) break;
      n++;
    } else if (
      n > 0 &&
      next !== undefined &&
      /^(?:and|und|&|of|the|et|in|for)$/.test(plain) &&
      (isHonorific(next) || plain === 'of' || plain === 'the')
    ) {
      n += /^(?:of|the|in|for)$/.test(plain) ? 2 : 1;
    } else if (
      n === 0 &&
      /^(?:the|right|most|very|his|her|us|u\.s\.|assistant|associate|vice|deputy|senior|asst)$/.test(plain) &&
      next !== undefined &&
      (isHonorific(next) || /^(?:right|most|very|honou?rable|excellency)$/.test(bare(next))) &&
      words.length > 2
    ) {
      n++;
    } else if (
      n > 0 &&
      next !== undefined &&
      (afterTitle.has(plain)
        ? word.length > 1 && (/[.)]$/.test(word) || plain.length > 3 || plain === 'jur')
        : /^\((?:fh|tu|univ|eth|ba|usa)\)$/i.test(word))
    )
      n++;
    else break;
  }
  return n === words.length && n > 1 ? n - 1 : n;
}

/**
 * A name into its parts. In: as written, in any order or case. Out: parts, empty where there are none; `isCompany` when it names no person.
 */
export function parseName(text: string): NameParts {
  const source = text
    .slice(0, 200)
    .normalize('NFC')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
  if (!source) return { ...empty };
  if (/[\p{Script=Han}\p{Script=Hangul}]/u.test(source) && !/[a-z]{2}/i.test(source)) {
    const han = readHanName(source);
    if (han) return { ...empty, given: han.given, family: han.family, honorific: han.honorific, partial: han.partial };
    return { ...empty, family: source, isCompany: looksLikeCompany(source) };
  }
  if (looksLikeCompany(source.replace(/[\s,](?:attorneys?|atty\.?)(?: at law)?$/i, '')))
    return { ...empty, isCompany: true };
  const plain =
    withoutNick(
      ` ${source
        .replace(/\bPh\.\s+D\.?/i, 'Ph.D.')
        .replace(/\s(?:attorney|atty\.?|counsel+or)(?: at law)?$/i, ', attorney')
        .replace(/[\s:;]+$/, '')} `,
    )
      .replace(/(?<=\s)[^\p{L}\s&]+(?=\s)/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim() || source.replace(/[()"“”„«»]/g, ' ').trim();
  const segments = plain.split(/\s*,\s*/).filter(Boolean);
  const found: string[] = [];
  const keep: string[] = [];
  for (const [i, segment] of segments.entries()) {
    const words = segment.split(' ');
    const all = words.every((w) => isSuffix(w) || /^(?:of|at|the|in)$/i.test(w));
    if (i > 0 && ((words.length > 0 && all) || i >= 2 || /^(?:\p{Lu}\p{L}?\.){2,}$/u.test(segment)))
      found.push(segment);
    else keep.push(segment);
  }
  const [head = '', tail] = keep;
  let words = head.split(' ').filter(Boolean);
  let given: string[] = [];
  if (tail !== undefined) given = tail.split(' ').filter(Boolean);
  const lead = honorificCount(words);
  let honorific = words.slice(0, lead);
  words = words.slice(lead);
  while (
    (words.length > (given.length ? 1 : 2) && isSuffix(words.at(-1) ?? '')) ||
    (words.length > 1 && sureSuffix(words.at(-1) ?? ''))
  ) {
    const last = words.at(-1) ?? '';
    if (!sureSuffix(last) && isInitial(last) && last.replace(/\W/g, '').length < 2 && words.length < 4) break;
    found.unshift(last);
    words = words.slice(0, -1);
  }
  const suffix = found.join(', ');
  const dropped = (list: string[]): string[] => list.filter((w, i) => i === 0 || !/^(?:mrs?|ms|dr)\.?$/i.test(w));
  if (
    given.length === 1 &&
    words.length <= 2 &&
    dropped(words).length === 1 &&
    givenNames.has(bare(words[0] ?? '')) &&
    !surnames.has(bare(words[0] ?? '')) &&
    !givenNames.has(bare(given[0] ?? ''))
  ) {
    // "patricia mrs, natke": the comma only parts them
    return { ...empty, given: words[0] ?? '', family: given[0] ?? '', suffix, honorific: honorific.join(' ') };
  }
  if (given.length) {
    // Family, Given Middle
    const n = honorificCount(given);
    honorific = [...honorific, ...given.slice(0, n)];
    given = given.slice(n);
    while (given.length > 1 && sureSuffix(given.at(-1) ?? '')) given.pop();
    return {
      ...empty,
      given: given[0] ?? '',
      middle: given.slice(1).join(' '),
      family: words.join(' '),
      suffix,
      honorific: honorific.join(' '),
    };
  }
  if (words.length === 1 && honorific.length > 0) {
    const word = words[0] ?? '';
    const onlyGiven =
      /^(?:sir|dame|lady|king|queen|prince|princess|sister|brother|father|aunt|uncle|schwester|bruder)$/.test(
        bare(honorific.at(-1) ?? ''),
      );
    return onlyGiven
      ? { ...empty, given: word, honorific: honorific.join(' '), suffix, partial: true }
      : { ...empty, family: word, honorific: honorific.join(' '), suffix, partial: true };
  }
  const parts = inOrder(words);
  return { ...empty, ...parts, suffix, honorific: honorific.join(' '), partial: words.length < 2 };
}

/** Key under which two spellings of a name meet: folded, without honorific and suffix, order-free. In: a name. Out: the key, '' for none. */
export function nameKey(text: string): string {
  const source = text.normalize('NFC').trim();
  if (/[\p{Script=Han}\p{Script=Hangul}]/u.test(source)) return fold(source).replace(/[^\p{L}]+/gu, '');
  const words = withoutNick(` ${source} `)
    .split(/[\s,]+/)
    .filter(Boolean);
  const kept = words.filter((w) => !isHonorific(w) && !(sureSuffix(w) && words.length > 2));
  const used = kept.length ? kept : words;
  return used
    .flatMap((w) => fold(w).split(/[^\p{L}]+/u))
    .filter(Boolean)
    .sort()
    .join(' ');
}
