import { i18n } from '#i18n';
import { falls, shareBands } from '../../lib/value/wallet.ts';
import type { Overview, ValueQuestion } from '../hooks/use-orders.ts';
import { ThroughBars } from './through-bars.tsx';
import { WalletChart } from './wallet-chart.tsx';
import { countText, fallText, moneyText, percentText } from './words.ts';

const none = { customers: 0, amount: 0 };

/** Share of wallet: how much of what customers buy in all they buy here, why volumes fall, and whom to ask. */
export function WalletBlock({ overview, question }: { overview: Overview; question: ValueQuestion }) {
  const { wallet, base, customers, shares, falls: fallen } = overview;
  const { known, need, ours, potential } = wallet;
  const bands = [...shareBands, 'ask' as const];
  const falling = falls.filter((key) => fallen[key]);
  return (
    <section aria-label={i18n.t('value.wallet.title')} className="flex min-w-0 flex-col gap-6">
      <div className="flex max-w-[76ch] flex-col gap-1">
        <h2 className="font-semibold">{i18n.t('value.wallet.title')}</h2>
        {known === 0 ? (
          <p>{i18n.t('value.wallet.none')}</p>
        ) : (
          <>
            <p>
              {i18n.t('value.wallet.head', [
                countText(known),
                countText(customers),
                moneyText(need, base),
                percentText(need === 0 ? 0 : Math.min(1, ours / need)),
                moneyText(potential, base),
              ])}
            </p>
            <p className="text-soft">{i18n.t('value.wallet.hint')}</p>
          </>
        )}
      </div>
      {known > 0 && (
        <>
          <WalletChart question={question} overview={overview} />
          <ThroughBars
            title={i18n.t('value.wallet.bands')}
            hint={i18n.t('value.wallet.bandsHint')}
            overview={overview}
            question={question}
            tallies={bands.map((key) => ({ key, name: i18n.t(`value.band.${key}`), ...(shares[key] ?? none) }))}
            filterOf={(key) => ({ band: bands.find((one) => one === key) ?? 'ask' })}
            taskText={taskOf}
          />
        </>
      )}
      {falling.length > 0 && (
        <ThroughBars
          title={i18n.t('value.wallet.falls')}
          hint={i18n.t('value.wallet.fallsHint')}
          overview={overview}
          question={question}
          tallies={falling.map((key) => ({ key, name: fallText(key), ...(fallen[key] ?? none) }))}
          filterOf={(key) => ({ fall: falls.find((one) => one === key) ?? 'unknown' })}
          taskText={taskOf}
        />
      )}
    </section>
  );
}

const taskOf = (key: string): string =>
  key === 'ask' || key === 'unknown'
    ? i18n.t('value.wallet.task')
    : key === 'elsewhere'
      ? i18n.t('value.task.rescue')
      : i18n.t('value.task.other');
