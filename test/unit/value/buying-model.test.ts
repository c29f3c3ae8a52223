import { describe, expect, it } from 'vitest';
import {
  type BuyingParameters,
  chanceAlive,
  chanceOfCount,
  expectedOfNew,
  expectedOrders,
  fitBuying,
} from '../../../lib/value/buying-model.ts';
import { expectedSpend, fitSpend, meanSpend } from '../../../lib/value/gamma-gamma.ts';
import { lifetimeValue, simpleLifetimeValue } from '../../../lib/value/lifetime.ts';
import { fitModels } from '../../../lib/value/models.ts';
import { groupRepeats, type Repeats } from '../../../lib/value/repeat-groups.ts';
import { digamma, hypergeometric, lnGamma, seededRandom } from '../../../lib/value/special.ts';
import { simulateBuyers } from './simulate.ts';

/** As published for the CDNOW customers (Fader, Hardie & Lee 2005; Hardie, notes 004 and 025). */
const published = { kind: 'bgnbd', r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 } as const;

describe('special functions', () => {
  it.each([
    [0.1, 2.252712651734206],
    [0.5, 0.5723649429247001],
    [1, 0],
    [10, 12.801827480081469],
    [171.5, 709.2109] as [number, number],
  ])('ln Γ(%d)', (z, wanted) => expect(lnGamma(z)).toBeCloseTo(wanted, z > 100 ? 0 : 12));
  it('digamma is the slope of ln Γ', () => {
    for (const z of [0.05, 0.7, 1, 3.3, 40])
      expect(digamma(z)).toBeCloseTo((lnGamma(z + 1e-5) - lnGamma(z - 1e-5)) / 2e-5, 5);
    expect(digamma(1)).toBeCloseTo(-0.5772156649015329, 12);
  });
  it('2F1 of known closed forms', () => {
    expect(hypergeometric(1, 1, 2, 0.5)).toBeCloseTo(2 * Math.log(2), 12);
    expect(hypergeometric(0.5, 1, 1.5, 0.25)).toBeCloseTo(Math.atanh(0.5) / 0.5, 12);
    expect(hypergeometric(-2, 3, 4, 0.9)).toBeCloseTo(1 - (2 * 3 * 0.9) / 4 + ((2 * 12) / (20 * 2)) * 0.81, 12);
  });
});

describe('BG/NBD at the published parameters', () => {
  it.each([
    [10, 2, 1.07869e-7],
    [0, 39, 0.5737864],
    [11, 30, 0.0019995214],
    [14, 30, 0.0009003148],
    [20, 30, 0.000222226],
  ])('chance of %d purchases in %d weeks', (x, weeks, wanted) =>
    expect(chanceOfCount(published, x, weeks) / wanted).toBeCloseTo(1, 5),
  );
  it('what a new customer buys in a year', () => {
    const exact = { ...published, r: 0.24259453, alpha: 4.41360209, a: 0.79292197, b: 2.42590665 };
    expect(expectedOfNew(exact, 52)).toBeCloseTo(1.444, 4);
  });
  it('what a known customer buys, and whether they still do', () => {
    expect(expectedOrders(published, 2, 30.43, 38.86, 39)).toBeCloseTo(1.226, 2);
    expect(expectedOrders(published, 26, 30.857, 31, 52)).toBeCloseTo(25.76, 1);
    expect(chanceAlive(published, 26, 30.857, 31)).toBeCloseTo(0.96885, 3);
    expect(chanceAlive(published, 0, 0, 39)).toBe(1);
    expect(chanceAlive({ ...published, kind: 'mbgnbd' }, 0, 0, 39)).toBeLessThan(1);
  });
  it('who bought often and then fell silent is gone the surer', () => {
    const chances = [10, 15, 20, 25].map((x) => expectedOrders(published, x, 20, 39, 52));
    expect(chances[0]).toBeCloseTo(0.3475, 3);
    expect(chances[3]).toBeCloseTo(0.0004, 3);
  });
  it('nothing jumps where a is 1', () => {
    const at = (a: number) => expectedOrders({ ...published, a }, 2, 30, 39, 39);
    expect(at(1)).toBeCloseTo((at(0.9999) + at(1.0001)) / 2, 6);
  });
});

describe('fitting', () => {
  const wanted: BuyingParameters = { r: 0.6, alpha: 5, a: 0.9, b: 2.5 };
  it.each(['bgnbd', 'mbgnbd'] as const)('finds the parameters that customers were made with: %s', (kind) => {
    const buyers = simulateBuyers(8000, kind, wanted, 50, 7);
    const fit = fitBuying(kind, groupRepeats(buyers));
    expect(fit).toBeDefined();
    expect(fit?.r).toBeCloseTo(wanted.r, 0);
    expect(Math.abs(Math.log((fit?.alpha ?? 0) / wanted.alpha))).toBeLessThan(0.2);
    // A population is told by its mean dropout better than by a and b apart.
    expect((fit?.a ?? 0) / ((fit?.a ?? 0) + (fit?.b ?? 0))).toBeCloseTo(0.9 / 3.4, 1);
  });
  it('is at a top: no step to either side is better', () => {
    const groups = groupRepeats(simulateBuyers(600, 'bgnbd', wanted, 40, 3));
    const fit = fitBuying('bgnbd', groups);
    for (const name of ['r', 'alpha', 'a', 'b'] as const)
      for (const factor of [0.98, 1.02]) {
        const start = { ...(fit as BuyingParameters), [name]: (fit?.[name] ?? 0) * factor };
        const other = fitBuying('bgnbd', groups, { start });
        expect(other?.ll).toBeCloseTo(fit?.ll ?? 0, 4);
      }
  });
  it('another unit of time scales alpha alone', () => {
    const buyers = simulateBuyers(800, 'bgnbd', wanted, 40, 5);
    const days = { ...buyers, tx: buyers.tx.map((t) => t * 7), T: buyers.T.map((t) => t * 7) };
    const [weekly, daily] = [buyers, days].map((one) => fitBuying('bgnbd', groupRepeats(one)));
    expect((daily?.alpha ?? 0) / (weekly?.alpha ?? 1)).toBeCloseTo(7, 3);
    expect(daily?.r).toBeCloseTo(weekly?.r ?? 0, 4);
  });
  it('spend of made customers, in any unit', () => {
    const { x, mean } = simulateBuyers(6000, 'bgnbd', { r: 2, alpha: 4, a: 0.5, b: 5 }, 50, 11);
    const fit = fitSpend(x, mean);
    const cents = fitSpend(
      x,
      mean.map((one) => one * 100),
    );
    expect(Math.abs(Math.log((fit?.p ?? 0) / 6))).toBeLessThan(0.15);
    expect(Math.abs(Math.log((fit?.q ?? 0) / 4))).toBeLessThan(0.15);
    expect((cents?.v ?? 0) / (fit?.v ?? 1)).toBeCloseTo(100, 3);
    expect(cents?.p).toBeCloseTo(fit?.p ?? 0, 4);
  });
  it('spend at the published parameters', () => {
    const fit = { p: 6.25, q: 3.74, v: 15.44, ll: 0 };
    expect(meanSpend(fit)).toBeCloseTo(35.2, 0);
    expect(expectedSpend(fit, 2, 22.345)).toBeCloseTo(24.65, 1);
    expect(expectedSpend(fit, 7, 73.74)).toBeCloseTo(71.46, 0);
    expect(expectedSpend(fit, 0, 0)).toBe(meanSpend(fit));
  });
});

describe('what cannot be told', () => {
  const none: Repeats = simulateBuyers(20, 'bgnbd', { r: 0.6, alpha: 5, a: 0.9, b: 2.5 }, 50, 1);
  it('few who bought again', () => {
    const models = fitModels(none);
    expect(models.bgnbd).toMatchObject({ ok: false, reason: 'fewRepeaters', needed: 30 });
    expect(models.gammaGamma).toMatchObject({ ok: false, reason: 'fewRepeaters' });
  });
  it('everybody once, everybody alike, nobody', () => {
    const all = (x: number, tx: number) => {
      const column = (value: number) => new Float64Array(500).fill(value);
      return { x: column(x), tx: column(tx), T: column(50), mean: column(10), place: new Uint32Array(500) };
    };
    expect(fitModels(all(0, 0)).bgnbd.ok).toBe(false);
    expect(fitModels(all(3, 50)).bgnbd.ok).toBe(false);
    expect(fitModels(all(3, 50)).gammaGamma.ok).toBe(false);
    const empty = new Float64Array(0);
    expect(fitModels({ x: empty, tx: empty, T: empty, mean: empty, place: new Uint32Array(0) }).bgnbd.ok).toBe(false);
  });
  it('few enough to need a penalty still give a model', () => {
    const models = fitModels(simulateBuyers(160, 'mbgnbd', { r: 0.9, alpha: 5, a: 0.6, b: 2.5 }, 40, 2));
    expect(models.repeaters).toBeGreaterThan(30);
    expect(models.mbgnbd.ok && models.mbgnbd.fit.isPenalised).toBe(true);
  });
});

describe('value over time', () => {
  const customer = { x: 2, tx: 30.43, T: 38.86, spend: 24.65 };
  it('a rate of one halves what comes in one period', () => {
    const [whole, half] = [0, 1].map((monthlyRate) => lifetimeValue(published, customer, { months: 1, monthlyRate }));
    expect((half ?? 0) * 2).toBeCloseTo(whole ?? 0, 10);
  });
  it('is what the published customers are worth', () => {
    expect(lifetimeValue(published, customer, { months: 12, monthlyRate: 0.01 })).toBeCloseTo(36.27, 1);
  });
  it('the simple formula', () => {
    expect(simpleLifetimeValue(100, 0.8, 0.1)).toBeCloseTo(366.67, 2);
    expect(simpleLifetimeValue(100, 0, 0.1)).toBeCloseTo(100, 10);
    expect(simpleLifetimeValue(100, 1, 0)).toBeUndefined();
  });
  it('numbers that are drawn come out the same again', () => {
    const [a, b] = [seededRandom(4), seededRandom(4)];
    expect([a(), a(), a()]).toEqual([b(), b(), b()]);
  });
});
