import type { IcpProfile, Tier } from '../domain/schema/icp.ts';
import { compileProfile } from './compile.ts';
import type { ScoreInput } from './input.ts';

const tierOrder: readonly Tier[] = ['A', 'B', 'C', 'D', '?'];
export type TierCounts = Record<Tier, number>;
export type Simulation = {
  n: number;
  /** `moves.B.A`: how many go from B to A. */
  moves: Record<Tier, TierCounts>;
  before: TierCounts;
  after: TierCounts;
  /** Ids of the leads that rise and fall; those that gain or lose a tier at all stand under `told` and `untold`. */
  up: string[];
  down: string[];
  told: string[];
  untold: string[];
  /** All of them, with the tier that each goes from and to. */
  changed: { id: string; from: Tier; to: Tier }[];
  /** Weeks of work in the leads that are A, at so many a week. */
  weeks: { before: number; after: number };
};

const counts = (): TierCounts => ({ A: 0, B: 0, C: 0, D: 0, '?': 0 });

/**
 * Who changes tier, and the workload. In: ids of the leads, the tier of each before and after by its place, how many leads
 * can be worked in a week.
 */
export function compareTiers(
  ids: readonly string[],
  before: (at: number) => Tier,
  after: (at: number) => Tier,
  perWeek: number,
): Simulation {
  const result: Simulation = {
    n: ids.length,
    moves: { A: counts(), B: counts(), C: counts(), D: counts(), '?': counts() },
    before: counts(),
    after: counts(),
    up: [],
    down: [],
    told: [],
    untold: [],
    changed: [],
    weeks: { before: 0, after: 0 },
  };
  ids.forEach((id, at) => {
    const from = before(at);
    const to = after(at);
    result.before[from]++;
    result.after[to]++;
    result.moves[from][to]++;
    if (from === to) return;
    const way =
      from === '?' ? 'told' : to === '?' ? 'untold' : tierOrder.indexOf(to) < tierOrder.indexOf(from) ? 'up' : 'down';
    result[way].push(id);
    result.changed.push({ id, from, to });
  });
  result.weeks = { before: result.before.A / perWeek, after: result.after.A / perWeek };
  return result;
}

/**
 * What a draft would change over leads. In: the profile in force, the draft, the leads, the time, how many leads can be
 * worked in a week. `onProgress` is told the share done now and then.
 */
export function simulate(
  current: IcpProfile,
  draft: IcpProfile,
  leads: readonly ScoreInput[],
  now: number,
  perWeek: number,
  onProgress?: (share: number) => void,
): Simulation {
  const old = compileProfile(current);
  const fresh = compileProfile(draft);
  return compareTiers(
    leads.map(({ lead }) => lead.id),
    (at) => old.score(leads[at] as ScoreInput, now).tier,
    (at) => {
      if (onProgress && (at + 1) % 5000 === 0) onProgress((at + 1) / leads.length);
      return fresh.score(leads[at] as ScoreInput, now).tier;
    },
    perWeek,
  );
}
