import { i18n } from '#i18n';
import type { IcpProfile, Tier } from '../../lib/domain/schema/icp.ts';
import type { Backtest, HitRate } from '../../lib/scoring/backtest.ts';
import { shareText } from '../icp/condition-words.ts';
import { numberText } from '../icp/points-words.ts';
import { ruleName } from '../icp/rule-words.ts';
import { TierPane, tierText } from '../leads/tier-pane.tsx';
import { classNames } from '../ui/class-names.ts';
import { FiguresTable } from './figures-table.tsx';
import { RateSpan } from './rate-span.tsx';
import { rateText, spanText, timesText, verdictOf } from './words.ts';

const tiers: readonly Tier[] = ['A', 'B', 'C', 'D', '?'];

/** How many were won of each tier that leads had just before they ended. */
export function TierRates({ tested }: { tested: Backtest }) {
  const { all } = tested;
  const cellsOf = (rate: HitRate) =>
    rate.n === 0
      ? [numberText(0), '', '', '', '', '']
      : [
          numberText(rate.n),
          numberText(rate.won),
          shareText(rate.rate),
          spanText(rate.interval),
          <RateSpan key="span" rate={rate} all={all.rate} />,
          all.won === 0 ? '' : timesText(rate.lift),
        ];
  const shown = tiers.map((tier) => ({
    key: tier,
    cells: [
      <span key="tier" className={classNames('flex items-center gap-2', tier !== '?' && 'whitespace-nowrap')}>
        <TierPane tier={tier} silent />
        {tierText(tier)}
      </span>,
      ...cellsOf(tested.tiers[tier]),
    ],
  }));
  const { A } = tested.tiers;
  return (
    <section aria-label={i18n.t('learn.tiers')} className="flex flex-col gap-2">
      <h2 className="font-semibold">{i18n.t('learn.tiers')}</h2>
      <p className="max-w-prose text-pretty">
        {A.n === 0
          ? i18n.t('learn.tiersSayNone', [shareText(all.rate)])
          : i18n.t('learn.tiersSay', [shareText(A.rate), shareText(all.rate)])}
      </p>
      <FiguresTable
        label={i18n.t('learn.tiers')}
        columns={[
          { head: i18n.t('learn.tier') },
          { head: i18n.t('learn.ended'), numbers: true },
          { head: i18n.t('learn.wonHead'), numbers: true },
          { head: i18n.t('learn.rate'), numbers: true },
          { head: i18n.t('learn.likely'), numbers: true },
          { head: '' },
          { head: i18n.t('learn.lift'), numbers: true },
        ]}
        rows={[...shown, { key: 'all', cells: [i18n.t('learn.all'), ...cellsOf(all)] }]}
      />
      <p className="max-w-prose text-sm text-soft">{i18n.t('learn.few')}</p>
    </section>
  );
}

/** What each rule said of those that were won, and how sure that is. */
export function RuleRates({ tested, profile }: { tested: Backtest; profile: IcpProfile }) {
  const rules = profile.groups.flatMap((group) => group.rules);
  const rows = tested.rules.map(({ rule, held, not, difference }) => {
    const known = rules.find(({ id }) => id === rule);
    return {
      key: rule,
      cells: [
        known ? ruleName(known) : rule,
        i18n.t(`learn.verdict.${verdictOf(held, not, difference)}`),
        <Rate key="held" rate={held} all={tested.all.rate} />,
        <Rate key="not" rate={not} all={tested.all.rate} />,
        held.n === 0 || tested.all.won === 0 ? '' : timesText(held.lift),
      ],
    };
  });
  return (
    <section aria-label={i18n.t('learn.rules')} className="flex flex-col gap-2">
      <h2 className="font-semibold">{i18n.t('learn.rules')}</h2>
      <FiguresTable
        label={i18n.t('learn.rules')}
        columns={[
          { head: i18n.t('learn.rule') },
          { head: i18n.t('learn.says') },
          { head: i18n.t('learn.held') },
          { head: i18n.t('learn.heldNot') },
          { head: i18n.t('learn.lift'), numbers: true },
        ]}
        rows={rows}
      />
    </section>
  );
}

function Rate({ rate, all }: { rate: HitRate; all: number }) {
  if (rate.n === 0) return <span className="text-soft">{i18n.t('learn.nobody')}</span>;
  return (
    <span className="flex flex-wrap items-center gap-x-2 whitespace-nowrap">
      <span className="min-w-24">
        {shareText(rate.rate)} <span className="text-soft">({rateText(rate)})</span>
      </span>
      <RateSpan rate={rate} all={all} />
      <span className="text-sm text-soft">{spanText(rate.interval)}</span>
    </span>
  );
}
