const cyrillic: Record<string, string> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ґ: 'g',
  д: 'd',
  е: 'e',
  є: 'ie',
  ж: 'zh',
  з: 'z',
  и: 'i',
  і: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
};
const greek: Record<string, string> = {
  α: 'a',
  β: 'v',
  γ: 'g',
  δ: 'd',
  ε: 'e',
  ζ: 'z',
  η: 'i',
  θ: 'th',
  ι: 'i',
  κ: 'k',
  λ: 'l',
  μ: 'm',
  ν: 'n',
  ξ: 'x',
  ο: 'o',
  π: 'p',
  ρ: 'r',
  σ: 's',
  ς: 's',
  τ: 't',
  υ: 'y',
  φ: 'f',
  χ: 'ch',
  ψ: 'ps',
  ω: 'o',
};
const letters: Record<string, string> = { ...cyrillic, ...greek };

/** Whether a text has letters that `toLatin` writes in Latin ones. */
export const isTransliterable = (text: string): boolean => /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(text);

/** A folded Cyrillic or Greek text in Latin letters; other letters stay. */
export const toLatin = (folded: string): string => [...folded].map((letter) => letters[letter] ?? letter).join('');

/** The same few thousand names come again and again. */
const skeletons = new Map<string, string>();
const mostSkeletons = 50_000;

/** What is left of a Latin word once the usual ways of writing it are one: Juri, Yury, Iouri; Ivanov, Iwanow, Ivanoff. In: a folded word. */
export function skeletonOfWord(word: string): string {
  const known = skeletons.get(word);
  if (known !== undefined) return known;
  if (skeletons.size > mostSkeletons) skeletons.clear();
  const skeleton = word
    .replace(/off$|ow$/, 'ov')
    .replace(/schtsch|stsch|shch|szcz/g, 'q')
    .replace(/tsch|tch|cz/g, 'ch')
    .replace(/sch/g, 'sh')
    .replace(/kh|ch(?=[^aeiou])/g, 'h')
    .replace(/w/g, 'v')
    .replace(/ks/g, 'x')
    .replace(/ph/g, 'f')
    .replace(/(?:iy|ij|yi|ji|yj|y|j)/g, 'i')
    .replace(/i+/g, 'i')
    .replace(/ie/g, 'e')
    .replace(/iou/g, 'iu')
    .replace(/ou/g, 'u')
    .replace(/(.)\1/g, '$1')
    .replace(/i$/, '');
  skeletons.set(word, skeleton);
  return skeleton;
}
