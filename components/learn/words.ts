import { i18n } from '#i18n';
import type { HitRate } from '../../lib/scoring/backtest.ts';
import type { Interval } from '../../lib/scoring/learn/statistics.ts';
import { shareText } from '../icp/condition-words.ts';
import { numberText } from '../icp/points-words.ts';

const locale = () => i18n.t('panel.locale');

/** A figure of statistics with so many digits behind the point. */
export const digitsText = (value: number, digits: number): string =>
  new Intl.NumberFormat(locale(), { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);

/** A day with its year. */
export const dateText = (at: number): string => new Intl.DateTimeFormat(locale(), { dateStyle: 'medium' }).format(at);

/** A span of shares: "31%–58%". */
export const spanText = ({ low, high }: Interval): string => `${shareText(low)}–${shareText(high)}`;

/** "12 of 30", or that nobody ended. */
export const rateText = ({ won, n }: HitRate): string =>
  n === 0 ? i18n.t('learn.nobody') : i18n.t('learn.share', [numberText(won), numberText(n)]);

/** "1.8 times". */
export const timesText = (lift: number): string => i18n.t('learn.times', [digitsText(lift, 1)]);

export type Verdict = 'more' | 'less' | 'open' | 'mute';

/** What a rule's two shares say, as far as chance allows. In: both, the interval of their difference. */
export function verdictOf(held: HitRate, not: HitRate, { low, high }: Interval): Verdict {
  if (held.n === 0 || not.n === 0) return 'mute';
  if (low > 0) return 'more';
  return high < 0 ? 'less' : 'open';
}
