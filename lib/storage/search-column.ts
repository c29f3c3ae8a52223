import { fold } from '../domain/normalize/fold.ts';
import type { KeyColumn, KeyValue, KeyWorld } from './search-columns.ts';

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

/** Puts many texts in order: each is made ready once. */
function sortWords(texts: string[]): string[] {
  const keyed = texts.map((text) => ({ text, key: sortKey(text) }));
  const plain = keyed.filter(({ key }) => isPlain(key));
  const others = keyed.filter(({ key }) => !isPlain(key));
  plain.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  others.sort((a, b) => collator.compare(a.text, b.text));
  return [...plain, ...others].map(({ text }) => text);
}

/** The rank of what is empty: behind everything, whichever way it is sorted. */
export const noRank = 0;

/**
 * One column over all leads, by their slots: what each has, and from the first time that it is sorted by, its rank among
 * all. In: what the column is, what its values depend on.
 */
export function createColumn(spec: KeyColumn, world: KeyWorld) {
  const values: KeyValue[] = [];
  /** Equal texts are kept once. */
  const kept = spec.as === 'choice' || spec.as === 'many' ? new Map<KeyValue, KeyValue>() : undefined;
  /** Rank by value, from 1, once it was asked for; `sorted` are the texts in their order. */
  let byValue: Map<KeyValue, number> | undefined;
  let sorted: string[] = [];
  let ranks = new Uint32Array(0);
  const changed = new Set<number>();

  /** What is worked out of a value, once for each that differs. */
  const derived = new Map<KeyValue, KeyValue>();

  const valueAt = (slot: number): KeyValue => {
    const value = values[slot] ?? '';
    if (!spec.derive || value === '') return value;
    let known = derived.get(value);
    if (known === undefined) {
      known = spec.derive(String(value));
      derived.set(value, known);
    }
    return known;
  };

  const measure = (value: KeyValue): KeyValue =>
    value === '' || !spec.place ? value : spec.place(String(value), world);

  /** Ranks of numbers: those that values are or stand for. */
  const rankNumbers = (unique: KeyValue[]): Map<KeyValue, number> => {
    const numbers = new Map<KeyValue, number>();
    for (const value of unique) {
      const number = measure(value);
      if (typeof number === 'number') numbers.set(value, number);
    }
    const steps = Float64Array.from(new Set(numbers.values())).sort();
    const places = new Map<number, number>();
    steps.forEach((number, at) => {
      places.set(number, at + 1);
    });
    return new Map([...numbers].map(([value, number]) => [value, places.get(number) ?? noRank]));
  };

  const rankWords = (): void => {
    byValue = new Map(sorted.map((text, at) => [text, at + 1]));
  };

  const isNumeric = spec.place !== undefined || spec.as === 'number' || spec.as === 'date';

  const rankAll = (): void => {
    const all = new Set<KeyValue>();
    for (let slot = 0; slot < values.length; slot++) all.add(valueAt(slot));
    all.delete('');
    const unique = [...all];
    if (isNumeric) byValue = rankNumbers(unique);
    else {
      sorted = sortWords(unique.map(String));
      rankWords();
    }
    fill();
  };

  const fill = (): void => {
    ranks = new Uint32Array(values.length);
    for (let slot = 0; slot < values.length; slot++) {
      const value = valueAt(slot);
      if (value !== '') ranks[slot] = byValue?.get(isNumeric ? value : String(value)) ?? noRank;
    }
    changed.clear();
  };

  /** Takes in what changed since: a new text is put where it belongs, all others keep their order. */
  const mend = (): void => {
    const fresh = new Set<string>();
    for (const slot of changed) {
      const value = valueAt(slot);
      if (value !== '' && !byValue?.has(isNumeric ? value : String(value))) fresh.add(String(value));
    }
    if (fresh.size > 0) {
      if (isNumeric || fresh.size > 500) rankAll();
      else {
        for (const text of fresh) sorted.splice(placeIn(sorted, text), 0, text);
        rankWords();
        fill();
      }
      return;
    }
    if (ranks.length < values.length) {
      const longer = new Uint32Array(values.length);
      longer.set(ranks);
      ranks = longer;
    }
    for (const slot of changed) {
      const value = valueAt(slot);
      ranks[slot] = value === '' ? noRank : (byValue?.get(isNumeric ? value : String(value)) ?? noRank);
    }
    changed.clear();
  };

  return {
    spec,
    /** What a lead has: '' where nothing. */
    valueAt,
    /** What a value is measured by: a number where it stands for one. */
    measure,
    set(slot: number, value: KeyValue): void {
      if (values[slot] === value) return;
      const same = kept?.get(value) ?? value;
      kept?.set(same, same);
      while (values.length < slot) values.push('');
      values[slot] = same;
      if (byValue) changed.add(slot);
    },
    /** The rank of each slot, 0 for empty ones. */
    ranks(): Uint32Array {
      if (!byValue) rankAll();
      else if (changed.size > 0 || ranks.length < values.length) mend();
      return ranks;
    },
  };
}
export type Column = ReturnType<typeof createColumn>;

function placeIn(sorted: readonly string[], text: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareWords(sorted[middle] ?? '', text) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
