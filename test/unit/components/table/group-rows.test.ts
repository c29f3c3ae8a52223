import fc from 'fast-check';
import { expect, it } from 'vitest';
import { layLines } from '../../../../components/table/group-rows.ts';

it('lays leads out one below the other where nothing is grouped', () => {
  const lines = layLines(undefined, 3, new Set());
  expect(lines.count).toBe(3);
  expect(lines.at(2)).toEqual({ offset: 2 });
  expect(lines.indexOf(1)).toBe(1);
});

it('gives every lead one line below its group’s head, and none where the group is closed', () => {
  const group = fc.record({ count: fc.integer({ min: 1, max: 6 }), closed: fc.boolean() });
  fc.assert(
    fc.property(fc.array(group, { minLength: 1, maxLength: 8 }), (drawn) => {
      const groups = drawn.map(({ count }, at) => ({ value: `g${at}`, count }));
      const closed = new Set(drawn.flatMap((one, at) => (one.closed ? [`g${at}`] : [])));
      const total = groups.reduce((sum, { count }) => sum + count, 0);
      const lines = layLines(groups, total, closed);
      const all = Array.from({ length: lines.count }, (_, index) => lines.at(index));
      const heads = all.flatMap((line) => ('group' in line ? [line.group.value] : []));
      expect(heads).toEqual(groups.map(({ value }) => value));
      const open = groups.flatMap(({ value, count }, at) => {
        const first = groups.slice(0, at).reduce((sum, one) => sum + one.count, 0);
        return closed.has(value) ? [] : Array.from({ length: count }, (_, n) => first + n);
      });
      expect(all.flatMap((line) => ('offset' in line ? [line.offset] : []))).toEqual(open);
      for (const offset of open) expect(lines.at(lines.indexOf(offset))).toEqual({ offset });
    }),
  );
});
