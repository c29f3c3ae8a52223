import { describe, expect, test } from 'vitest';
import { exponentOf, type Figure, isOver } from '../../bench/part.ts';
import { partTable, readmeSpeed } from '../../bench/print.ts';
import { type Result, readResults } from '../../bench/results.ts';
import { readReadme } from '../../readme.ts';

const figure = (more: Partial<Figure>): Figure => ({ what: 'a save', unit: 'ms', value: 10, ...more });
const result = (figures: Figure[], more: Partial<Result> = {}): Result => ({
  name: 'book',
  title: 'The book',
  date: '2026-11-22',
  version: '1.0.0',
  commit: 'abc1234',
  machine: '2 cores',
  seconds: 3,
  figures,
  leftOut: [],
  ...more,
});

test('the speed tables of the readme are what results.json draws', () => {
  expect(readReadme('speed')).toBe(readmeSpeed(readResults()));
});

describe('a figure is not as wanted', () => {
  test.each<[string, Partial<Figure>, boolean]>([
    ['at its ceiling', { ceiling: 10 }, false],
    ['above its ceiling', { ceiling: 9.9 }, true],
    ['an interval that holds 0', { interval: [-1, 2], wantsZero: true }, false],
    ['an interval above 0', { interval: [0.1, 2], wantsZero: true }, true],
    ['an interval below 0 that nobody minds', { interval: [-3, -1] }, false],
    [
      'linear growth',
      {
        steps: [
          [10, 1],
          [100, 10],
        ],
        growth: 1.2,
      },
      false,
    ],
    [
      'growth by the square',
      {
        steps: [
          [1, 1],
          [10, 1],
          [100, 100],
        ],
        growth: 1.2,
      },
      true,
    ],
  ])('%s: %#', (_what, more, over) => {
    expect(isOver(figure(more))).toBe(over);
  });
});

test('growth is the exponent between the last two sizes', () => {
  expect(
    exponentOf(
      figure({
        steps: [
          [1000, 9],
          [10_000, 5],
          [100_000, 50],
        ],
      }),
    ),
  ).toBeCloseTo(1);
  expect(exponentOf(figure({}))).toBeUndefined();
});

test('what was measured is drawn with units, growth, and what is over its ceiling', () => {
  const steps: [number, number][] = [
    [1000, 20],
    [10_000, 200],
    [100_000, 40_000],
  ];
  const grown = figure({ what: 'a growing | thing', value: 40_000, steps, ceiling: 60_000, growth: 1.2 });
  const drawn = readmeSpeed([
    result([figure({ p95: 12.5, ceiling: 20 }), figure({ what: 'another', unit: '' }), grown]),
  ]);
  expect(drawn).toContain('| **The book** | a save | 10.0 ms | 12.5 ms |  | ≤ 20.0 ms |');
  expect(drawn).toContain('|  | another | 10.0 |');
  expect(drawn).toContain(
    '| **The book** | a growing \\| thing | 20.0 ms | 200 ms | 40.0 s | 2.30 | ≤ 60.0 s; growth ≤ 1.2 **over** |',
  );
  expect(drawn).toContain('Not as wanted: The book: a growing | thing.');
  expect(drawn).toContain('Measured on 2026-11-22, version 1.0.0 at `abc1234`: 2 cores.');
});

test('parts that were measured on different days say so', () => {
  const drawn = readmeSpeed([result([figure({})]), result([figure({})], { title: 'Sizes', date: '2026-11-23' })]);
  expect(drawn).toContain('The book: measured on 2026-11-22');
  expect(drawn).toContain('Sizes: measured on 2026-11-23');
});

test('a terminal shows the last figure beside the new one', () => {
  expect(partTable(result([figure({ value: 8 })]), [figure({})])).toMatch(/a save\s+8\.00 ms\s+10\.0 ms/);
});
