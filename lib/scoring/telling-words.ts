import { latinForms } from '../domain/lexicon/company-words.ts';
import { givenNames } from '../domain/lexicon/given-names.ts';
import { fold } from '../domain/normalize/fold.ts';
import type { ScoreInput } from './input.ts';

/** Words that stand in names of firms of every kind. */
const empty = new Set(
  `and the for of und der die das für von mit des group gruppe holding international global deutschland germany china europe
   company gesellschaft limited services service solutions solution systems system www http https com net
   technology technologies partner partners sons söhne
   有限 公司 有限公司 集团 股份 责任 中国 科技 技术 国际 上海 北京 深圳 广州 广东 浙江 江苏`.split(/\s+/),
);

const stemLength = 7;

/** A word by its beginning, so that `Maschinenbau` and `Maschinenfabrik` speak for the same. */
const stemOf = (word: string) => (word.length > stemLength + 2 ? word.slice(0, stemLength) : word);

/** The words of a text that can tell a line of business: Latin words by their stem, Chinese in pairs of characters. */
export function wordsOf(text: string): Set<string> {
  const folded = fold(text.replace(latinForms, ' ').slice(0, 500));
  const words = new Set<string>();
  for (const word of folded.match(/\p{Script=Latin}{4,}/gu) ?? [])
    if (!empty.has(word) && !givenNames.has(word)) words.add(stemOf(word));
  for (const run of folded.match(/\p{Script=Han}+/gu) ?? [])
    for (let at = 0; at + 2 <= run.length; at++) {
      const pair = run.slice(at, at + 2);
      if (!empty.has(pair) && !/[省市区县镇的和与及]|公司|有限|股份|责任/u.test(pair)) words.add(pair);
    }
  return words;
}

function wordsOfLead({ lead, company }: ScoreInput): Set<string> {
  const firm = lead.kind === 'company' ? lead : company;
  return wordsOf([firm?.name, firm?.industry, firm?.products, firm?.scope].filter(Boolean).join(' '));
}

const most = 6;

/**
 * Words that stand with several of one side and few of the other. In: good and bad examples. Out: for each side the words
 * that speak for it, the most telling first, none that stands in another of the list.
 */
export function tellingWords(good: readonly ScoreInput[], bad: readonly ScoreInput[]) {
  const goodWords = good.map(wordsOfLead);
  const badWords = bad.map(wordsOfLead);
  const all = new Set([...goodWords, ...badWords].flatMap((words) => [...words]));
  const scored = [...all].map((word) => {
    const g = goodWords.filter((words) => words.has(word)).length;
    const b = badWords.filter((words) => words.has(word)).length;
    return { word, g, b, balance: g / Math.max(1, good.length) - b / Math.max(1, bad.length) };
  });
  const pick = (sign: 1 | -1) => {
    const side = sign > 0 ? ('g' as const) : ('b' as const);
    const other = sign > 0 ? ('b' as const) : ('g' as const);
    return scored
      .filter((one) => one[side] >= 2 && one.balance * sign >= 0.15 && one[side] >= one[other] * 2)
      .toSorted((a, b) => sign * (b.balance - a.balance) || b.word.length - a.word.length || (a.word < b.word ? -1 : 1))
      .map(({ word }) => word)
      .filter((word, at, list) => !list.slice(0, at).some((better) => word.includes(better) || better.includes(word)))
      .slice(0, most);
  };
  return { forGood: pick(1), forBad: pick(-1) };
}
