import { type BuyingFit, type BuyingKind, fitBuying } from './buying-model.ts';
import { fitSpend, meanSpend, type SpendFit, spendCorrelation } from './gamma-gamma.ts';
import { groupRepeats, type Repeats } from './repeat-groups.ts';

/** Below: the simple formula only. Between: a penalised fit with an interval. From the second on: the plain fit (method.md B1). */
export const leastRepeaters = 30;
const plainFrom = 200;
const leastWeeks = 8;

/** Why a model does not speak. */
export type Refusal =
  | { reason: 'fewRepeaters'; repeaters: number; needed: number }
  | { reason: 'shortSpan'; weeks: number; needed: number }
  | { reason: 'unidentified' }
  | { reason: 'noMoney' }
  /** No finite mean of what customers spend. */
  | { reason: 'endlessMean' };
export type Answer<T> = { ok: true; fit: T } | ({ ok: false } & Refusal);

export type Models = {
  bgnbd: Answer<BuyingFit>;
  mbgnbd: Answer<BuyingFit>;
  gammaGamma: Answer<SpendFit>;
  repeaters: number;
  /** Of how often and how much; from .3 on the spend model's assumption does not hold. */
  correlation: number;
};

/** Fits all models to customers, or says why one keeps silent. */
export function fitModels(repeats: Repeats): Models {
  const repeaters = repeats.x.reduce((sum, x) => sum + (x > 0 ? 1 : 0), 0);
  const weeks = repeats.T.reduce((most, T) => Math.max(most, T), 0);
  const few = { ok: false, reason: 'fewRepeaters', repeaters, needed: leastRepeaters } as const;
  const short = { ok: false, reason: 'shortSpan', weeks, needed: leastWeeks } as const;
  const groups = groupRepeats(repeats);
  const isPenalised = repeaters < plainFrom;
  const buying = (kind: BuyingKind): Answer<BuyingFit> => {
    if (repeaters < leastRepeaters) return few;
    if (weeks < leastWeeks) return short;
    const fit = fitBuying(kind, groups, { isPenalised });
    return fit ? { ok: true, fit } : { ok: false, reason: 'unidentified' };
  };
  return {
    bgnbd: buying('bgnbd'),
    mbgnbd: buying('mbgnbd'),
    gammaGamma: spendOf(repeats, repeaters),
    repeaters,
    correlation: spendCorrelation(repeats.x, repeats.mean),
  };
}

function spendOf(repeats: Repeats, repeaters: number): Answer<SpendFit> {
  if (repeaters < leastRepeaters) return { ok: false, reason: 'fewRepeaters', repeaters, needed: leastRepeaters };
  const paying = repeats.mean.reduce((sum, mean) => sum + (mean > 0 ? 1 : 0), 0);
  if (paying < leastRepeaters) return { ok: false, reason: 'noMoney' };
  const fit = fitSpend(repeats.x, repeats.mean);
  if (!fit) return { ok: false, reason: 'unidentified' };
  return Number.isFinite(meanSpend(fit)) ? { ok: true, fit } : { ok: false, reason: 'endlessMean' };
}
