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

/**
 * Ranks texts in the order in which people look for them, from 1; 0 is empty. Places instead of an object for each: a long
 * column would fill the memory with them. In: how many there are, the text at a place. Out: the ranks; `inOrder`, what each
 * rank stands for.
 */
export function rankWords(
  count: number,
  textAt: (at: number) => string,
): { ranks: Uint32Array; inOrder: () => string[] } {
  const keys: string[] = [];
  const plain: number[] = [];
  const others: number[] = [];
  for (let at = 0; at < count; at++) {
    const text = textAt(at);
    const key = sortKey(text);
    keys.push(key);
    if (text !== '') (isPlain(key) ? plain : others).push(at);
  }
  const keyAt = (at: number): string => keys[at] as string;
  plain.sort((a, b) => (keyAt(a) < keyAt(b) ? -1 : keyAt(a) > keyAt(b) ? 1 : 0));
  others.sort((a, b) => collator.compare(textAt(a), textAt(b)));
  const isSame = (a: number, b: number): boolean =>
    isPlain(keyAt(a)) ? keyAt(a) === keyAt(b) : !isPlain(keyAt(b)) && collator.compare(textAt(a), textAt(b)) === 0;

  const ranks = new Uint32Array(count);
  /** The first place of each rank. */
  const firsts: number[] = [];
  for (const order of [plain, others])
    for (let from = 0, to = 0; from < order.length; from = to) {
      // Texts that count as the same stand beside each other, and each has a rank of its own.
      const known = new Map<string, number>();
      for (to = from; to < order.length && isSame(order[from] as number, order[to] as number); to++) {
        const at = order[to] as number;
        const rank = known.get(textAt(at)) ?? firsts.push(at);
        known.set(textAt(at), rank);
        ranks[at] = rank;
      }
    }
  return { ranks, inOrder: () => firsts.map(textAt) };
}

/** Where a text is among sorted ones, or where it belongs. In: texts as `rankWords` puts them in order, the text. */
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
