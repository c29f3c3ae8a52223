import { XIcon } from 'lucide-react';
import { useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { Lead } from '../../lib/domain/schema/lead.ts';
import type { WholeNeed } from '../../lib/domain/schema/wallet.ts';
import { withNeed, withoutNeed } from '../../lib/domain/wallet.ts';
import { walletFacts } from '../../lib/value/wallet.ts';
import { useCustomerValue } from '../hooks/use-customer-values.ts';
import { leadActions } from '../hooks/use-lead-actions.ts';
import { orderActions } from '../hooks/use-orders.ts';
import { useSetting } from '../hooks/use-setting.ts';
import { attempt, attemptWithUndo } from '../leads/act.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { WalletForm } from './wallet-form.tsx';
import { dateOf, moneyText, needText, percentText, todayDay } from './words.ts';

/** What a company, or a person without one, buys in a year in all, over time; and our share of it, or what to ask. */
export function LeadWallet({ lead }: { lead: Lead }) {
  const value = useCustomerValue(lead);
  const [settings] = useSetting('customerValue');
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  if ((lead.kind === 'person' && lead.companyId !== undefined) || !settings) return null;
  const { wallet = [] } = lead;
  const today = todayDay();
  const base = value?.currency || settings.base;
  const facts = walletFacts(wallet, { recent: value?.year ?? Number.NaN, before: Number.NaN }, today, (code) =>
    code === base || code === '' || base === '' ? 1 : (settings.rates[code] ?? Number.NaN),
  );
  const { need, share, potential } = facts;
  const ask = facts.ask ?? (value?.fall === 'unknown' && wallet.length < 2 ? 'before' : undefined);
  const put = (next: typeof wallet | undefined, said: string) =>
    void attemptWithUndo(() => leadActions.edit(lead.id, { wallet: next ?? null }), said).then((isDone) => {
      // Phase and potential hang on it.
      if (isDone && value) void attempt(orderActions.reckon);
    });
  const close = () => {
    setOpen(false);
    // Back to where it was opened from, once that button is there again.
    requestAnimationFrame(() => opener.current?.focus());
  };
  const line = (one: WholeNeed) => (
    <li key={one.day} className="flex items-center gap-1">
      <span className="min-w-0 flex-1">
        {i18n.t('value.wallet.asOf', [needText(one), dateOf(one.day)])}
        {one.from && <span className="text-soft"> · {i18n.t('value.wallet.fromWas', [one.from])}</span>}
      </span>
      <IconButton
        icon={XIcon}
        label={i18n.t('value.wallet.drop', [dateOf(one.day)])}
        onClick={() => put(withoutNeed(wallet, one.day), i18n.t('value.wallet.dropped'))}
      />
    </li>
  );
  const [newest, ...earlier] = wallet.toReversed();
  return (
    <section aria-label={i18n.t('value.wallet.title')} className="flex flex-col gap-1 border-b border-line px-3 py-2">
      <h3 className="text-sm font-medium text-soft">{i18n.t('value.wallet.title')}</h3>
      {share !== undefined && need !== undefined && value?.year !== undefined && (
        <p>
          {i18n.t('value.wallet.line', [moneyText(value.year, base), moneyText(need, base), percentText(share)])}{' '}
          {potential !== undefined &&
            potential > 0 &&
            i18n.t('value.wallet.potentialLine', [moneyText(potential, base)])}
        </p>
      )}
      {!value && need !== undefined && <p>{i18n.t('value.wallet.lineNew', [moneyText(need, base)])}</p>}
      {newest && <ul>{line(newest)}</ul>}
      {earlier.length > 0 && (
        <details>
          <summary className="w-fit rounded-sm text-sm text-accent">{i18n.t('value.wallet.history')}</summary>
          <ul>{earlier.map(line)}</ul>
        </details>
      )}
      {ask && (value || ask !== 'need') && <p className="text-doubt">{i18n.t(`value.wallet.ask.${ask}`)}</p>}
      {isOpen ? (
        <WalletForm
          currency={newest?.currency || base}
          today={today}
          onCancel={close}
          onKeep={(given) => {
            put(withNeed(wallet, given), i18n.t('value.wallet.kept'));
            close();
          }}
        />
      ) : (
        <Button ref={opener} size="small" className="self-start" onClick={() => setOpen(true)}>
          {i18n.t(wallet.length > 0 ? 'value.wallet.more' : 'value.wallet.add')}
        </Button>
      )}
    </section>
  );
}
