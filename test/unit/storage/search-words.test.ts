import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeOfWord, rankWords } from '../../../lib/storage/search-words.ts';

const rank = (texts: readonly string[]) => {
  const { ranks, inOrder } = rankWords(texts.length, (at) => texts[at] ?? '');
  return { ranks: [...ranks], inOrder: inOrder() };
};

describe('ranks of texts', () => {
  it.each([
    [
      'numbers by what they count',
      ['Firm 10', 'Firm 9', 'Firm 100', 'Firm 9 b'],
      ['Firm 9', 'Firm 9 b', 'Firm 10', 'Firm 100'],
    ],
    ['numbers longer than any padding', ['7', '12345678901', '12345678900'], ['7', '12345678900', '12345678901']],
    [
      'no matter the case and accents',
      ['Öztürk', 'ozan', 'Zoë', 'Ägren', 'agnes'],
      ['agnes', 'Ägren', 'ozan', 'Öztürk', 'Zoë'],
    ],
    [
      'a text before one that goes on',
      ['abcdefgh', 'abcdef', 'abc', 'abcdefg'],
      ['abc', 'abcdef', 'abcdefg', 'abcdefgh'],
    ],
    ['other scripts after plain letters', ['王小明', 'zz', 'Яна', 'aa'], ['aa', 'zz', 'Яна', '王小明']],
    ['signs as they stand', ['a-b', 'a b', 'a.b', '~'], ['a b', 'a-b', 'a.b', '~']],
  ])('%s', (_what, texts, inOrder) => {
    expect(rank(texts).inOrder).toEqual(inOrder);
  });

  it('gives each of those that count as the same a rank of its own, and the same text the same', () => {
    const { ranks, inOrder } = rank(['Müller', '', 'muller', 'Müller', 'Adler', 'MULLER', 'muller']);
    expect(inOrder[0]).toBe('Adler');
    expect(new Set(inOrder.slice(1))).toEqual(new Set(['Müller', 'muller', 'MULLER']));
    expect(ranks[1]).toBe(0);
    expect(ranks[0]).toBe(ranks[3]);
    expect(ranks[2]).toBe(ranks[6]);
  });

  // A text that is edited is put where it belongs among those ranked before: both ways must agree on the order.
  it('finds every text at its rank', () => {
    const word = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.stringMatching(/^[A-Ca-c0-9 .@-]{0,10}$/),
      fc.constantFrom('Müller', 'muller', '王', 'Ⅻ', 'ß', 'ss', '\u0301', 'a\nb', '0', '00', '0000000000'),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (texts) => {
        const { ranks, inOrder } = rank(texts);
        expect(inOrder.length).toBe(new Set(texts.filter((text) => text !== '')).size);
        for (const [at, text] of texts.entries()) {
          if (text === '') expect(ranks[at]).toBe(0);
          else expect(placeOfWord(inOrder, text)).toEqual({ at: (ranks[at] ?? 0) - 1, isThere: true });
        }
      }),
      { numRuns: 500 },
    );
  });
});
