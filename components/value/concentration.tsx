import { i18n } from '#i18n';
import type { Overview } from '../hooks/use-orders.ts';
import { countText, figureText, percentText } from './words.ts';

/** How much hangs on how few, in plain numbers; a warning where one customer carries too much. */
export function ConcentrationWords({
  overview,
  concentration: { gini, hhi, largest, customersFor80, topFifth },
}: {
  overview: Overview;
  concentration: NonNullable<Overview['concentration']>;
}) {
  return (
    <section aria-label={i18n.t('value.concentration')} className="flex max-w-[76ch] flex-col gap-1">
      <h2 className="font-semibold">{i18n.t('value.concentration')}</h2>
      <p>
        {i18n.t('value.topFifth', [percentText(topFifth)])}{' '}
        {i18n.t('value.for80', [countText(customersFor80), countText(overview.ranking.positive)])}
      </p>
      <p className="text-soft">
        {i18n.t('value.giniHhi', [figureText(gini, 2), figureText(hhi, 3), figureText(1 / hhi, 0)])}
      </p>
      {largest > 0.25 && <p className="text-danger">{i18n.t('value.dependent', [percentText(largest)])}</p>}
    </section>
  );
}
