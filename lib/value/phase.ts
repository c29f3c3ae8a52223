import { type Fall, fallOf, shareFell, type WalletFacts } from './wallet.ts';

export const phases = ['potential', 'growing', 'mature', 'declining', 'lost'] as const;
/** Where a customer stands in their life with us: the four periods, and behind them who is gone. */
export type Phase = (typeof phases)[number];

/** What the phase goes by; days are whole days since 1970. */
export type LifeFacts = {
  orders: number;
  firstDay: number;
  lastDay: number;
  /** Money of the last 365 days and of the 365 before. */
  recent: number;
  before: number;
  /** Repeat purchases: distinct days less one. */
  repeats: number;
  /** Share of wallet, as far as known. */
  wallet?: WalletFacts;
};

/** Volume that moves by less than this share either way is level. (judgement) */
const level = 0.15;
const year = 365;

/** Days of silence after which a customer counts as lost: three times their usual gap, at least half a year, at most two. (judgement) */
export function patienceOf({
  firstDay,
  lastDay,
  repeats,
}: Pick<LifeFacts, 'firstDay' | 'lastDay' | 'repeats'>): number {
  const gap = repeats > 0 ? (lastDay - firstDay) / repeats : year / 1.5;
  return Math.min(2 * year, Math.max(year / 2, 3 * gap));
}

/**
 * The phase by rules over volume and share of wallet: no order is potential; silence beyond all patience is lost; the first year, and
 * more than in the year before, is growing; about the same is mature. Less is declining where they buy elsewhere, and where nobody
 * knows whether they do; who needs less altogether and keeps buying the same share from us is mature. (method.md, row 21)
 */
export function phaseOf(facts: LifeFacts, asOfDay: number): Phase {
  if (facts.orders === 0 || Number.isNaN(facts.lastDay)) return 'potential';
  if (asOfDay - facts.lastDay > patienceOf(facts)) return 'lost';
  if (asOfDay - facts.firstDay < year || facts.before <= 0) return 'growing';
  const change = facts.recent / facts.before - 1;
  if (change > level) return 'growing';
  return change < -level && fallOf(facts.wallet ?? {}) !== 'market' ? 'declining' : 'mature';
}

/** Why their volume with us falls; undefined where it does not, or nobody can compare. In: facts, the phase that they are in. */
export function fallIn({ recent, before, wallet = {} }: LifeFacts, phase: Phase): Fall | undefined {
  if (phase === 'declining') return fallOf(wallet);
  return phase === 'mature' && recent / before - 1 < -level ? 'market' : undefined;
}

export const customerKinds = ['keep', 'grow', 'rescue', 'transactional', 'other', 'winBack'] as const;
/**
 * What to do with a customer: the three kinds of relational customers (most profit now; could become the largest; losing value),
 * who buys at a discount only, and lost ones worth winning back. (method.md, rows 4, 5 and 31)
 */
export type CustomerKind = (typeof customerKinds)[number];
export type KindReason =
  | 'mostNow'
  | 'rising'
  | 'potential'
  | 'falling'
  | 'elsewhere'
  | 'needsLess'
  | 'shareFalls'
  | 'allOurs'
  | 'silent'
  | 'discounts'
  | 'lostValue'
  | 'noNeed'
  | 'once'
  | 'returned';

/** Who buys nearly all they need from us cannot become larger. (judgement) */
const allOurs = 0.9;

/**
 * In: phase and class, share of orders at a discount (undefined where lists do not say), regularity, chance to be alive, share of
 * wallet with what an A customer usually brings in a year: whose whole need is as much could become one of the largest.
 */
export function kindOf(
  phase: Phase,
  valueClass: 'A' | 'B' | 'C' | undefined,
  facts: {
    repeats: number;
    discountShare: number | undefined;
    chanceAlive: number | undefined;
    /** They ordered in the year before last too: what grows was not nothing. */
    isCompared: boolean;
    wallet?: WalletFacts;
    fall?: Fall | undefined;
    /** NaN where nobody is an A customer. */
    largeYear?: number;
  },
): { kind: CustomerKind; reasons: KindReason[] } {
  const isValued = valueClass === 'A' || valueClass === 'B';
  const { wallet = {}, fall, largeYear = Number.NaN } = facts;
  if (phase === 'lost') {
    // Nobody wins back who needs nothing any more.
    if (wallet.need === 0) return { kind: 'other', reasons: ['noNeed'] };
    return isValued ? { kind: 'winBack', reasons: ['lostValue'] } : { kind: 'other', reasons: [] };
  }
  if (facts.discountShare !== undefined && facts.discountShare >= 0.6 && facts.repeats >= 1)
    return { kind: 'transactional', reasons: ['discounts'] };
  const isSilent = facts.chanceAlive !== undefined && facts.chanceAlive < 0.5;
  if (isValued && (phase === 'declining' || isSilent)) {
    const reasons: KindReason[] = [];
    if (phase === 'declining') reasons.push('falling');
    if (fall === 'elsewhere') reasons.push('elsewhere');
    if (isSilent) reasons.push('silent');
    return { kind: 'rescue', reasons };
  }
  // Whoever only gave things back has bought nothing.
  if (phase === 'potential') return { kind: 'other', reasons: ['returned'] };
  const noted: KindReason[] = [
    ...(fall === 'market' ? (['needsLess'] as const) : []),
    ...(fall === undefined && shareFell(wallet) === true ? (['shareFalls'] as const) : []),
  ];
  if (valueClass === 'A') return { kind: 'keep', reasons: ['mostNow', ...noted] };
  const isAllOurs = (wallet.share ?? 0) >= allOurs;
  if (!isAllOurs && facts.repeats >= 1 && wallet.potential !== undefined && (wallet.need ?? 0) >= largeYear)
    return { kind: 'grow', reasons: [...(phase === 'growing' ? (['rising'] as const) : []), 'potential', ...noted] };
  // Nearly everybody new grows: of the small ones only who was there before and rises.
  if (phase === 'growing' && facts.repeats >= 1 && (valueClass === 'B' || facts.isCompared))
    return isAllOurs
      ? { kind: 'other', reasons: ['rising', 'allOurs'] }
      : { kind: 'grow', reasons: ['rising', ...noted] };
  return { kind: 'other', reasons: facts.repeats === 0 ? ['once', ...noted] : noted };
}
