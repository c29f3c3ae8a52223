import { createPackedTexts, isSavedTexts, type SavedTexts } from './packed-texts.ts';
import type { KeyColumn, KeyValue } from './search-columns.ts';

/** The values of one column as they are kept. */
export type SavedValues =
  | { as: 'codes'; values: KeyValue[]; codes: Uint32Array }
  | { as: 'numbers'; numbers: Float64Array }
  | { as: 'texts'; texts: SavedTexts };

/** The values of a column by slot; '' where there is none. */
export type ColumnValues = {
  at(slot: number): KeyValue;
  set(slot: number, value: KeyValue): void;
  /** Where values are few: the values, the first of them '', and the number of each slot's among them. */
  coded?: { values: readonly KeyValue[]; codeAt(slot: number): number };
  save(count: number): SavedValues;
};

/** How the values of a column are held: numbers as numbers, values that many leads share once each, texts packed. */
export function createColumnValues({ as, place }: KeyColumn, saved?: SavedValues): ColumnValues {
  if ((as === 'number' || as === 'date') && !place) return numberValues(saved);
  return as === 'text' ? textValues(saved) : codedValues(saved);
}

/** A longer copy once a slot lies beyond the end. */
const roomFor = (slot: number): number => Math.max(1024, 1 << (32 - Math.clz32(slot)));

function numberValues(saved?: SavedValues): ColumnValues {
  let numbers = saved?.as === 'numbers' ? saved.numbers : new Float64Array();
  const grow = (slot: number): void => {
    const longer = new Float64Array(roomFor(slot)).fill(Number.NaN);
    longer.set(numbers);
    numbers = longer;
  };
  return {
    at(slot) {
      const number = numbers[slot] ?? Number.NaN;
      return Number.isNaN(number) ? '' : number;
    },
    set(slot, value) {
      const number = typeof value === 'number' ? value : Number.NaN;
      if (slot >= numbers.length) {
        // Most leads have nothing in most columns.
        if (Number.isNaN(number)) return;
        grow(slot);
      }
      numbers[slot] = number;
    },
    save: (count) => ({ as: 'numbers', numbers: numbers.slice(0, count) }),
  };
}

function codedValues(saved?: SavedValues): ColumnValues {
  const kept = saved?.as === 'codes' ? saved : undefined;
  const values: KeyValue[] = kept?.values ?? [''];
  let codes = kept?.codes ?? new Uint32Array();
  const byValue = new Map(values.map((value, code) => [value, code]));
  const codeAt = (slot: number): number => codes[slot] ?? 0;
  return {
    at: (slot) => values[codeAt(slot)] ?? '',
    set(slot, value) {
      let code = byValue.get(value);
      if (code === undefined) {
        code = values.length;
        values.push(value);
        byValue.set(value, code);
      }
      if (slot >= codes.length) {
        if (code === 0) return;
        const longer = new Uint32Array(roomFor(slot));
        longer.set(codes);
        codes = longer;
      }
      codes[slot] = code;
    },
    coded: { values, codeAt },
    save: (count) => ({ as: 'codes', values, codes: codes.slice(0, count) }),
  };
}

function textValues(saved?: SavedValues): ColumnValues {
  const texts = createPackedTexts(saved?.as === 'texts' ? saved.texts : undefined);
  return {
    at: texts.get,
    set: (slot, value) => texts.set(slot, String(value)),
    save: () => ({ as: 'texts', texts: texts.save() }),
  };
}

/** Whether something read from the disk holds the values of such a column. */
export function isSavedValues({ as, place }: KeyColumn, value: unknown): value is SavedValues {
  const saved = (value ?? {}) as Record<string, unknown>;
  if ((as === 'number' || as === 'date') && !place)
    return saved.as === 'numbers' && saved.numbers instanceof Float64Array;
  if (as === 'text') return saved.as === 'texts' && isSavedTexts(saved.texts);
  const { values, codes } = saved;
  if (saved.as !== 'codes' || !Array.isArray(values) || values[0] !== '' || !(codes instanceof Uint32Array))
    return false;
  return values.every(isKey) && codes.every((code) => code < values.length);
}

const isKey = (value: unknown): boolean => typeof value === 'string' || typeof value === 'number';
