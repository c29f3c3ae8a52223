import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../lib/domain/normalize/fold.ts';
import { type Lead, lead as leadSchema } from '../../../lib/domain/schema/lead.ts';
import { createPackedTexts, isSavedTexts } from '../../../lib/storage/packed-texts.ts';
import { needlesOf, searchDigits, searchText } from '../../../lib/storage/search-text.ts';
import { createTextSearch } from '../../../lib/storage/text-search.ts';

const someText = fc.oneof(fc.constant(''), fc.stringMatching(/^[ab ]{0,6}$/), fc.stringMatching(/^[äb王0]{1,4}$/));

describe('packed texts', () => {
  it('are what was set last, found by their parts, the same after they were kept', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 20_000 }), someText), { maxLength: 40 }),
        fc.array(fc.stringMatching(/^[ab王]{1,2}$/), { maxLength: 2 }),
        (sets, parts) => {
          let texts = createPackedTexts();
          const plain: string[] = new Array(20_100).fill('');
          for (const [at, [slot, text]] of sets.entries()) {
            texts.set(slot, text);
            plain[slot] = text;
            if (at % 9 === 8) texts = createPackedTexts(structuredClone(texts.save()));
          }
          const found = new Uint8Array(plain.length);
          texts.find(parts, found);
          for (const [slot, text] of plain.entries()) {
            if (text !== texts.get(slot)) return false;
            if ((found[slot] === 1) !== parts.some((part) => text.includes(part))) return false;
          }
          return isSavedTexts(structuredClone(texts.save()));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('are what was set last, however many were set', () => {
    const texts = createPackedTexts();
    const count = 20_000;
    const textOf = (slot: number, round: number) => (slot % 7 === 0 ? `王${slot}.${round}` : `a${slot}.${round}`);
    for (let slot = 0; slot < count; slot++) texts.set(slot, textOf(slot, 0));
    // Every third anew, from the end, some of them in letters of another kind.
    for (let slot = count - 1; slot >= 0; slot -= 3) texts.set(slot, textOf(slot + 1, 1));
    const found = new Uint8Array(count);
    texts.find(['.1'], found);
    for (let slot = 0; slot < count; slot++) {
      const isAnew = (count - 1 - slot) % 3 === 0;
      expect(texts.get(slot)).toBe(isAnew ? textOf(slot + 1, 1) : textOf(slot, 0));
      expect(found[slot]).toBe(isAnew ? 1 : 0);
    }
  });

  it('are not taken for whole where something is missing', () => {
    const texts = createPackedTexts();
    texts.set(3, 'petersen');
    const saved = texts.save();
    const [chunk] = saved.narrow;
    expect(isSavedTexts(saved)).toBe(true);
    expect(isSavedTexts({ ...saved, narrow: [{ text: chunk?.text.slice(1), ends: chunk?.ends }] })).toBe(false);
    expect(isSavedTexts({ ...saved, narrow: [{ text: chunk?.text, ends: chunk?.ends.slice(1) }] })).toBe(false);
    expect(isSavedTexts({ narrow: saved.narrow })).toBe(false);
    expect(isSavedTexts(undefined)).toBe(false);
  });
});

const word = fc.constantFrom(
  'Petersen',
  'peter',
  'Groß',
  '小明',
  '北京abc',
  '555',
  '0120',
  'x-1',
  'a',
  '12ab',
  'Édith',
  'ИВАН',
);
const phrase = fc.array(word, { maxLength: 4 }).map((words) => words.join(' '));
const someLead = fc.record({ name: phrase, note: phrase, number: fc.constantFrom('', '+46315550120', '555 01') }).map(
  ({ name, note, number }): Lead =>
    leadSchema.parse({
      kind: 'person',
      id: '00000000-0000-4000-8000-000000000001',
      createdAt: 1,
      updatedAt: 1,
      ...(name && { name }),
      ...(note && { note }),
      ...(number && { phones: [{ text: number, kind: 'work', ...(number[0] === '+' && { e164: number }) }] }),
    }),
);

/** As it is meant: all needles, each in the words or the numbers. */
function isMeant(lead: Lead, typed: string): boolean {
  const [text, digits] = [searchText(lead), searchDigits(lead)];
  return needlesOf(typed).every(
    (needle) => needle.text.some((part) => text.includes(part)) || needle.digits.some((part) => digits.includes(part)),
  );
}

describe('what is typed', () => {
  it('finds what has all of it, letter by letter as at once, the words set anew too', () => {
    fc.assert(
      fc.property(fc.array(someLead, { maxLength: 12 }), phrase, fc.nat(11), (leads, typed, changed) => {
        const search = createTextSearch();
        for (const [slot, lead] of leads.entries()) search.put(slot, lead);
        for (let end = 1; end <= typed.length; end++) {
          if (end === 3 && changed < leads.length) search.put(changed, leads[changed] as Lead);
          const text = typed.slice(0, end);
          const found = search.search(text, leads.length);
          const wanted = leads.map((lead) => (isMeant(lead, text) ? 1 : 0));
          if (found ? found.join() !== wanted.join() : needlesOf(text).length > 0) return false;
        }
        return true;
      }),
      { numRuns: 150 },
    );
  });

  it('goes by words without capitals, whatever they were', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => !/[A-Z]/.test(fold(text))));
    for (let code = 0; code < 0x1_1000; code++)
      if (/[A-Z]/.test(fold(String.fromCodePoint(code)))) throw new Error(`${code}`);
  });
});
