import type { NamedSegment } from '../domain/named-segments.ts';

/** Rows by recency (1–5), columns by the mean of frequency and money rounded up (1–5): every cell has one name. */
const grid: Record<number, readonly NamedSegment[]> = {
  5: ['new', 'potentialLoyalist', 'potentialLoyalist', 'champions', 'champions'],
  4: ['promising', 'potentialLoyalist', 'potentialLoyalist', 'loyal', 'champions'],
  3: ['aboutToSleep', 'aboutToSleep', 'needsAttention', 'loyal', 'loyal'],
  2: ['hibernating', 'hibernating', 'needsAttention', 'atRisk', 'atRisk'],
  1: ['lost', 'lost', 'hibernating', 'cantLose', 'cantLose'],
};

/** Brings a score of any scale to 1–5. */
const toFive = (score: number, top: number) => (top <= 1 ? 3 : Math.round(1 + ((score - 1) * 4) / (top - 1)));

/**
 * The segment of a cell. In: three scores and the highest that each can be (5 where not said). Out: one of eleven names, for every
 * cell. Who has bought least often and lately is new, whatever was paid.
 */
export function segmentOf(r: number, f: number, m: number, top = { r: 5, f: 5, m: 5 }): NamedSegment {
  const [recency, frequency, money] = [toFive(r, top.r), toFive(f, top.f), toFive(m, top.m)];
  if (frequency === 1 && recency === 5) return 'new';
  if (frequency === 1 && recency === 4) return 'promising';
  return grid[recency]?.[Math.ceil((frequency + money) / 2) - 1] ?? 'lost';
}

export const eightClasses = [
  'keyValue',
  'keyKeep',
  'keyDevelop',
  'keyRescue',
  'value',
  'keep',
  'develop',
  'rescue',
] as const;
export type EightClass = (typeof eightClasses)[number];
export type Thresholds = { recencyDays: number; orders: number; money: number };

/**
 * The eight classes by one threshold an axis (重要价值, 重要保持, 重要发展, 重要挽留, and the same four for little money). In: days
 * since the last order, orders, money; thresholds, the value on one counting as near, often or much. (method.md B2)
 */
export function eightClassOf(recencyDays: number, orders: number, money: number, at: Thresholds): EightClass {
  const isNear = recencyDays <= at.recencyDays;
  const isOften = orders >= at.orders;
  const row = money >= at.money ? 0 : 4;
  return eightClasses[row + (isOften ? 0 : 2) + (isNear ? 0 : 1)] as EightClass;
}

type Box = readonly [
  name: string,
  recency: readonly [number, number],
  frequency: readonly [number, number],
  money: readonly [number, number],
];
/** The two maps that the R package rfm has shown in its guides: the first box that holds a cell names it. For comparison with R alone. */
const packageMaps = {
  r02: [
    ['Champions', [4, 5], [4, 5], [4, 5]],
    ['Loyal Customers', [2, 5], [3, 5], [3, 5]],
    ['Potential Loyalist', [3, 5], [1, 3], [1, 3]],
    ['New Customers', [4, 5], [1, 1], [1, 1]],
    ['Promising', [3, 4], [1, 1], [1, 1]],
    ['Need Attention', [2, 3], [2, 3], [2, 3]],
    ['About To Sleep', [2, 3], [1, 2], [1, 2]],
    ['At Risk', [1, 2], [2, 5], [2, 5]],
    ["Can't Lose Them", [1, 1], [4, 5], [4, 5]],
    ['Lost', [1, 2], [1, 2], [1, 2]],
  ],
  r03: [
    ['Champions', [5, 5], [5, 5], [5, 5]],
    ['Potential Loyalist', [3, 5], [3, 5], [2, 5]],
    ['Loyal Customers', [2, 4], [2, 4], [2, 4]],
    ['Promising', [3, 4], [1, 3], [3, 5]],
    ['New Customers', [4, 5], [1, 3], [1, 5]],
    ["Can't Lose Them", [1, 2], [3, 4], [4, 5]],
    ['At Risk', [1, 2], [2, 5], [4, 5]],
    ['Need Attention', [1, 3], [3, 4], [3, 3]],
    ['About To Sleep', [2, 3], [1, 3], [1, 4]],
    ['Lost', [1, 1], [1, 5], [1, 5]],
  ],
} as const satisfies Record<string, readonly Box[]>;
export type PackageMap = keyof typeof packageMaps;

/** The name that a map of the R package gives a cell of quintiles; `Others` where none of its boxes holds it. */
export function packageSegmentOf(map: PackageMap, r: number, f: number, m: number): string {
  const isIn = (score: number, [from, to]: readonly [number, number]) => score >= from && score <= to;
  const boxes: readonly Box[] = packageMaps[map];
  return boxes.find(([, a, b, c]) => isIn(r, a) && isIn(f, b) && isIn(m, c))?.[0] ?? 'Others';
}
