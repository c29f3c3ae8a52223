import { nameKey } from '../../domain/normalize/name.ts';

/** Cyrillic as addresses spell it; enough for the initials and stems that addresses are made of. */
const latin: Record<string, string> = Object.fromEntries(
  'а:a б:b в:v г:g д:d е:e ё:e ж:zh з:z и:i й:y к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh щ:sch ъ: ы:y ь: э:e ю:yu я:ya і:i ї:yi є:ye'
    .split(' ')
    .map((pair) => pair.split(':')),
);

/** A text as names and domains are compared: Latin letters, no accents, single spaces. */
export const fold = (text: string) =>
  text
    .toLowerCase()
    .replace(/[а-яёіїє]/g, (c) => latin[c] ?? c)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** How well a name fits the part of an address before the @: jane.roe, jroe, roe.j, jane. 0 to 1. */
export function nameFitsAddress(name: string, address: string): number {
  const local = fold(address.split('@')[0] ?? '').replace(/\d+/g, '');
  const flat = local.replace(/ /g, '');
  const words = fold(name).split(' ').filter(Boolean);
  const [first, last] = [words[0] ?? '', words.at(-1) ?? ''];
  if (!flat || words.length === 0 || !/[a-z]/.test(flat)) return 0;
  const forms = [first + last, last + first, first[0] + last, last + (first[0] ?? ''), first + (last[0] ?? '')];
  if (words.length > 1 && forms.includes(flat)) return 1;
  if (flat === words.map((w) => w[0]).join('')) return 0.7;
  const parts = local.split(' ').filter((p) => p.length > 2);
  if (parts.length > 0 && parts.every((p) => words.includes(p))) return 0.9;
  return words.some((w) => w.length > 3 && flat.includes(w)) ? 0.6 : 0;
}

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
