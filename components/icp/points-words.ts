import { i18n } from '#i18n';

const locale = () => i18n.t('panel.locale');

/** Points with their sign: "+15", "−20" with a true minus. */
export const pointsText = (points: number): string =>
  new Intl.NumberFormat(locale(), { signDisplay: 'exceptZero' }).format(points).replace('-', '−');

export const numberText = (value: number): string =>
  new Intl.NumberFormat(locale(), { maximumFractionDigits: 2 }).format(value);
