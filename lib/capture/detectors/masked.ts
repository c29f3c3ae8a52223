/**
 * Numbers with some of their digits hidden (138****1234, 0571-8888xxxx), as directories show them until one pays or signs in.
 * What is left of one looks like a shorter number, and must never become one.
 */
const digits = String.raw`[+＋(（]{0,2}\d[\d \u00a0().\-–/]{0,24}?`;
const sign = '[*＊∗⁎✱✲•●○◦□■▪█#＃]';
const tail = String.raw`[\d*＊∗⁎✱✲•●○◦□■▪█#＃_xX× \u00a0().\-–/]{0,24}`;
const end = String.raw`[\d*＊∗⁎✱✲•●○◦□■▪█#＃_xX×]`;

const patterns: readonly RegExp[] = [
  // signs that stand for digits, within, after or before the rest
  new RegExp(String.raw`${digits}[ \u00a0().\-–/]{0,3}(?:${sign}{2,}|_{2,})(?:${tail}${end})?`, 'g'),
  new RegExp(String.raw`${sign}{3,}[ \u00a0\-–]{0,2}\d(?:${tail}${end})?`, 'g'),
  // the letter x or a times sign, where no word begins with it or goes on from it; Brazil's 0xx11 stands for any carrier
  new RegExp(
    String.raw`(?<![\p{L}\d_])(?!\(?0xx\d\d)${digits}[ \u00a0().\-–/]{0,3}(?:[xX]{2,}|×{2,})(?![\p{Script=Latin}])(?:[ \u00a0().\-–/]{0,3}\d+)*`,
    'gu',
  ),
  /(?<![\p{L}\d_])(?:[xX]{3,}|×{2,})[ \u00a0().\-–/]{0,3}\d[\d \u00a0\-–]{2,}/gu,
  // dots, only where digits follow at once: leaders run from a word to its number
  /\d(?:\.{4,}|…{1,3})\d{2,4}(?!\d)/g,
];

/** Cheap look first: most lines have nothing of the kind. */
const hint = /[*＊∗⁎✱✲•●○◦□■▪█#＃]{2}|_{2}|[xX×]{2}|…\d|\.{4}/;

/** In: a line. Out: the same, with every masked number blotted out, place for place. */
export function withoutMasked(text: string): string {
  if (!hint.test(text) || !/\d/.test(text)) return text;
  let plain = text;
  for (const pattern of patterns) plain = plain.replace(pattern, (masked) => '¶'.repeat(masked.length));
  // with dots, what stands before them belongs to it as well
  return plain.replace(/[+＋(（]{0,2}\d[\d \u00a0().\-–/]*(?=¶)/g, (rest) => '¶'.repeat(rest.length));
}

/** Whether a text holds a number with hidden digits. In: what should be one number. */
export const hasMasked = (text: string): boolean => withoutMasked(text).includes('¶');
