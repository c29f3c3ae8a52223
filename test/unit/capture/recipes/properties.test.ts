import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assemble } from '../../../../lib/capture/assemble.ts';
import { alikeProfiles, profileOf } from '../../../../lib/capture/recipes/content.ts';
import { learnCard, learnField, lessonOf } from '../../../../lib/capture/recipes/learn.ts';
import { cardAnchor, fieldAnchor } from '../../../../lib/domain/schema/recipe.ts';
import { type PageSnapshot, pageSnapshot } from '../../../../lib/domain/schema/snapshot.ts';
import { aRecipe } from './made.ts';

const words = fc.oneof(
  fc.constantFrom('Jane Roe', 'Phone', 'Stand', '0113 496 0121', 'a@b.example', 'Tile', '名', '', 'x: y'),
  fc.string({ maxLength: 30 }),
);
const tags = fc.constantFrom('div', 'li', 'h3', 'p', 'td', 'tr', 'section');
const hints = fc.constantFrom('', 'tile', 'name', 'tile name', 'constructor', '__proto__');

/** Any outline that the schema lets through, sensible or not. */
const pages: fc.Arbitrary<PageSnapshot> = fc
  .tuple(
    fc.array(fc.tuple(fc.nat(30), tags, hints), { minLength: 1, maxLength: 30 }),
    fc.array(fc.tuple(fc.nat(40), words, fc.nat(12), fc.nat(12), fc.boolean()), { maxLength: 40 }),
  )
  .map(([blocks, lines]) =>
    pageSnapshot.parse({
      url: 'https://loom-market.example/makers',
      meta: { title: '' },
      outline: {
        blocks: blocks.map(([p, t, h], i) => ({ p: i === 0 ? -1 : p % i, t, h })),
        lines: lines.map(([b, s, a, z, linked]) => ({
          b: b % blocks.length,
          s,
          m: [
            { a: Math.min(a, s.length), z: Math.min(z, s.length), t: 'a', ...(linked && { u: 'mailto:a@b.example' }) },
          ],
        })),
      },
      structured: [],
      closedFrames: [],
      truncated: 'no',
      msPage: 0,
    }),
  );

test('whatever a page holds, reading by a recipe ends with a reading', () => {
  fc.assert(
    fc.property(pages, (page) => {
      const reading = assemble([page], {
        now: 0,
        recipes: [aRecipe(), aRecipe({ id: 'r2', kind: 'person', path: '/' })],
      });
      const found = reading.recipes?.find(({ id }) => id === 'r1')?.found ?? 0;
      expect(found).toBeLessThanOrEqual(page.outline.lines.length);
    }),
    { numRuns: 150 },
  );
});

test('whatever is pointed at, what is learnt is an anchor or nothing', () => {
  fc.assert(
    fc.property(pages, fc.nat(40), fc.nat(40), (page, block, line) => {
      const lesson = lessonOf(page);
      const card = learnCard(lesson, block % page.outline.blocks.length);
      expect(cardAnchor.safeParse(card).success).toBe(true);
      const at = page.outline.lines.length === 0 ? 0 : line % page.outline.lines.length;
      const cards = [{ block: 0, from: 0, to: Math.max(0, page.outline.lines.length - 1) }];
      const spot = { block: 0, from: at, to: at, a: 0, z: page.outline.lines[at]?.s.length ?? 0 };
      const learnt = learnField(lesson, cards, spot);
      if (learnt) expect(fieldAnchor.safeParse(learnt.anchor).success).toBe(true);
    }),
    { numRuns: 150 },
  );
});

test('a kind of text agrees with itself and by the same measure both ways', () => {
  fc.assert(
    fc.property(words, words, (a, b) => {
      const one = profileOf(a);
      const other = profileOf(b);
      expect(alikeProfiles(one, one)).toBe(1);
      expect(alikeProfiles(one, other)).toBeCloseTo(alikeProfiles(other, one));
    }),
  );
});
