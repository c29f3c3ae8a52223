import { fold } from '../domain/normalize/fold.ts';

const collator = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true });

/** A text as it is sorted: without case and accents, `Firm 9` before `Firm 10`. */
function sortKey(text: string): string {
  const key = fold(text);
  return /\d/.test(key) ? key.replace(/\d+/g, (digits) => digits.padStart(10, '0')) : key;
}

const isPlain = (key: string): boolean => !/[^ -~]/.test(key);

/** Comparing by language costs ten times as much as by letters: only what has no plain letters is, and stands behind the others. */
function compareWords(a: string, b: string): number {
  const [x, y] = [sortKey(a), sortKey(b)];
  const [plainX, plainY] = [isPlain(x), isPlain(y)];
  if (plainX && plainY) return x < y ? -1 : x > y ? 1 : 0;
  if (plainX !== plainY) return plainX ? -1 : 1;
  return collator.compare(a, b);
}

/** Puts texts in the order in which people look for them: each is made ready once. In: texts, none twice. */
export function sortWords(texts: readonly string[]): string[] {
  const keys = texts.map(sortKey);
  const keyAt = (at: number): string => keys[at] as string;
  // Places instead of an object for each: a long column would fill the memory with them.
  const places = Uint32Array.from(texts.keys());
  const plain = places.filter((at) => isPlain(keyAt(at)));
  const others = places.filter((at) => !isPlain(keyAt(at)));
  plain.sort((a, b) => (keyAt(a) < keyAt(b) ? -1 : keyAt(a) > keyAt(b) ? 1 : a - b));
  others.sort((a, b) => collator.compare(texts[a] as string, texts[b] as string) || a - b);
  return Array.from([...plain, ...others], (at) => texts[at] as string);
}

/** Where a text is among sorted ones, or where it belongs. In: texts as `sortWords` gives them, the text. */
export function placeOfWord(sorted: readonly string[], text: string): { at: number; isThere: boolean } {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareWords(sorted[middle] ?? '', text) < 0) low = middle + 1;
    else high = middle;
  }
  // Texts that count as the same stand beside each other.
  for (let at = low; at < sorted.length; at++) {
    const other = sorted[at] ?? '';
    if (other === text) return { at, isThere: true };
    if (compareWords(other, text) !== 0) return { at, isThere: false };
  }
  return { at: sorted.length, isThere: false };
}
