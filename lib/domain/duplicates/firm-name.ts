import { simplifyHan, soundOf } from '../lexicon/han-sounds.ts';
import { companyKey } from '../normalize/company.ts';
import { foldWords } from '../normalize/fold.ts';
import { isSlip, otherNumbers } from './slip.ts';

/** A company's name taken apart once. */
export type FirmName = {
  /** Without legal form, umlauts as plain letters. */
  words: string[];
  /** The words without spaces: Weber-Maschinenbau and Weber Maschinenbau are one. */
  joined: string;
  /** The words in alphabetical order. */
  key: string;
  /** Legal form as far as it is told, in one spelling. */
  form: string;
  han: boolean;
  /** Of a name in characters: its sound, where every character's is known. */
  sound?: string;
};

const forms: [RegExp, string][] = [
  [/\bg?gmbh co kg\b|\bgmbh und co kg\b|\bgmbh u co kg\b/, 'gmbhcokg'],
  [/\bug haftungsbeschrankt co kg\b/, 'ugcokg'],
  [/\bgesellschaft mit beschrankter haftung\b|\bg?gmbh\b|\bmbh\b/, 'gmbh'],
  [/\bkgaa\b/, 'kgaa'],
  [/\bkommanditgesellschaft\b|\bkg\b/, 'kg'],
  [/\baktiengesellschaft\b|\bag\b/, 'ag'],
  [/\bunternehmergesellschaft\b|\bug\b/, 'ug'],
  [/\bohg\b/, 'ohg'],
  [/\bgbr\b/, 'gbr'],
  [/\be k\b|\bek\b|\be kfm\b/, 'ek'],
  [/\be v\b|\bev\b/, 'ev'],
  [/\be g\b|\beg\b/, 'eg'],
  [/\bse\b/, 'se'],
  [/\bllc\b|\bl l c\b/, 'llc'],
  [/\bplc\b/, 'plc'],
  [/\binc\b|\bincorporated\b|\bcorp\b|\bcorporation\b/, 'inc'],
  [/\bltd\b|\blimited\b/, 'ltd'],
  [/\bsarl\b|\bs a r l\b/, 'sarl'],
  [/\bsas\b/, 'sas'],
  [/\bs ?r ?l\b/, 'srl'],
  [/\bs ?p ?a\b/, 'spa'],
  [/\bb ?v\b/, 'bv'],
  [/\bn ?v\b/, 'nv'],
  [/\bsp z o o\b/, 'spzoo'],
  [/\ba ?s\b/, 'as'],
  [/\bs ?a\b/, 'sa'],
];

const plain = (text: string) => foldWords(text).replace(/([aou])e/g, '$1');
/** Words of a form whose umlaut went the same way as everything else. */
const formOf = (text: string): string => forms.find(([pattern]) => pattern.test(text))?.[1] ?? '';

/** Takes a company's name apart. In: the name, its legal form where that is kept by itself. */
export function firmName(name: string, legalForm?: string): FirmName {
  const han = /[\p{Script=Han}]/u.test(name);
  const key = han
    ? simplifyHan(companyKey(name))
    : companyKey(name)
        .replace(/([aou])e/g, '$1')
        .replace(/\bund\b/g, ' ');
  const words = key.split(/\s+/).filter(Boolean);
  const form = formOf(plain(name)) || (legalForm ? formOf(plain(legalForm)) : '');
  const sounds = han ? [...key].map((character) => soundOf(character, false)) : [];
  const sound = sounds.length > 0 && sounds.every((one) => one !== undefined) ? sounds.join('') : undefined;
  return { words, joined: words.join(''), key: words.toSorted().join(' '), form, han, ...(sound && { sound }) };
}

export type FirmRelation =
  | 'same'
  | 'slip'
  | 'part'
  | 'branch'
  | 'sister'
  | 'initials'
  | 'script'
  | 'unknown'
  | 'different';

/** Words that name a place or the whole of a firm: the same firm, or its branch there. */
const branchWords = new Set(
  'deutschland germany osterreich austria schweiz switzerland suisse europe europa china usa america international global group gruppe holding worldwide niederlassung branch nord sud west ost north south east uk france italia polska'.split(
    ' ',
  ),
);
/** Words that make another firm of the same group, with what German puts behind them; the last of them are trades too. */
const sisterWord =
  /^(?:verwaltung|beteiligung(?:en)?|immobilien|grundstuck|vermogen(?:s?verwaltung)?|besitz|stiftung|foundation|services?|logisti[ck]s?|transporte?|spedition|consulting|beratung|engineering|leasing|finan[cz]e?|capital|ventures?|energy|healthineers|systems?|software|it|digital|akademie|academy|handels?|vertriebs?|trading|produktion|montage|real|properties|invest|kantine|mobility|personal|medical|pharma|agrar|automotive|solar)s?(?:gesellschaft|ges)?$/;

const tradeWord =
  /^(?:engineering|consulting|systems?|software|logisti[ck]s?|transporte?|spedition|trading|service|automotive|solar|pharma|agrar)$/;

const startsAlike = (a: string, b: string) => Math.min(a.length, b.length) >= 4 && (a.startsWith(b) || b.startsWith(a));

/** How two companies' names stand to each other. */
export function relateFirms(a: FirmName | undefined, b: FirmName | undefined): FirmRelation {
  if (!a || !b || a.joined === '' || b.joined === '') return 'unknown';
  if (a.joined === b.joined || a.key === b.key) return 'same';
  if (otherNumbers(a.words.join(' '), b.words.join(' '))) return 'sister';
  if (a.han !== b.han) return relateSound(...((a.han ? [a, b] : [b, a]) as [FirmName, FirmName]));
  const [shorter, longer] = a.words.length <= b.words.length ? [a, b] : [b, a];
  if (a.han) {
    const [short, long] = a.joined.length <= b.joined.length ? [a.joined, b.joined] : [b.joined, a.joined];
    if (short.length >= 4 && long.includes(short)) return 'part';
    return short.length >= 5 && isSlip(short, long, 5) ? 'slip' : 'different';
  }
  const left = [...longer.words];
  const missing: string[] = [];
  for (const word of shorter.words) {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    else missing.push(word);
  }
  if (missing.length === 0) return ofExtra(left, shorter.words.length);
  if (missing.length === 1 && left.length === 1) {
    const [x = '', y = ''] = [missing[0], left[0]];
    if (isSlip(x, y, 5)) return 'slip';
    // "Masch" for "Maschinenbau", beside a name that is the same.
    if (shorter.words.length > 1 && startsAlike(x, y)) return 'part';
  }
  if (isSlip(a.joined, b.joined, 8)) return 'slip';
  const [one = ''] = shorter.words;
  const initials = longer.words.map((word) => word[0]).join('');
  return shorter.words.length === 1 && one.length >= 3 && one === initials ? 'initials' : 'different';
}

/** 苏州宏达阀门 and Suzhou Hongda Valve: what sounds comes first, what is translated after. In: the name in characters, the one in letters. */
function relateSound({ sound }: FirmName, { words }: FirmName): FirmRelation {
  if (!sound) return 'unknown';
  const plain = sound.replace(/([aou])e/g, '$1');
  const from = words.findIndex((word) => word.length > 3 && plain.includes(word));
  if (from < 0) return 'different';
  let spoken = '';
  let count = 0;
  for (const word of words.slice(from)) {
    if (!plain.includes(spoken + word)) break;
    spoken += word;
    count += 1;
  }
  // The town alone is no name.
  return count > 1 && spoken.length >= 8 ? 'script' : 'unknown';
}

function ofExtra(extra: string[], named: number): FirmRelation {
  // Walker Engineering goes by Walker; Walker Castings Engineering is another firm than Walker Castings.
  if (extra.some((word) => sisterWord.test(word) && (named > 1 || !tradeWord.test(word)))) return 'sister';
  return extra.some((word) => branchWords.has(word)) ? 'branch' : 'part';
}
