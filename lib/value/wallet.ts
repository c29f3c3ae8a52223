import type { Wallet, WholeNeed } from '../domain/schema/wallet.ts';

/** Why somebody's share of wallet is not known: what to ask. */
export const walletQuestions = ['need', 'stale', 'tooSmall', 'rate', 'before'] as const;
/**
 * `need`: nothing is known of their whole need; `stale`: what is known is too old; `tooSmall`: we alone sold them more; `rate`: its
 * currency has no rate; `before`: their volume falls, and what they needed a year ago is not known.
 */
export type WalletQuestion = (typeof walletQuestions)[number];

/** Why a volume with us falls: they buy elsewhere, they need less and we keep our share, or nobody can tell yet. */
export const falls = ['elsewhere', 'market', 'unknown'] as const;
export type Fall = (typeof falls)[number];

/** Share of wallet and what comes of it; what is absent is unknown. Money in the base currency. */
export type WalletFacts = {
  /** A year's purchases from whomever, now and a year ago. */
  need?: number;
  needBefore?: number;
  /** Our sales of the last 365 days, and of the 365 before, over the need of the same span. */
  share?: number;
  shareBefore?: number;
  /** What they buy elsewhere in a year. */
  potential?: number;
  ask?: WalletQuestion;
};

/** A need is taken for known for two years. Their whole need may be a little less than our own sales: spans never fit exactly. (judgement) */
const keepsDays = 730;
const slack = 1.1;
const year = 365;
/** The need of a year ago may have been asked for up to half a year later, or up to one and a half years before. (judgement) */
const beforeReach = { earlier: 548, later: 182 };

/**
 * Share of wallet of one customer: what they bought from us over what they bought in all, both of the same year. In: the dated history of
 * their whole need, our sales of the last 365 days and of the 365 before, the day looked at, what one unit of a currency is worth in
 * the base (NaN: no rate). Unknown stays unknown and says what to ask. (method.md, rows 21 and 36)
 */
export function walletFacts(
  wallet: Wallet | undefined,
  { recent, before }: { recent: number; before: number },
  asOfDay: number,
  rateOf: (currency: string) => number,
): WalletFacts {
  const known = (wallet ?? []).filter(({ day }) => day <= asOfDay);
  const now = known.at(-1);
  if (!now) return { ask: 'need' };
  if (asOfDay - now.day > keepsDays) return { ask: 'stale' };
  const need = inBase(now, rateOf);
  if (Number.isNaN(need)) return { ask: 'rate' };
  if (recent > need * slack) return { need, ask: 'tooSmall' };
  const facts: WalletFacts = { need, potential: Math.max(0, need - recent) };
  if (need > 0) facts.share = clamp(recent / need);
  const earlier = entryBefore(known.slice(0, -1), asOfDay - year);
  const needBefore = earlier ? inBase(earlier, rateOf) : Number.NaN;
  if (!Number.isNaN(needBefore) && before <= needBefore * slack) {
    facts.needBefore = needBefore;
    if (needBefore > 0) facts.shareBefore = clamp(before / needBefore);
  }
  return facts;
}

const clamp = (share: number) => Math.min(1, Math.max(0, share));
const inBase = ({ amount, currency }: WholeNeed, rateOf: (currency: string) => number) =>
  (amount / 100) * (currency === '' ? 1 : rateOf(currency));

/** What was known nearest to a day. */
function entryBefore(known: Wallet, day: number): WholeNeed | undefined {
  return known
    .filter((one) => one.day - day <= beforeReach.later && day - one.day <= beforeReach.earlier)
    .sort((a, b) => Math.abs(a.day - day) - Math.abs(b.day - day))[0];
}

/** A share that moves by less than this part of itself is level, as a volume is. (judgement) */
const level = 0.15;

/**
 * Whether the share of wallet fell; undefined where it cannot be told. With the need of a year ago unknown one case is sure all the
 * same: nobody can have bought more than all of it from us, so who buys nearly all now has not gone elsewhere.
 */
export function shareFell({ share, shareBefore }: WalletFacts): boolean | undefined {
  if (share === undefined) return undefined;
  if (shareBefore === undefined) return share >= 1 - level ? false : undefined;
  return share < shareBefore * (1 - level);
}

/** Why a volume falls that does fall, by the share of wallet. */
export function fallOf(facts: WalletFacts): Fall {
  // Who needs nothing any more buys nothing elsewhere.
  if (facts.need === 0) return 'market';
  const fell = shareFell(facts);
  if (fell === undefined) return 'unknown';
  return fell ? 'elsewhere' : 'market';
}

/** Bands in which charts and pivots show shares, by the least share in each. */
export const shareBands = ['none', 'low', 'half', 'most', 'all'] as const;
export type ShareBand = (typeof shareBands)[number];

/** The band of a share: under a tenth, under 40 %, under 70 %, under 90 %, and above. (judgement) */
export function bandOf(share: number | undefined): ShareBand | undefined {
  if (share === undefined) return undefined;
  return share < 0.1 ? 'none' : share < 0.4 ? 'low' : share < 0.7 ? 'half' : share < 0.9 ? 'most' : 'all';
}
