import { ChartLineIcon } from 'lucide-react';
import { i18n } from '#i18n';
import { phases } from '../../lib/value/phase.ts';
import { useOrderBatches, useOrdersTold } from '../hooks/use-orders.ts';
import { useSetting } from '../hooks/use-setting.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { InvoicesBlock } from './invoices-block.tsx';
import { ModelsBlock } from './models-block.tsx';
import { MovementBlock } from './movement-block.tsx';
import { PivotBlock } from './pivot-block.tsx';
import { SourcesBlock } from './sources-block.tsx';
import { ThroughBars } from './through-bars.tsx';
import { WalletBlock } from './wallet-block.tsx';
import { phaseText } from './words.ts';

const whole = {};

/** What the orders tell over time: lifetime values, phases, movement, a pivot, what winning customers cost, and invoices. */
export function InsightsView() {
  const batches = useOrderBatches();
  const has = batches !== undefined && batches.length > 0;
  const { value: overview, failure } = useOrdersTold('overview', has ? [whole] : undefined);
  const [settings, putSettings] = useSetting('customerValue');
  const none = { customers: 0, amount: 0 };
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <header className="flex min-h-10 shrink-0 items-center border-b border-line px-4">
        <h1 className="text-lg font-semibold">{i18n.t('value.insights')}</h1>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto p-4">
        {failure && <p role="alert">{i18n.t('value.failed', [failure.detail])}</p>}
        {batches?.length === 0 && (
          <EmptyState icon={ChartLineIcon} title={i18n.t('value.insightsNone')}>
            <p>{i18n.t('value.insightsTeach')}</p>
            <a className="text-accent underline" href="#/customers">
              {i18n.t('value.title')}
            </a>
          </EmptyState>
        )}
        {has && !overview && !failure && <p className="text-soft">{i18n.t('value.working')}</p>}
        {overview && settings && (
          <div className="flex min-w-0 flex-col gap-10">
            <ModelsBlock base={overview.base} question={whole} settings={settings} onSettings={putSettings} />
            <ThroughBars
              title={i18n.t('value.phases')}
              hint={i18n.t('value.phasesHint')}
              overview={overview}
              question={whole}
              filterOf={(key) => ({ phase: phases.find((one) => one === key) ?? 'mature' })}
              tallies={phases
                .filter((key) => key !== 'potential')
                .map((key) => ({ key, name: phaseText(key), ...(overview.phases[key] ?? none) }))}
            />
            <WalletBlock overview={overview} question={whole} />
            <MovementBlock overview={overview} question={whole} />
            <PivotBlock question={whole} overview={overview} />
            <SourcesBlock question={whole} overview={overview} settings={settings} onSettings={putSettings} />
            {overview.invoices.invoices > 0 && <InvoicesBlock overview={overview} question={whole} />}
          </div>
        )}
      </div>
    </div>
  );
}
