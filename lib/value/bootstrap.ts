import { type BuyingFit, fitBuying } from './buying-model.ts';
import { fitSpend, type SpendFit } from './gamma-gamma.ts';
import { groupRepeats, type Repeats } from './repeat-groups.ts';
import { seededRandom } from './special.ts';

export type Interval = { low: number; high: number };
export type Resampled = { buying: BuyingFit; spend: SpendFit | undefined }[];

/**
 * Fits again to customers drawn from these with replacement: how much the parameters hang on who happened to be among them. In:
 * customers, the fit, how often, a seed. Out: the fits that settled.
 */
export function resample(
  repeats: Repeats,
  fit: BuyingFit,
  spend: SpendFit | undefined,
  times: number,
  seed = 1,
): Resampled {
  const random = seededRandom(seed);
  const groups = groupRepeats(repeats);
  const n = repeats.x.length;
  const result: Resampled = [];
  for (let time = 0; time < times; time++) {
    const drawn = new Float64Array(n);
    for (let at = 0; at < n; at++) {
      const who = Math.floor(random() * n);
      drawn[who] = (drawn[who] as number) + 1;
    }
    const weight = new Float64Array(groups.x.length);
    drawn.forEach((often, at) => {
      const group = groups.groupOf[at] as number;
      weight[group] = (weight[group] as number) + often;
    });
    const again = fitBuying(fit.kind, { ...groups, weight }, { start: fit, isPenalised: fit.isPenalised });
    if (!again) continue;
    result.push({ buying: again, spend: spend && fitSpend(repeats.x, repeats.mean, drawn) });
  }
  return result;
}

/** The middle 90 % of values by their order. Out: undefined for fewer than 20. */
export function middleOf(values: readonly number[], share = 0.9): Interval | undefined {
  const sorted = values.filter(Number.isFinite).toSorted((a, b) => a - b);
  if (sorted.length < 20) return undefined;
  const at = (p: number) => sorted[Math.round(p * (sorted.length - 1))] as number;
  return { low: at((1 - share) / 2), high: at((1 + share) / 2) };
}
