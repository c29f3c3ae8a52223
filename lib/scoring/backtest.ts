import type { IcpProfile, Tier } from '../domain/schema/icp.ts';
import { compileProfile } from './compile.ts';
import { type Outcome, ruleTable } from './learn/outcomes.ts';
import { type Auc, aucOf, type Gain, gainsOf, type Interval, newcombe, wilson } from './learn/statistics.ts';

export type HitRate = { n: number; won: number; rate: number; lift: number; interval: Interval };
export type Backtest = {
  all: HitRate;
  tiers: Record<Tier, HitRate>;
  /** Leads for which each rule held, and those for which it surely did not; `difference` is of the first less the second. */
  rules: { rule: string; held: HitRate; not: HitRate; difference: Interval }[];
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
  const { held, told, totals, tiers } = ruleTable(compiled, outcomes);
  const ofTier = (tier: Tier) => rateOf(tiers.map((one) => one === tier));
  const auc = aucOf(totals, won);
  return {
    all: rateOf(won.map(() => true)),
    tiers: { A: ofTier('A'), B: ofTier('B'), C: ofTier('C'), D: ofTier('D'), '?': ofTier('?') },
    rules: compiled.plans.map(({ rule }, at) => {
      const yes = rateOf(held.map((row) => row[at] === 1));
      const no = rateOf(held.map((row, lead) => row[at] === 0 && told[lead]?.[at] === true));
      return { rule: rule.id, held: yes, not: no, difference: newcombe(yes.won, yes.n, no.won, no.n) };
    }),
    ...(auc && { auc }),
    gains: base === 0 ? [] : gainsOf(totals, won),
  };
}
