import { minimise } from './optimise.ts';
import { digamma, lnGamma } from './special.ts';

/** What customers spend on average on a purchase (Fader & Hardie, note 025). `v` is in the unit of the money. */
export type SpendFit = { p: number; q: number; v: number; ll: number };

/**
 * Fits the Gamma-Gamma model. In: repeat purchases and their mean money, for customers who have bought again and paid; others are
 * passed over. Out: undefined where the data do not settle it.
 */
export function fitSpend(x: Float64Array, mean: Float64Array, weight?: Float64Array): SpendFit | undefined {
  const rows = Array.from(x.keys()).filter((at) => (x[at] as number) > 0 && (mean[at] as number) > 0);
  if (rows.length < 3) return undefined;
  // In units of their own mean, so that cents and millions are climbed alike.
  const unit = rows.reduce((sum, at) => sum + (mean[at] as number), 0) / rows.length;
  const counts = Float64Array.from(rows, (at) => x[at] as number);
  const money = Float64Array.from(rows, (at) => (mean[at] as number) / unit);
  const weights = Float64Array.from(rows, (at) => weight?.[at] ?? 1);
  const distinct = [...new Set(counts)];
  const place = new Map(distinct.map((one, at) => [one, at]));
  const indexOf = Uint32Array.from(counts, (one) => place.get(one) as number);
  const lnMoney = money.map(Math.log);
  const lnCounts = counts.map(Math.log);

  const likelihood = (p: number, q: number, v: number, slope: Float64Array): number => {
    const perX = distinct.map((k) => ({
      value: lnGamma(p * k + q) - lnGamma(p * k) - lnGamma(q) + q * Math.log(v),
      p: k * (digamma(p * k + q) - digamma(p * k)),
      q: digamma(p * k + q) - digamma(q) + Math.log(v),
    }));
    let ll = 0;
    let [dp, dq, dv] = [0, 0, 0];
    for (let at = 0; at < counts.length; at++) {
      const k = counts[at] as number;
      const table = perX[indexOf[at] as number] as (typeof perX)[number];
      const w = weights[at] as number;
      const both = k * (money[at] as number) + v;
      const lnBoth = Math.log(both);
      const lnZ = lnMoney[at] as number;
      const lnK = lnCounts[at] as number;
      ll += w * (table.value + (p * k - 1) * lnZ + p * k * lnK - (p * k + q) * lnBoth);
      dp += w * (table.p + k * (lnZ + lnK - lnBoth));
      dq += w * (table.q - lnBoth);
      dv += w * (q / v - (p * k + q) / both);
    }
    slope.set([dp, dq, dv]);
    return ll;
  };
  const target = {
    at(point: Float64Array, slope: Float64Array): number {
      const [p, q, v] = Array.from(point, Math.exp) as [number, number, number];
      if (![p, q, v].every((one) => one > 1e-9 && one < 1e8)) return Number.POSITIVE_INFINITY;
      const value = -likelihood(p, q, v, slope);
      [p, q, v].forEach((one, at) => {
        slope[at] = -(slope[at] as number) * one;
      });
      return Number.isNaN(value) ? Number.POSITIVE_INFINITY : value;
    },
  };
  for (const start of [
    [Math.log(4), Math.log(3), Math.log(0.5)],
    [0, Math.log(2), 0],
    [Math.log(20), Math.log(10), Math.log(0.5)],
  ]) {
    const found = minimise(target, start);
    if (!found.isSettled) continue;
    const [p, q, v] = Array.from(found.point, Math.exp) as [number, number, number];
    if (Math.max(p, q, v) > 1e5) continue;
    const shift = weights.reduce((sum, one) => sum + one, 0) * Math.log(unit);
    return { p, q, v: v * unit, ll: -found.value - shift };
  }
  return undefined;
}

/** Mean spend of all customers, first ones included. Infinite where q ≤ 1: then nothing can be said of who has not bought again. */
export const meanSpend = ({ p, q, v }: SpendFit): number => (q > 1 ? (p * v) / (q - 1) : Number.POSITIVE_INFINITY);

/** Mean spend to be expected of a customer. In: fit; repeat purchases and their mean money. */
export const expectedSpend = ({ p, q, v }: SpendFit, x: number, mean: number): number =>
  x === 0 ? meanSpend({ p, q, v, ll: 0 }) : (p * (v + x * mean)) / (p * x + q - 1);

/** Pearson correlation of how often and how much: the model takes them to have nothing to do with each other. */
export function spendCorrelation(x: Float64Array, mean: Float64Array): number {
  const rows = Array.from(x.keys()).filter((at) => (x[at] as number) > 0 && (mean[at] as number) > 0);
  if (rows.length < 3) return 0;
  const average = (of: Float64Array) => rows.reduce((sum, at) => sum + (of[at] as number), 0) / rows.length;
  const [mx, my] = [average(x), average(mean)];
  let [xy, xx, yy] = [0, 0, 0];
  for (const at of rows) {
    const [dx, dy] = [(x[at] as number) - mx, (mean[at] as number) - my];
    xy += dx * dy;
    xx += dx * dx;
    yy += dy * dy;
  }
  return xx === 0 || yy === 0 ? 0 : xy / Math.sqrt(xx * yy);
}
