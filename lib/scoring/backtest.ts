import type { IcpProfile, Tier } from '../domain/schema/icp.ts';
import { compileProfile } from './compile.ts';
import { type Outcome, ruleTable } from './learn/outcomes.ts';
import { type Auc, aucOf, type Gain, gainsOf, type Interval, wilson } from './learn/statistics.ts';

export type HitRate = { n: number; won: number; rate: number; lift: number; interval: Interval };
export type Backtest = {
  all: HitRate;
  tiers: Record<Tier, HitRate>;
  /** Leads for which each rule held, and those for which it surely did not. */
  rules: { rule: string; held: HitRate; not: HitRate }[];
  auc?: Auc;
  gains: Gain[];
};

/** What a profile would have said of leads that came to an end, from what was known before. In: ended leads as they were then. */
export function backtest(profile: IcpProfile, outcomes: readonly Outcome[]): Backtest {
  const compiled = compileProfile(profile);
  const won = outcomes.map((outcome) => (outcome.won ? 1 : 0));
  const base = won.reduce<number>((sum, one) => sum + one, 0) / Math.max(1, won.length);
  const rateOf = (members: boolean[]): HitRate => {
    const n = members.filter(Boolean).length;
    const hits = won.reduce<number>((sum, one, at) => sum + (members[at] ? one : 0), 0);
    const rate = n === 0 ? 0 : hits / n;
    return { n, won: hits, rate, lift: base === 0 ? 0 : rate / base, interval: wilson(hits, n) };
  };
  const scores = outcomes.map(({ input, at }) => compiled.score(input, at - 1));
  const ofTier = (tier: Tier) => rateOf(scores.map((score) => score.tier === tier));
  const { held, told } = ruleTable(compiled, outcomes);
  const totals = scores.map(({ total, gates }) => (gates.length > 0 ? -1 : total));
  const auc = aucOf(totals, won);
  return {
    all: rateOf(won.map(() => true)),
    tiers: { A: ofTier('A'), B: ofTier('B'), C: ofTier('C'), D: ofTier('D'), '?': ofTier('?') },
    rules: compiled.plans.map(({ rule }, at) => ({
      rule: rule.id,
      held: rateOf(held.map((row) => row[at] === 1)),
      not: rateOf(held.map((row, lead) => row[at] === 0 && told[lead]?.[at] === true)),
    })),
    ...(auc && { auc }),
    gains: base === 0 ? [] : gainsOf(totals, won),
  };
}
