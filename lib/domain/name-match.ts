import { fold } from './normalize/fold.ts';
import { nameKey, parseName } from './normalize/name.ts';

/**
 * same: the same parts; compatible: one says less (王先生, H. Müller, Müller); unknown: a name is missing or written in
 * another script; different: two people.
 */
export type NameMatch = 'same' | 'compatible' | 'unknown' | 'different';

const han = /\p{Script=Han}/u;
const letters = /\p{L}/u;
/** Family names of two characters; all others are one. */
const compoundFamily = /^(?:欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|东方|東方|皇甫|尉迟|公孙|令狐|慕容|宇文|司徒|夏侯|端木)/;
const courtesy = /(?:先生|女士|小姐|太太|经理|經理|总监|總監|总裁|總裁|老师|老師|主任|总|總|博士|教授|工程师|工)$/;

/** Whether two names can be one person's. In: names as kept. Out: how they stand to each other. */
export function compareNames(a: string | undefined, b: string | undefined): NameMatch {
  if (!a || !b || !letters.test(a) || !letters.test(b)) return 'unknown';
  if (han.test(a) !== han.test(b)) return 'unknown';
  return han.test(a) ? compareHan(a, b) : compareParts(a, b);
}

function compareHan(a: string, b: string): NameMatch {
  const [x, y] = [hanOf(a), hanOf(b)];
  if (x === y) return isFamilyOnly(x) || isPartial(a) || isPartial(b) ? 'compatible' : 'same';
  const [shorter, longer] = x.length < y.length ? [x, y] : [y, x];
  return isFamilyOnly(shorter) && longer.startsWith(shorter) ? 'compatible' : 'different';
}

/** The characters of a Chinese name without courtesy words and spaces. */
const hanOf = (name: string) => {
  const plain = name.replace(/[^\p{Script=Han}]/gu, '');
  const bare = plain.replace(courtesy, '');
  // 李总 is Mr Li; 张总 with nothing before it would be no name at all.
  return bare || plain;
};
const isFamilyOnly = (name: string) => name.length === 1 || name.replace(compoundFamily, '') === '';
const isPartial = (name: string) => parseName(name).partial;

function compareParts(a: string, b: string): NameMatch {
  if (nameKey(a) && nameKey(a) === nameKey(b)) return isPartial(a) || isPartial(b) ? 'compatible' : 'same';
  const [x, y] = [partsOf(a), partsOf(b)];
  if (x.length === 0 || y.length === 0) return 'unknown';
  if (!scriptsMeet(x.join(''), y.join(''))) return 'unknown';
  const [shorter, longer] = x.length <= y.length ? [x, y] : [y, x];
  const left = [...longer];
  let whole = 0;
  // Whole words first, so that an initial never takes the word that another part needs.
  for (const part of [...shorter].sort((p, q) => q.length - p.length)) {
    const at = left.findIndex((other) => other === part || isInitialOf(part, other) || isInitialOf(other, part));
    const exact = left.indexOf(part);
    const found = exact >= 0 ? exact : at;
    if (found < 0) return 'different';
    if (left[found] === part && part.length > 1) whole += 1;
    left.splice(found, 1);
  }
  if (whole === 0) return 'different';
  return left.length === 0 && whole === shorter.length ? 'same' : 'compatible';
}

const isInitialOf = (short: string, long: string) => short.length === 1 && long.startsWith(short);

/** Folded words of a name; ae, oe, ue are the umlauts they stand for. */
function partsOf(name: string): string[] {
  const { given, middle, family } = parseName(name);
  const text = `${given} ${middle} ${family}`.trim() || name;
  return fold(text)
    .replace(/([aou])e/g, '$1')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

const scripts = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Hangul}/u,
];
const scriptsMeet = (a: string, b: string) =>
  scripts.some((script) => script.test(a) && script.test(b)) || !scripts.some((s) => s.test(a) || s.test(b));
