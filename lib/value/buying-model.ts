import { minimise } from './optimise.ts';
import type { Groups } from './repeat-groups.ts';
import { digamma, hypergeometric, lnGamma } from './special.ts';

/**
 * Two models of customers who buy at their own rate until they drop out unseen. BG/NBD: Fader, Hardie & Lee 2005, Marketing
 * Science 24(2), doi 10.1287/mksc.1040.0098; a customer may drop out after each repeat purchase. MBG/NBD: Batislam, Denizel &
 * Filiztekin 2007; also after the first, so that who bought once is not sure to be alive. Time in weeks.
 */
export type BuyingKind = 'bgnbd' | 'mbgnbd';
export type BuyingParameters = { r: number; alpha: number; a: number; b: number };
export type BuyingFit = BuyingParameters & { kind: BuyingKind; ll: number; isPenalised: boolean };

/** Weak prior of a penalised fit: on logs, about what many shops show, as wide as a factor of e². */
const prior = { r: 0.5, a: 0.8, b: 2.5, spread: 2 };

type FitOptions = {
  /** For few customers: keeps parameters that the data do not settle from running off. */
  isPenalised?: boolean;
  start?: BuyingParameters;
};

/**
 * Fits a model by maximum likelihood. In: customers in groups. Out: parameters and log-likelihood (without the penalty);
 * undefined where no best point was found: the data do not tell the parameters apart.
 */
export function fitBuying(kind: BuyingKind, groups: Groups, options: FitOptions = {}): BuyingFit | undefined {
  const { isPenalised = false, start } = options;
  const tables = tabulate(groups);
  let meanT = 0;
  let n = 0;
  groups.T.forEach((T, at) => {
    meanT += T * (groups.weight[at] as number);
    n += groups.weight[at] as number;
  });
  meanT /= Math.max(1, n);
  const scale = Math.max(meanT, 1e-6);
  const middle = [Math.log(prior.r), Math.log(scale / 4), Math.log(prior.a), Math.log(prior.b)];
  const target = {
    at(point: Float64Array, slope: Float64Array): number {
      const [r, alpha, a, b] = Array.from(point, Math.exp) as [number, number, number, number];
      if (![r, alpha, a, b].every((one) => one > 1e-12 && one < 1e9)) return Number.POSITIVE_INFINITY;
      let value = -likelihood(kind, groups, tables, { r, alpha, a, b }, slope);
      // Slopes were by the parameters: by their logs, and downhill.
      [r, alpha, a, b].forEach((one, at) => {
        slope[at] = -(slope[at] as number) * one;
      });
      if (isPenalised)
        point.forEach((one, at) => {
          const off = (one - (middle[at] as number)) / prior.spread;
          value += 0.5 * off * off;
          slope[at] = (slope[at] as number) + off / prior.spread;
        });
      return Number.isNaN(value) ? Number.POSITIVE_INFINITY : value;
    },
  };
  const starts = start
    ? [[start.r, start.alpha, start.a, start.b].map(Math.log)]
    : [middle, [0, Math.log(scale), 0, Math.log(3)], [Math.log(0.2), Math.log(scale / 8), Math.log(0.3), 0]];
  let best: ReturnType<typeof minimise> | undefined;
  for (const from of starts) {
    const found = minimise(target, from);
    if (Number.isFinite(found.value) && (!best || found.value < best.value)) best = found;
    // One good start is enough where it settles; the others are for data that are hard to climb.
    if (best?.isSettled) break;
  }
  if (!best?.isSettled) return undefined;
  const [r, alpha, a, b] = Array.from(best.point, Math.exp) as [number, number, number, number];
  if (!isPenalised && Math.max(r, a, b, alpha / scale) > 1e4) return undefined;
  const ll = likelihood(kind, groups, tables, { r, alpha, a, b }, new Float64Array(4));
  return { kind, r, alpha, a, b, ll, isPenalised };
}

/** Numbers of repeat purchases that occur: gamma functions are worked out once for each. */
type Tables = { distinct: number[]; indexOf: Uint32Array };
function tabulate({ x }: Groups): Tables {
  const distinct = [...new Set(x)].sort((a, b) => a - b);
  const at = new Map(distinct.map((one, index) => [one, index]));
  return { distinct, indexOf: Uint32Array.from(x, (one) => at.get(one) as number) };
}

/** Log-likelihood, and its slopes by r, alpha, a, b. */
function likelihood(
  kind: BuyingKind,
  { x, tx, T, weight }: Groups,
  { distinct, indexOf }: Tables,
  { r, alpha, a, b }: BuyingParameters,
  slope: Float64Array,
): number {
  // Under MBG/NBD the customer has had one more chance to drop out.
  const more = kind === 'mbgnbd' ? 1 : 0;
  const perX = distinct.map((k) => ({
    value:
      lnGamma(r + k) - lnGamma(r) + lnGamma(a + b) + lnGamma(b + k + more) - lnGamma(b) - lnGamma(a + b + k + more),
    r: digamma(r + k) - digamma(r),
    a: digamma(a + b) - digamma(a + b + k + more),
    b: digamma(a + b) + digamma(b + k + more) - digamma(b) - digamma(a + b + k + more),
  }));
  const [lnAlpha, lnA] = [Math.log(alpha), Math.log(a)];
  let ll = 0;
  let [dr, dAlpha, da, db] = [0, 0, 0, 0];
  for (let at = 0; at < x.length; at++) {
    const k = x[at] as number;
    const table = perX[indexOf[at] as number] as (typeof perX)[number];
    const w = weight[at] as number;
    const whole = alpha + (T[at] as number);
    const seen = alpha + (tx[at] as number);
    const lnWhole = Math.log(whole);
    const canBeGone = k > 0 || more === 1;
    let value = table.value + r * lnAlpha - (r + k) * lnWhole;
    let gone = 0;
    let lnSeen = lnWhole;
    if (canBeGone) {
      lnSeen = Math.log(seen);
      const odds = lnA - Math.log(b + k - 1 + more) + (r + k) * (lnWhole - lnSeen);
      value += odds > 30 ? odds + Math.exp(-odds) : Math.log1p(Math.exp(odds));
      gone = 1 / (1 + Math.exp(-odds));
      da += (w * gone) / a;
      db -= (w * gone) / (b + k - 1 + more);
    }
    ll += w * value;
    dr += w * (table.r + lnAlpha - (1 - gone) * lnWhole - gone * lnSeen);
    dAlpha += w * (r / alpha - (r + k) * ((1 - gone) / whole + gone / seen));
    da += w * table.a;
    db += w * table.b;
  }
  slope.set([dr, dAlpha, da, db]);
  return ll;
}

/** Odds that a customer has dropped out. */
function goneOdds({ kind, r, alpha, a, b }: Model, x: number, tx: number, T: number): number {
  if (kind === 'bgnbd' && x === 0) return 0;
  const after = kind === 'bgnbd' ? b + x - 1 : b + x;
  return (a / after) * ((alpha + T) / (alpha + tx)) ** (r + x);
}
export type Model = BuyingParameters & { kind: BuyingKind };

/** Probability that a customer still buys. In: fit; repeat purchases, age at the last, age, in weeks. Under BG/NBD 1 for x = 0. */
export const chanceAlive = (model: Model, x: number, tx: number, T: number): number =>
  1 / (1 + goneOdds(model, x, tx, T));

/**
 * Purchases to be expected of a customer in the next `weeks`. In: fit; repeat purchases, age at the last, age. By Euler's
 * transformation of 2F1: the plain series has parameters as large as x.
 */
export function expectedOrders(model: Model, x: number, tx: number, T: number, weeks: number): number {
  return around(model, (m) => {
    const more = m.kind === 'mbgnbd' ? 1 : 0;
    const { r, alpha, a, b } = m;
    const c = a + b + x - 1 + more;
    const whole = alpha + T;
    // ((α+T)/(α+T+t))^(r+x) · 2F1(r+x, b+x; c; z) = (1−z)^(a−1) · 2F1(a+b−1−r, a−1; c; z), and likewise for MBG/NBD
    const rest = hypergeometric(a + b - 1 + more - r, a - 1, c, weeks / (whole + weeks));
    const kept = (whole / (whole + weeks)) ** (a - 1);
    return ((c / (a - 1)) * (1 - kept * rest)) / (1 + goneOdds(m, x, tx, T));
  });
}

/** Repeat purchases to be expected of a new customer in the first `weeks`. */
export function expectedOfNew(model: Model, weeks: number): number {
  return around(model, ({ kind, r, alpha, a, b }) => {
    const more = kind === 'mbgnbd' ? 1 : 0;
    const rest = hypergeometric(a + b - 1 + more - r, a - 1, a + b - 1 + more, weeks / (alpha + weeks));
    const kept = (alpha / (alpha + weeks)) ** (a - 1);
    return ((kind === 'bgnbd' ? a + b - 1 : b) / (a - 1)) * (1 - kept * rest);
  });
}

/** Both expectations have a hole at a = 1 that is none: there the mean of both sides is taken. */
function around(model: Model, of: (model: Model) => number): number {
  const hole = 1e-5;
  if (Math.abs(model.a - 1) >= hole) return of(model);
  return (of({ ...model, a: 1 - hole }) + of({ ...model, a: 1 + hole })) / 2;
}

/** Probability of exactly x repeat purchases of a new customer in `weeks` (Fader & Hardie's note on the BG/NBD's pmf). */
export function chanceOfCount({ r, alpha, a, b }: BuyingParameters, x: number, weeks: number): number {
  const lnBeta = (p: number, q: number) => lnGamma(p) + lnGamma(q) - lnGamma(p + q);
  const share = weeks / (alpha + weeks);
  const term = (j: number) =>
    Math.exp(lnGamma(r + j) - lnGamma(r) - lnGamma(j + 1) + r * Math.log(1 - share) + j * Math.log(share));
  const alive = Math.exp(lnBeta(a, b + x) - lnBeta(a, b)) * term(x);
  if (x === 0) return alive;
  let before = 0;
  for (let j = 0; j < x; j++) before += term(j);
  return alive + Math.exp(lnBeta(a + 1, b + x - 1) - lnBeta(a, b)) * (1 - before);
}
