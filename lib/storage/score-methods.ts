import type { IcpProfile } from '../domain/schema/icp.ts';
import { type Backtest, backtest } from '../scoring/backtest.ts';
import { type Histogram, histogramOf } from '../scoring/histogram.ts';
import { type MatchMap, matchMapOf } from '../scoring/match-map.ts';
import { compareTiers, type Simulation } from '../scoring/simulate.ts';
import { type Run, tierCodes } from '../scoring/table.ts';
import type { RuleTally } from '../scoring/tally.ts';
import type { Book } from './book.ts';
import { getMatching } from './matching.ts';
import { readOutcomes } from './outcomes.ts';
import { activeProfile } from './profiles.ts';
import type { ScoreLeads } from './score-leads.ts';

/**
 * What pages may ask of all leads of the book, off the main thread. A method takes the run (for progress, and for letting
 * others in) and then what the page gave; its answer is posted back. A new one is one entry here: the client knows it by its type.
 */
export function scoreMethods(book: Book, leads: ScoreLeads, clock: () => number) {
  return {
    /** How the totals lie under a profile. */
    histogram: (run: Run, profile: IcpProfile): Promise<Histogram> =>
      leads.use(clock(), run, async (table) => histogramOf(await table.scores(profile, run), profile)),

    /** For how many leads each rule of a profile holds, surely does not, or waits for a fact. */
    tally: (run: Run, profile: IcpProfile): Promise<RuleTally> =>
      leads.use(clock(), run, (table) => table.tally(profile, run)),

    /** Who would change tier with a draft, against what is in force, and how many weeks the A are at so many a week. */
    async simulate(run: Run, draft: IcpProfile, perWeek: number): Promise<Simulation> {
      const current = await activeProfile(book);
      return leads.use(clock(), run, async (table) => {
        const before = await table.scores(current, halfOf(run, 0));
        const after = await table.scores(draft, halfOf(run, 0.5));
        const tier = (codes: Uint8Array) => (at: number) => tierCodes[codes[at] as number] ?? '?';
        return compareTiers(before.ids, tier(before.tier), tier(after.tier), perWeek);
      });
    },

    /** What the profile in force and a draft would have said of the leads that came to an end, from what was known before. */
    async backtest(run: Run, draft: IcpProfile): Promise<{ leads: number; now: Backtest; draft: Backtest }> {
      const [current, { outcomes }] = await Promise.all([
        activeProfile(book),
        readOutcomes(book, clock(), { onProgress: run.progress }),
      ]);
      await run.pause();
      return { leads: outcomes.length, now: backtest(current, outcomes), draft: backtest(draft, outcomes) };
    },

    /** Where every company stands: attractive for us, and within our means. */
    async matching(run: Run): Promise<MatchMap> {
      const [setup, profile] = await Promise.all([getMatching(book, clock()), activeProfile(book)]);
      return leads.use(clock(), run, async (table) =>
        matchMapOf(setup, table, await table.scores(profile, halfOf(run, 0)), halfOf(run, 0.5)),
      );
    },
  };
}
export type ScoreMethods = ReturnType<typeof scoreMethods>;

const halfOf = ({ progress, pause }: Run, from: number): Run => ({
  pause,
  progress: (share) => progress(from + share / 2),
});
