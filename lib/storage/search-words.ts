import { fold } from '../domain/normalize/fold.ts';

const collator = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true });

/** Runs of digits are as long as this, so that `Firm 9` comes before `Firm 10`. */
const digitWidth = 10;

/** A text as it is sorted: without case and accents, `Firm 9` before `Firm 10`. */
function sortKey(text: string): string {
  const key = fold(text);
  return /\d/.test(key) ? key.replace(/\d+/g, (digits) => digits.padStart(digitWidth, '0')) : key;
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

const [zero, nine, upperA, upperZ] = [0x30, 0x39, 0x41, 0x5a];

/**
 * Sort keys of plain letters, one behind the other as bytes. As strings, 100,000 of them would outlive every small collection,
 * and a worker keeps the room that those were given: 50 MB more after three columns.
 */
function createKeys(count: number) {
  let bytes = new Uint8Array(count * 24);
  const ends = new Uint32Array(count);
  const starts = new Uint32Array(count);
  /** The first six bytes as one number, which settles most comparisons. */
  const heads = new Float64Array(count);
  let end = 0;

  const room = (more: number): void => {
    if (end + more > bytes.length)
      bytes = new Uint8Array(bytes.buffer.transfer(Math.max(bytes.length * 2, end + more)));
  };
  const restOf = (a: number, b: number): number => {
    const fromA = starts[a] as number;
    const fromB = starts[b] as number;
    const longA = (ends[a] as number) - fromA;
    const longB = (ends[b] as number) - fromB;
    const both = Math.min(longA, longB);
    for (let at = 6; at < both; at++) {
      const by = (bytes[fromA + at] as number) - (bytes[fromB + at] as number);
      if (by !== 0) return by;
    }
    return longA - longB;
  };

  return {
    /** Takes in a text of plain letters. */
    put(at: number, text: string): void {
      // At worst every other letter is a digit that needs nine more before it.
      room(text.length * digitWidth);
      starts[at] = end;
      for (let from = 0; from < text.length; from++) {
        const code = text.charCodeAt(from);
        if (code >= zero && code <= nine) {
          let to = from + 1;
          while (to < text.length && text.charCodeAt(to) >= zero && text.charCodeAt(to) <= nine) to++;
          for (let pad = to - from; pad < digitWidth; pad++) bytes[end++] = zero;
          for (; from < to; from++) bytes[end++] = text.charCodeAt(from);
          from--;
        } else bytes[end++] = code >= upperA && code <= upperZ ? code + 32 : code;
      }
      ends[at] = end;
      let head = 0;
      for (let place = starts[at] as number, to = place + 6; place < to; place++)
        head = head * 256 + (place < end ? (bytes[place] as number) : 0);
      heads[at] = head;
    },
    // Steps of one: a difference of such numbers would be an object for each comparison.
    compare(a: number, b: number): number {
      const headA = heads[a] as number;
      const headB = heads[b] as number;
      return headA < headB ? -1 : headA > headB ? 1 : restOf(a, b);
    },
    /** Gives the memory back at once: what lies outside the heap hastens no collection. */
    free(): void {
      for (const part of [bytes, starts, ends, heads]) part.buffer.transfer(0);
    },
  };
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
  const keys = createKeys(count);
  const plain = new Uint32Array(count);
  let plainCount = 0;
  const others: number[] = [];
  for (let at = 0; at < count; at++) {
    const text = textAt(at);
    if (text === '') continue;
    const folded = isPlain(text) ? text : fold(text);
    if (isPlain(folded)) {
      keys.put(at, folded);
      plain[plainCount++] = at;
    } else others.push(at);
  }
  const byLanguage = (a: number, b: number): number => collator.compare(textAt(a), textAt(b));
  others.sort(byLanguage);

  const ranks = new Uint32Array(count);
  /** The first place of each rank. */
  const firsts = new Uint32Array(count);
  let ranked = 0;
  const rankAll = (order: ArrayLike<number>, compare: (a: number, b: number) => number): void => {
    for (let from = 0, to = 0; from < order.length; from = to) {
      const first = order[from] as number;
      to = from + 1;
      while (to < order.length && compare(first, order[to] as number) === 0) to++;
      // Texts that count as the same stand beside each other, and each has a rank of its own.
      const known = to - from > 1 ? new Map<string, number>() : undefined;
      for (let place = from; place < to; place++) {
        const at = order[place] as number;
        let rank = known?.get(textAt(at));
        if (rank === undefined) {
          firsts[ranked++] = at;
          rank = ranked;
          known?.set(textAt(at), rank);
        }
        ranks[at] = rank;
      }
    }
  };
  rankAll(plain.subarray(0, plainCount).sort(keys.compare), keys.compare);
  keys.free();
  rankAll(others, byLanguage);
  return { ranks, inOrder: () => Array.from(firsts.subarray(0, ranked), textAt) };
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
