import { nameKey } from '../../domain/normalize/name.ts';

/** Cyrillic as addresses spell it; enough for the initials and stems that addresses are made of. */
const latin: Record<string, string> = Object.fromEntries(
  'а:a б:b в:v г:g д:d е:e ё:e ж:zh з:z и:i й:y к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh щ:sch ъ: ы:y ь: э:e ю:yu я:ya і:i ї:yi є:ye'
    .split(' ')
    .map((pair) => pair.split(':')),
);

/** Cyrillic letters as addresses write them, all else as it is. In: a text in small letters. */
export const romanized = (text: string): string => text.replace(/[а-яёіїє]/g, (c) => latin[c] ?? c);

/** A text as names and domains are compared: Latin letters, no accents, single spaces. */
export const fold = (text: string) =>
  romanized(text.toLowerCase())
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Whether two spellings can be one person: all words of the shorter are in the longer, in any order. */
export function sharesName(a: string, b: string): boolean {
  const [x, y] = [nameKey(a).split(' ').filter(Boolean), nameKey(b).split(' ').filter(Boolean)];
  const [short, long] = x.length <= y.length ? [x, y] : [y, x];
  if (short.length === 0) return false;
  if (short.every((w) => long.includes(w)) && (short.length > 1 || long.length === 1 || (short[0] ?? '').length > 2))
    return true;
  const han = (t: string) => t.replace(/[^\p{Script=Han}]/gu, '');
  return han(a).length > 1 && han(b).length > 1 && (han(a).includes(han(b)) || han(b).includes(han(a)));
}
