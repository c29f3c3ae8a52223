import type { Pipeline } from '../domain/schema/stage.ts';

/** One lead's way through the stages: since when it is known, each stage that it was moved to, and how it ended. */
export type Way = {
  createdAt: number;
  /** The earliest first; without any it stood in the first stage all along. */
  moves: { stage: string; at: number }[];
  end?: { result: 'won' | 'lost'; at: number };
};

export type StageFigure = {
  stage: string;
  /** Came this far or further. */
  reached: number;
  /** Went on from here, to a later stage or to being won. */
  wentOn: number;
  /** Were lost here. */
  lost: number;
  /** Of those that left, the share that went on; undefined where none has left. */
  conversion?: number;
  /** Half of the stays that are over took at least so many days; undefined where none is over. */
  medianDays?: number;
};

const dayMs = 24 * 60 * 60 * 1000;
/** What was left again at once was a slip of the hand. */
const slipMs = 5 * 60 * 1000;

const median = (values: number[]): number | undefined =>
  values.length === 0 ? undefined : values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

/**
 * How far leads come and how long they stay. A lead counts for each stage up to the furthest it came to; one that is lost, is
 * lost in that one. In: the ways, the pipeline. Out: a figure for each open stage, in their order.
 */
export function stageFigures(ways: Iterable<Way>, { stages }: Pipeline): StageFigure[] {
  const rank = new Map(stages.map(({ id }, at) => [id, at]));
  const figures = stages.map(({ id }) => ({ stage: id, reached: 0, wentOn: 0, lost: 0, stays: [] as number[] }));
  for (const { createdAt, moves, end } of ways) {
    let furthest = 0;
    let here = { at: createdAt, rank: 0 };
    const stay = (until: number): void => {
      const days = (until - here.at) / dayMs;
      if (until - here.at >= slipMs) {
        figures[here.rank]?.stays.push(days);
        furthest = Math.max(furthest, here.rank);
      }
    };
    for (const { stage, at } of moves) {
      const to = rank.get(stage);
      if (to === undefined || to === here.rank) continue;
      stay(at);
      here = { at, rank: to };
    }
    if (end) stay(end.at);
    // Where it stands now, or stood when it ended, counts however short.
    furthest = Math.max(furthest, here.rank);
    for (const [at, figure] of figures.entries()) {
      if (at > furthest && end?.result !== 'won') break;
      figure.reached++;
      if (at < furthest || end?.result === 'won') figure.wentOn++;
      else if (end?.result === 'lost') figure.lost++;
    }
  }
  return figures.map(({ stays, ...figure }) => {
    const left = figure.wentOn + figure.lost;
    const medianDays = median(stays);
    return {
      ...figure,
      ...(left > 0 && { conversion: figure.wentOn / left }),
      ...(medianDays !== undefined && { medianDays }),
    };
  });
}
