import { i18n } from '#i18n';
import type { NamedSegment } from '../../lib/domain/named-segments.ts';
import { type WholeNeed, wallet } from '../../lib/domain/schema/wallet.ts';
import { noDay } from '../../lib/value/order-table.ts';
import type { CustomerKind, KindReason, Phase } from '../../lib/value/phase.ts';
import type { EightClass } from '../../lib/value/segments.ts';
import type { Fall } from '../../lib/value/wallet.ts';

const locale = () => i18n.t('panel.locale');
const dayMs = 86_400_000;

/** Money in the base currency, without its small change; a plain number where no list names a currency. */
export function moneyText(value: number, currency: string): string {
  const digits = Math.abs(value) < 100 && value !== Math.round(value) ? 2 : 0;
  const usual = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  if (/^[A-Z]{3}$/.test(currency)) {
    try {
      return new Intl.NumberFormat(locale(), { style: 'currency', currency, ...usual }).format(value);
    } catch (cause) {
      // A list may call anything a currency.
      if (!(cause instanceof RangeError)) throw cause;
    }
  }
  return `${new Intl.NumberFormat(locale(), usual).format(value)}${currency ? ` ${currency}` : ''}`;
}

/** A whole number. */
export const countText = (value: number): string => new Intl.NumberFormat(locale()).format(value);

/** A number with one digit behind the point where it is small. */
export const figureText = (value: number, digits = 1): string =>
  new Intl.NumberFormat(locale(), { maximumFractionDigits: digits }).format(value);

export const percentText = (share: number, digits = 0): string =>
  new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: digits }).format(share);

/** A whole day since 1970 as one says it; '' for none. */
export const dateOf = (day: number | undefined): string =>
  day === undefined || day === noDay
    ? ''
    : new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeZone: 'UTC' }).format(day * dayMs);

export const monthOf = (day: number): string =>
  new Intl.DateTimeFormat(locale(), { month: 'short', year: '2-digit', timeZone: 'UTC' }).format(day * dayMs);

/** What somebody buys in a year in all, in the currency that it is known in. */
export const needText = ({ amount, currency }: WholeNeed): string => moneyText(amount / 100, currency);

/** Where a need is known from and when, for the history. */
export const walletText = (value: unknown): string =>
  (wallet.safeParse(value).data ?? [])
    .map((one) => i18n.t('value.wallet.asOf', [needText(one), dateOf(one.day)]))
    .join('; ');

/** Today as a whole day since 1970, by the clock of this machine. */
export function todayDay(): number {
  const now = new Date();
  return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / dayMs;
}

/** "A customer". */
export const classText = (valueClass: 'A' | 'B' | 'C'): string => i18n.t('value.customer', [valueClass]);
export const segmentText = (segment: NamedSegment): string => i18n.t(`value.segment.${segment}`);
export const eightText = (one: EightClass): string => i18n.t(`value.eight.${one}`);
export const phaseText = (phase: Phase): string => i18n.t(`value.phase.${phase}`);
/** Why a volume falls, with the phase that they are in. */
export const fallText = (fall: Fall): string => i18n.t(`value.fall.${fall}`);
export const kindText = (kind: CustomerKind): string => i18n.t(`value.kind.${kind}`);
export const reasonText = (reason: KindReason): string => i18n.t(`value.reason.${reason}`);

/** The value of a currency field or a search of the day: what a date input holds. */
export const dayInput = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10);
export const dayOfInput = (text: string): number | undefined => {
  const at = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(at) ? at / dayMs : undefined;
};
