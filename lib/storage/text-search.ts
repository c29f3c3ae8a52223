import type { Lead } from '../domain/schema/lead.ts';
import { createPackedTexts, isSavedTexts, type SavedTexts } from './packed-texts.ts';
import { type Needle, needlesOf, searchDigits, searchText } from './search-text.ts';

export type SavedText = { texts: SavedTexts; digits: SavedTexts };

/** So few candidates are looked at one by one. */
const few = 2000;

/**
 * What is typed, looked for in the texts and numbers of all leads. Each word of a text begins with a capital instead of the
 * space before it: so a word's beginning is one rare letter, which is found ten times as fast. Who types on looks only
 * through what was found before. In: what `save` gave before.
 */
export function createTextSearch(saved?: SavedText) {
  const texts = createPackedTexts(saved?.texts);
  const digits = createPackedTexts(saved?.digits);
  let last: { needles: Needle[]; found: Uint8Array; count: number } | undefined;
  /** Marks that nobody holds any more. */
  const free: Uint8Array[] = [];

  const isIn = (slot: number, needle: Needle): boolean => {
    const [text, number] = [texts.get(slot), digits.get(slot)];
    return needle.text.some((part) => text.includes(part)) || needle.digits.some((part) => number.includes(part));
  };

  /** Those of the marked slots, or of all, that have the needle. */
  const narrowed = (marks: Uint8Array | undefined, needle: Needle, slots: number): Uint8Array => {
    const known = free.pop();
    const found = known?.length === slots ? known.fill(0) : new Uint8Array(slots);
    if (marks && countOf(marks) <= few) {
      for (let slot = marks.indexOf(1); slot >= 0; slot = marks.indexOf(1, slot + 1))
        if (isIn(slot, needle)) found[slot] = 1;
      return found;
    }
    texts.find(needle.text, found);
    digits.find(needle.digits, found);
    if (marks) for (let slot = 0; slot < slots; slot++) found[slot] = (found[slot] as number) & (marks[slot] as number);
    return found;
  };

  return {
    put(slot: number, lead: Lead): void {
      texts.set(slot, capitals(searchText(lead)));
      digits.set(slot, searchDigits(lead));
      last = undefined;
    },
    /** A mark for each slot whose lead has all that was typed; undefined where nothing is looked for. In: what was typed, how many slots there are. */
    search(typed: string, slots: number): Uint8Array | undefined {
      const needles = needlesOf(typed).map(({ text, digits: numbers }) => ({
        text: text.map(capitals),
        digits: numbers,
      }));
      if (needles.length === 0) return undefined;
      const before = last?.count === slots && last.needles.every((old) => needles.some((one) => implies(one, old)));
      let marks = before ? last?.found : undefined;
      for (const needle of needles) {
        const isKnown = before && last?.needles.some((old) => JSON.stringify(old) === JSON.stringify(needle));
        if (isKnown) continue;
        const found = narrowed(marks, needle, slots);
        if (marks && marks !== last?.found) free.push(marks);
        marks = found;
      }
      const found = marks ?? new Uint8Array(slots);
      if (last && last.found !== found) free.push(last.found);
      last = { needles, found, count: slots };
      return found;
    },
    save: (): SavedText => ({ texts: texts.save(), digits: digits.save() }),
  };
}

export function isSavedText(value: unknown): value is SavedText {
  const { texts, digits } = (value ?? {}) as Record<string, unknown>;
  return isSavedTexts(texts) && isSavedTexts(digits);
}

/** Folded text has no capitals of its own. */
const capitals = (text: string): string =>
  text.replace(/ [a-z]/g, (start) => String.fromCharCode(start.charCodeAt(1) - 32));

function countOf(marks: Uint8Array): number {
  let count = 0;
  for (const mark of marks) count += mark;
  return count;
}

/** Whether whatever has the one needle has the other as well. */
const implies = (one: Needle, other: Needle): boolean =>
  one.text.every((part) => other.text.some((old) => part.includes(old))) &&
  one.digits.every((part) => other.digits.some((old) => part.includes(old)));
