import fc from 'fast-check';
import { expect, it } from 'vitest';
import { layLines } from '../../../../components/table/group-rows.ts';

it('lays leads out one below the other where nothing is grouped', () => {
  const lines = layLines(undefined, 3, new Set());
  expect(lines.count).toBe(3);
  expect(lines.at(2)).toEqual({ offset: 2 });
  expect(lines.indexOf(1)).toBe(1);
});

const between = '\u001F';
type Drawn = { closed: boolean; inner: { count: number; closed: boolean }[] };
const inner = fc.record({ count: fc.integer({ min: 1, max: 4 }), closed: fc.boolean() });
const outer = fc.record({ closed: fc.boolean(), inner: fc.array(inner, { minLength: 1, maxLength: 4 }) });

/** What the lines are to be, written down the plain way. */
function expected(drawn: readonly Drawn[]): (string | number)[] {
  const lines: (string | number)[] = [];
  let offset = 0;
  drawn.forEach((one, at) => {
    lines.push(`g${at}`);
    one.inner.forEach((part, n) => {
      if (!one.closed) lines.push(`g${at}${between}h${n}`);
      for (let lead = 0; lead < part.count; lead++) {
        if (!one.closed && !part.closed) lines.push(offset);
        offset += 1;
      }
    });
  });
  return lines;
}

it('gives every lead one line below its groups’ heads, and none where one of them is closed', () => {
  fc.assert(
    fc.property(fc.array(outer, { minLength: 1, maxLength: 5 }), (drawn) => {
      const sum = (list: { count: number }[]) => list.reduce((all, { count }) => all + count, 0);
      const groups = drawn.map((one, at) => ({
        value: `g${at}`,
        count: sum(one.inner),
        groups: one.inner.map(({ count }, n) => ({ value: `h${n}`, count })),
      }));
      const closed = new Set(
        drawn.flatMap((one, at) => [
          ...(one.closed ? [`g${at}`] : []),
          ...one.inner.flatMap((part, n) => (part.closed ? [`g${at}${between}h${n}`] : [])),
        ]),
      );
      const lines = layLines(groups, sum(groups), closed);
      const all = Array.from({ length: lines.count }, (_, index) => lines.at(index));
      expect(all.map((line) => ('group' in line ? line.path : line.offset))).toEqual(expected(drawn));
      for (const [index, line] of all.entries()) if ('offset' in line) expect(lines.indexOf(line.offset)).toBe(index);
      // A lead in a closed group is found at the head that hides it.
      for (let offset = 0; offset < sum(groups); offset++) {
        const line = lines.at(lines.indexOf(offset));
        expect('offset' in line ? line.offset === offset : line.closed).toBe(true);
      }
    }),
  );
});
