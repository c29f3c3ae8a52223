import { toUnicode } from './punycode.ts';

/** Letters that one takes for one another, as what they are taken for: other alphabets, digits, pairs that run together. */
const twins: Record<string, string> = {
  а: 'a',
  ɑ: 'a',
  α: 'a',
  à: 'a',
  á: 'a',
  â: 'a',
  ã: 'a',
  ä: 'a',
  å: 'a',
  ą: 'a',
  ь: 'b',
  β: 'b',
  с: 'c',
  ϲ: 'c',
  ç: 'c',
  ć: 'c',
  ԁ: 'd',
  đ: 'd',
  е: 'e',
  ё: 'e',
  è: 'e',
  é: 'e',
  ê: 'e',
  ë: 'e',
  ę: 'e',
  ɡ: 'g',
  ğ: 'g',
  һ: 'h',
  і: 'i',
  ì: 'i',
  í: 'i',
  î: 'i',
  ï: 'i',
  ı: 'i',
  ι: 'i',
  '1': 'l',
  ӏ: 'l',
  ł: 'l',
  ј: 'j',
  κ: 'k',
  к: 'k',
  м: 'm',
  ո: 'n',
  ñ: 'n',
  п: 'n',
  η: 'n',
  '0': 'o',
  о: 'o',
  ο: 'o',
  ò: 'o',
  ó: 'o',
  ô: 'o',
  õ: 'o',
  ö: 'o',
  ø: 'o',
  р: 'p',
  ρ: 'p',
  ԛ: 'q',
  г: 'r',
  ѕ: 's',
  ś: 's',
  ş: 's',
  š: 's',
  '5': 's',
  т: 't',
  τ: 't',
  υ: 'u',
  ü: 'u',
  ù: 'u',
  ú: 'u',
  û: 'u',
  ѵ: 'v',
  ν: 'v',
  ԝ: 'w',
  х: 'x',
  χ: 'x',
  у: 'y',
  γ: 'y',
  ý: 'y',
  ź: 'z',
  ż: 'z',
};

/** What a domain looks like at a glance: one form for all that look the same. In: a domain, in lower case. */
export function skeletonOf(domain: string): string {
  const letters = [...toUnicode(domain)].map((letter) => twins[letter] ?? letter).join('');
  return letters
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replaceAll('cl', 'd')
    .replaceAll('ii', 'u')
    .replaceAll('i', 'l');
}

/** Whether one slip (a letter more, fewer, another, or two swapped) makes one text the other. */
export function isOneSlipApart(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}

/** Domains shorter than this are all one slip apart from one another. */
const shortest = 6;

const nameOf = (domain: string): string => domain.slice(0, domain.lastIndexOf('.'));

/**
 * The known domain that this one could be taken for, or undefined. Equal ones are no look-alikes. In: a registrable domain in
 * lower case, the known ones.
 */
export function lookAlikeOf(domain: string, known: Iterable<string>): string | undefined {
  const skeleton = skeletonOf(domain);
  const name = nameOf(domain);
  const { length } = toUnicode(domain);
  for (const other of known) {
    if (other === domain) return undefined;
    if (Math.abs(other.length - length) > 4) continue;
    if (skeletonOf(other) === skeleton) return other;
    const theirs = nameOf(other);
    if (theirs.length < shortest) continue;
    // The same name elsewhere (firm.co for firm.com) or the name with one slip in it.
    if (theirs === name || (isOneSlipApart(theirs, name) && sameEnding(other, domain))) return other;
  }
  return undefined;
}

const sameEnding = (a: string, b: string): boolean => a.slice(a.lastIndexOf('.')) === b.slice(b.lastIndexOf('.'));
