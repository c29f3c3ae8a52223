import type { IcpProfile } from '../../domain/schema/icp.ts';
import { compileProfile } from '../compile.ts';
import { chanceOf, fitLogistic, type Penalty } from './logistic.ts';
import { type Outcome, pointsOf, ruleTable } from './outcomes.ts';
import {
  type Auc,
  aucGain,
  aucOf,
  brierOf,
  type Gain,
  gainsOf,
  type Interval,
  ksOf,
  type ReliabilityBin,
  reliabilityOf,
  woeOf,
} from './statistics.ts';

/** Fewer of either kind teach nothing that could be trusted. */
export const leastOutcomes = 40;

export type Suggestion = {
  rule: string;
  /** Points today; of tiers those that weigh most. */
  today: number;
  suggested: number;
  coefficient: number;
  standardError: number;
  informationValue: number;
  /** Leads for which it held. */
  n: number;
};
export type Lesson =
  | { ok: false; reason: 'tooFew'; won: number; lost: number; needed: number }
  | { ok: false; reason: 'nothingDiffers' | 'unsettled'; won: number; lost: number }
  | {
      ok: true;
      won: number;
      lost: number;
      suggestions: Suggestion[];
      /** Rules that held for all, for none, or as others foretell: nothing can be told of them. */
      leftOut: string[];
      /** Measured on leads that the model had not seen. */
      auc: Auc;
      /** The same of today's points. */
      aucToday: Auc;
      /** How much the suggested points tell better than today's. */
      aucGain: Interval;
      brier: number;
      ks: number;
      reliability: ReliabilityBin[];
      gains: Gain[];
      gainsToday: Gain[];
    };

/** Places of the columns that are no sum of those before them and a constant: the last of "small, middle, large" says nothing new. */
function independent(columns: readonly (readonly number[])[]): number[] {
  const basis: number[][] = [(columns[0] ?? []).map((_, __, all) => 1 / Math.sqrt(all.length))];
  return columns.flatMap((column, at) => {
    let rest = [...column];
    for (const direction of basis) {
      const along = rest.reduce((sum, one, row) => sum + one * (direction[row] as number), 0);
      rest = rest.map((one, row) => one - along * (direction[row] as number));
    }
    const length = Math.sqrt(rest.reduce((sum, one) => sum + one * one, 0));
    if (length < 1e-6) return [];
    basis.push(rest.map((one) => one / length));
    return [at];
  });
}

const folds = 5;
/** Chances for each case from a model that was fitted without it. Won and lost are dealt out evenly, in the order given. */
function unseenChances(
  cases: number[][],
  outcomes: number[],
  penalty: Penalty,
  onFold: (fold: number) => void,
): number[] | undefined {
  const dealt: [number, number] = [0, 0];
  const fold = outcomes.map((won) => {
    const kind = won === 1 ? 1 : 0;
    dealt[kind]++;
    return dealt[kind] % folds;
  });
  const chances = new Array<number>(cases.length).fill(0);
  for (let out = 0; out < folds; out++) {
    const inside = fold.map((one) => one !== out);
    const fitted = fitLogistic(
      cases.filter((_, at) => inside[at]),
      outcomes.filter((_, at) => inside[at]),
      penalty,
    );
    if (!fitted?.settled) return undefined;
    cases.forEach((x, at) => {
      if (!inside[at]) chances[at] = chanceOf(fitted, x);
    });
    onFold(out + 1);
  }
  return chances;
}

/**
 * Learns points from leads that were won and lost. In: the profile, ended leads as they were known before (`asOf`), the penalty,
 * who is told the share done. Out: suggested points beside today's, on today's scale, with how well they do on unseen leads; or
 * why nothing is said.
 */
export function learn(
  profile: IcpProfile,
  outcomes: readonly Outcome[],
  penalty: Exclude<Penalty, 'none'> = 'logF',
  onProgress: (share: number) => void = () => undefined,
): Lesson {
  const results = outcomes.map(({ won }) => (won ? 1 : 0) as number);
  const won = results.reduce((sum, one) => sum + one, 0);
  const lost = results.length - won;
  if (won < leastOutcomes || lost < leastOutcomes)
    return { ok: false, reason: 'tooFew', won, lost, needed: leastOutcomes };
  const compiled = compileProfile(profile);
  const { held, shares, totals } = ruleTable(compiled, outcomes);
  /** What a point of the rule is worth in the sum that the tier is cut on. */
  const worth = compiled.plans.map(({ group }) => (profile.groups[group]?.axis === 'engagement' ? profile.w : 1));
  const columnOf = (at: number) => shares.map((row) => row[at] as number);
  const seen = new Set<string>();
  let used: number[] = [];
  const leftOut: string[] = [];
  compiled.plans.forEach(({ rule }, at) => {
    if (rule.kind === 'gate') return;
    const column = columnOf(at);
    const pattern = column.join();
    if (worth[at] === 0 || column.every((one) => one === column[0]) || seen.has(pattern)) leftOut.push(rule.id);
    else used.push(at);
    seen.add(pattern);
  });
  // The log-F prior tells dependent rules apart by sharing their weight; Firth's cannot.
  if (penalty === 'firth' && used.length > 0) {
    const kept = independent(used.map(columnOf));
    leftOut.push(...used.filter((_, at) => !kept.includes(at)).map((at) => compiled.plans[at]?.rule.id ?? ''));
    used = kept.map((at) => used[at] as number);
  }
  if (used.length === 0) return { ok: false, reason: 'nothingDiffers', won, lost };
  const cases = shares.map((row) => used.map((at) => row[at] as number));
  const fitted = fitLogistic(cases, results, penalty);
  onProgress(1 / (folds + 1));
  const chances = fitted?.settled
    ? unseenChances(cases, results, penalty, (fold) => onProgress((fold + 1) / (folds + 1)))
    : undefined;
  const auc = chances && aucOf(chances, results);
  const aucToday = aucOf(totals, results);
  if (!fitted || !chances || !auc || !aucToday) return { ok: false, reason: 'unsettled', won, lost };

  const rules = used.flatMap((at) => {
    const rule = compiled.plans[at]?.rule;
    return rule ? [{ rule, worth: worth[at] as number, held: held.map((row) => row[at] as number) }] : [];
  });
  const weightToday = rules.reduce((sum, one) => sum + one.worth * Math.abs(pointsOf(one.rule)), 0) || 100;
  const weightLearnt = fitted.coefficients.slice(1).reduce((sum, one) => sum + Math.abs(one), 0) || 1;
  const suggestions = rules.map((one, at): Suggestion => {
    const coefficient = fitted.coefficients[at + 1] as number;
    return {
      rule: one.rule.id,
      today: pointsOf(one.rule),
      suggested: Math.round((coefficient * weightToday) / weightLearnt / one.worth) + 0,
      coefficient,
      standardError: fitted.standardErrors[at + 1] as number,
      informationValue: woeOf(one.held.map(String), results).informationValue,
      n: one.held.reduce((sum, has) => sum + has, 0),
    };
  });
  return {
    ok: true,
    won,
    lost,
    suggestions,
    leftOut,
    auc,
    aucToday,
    aucGain: aucGain(totals, chances, results),
    brier: brierOf(chances, results),
    ks: ksOf(chances, results),
    reliability: reliabilityOf(chances, results),
    gains: gainsOf(chances, results),
    gainsToday: gainsOf(totals, results),
  };
}
