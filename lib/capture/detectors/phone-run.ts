/** Digits that belong together in a line, cut into groups: what a phone number may be made of. */
export type DigitGroup = {
  digits: string;
  start: number;
  end: number /** What stands between the group before and this one. */;
  gap: string;
};

const run = /\d(?:[\d \u00a0().\-–—−‐‑/·+[\]]{0,46}\d)?/g;
const fullWidth = /[\uff08-\uff19\u2460-\u2468]/g;

/** Full-width digits, brackets and signs, and digits in circles, as plain ones, place for place. */
export function plainDigits(text: string): string {
  return text.replace(fullWidth, (c) => {
    const code = c.charCodeAt(0);
    return code < 0xff00 ? String(code - 0x245f) : String.fromCharCode(code - 0xfee0);
  });
}

const spelled = '〇零○一二三四五六七八九';
const values = '000123456789';
const capitals = '壹贰叁肆伍陆柒捌玖';
/** A mobile number with some of its digits spelled, to hide it from machines: 一三八 一二三四 〇〇〇〇, 1五2-…. */
const spelledMobile =
  /(?<![\d〇零○一二三四五六七八九壹贰叁肆伍陆柒捌玖])[1一壹①](?:[\s·.\-－—]?[\d〇零○一二三四五六七八九壹贰叁肆伍陆柒捌玖]){10}(?![\d〇零○一二三四五六七八九壹贰叁肆伍陆柒捌玖])/g;

/** Spelled digits of mobile numbers as plain ones, place for place. In: text with plain digits. */
export function plainSpelled(text: string): string {
  if (!/[〇零○一二三四五六七八九壹贰叁肆伍陆柒捌玖].{0,2}[\d〇零○一二三四五六七八九壹贰叁肆伍陆柒捌玖]/.test(text))
    return text;
  return text.replace(spelledMobile, (run) => {
    const plain = run.replace(/\P{ASCII}/gu, (c) => {
      const at = spelled.indexOf(c);
      if (at >= 0) return values[at] ?? c;
      const capital = capitals.indexOf(c);
      return capital >= 0 ? String(capital + 1) : c === '·' ? '-' : c;
    });
    return /^1[3-9]/.test(plain.replace(/\D/g, '')) ? plain : run;
  });
}

/** Runs of digits and number punctuation in a line, each cut into its groups. In: plain text. Out: runs with at least five digits. */
export function digitRuns(text: string): DigitGroup[][] {
  const runs: DigitGroup[][] = [];
  for (const m of text.matchAll(run)) {
    const groups: DigitGroup[] = [];
    let count = 0;
    let from = m.index;
    for (const g of m[0].matchAll(/\d+/g)) {
      const start = m.index + g.index;
      groups.push({ digits: g[0], start, end: start + g[0].length, gap: text.slice(from, start) });
      from = start + g[0].length;
      count += g[0].length;
    }
    if (count >= 5) runs.push(groups);
  }
  return runs;
}

const dates = [
  /^(?:19|20)\d\d\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{1,2}(?!\d)/,
  /^\d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?(?:(?:19|20)\d\d|\d\d)(?!\d|\s?[-/.]\d)/,
  /^(?:19|20)\d\d(?:0\d|1[0-2])(?:[0-2]\d|3[01])(?!\d)/,
  /^(?:19|20)\d\d\s?[-–/]\s?(?:19|20)\d\d(?!\d|\s?[-–./]\s?\d)/,
  /^[012]?\d[.][0-5]0\s?[-–]\s?[012]?\d[.][0-5]\d(?!\d)/,
  /^\d{1,3}\.\d{3}(?:\.\d{3})+(?![\d.-])/,
  /^\d{1,3}\.\d{5,}(?!\d)/,
];

/** Length of a date, span of years or hours, or grouped amount at the head of a text; 0 if none. */
export function dateLength(text: string): number {
  for (const pattern of dates) {
    const m = pattern.exec(text);
    if (m) return m[0].length;
  }
  return 0;
}
