import { i18n } from '#i18n';
import type { IcpProfile } from '../../lib/domain/schema/icp.ts';
import type { HitRate } from '../../lib/scoring/backtest.ts';
import { useBacktest } from '../hooks/use-score-figures.ts';
import { TierPane } from '../leads/tier-pane.tsx';
import { Progress } from '../ui/progress.tsx';
import { shareText } from './condition-words.ts';
import { tiers } from './migration.tsx';
import { numberText } from './points-words.ts';

const fewOutcomes = 10;
const rateText = ({ n, won, rate, interval }: HitRate): string =>
  n === 0
    ? '–'
    : i18n.t('icp.backtest.rate', [won, n, shareText(rate), shareText(interval.low), shareText(interval.high)]);

/** How the leads that were won or lost would have been graded, by what is in force and by the draft, from what was known before. */
export function BacktestTable({ draft, published }: { draft: IcpProfile; published: IcpProfile }) {
  const { value, progress, failure } = useBacktest(draft, published);
  return (
    <section aria-label={i18n.t('icp.backtest.title')} className="flex flex-col gap-2">
      <h2 className="font-semibold">{i18n.t('icp.backtest.title')}</h2>
      {failure && (
        <p role="alert" className="text-danger">
          {i18n.t('icp.failed', [failure.detail])}
        </p>
      )}
      {progress !== undefined && <Progress value={progress} label={i18n.t('icp.working')} />}
      {value && value.leads < fewOutcomes && (
        <p className="text-soft">{i18n.t('icp.backtest.few', value.leads, [value.leads, fewOutcomes])}</p>
      )}
      {value && value.leads >= fewOutcomes && (
        <div className="overflow-x-auto">
          <table className="w-full border-collapse text-start">
            <caption className="pb-1 text-start text-sm text-soft">
              {i18n.t('icp.backtest.hint', value.leads, [numberText(value.leads), shareText(value.now.all.rate)])}
            </caption>
            <thead>
              <tr className="text-sm text-soft">
                <th scope="col" className="p-1 text-start font-normal">
                  {i18n.t('icp.backtest.tier')}
                </th>
                <th scope="col" className="p-1 text-start font-normal">
                  {i18n.t('icp.draft.force')}
                </th>
                <th scope="col" className="p-1 text-start font-normal">
                  {i18n.t('icp.draft.draft')}
                </th>
              </tr>
            </thead>
            <tbody>
              {tiers.map((tier) => (
                <tr key={tier} className="border-t border-line">
                  <th scope="row" className="p-1">
                    <TierPane tier={tier} />
                  </th>
                  <td className="p-1">{rateText(value.now.tiers[tier])}</td>
                  <td className="p-1">{rateText(value.draft.tiers[tier])}</td>
                </tr>
              ))}
              {value.now.auc && value.draft.auc && (
                <tr className="border-t border-line">
                  <th scope="row" className="p-1 text-start text-sm font-normal text-soft">
                    {i18n.t('icp.backtest.auc')}
                  </th>
                  <td className="p-1">{numberText(value.now.auc.auc)}</td>
                  <td className="p-1">{numberText(value.draft.auc.auc)}</td>
                </tr>
              )}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
