import { describe, expect, it } from 'vitest';
import { firstPipeline } from '../../../lib/domain/schema/stage.ts';
import { sourceYield } from '../../../lib/work/source-yield.ts';
import { stageFigures, type Way } from '../../../lib/work/stage-figures.ts';
import { timeSplit } from '../../../lib/work/time-split.ts';

const day = 24 * 60 * 60 * 1000;
const way = (moves: [string, number][], end?: ['won' | 'lost', number]): Way => ({
  createdAt: 0,
  moves: moves.map(([stage, at]) => ({ stage, at: at * day })),
  ...(end && { end: { result: end[0], at: end[1] * day } }),
});
const told = (ways: Way[]) =>
  stageFigures(ways, firstPipeline).map(({ reached, wentOn, lost, conversion, medianDays }) => [
    reached,
    wentOn,
    lost,
    conversion,
    medianDays,
  ]);

describe('stageFigures', () => {
  it('counts a lead for every stage up to the furthest it came to', () => {
    expect(
      told([
        way([]),
        way([['contacted', 4]], ['lost', 6]),
        way([
          ['contacted', 2],
          ['offer', 12],
        ]),
        way([['talking', 10]], ['won', 30]),
      ]),
    ).toEqual([
      [4, 3, 0, 1, 4],
      [3, 2, 1, 2 / 3, 10],
      [2, 2, 0, 1, 20],
      [2, 1, 0, 1, undefined],
    ]);
  });
  it('takes what was left again at once for a slip', () => {
    const slip = way([
      ['offer', 3],
      ['new', 3 + 1 / 1440],
    ]);
    expect(told([slip]).map(([reached]) => reached)).toEqual([1, 0, 0, 0]);
  });
  it('leaves out stages that are no more, and says nothing of an empty book', () => {
    expect(told([way([['gone', 3]], ['lost', 5])])[0]).toEqual([1, 0, 1, 0, 5]);
    expect(told([]).flat().filter(Boolean)).toEqual([]);
  });
});

describe('sourceYield', () => {
  const fair = { group: 'tradeFair' as const, name: 'HM 2026' };
  it('adds up, whatever the case of a name, with what a customer cost', () => {
    const rows = sourceYield(
      [
        { source: fair, head: 'a', contacted: true, won: true },
        { source: { ...fair, name: 'hm 2026 ' }, head: 'b', contacted: true, won: false },
        { source: undefined, head: 'c', contacted: false, won: false },
      ],
      [
        { ...fair, hosts: [], cost: 5000 },
        { group: 'introduction', name: 'by Li', hosts: [] },
      ],
    );
    expect(rows).toEqual([
      { ...fair, captured: 2, contacted: 2, won: 1, cost: 5000, costPerCustomer: 5000 },
      { name: '', captured: 1, contacted: 0, won: 0 },
      { group: 'introduction', name: 'by Li', captured: 0, contacted: 0, won: 0 },
    ]);
  });

  it('counts a company with its people once, for how the first of them was met', () => {
    const told = sourceYield(
      [
        { source: undefined, head: 'a', contacted: true, won: true },
        { source: fair, head: 'a', contacted: true, won: true },
        { source: { group: 'browsing', name: '' }, head: 'a', contacted: true, won: true },
      ],
      [],
    );
    expect(told.map(({ group, captured, contacted, won }) => [group, captured, contacted, won])).toEqual([
      ['tradeFair', 1, 1, 1],
      [undefined, 1, 0, 0],
      ['browsing', 1, 0, 0],
    ]);
  });
});

describe('timeSplit', () => {
  it('counts for existing business from the moment a lead was won', () => {
    const touch = (leadId: string, kind: 'call' | 'meeting' | 'capture', occurredAt: number) => ({
      leadId,
      kind,
      occurredAt,
    });
    const touches = [
      touch('a', 'call', 5),
      touch('a', 'meeting', 15),
      touch('b', 'call', 15),
      touch('b', 'capture', 1),
    ];
    expect(timeSplit(touches, (id) => (id === 'a' ? 10 : undefined))).toEqual({
      new: { touches: 2, minutes: 20 },
      existing: { touches: 1, minutes: 60 },
    });
  });
});
