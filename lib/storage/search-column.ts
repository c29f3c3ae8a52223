import { createColumnValues, type SavedValues } from './column-values.ts';
import type { KeyColumn, KeyValue, KeyWorld } from './search-columns.ts';
import { placeOfWord, rankWords } from './search-words.ts';

/** Changes beyond this many are ranked with all others anew. */
const mostOneByOne = 500;

/**
 * One column over all leads, by their slots: what each has, and from the first time that it is sorted by, its rank among
 * all, from 1; 0 is empty. In: what the column is, what its values depend on, its values as they were kept.
 */
export function createColumn(spec: KeyColumn, world: KeyWorld, saved?: SavedValues) {
  const values = createColumnValues(spec, saved);
  const { coded } = values;
  /** What is worked out of a value, once for each that differs. */
  const derived = new Map<KeyValue, KeyValue>();
  let ranks: Uint32Array | undefined;
  /** Of words that are edited: the texts in their order. A text's rank is its place and one. */
  let sorted: string[] | undefined;
  const changed = new Set<number>();
  const isMeasured = spec.place !== undefined || spec.as === 'number' || spec.as === 'date';
  /** An own field holds numbers alone, or something was a text. */
  let hasText = !isMeasured && (!coded || coded.values.some((value) => typeof value === 'string' && value !== ''));

  const derive = (value: KeyValue): KeyValue => {
    if (!spec.derive || value === '') return value;
    let known = derived.get(value);
    if (known === undefined) {
      known = spec.derive(String(value));
      derived.set(value, known);
    }
    return known;
  };
  const valueAt = (slot: number): KeyValue => derive(values.at(slot));

  const places = new Map<KeyValue, KeyValue>();
  const measure = (value: KeyValue): KeyValue => {
    if (value === '' || !spec.place) return value;
    let known = places.get(value);
    if (known === undefined) {
      known = spec.place(String(value), world);
      places.set(value, known);
    }
    return known;
  };

  const rankNumbers = (all: number): Uint32Array => {
    const numbers = new Float64Array(all);
    for (let slot = 0; slot < all; slot++) {
      const number = measure(valueAt(slot));
      numbers[slot] = typeof number === 'number' ? number : Number.NaN;
    }
    // NaN comes last.
    const steps = numbers.toSorted();
    let count = 0;
    for (let at = 0; at < steps.length; at++) {
      const number = steps[at] as number;
      if (Number.isNaN(number)) break;
      if (count === 0 || number !== steps[count - 1]) {
        steps[count] = number;
        count += 1;
      }
    }
    const ranked = new Uint32Array(all);
    for (let slot = 0; slot < ranked.length; slot++)
      ranked[slot] = placeOfNumber(steps, count, numbers[slot] as number);
    return ranked;
  };

  const rankTexts = (all: number, isEdited: boolean): Uint32Array => {
    const at = coded
      ? (code: number) => String(derive(coded.values[code] ?? ''))
      : (slot: number) => String(values.at(slot));
    const { ranks: ranked, inOrder } = rankWords(coded ? coded.values.length : all, at);
    // Only who edits needs them again.
    sorted = isEdited ? inOrder() : undefined;
    if (!coded) return ranked;
    const bySlot = new Uint32Array(all);
    for (let slot = 0; slot < all; slot++) bySlot[slot] = ranked[coded.codeAt(slot)] ?? 0;
    return bySlot;
  };

  /** Takes in what changed since: a new text is put where it belongs, all others keep their order. */
  const mendWords = (before: Uint32Array, all: number, sorted: string[]): Uint32Array => {
    const mended = new Uint32Array(all);
    mended.set(before);
    for (const slot of changed) {
      const text = String(valueAt(slot));
      if (text === '') {
        mended[slot] = 0;
        continue;
      }
      const { at, isThere } = placeOfWord(sorted, text);
      if (!isThere) {
        sorted.splice(at, 0, text);
        for (let other = 0; other < mended.length; other++) {
          const rank = mended[other] as number;
          if (rank > at) mended[other] = rank + 1;
        }
      }
      mended[slot] = at + 1;
    }
    return mended;
  };

  /** How many leads have each value. In: their slots. */
  const counts = (slots: Uint32Array): Map<KeyValue, number> => {
    const found = new Map<KeyValue, number>();
    const add = (value: KeyValue, count: number): void => {
      if (value !== '') found.set(value, (found.get(value) ?? 0) + count);
    };
    if (coded) {
      const tally = new Uint32Array(coded.values.length);
      for (let at = 0; at < slots.length; at++) {
        const code = coded.codeAt(slots[at] as number);
        tally[code] = (tally[code] as number) + 1;
      }
      for (const [code, count] of tally.entries()) if (count > 0) add(derive(coded.values[code] ?? ''), count);
    } else for (let at = 0; at < slots.length; at++) add(valueAt(slots[at] as number), 1);
    return found;
  };

  return {
    spec,
    /** What a lead has: '' where nothing. */
    valueAt,
    counts,
    /** What a value is measured by: a number where it stands for one. */
    measure,
    set(slot: number, value: KeyValue): void {
      // Most leads have nothing in most columns.
      if (values.at(slot) === value) return;
      hasText ||= typeof value === 'string' && value !== '';
      values.set(slot, value);
      if (ranks) changed.add(slot);
    },
    /** The rank of each slot, 0 for empty ones. In: how many slots there are. */
    ranks(count: number): Uint32Array {
      if (ranks?.length === count && changed.size === 0) return ranks;
      if (isMeasured || !hasText) ranks = rankNumbers(count);
      else if (ranks && sorted && changed.size <= mostOneByOne) ranks = mendWords(ranks, count, sorted);
      else ranks = rankTexts(count, ranks !== undefined);
      changed.clear();
      return ranks;
    },
    /** Its values, for being kept. In: how many slots there are. */
    save: (count: number): SavedValues => values.save(count),
  };
}
export type Column = ReturnType<typeof createColumn>;

/** The place of a number among the first `count` ascending ones, from 1; 0 for none. */
function placeOfNumber(steps: Float64Array, count: number, number: number): number {
  if (Number.isNaN(number)) return 0;
  let [low, high] = [0, count - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((steps[middle] as number) < number) low = middle + 1;
    else high = middle;
  }
  return low + 1;
}
