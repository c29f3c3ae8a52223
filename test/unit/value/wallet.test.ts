import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Wallet } from '../../../lib/domain/schema/wallet.ts';
import { newestNeed, takenNeeds, unitedWallets, withNeed, withoutNeed } from '../../../lib/domain/wallet.ts';
import { type CustomerKind, fallIn, kindOf, type LifeFacts, type Phase, phaseOf } from '../../../lib/value/phase.ts';
import {
  bandOf,
  type Fall,
  fallOf,
  shareBands,
  type WalletFacts,
  type WalletQuestion,
  walletFacts,
} from '../../../lib/value/wallet.ts';
import { worthOf } from '../../../lib/value/worth.ts';

const today = Date.UTC(2026, 5, 30) / 86_400_000;
const need = (ago: number, amount: number, currency = 'EUR') => ({
  day: today - ago,
  amount: amount * 100,
  currency,
});
const rateOf = (currency: string) => ({ EUR: 1, USD: 0.9 })[currency] ?? Number.NaN;

describe('share of wallet', () => {
  it.each<[string, Wallet | undefined, number, number, WalletFacts]>([
    ['nothing known', undefined, 100, 100, { ask: 'need' }],
    ['known later than the day looked at', [need(-10, 500)], 100, 100, { ask: 'need' }],
    ['known long ago', [need(800, 500)], 100, 100, { ask: 'stale' }],
    ['a currency without a rate', [need(10, 500, 'CHF')], 100, 100, { ask: 'rate' }],
    ['less than we sold them', [need(10, 50)], 100, 100, { need: 50, ask: 'tooSmall' }],
    ['now alone', [need(10, 400)], 100, 200, { need: 400, potential: 300, share: 0.25 }],
    [
      'now and a year ago',
      [need(400, 800), need(10, 400)],
      100,
      200,
      { need: 400, potential: 300, share: 0.25, needBefore: 800, shareBefore: 0.25 },
    ],
    [
      'asked for a year ago half a year late',
      [need(200, 800), need(10, 400)],
      100,
      200,
      { need: 400, potential: 300, share: 0.25, needBefore: 800, shareBefore: 0.25 },
    ],
    ['in another currency', [need(10, 1000, 'USD')], 90, 0, { need: 900, potential: 810, share: 0.1 }],
    ['needs nothing any more', [need(10, 0)], 0, 100, { need: 0, potential: 0 }],
    ['refunds only', [need(10, 100)], -20, 0, { need: 100, potential: 120, share: 0 }],
  ])('%s', (_, wallet, recent, before, wanted) =>
    expect(walletFacts(wallet, { recent, before }, today, rateOf)).toEqual(wanted),
  );

  it('is between nothing and all, and with the potential makes the need', () =>
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1e6, noNaN: true }),
        fc.integer({ min: 1, max: 1e6 }),
        fc.integer({ min: 0, max: 700 }),
        (recent, amount, ago) => {
          const facts = walletFacts([need(ago, amount)], { recent, before: 0 }, today, rateOf);
          if (facts.share === undefined) {
            expect(facts.ask).toBe('tooSmall');
            return;
          }
          expect(facts.share).toBeGreaterThanOrEqual(0);
          expect(facts.share).toBeLessThanOrEqual(1);
          expect(facts.potential).toBeCloseTo(Math.max(0, amount - recent), 6);
          expect(shareBands).toContain(bandOf(facts.share));
        },
      ),
    ));
});

describe('a volume that falls', () => {
  const falling: LifeFacts = {
    orders: 20,
    firstDay: today - 1000,
    lastDay: today - 20,
    recent: 100,
    before: 200,
    repeats: 19,
  };
  it.each<[string, Wallet | undefined, Phase, Fall]>([
    ['nothing known', undefined, 'declining', 'unknown'],
    ['known now alone', [need(10, 400)], 'declining', 'unknown'],
    ['the need stayed: they buy elsewhere', [need(400, 400), need(10, 400)], 'declining', 'elsewhere'],
    ['the need fell as well', [need(400, 400), need(10, 200)], 'mature', 'market'],
    ['the need fell, our share fell more', [need(400, 400), need(10, 300)], 'declining', 'elsewhere'],
    ['nearly all of it is ours now: it cannot have been more', [need(10, 105)], 'mature', 'market'],
  ])('%s', (_, wallet, phase, fall) => {
    const facts = { ...falling, wallet: walletFacts(wallet, falling, today, rateOf) };
    expect([phaseOf(facts, today), fallIn(facts, phaseOf(facts, today))]).toEqual([phase, fall]);
  });
  it('is asked about where one more answer would tell', () => {
    const orders = {
      customers: ['a'],
      customer: Uint32Array.of(0, 0, 0),
      day: Int32Array.of(today - 700, today - 400, today - 30),
    };
    const ask = (wallet: Wallet | undefined): WalletQuestion | undefined =>
      worthOf(
        { ...orders, amount: Float64Array.of(100, 100, 50) },
        {
          asOfDay: today,
          months: 0,
          by: 'amount',
          cuts: { a: 0.65, b: 0.85 },
          policy: 'recommended',
          scale: { kind: 'parts', parts: 5 },
          money: 'amount',
        },
        undefined,
        { of: [wallet], rateOf },
      ).wallets[0]?.ask;
    expect(ask(undefined)).toBe('need');
    expect(ask([need(5, 400)])).toBe('before');
    expect(ask([need(380, 400), need(5, 400)])).toBeUndefined();
  });
  it('who needs nothing is not one who buys elsewhere', () => expect(fallOf({ need: 0 })).toBe('market'));
});

describe('what to do with whom', () => {
  it.each<
    [string, Phase, 'A' | 'B' | 'C', Parameters<typeof kindOf>[2]['wallet'], Fall | undefined, CustomerKind, string[]]
  >([
    [
      'a small one with a large need',
      'mature',
      'C',
      { need: 900, share: 0.1, potential: 810 },
      undefined,
      'grow',
      ['potential'],
    ],
    ['a small need', 'mature', 'C', { need: 200, share: 0.1, potential: 180 }, undefined, 'other', []],
    [
      'rising, and all of it ours',
      'growing',
      'B',
      { need: 900, share: 0.95, potential: 45 },
      undefined,
      'other',
      ['rising', 'allOurs'],
    ],
    [
      'large and buying elsewhere',
      'declining',
      'A',
      { need: 900, share: 0.3, potential: 600 },
      'elsewhere',
      'rescue',
      ['falling', 'elsewhere'],
    ],
    [
      'large and needing less',
      'mature',
      'A',
      { need: 900, share: 0.3, potential: 600 },
      'market',
      'keep',
      ['mostNow', 'needsLess'],
    ],
    [
      'level, while their need grew',
      'mature',
      'B',
      { need: 400, share: 0.2, shareBefore: 0.4, potential: 320 },
      undefined,
      'other',
      ['shareFalls'],
    ],
    ['lost, and without a need', 'lost', 'A', { need: 0, potential: 0 }, undefined, 'other', ['noNeed']],
  ])('%s', (_, phase, valueClass, wallet, fall, kind, reasons) =>
    expect(
      kindOf(phase, valueClass, {
        repeats: 5,
        discountShare: undefined,
        chanceAlive: undefined,
        isCompared: true,
        largeYear: 500,
        ...(wallet && { wallet }),
        fall,
      }),
    ).toEqual({ kind, reasons }),
  );
});

describe('the history of a need', () => {
  it('stands by day, one entry each, and gives entries back', () => {
    const history = withNeed(withNeed([need(100, 5)], need(10, 7)), need(100, 6));
    expect(history).toEqual([need(100, 6), need(10, 7)]);
    expect(newestNeed(history)).toEqual(need(10, 7));
    expect(withoutNeed(history, today - 10)).toEqual([need(100, 6)]);
    expect(withoutNeed([need(10, 7)], today - 10)).toBeUndefined();
  });
  it('of merged companies is one, the kept one’s word first', () =>
    expect(unitedWallets([undefined, [need(10, 7)], [need(100, 5), need(10, 9)], 'odd'])).toEqual([
      need(100, 5),
      need(10, 7),
    ]));
  it('takes in what a file says; the same day said otherwise stays or is replaced', () => {
    const ours = [need(10, 7)];
    expect(takenNeeds(ours, [need(10, 9)], false)).toEqual({ wallet: ours, differs: true });
    expect(takenNeeds(ours, [need(10, 9)], true)).toEqual({ wallet: [need(10, 9)], differs: false });
    expect(takenNeeds(undefined, [need(10, 9)], false)).toEqual({ wallet: [need(10, 9)], differs: false });
  });
});
