import { useId, useState } from 'react';
import { i18n } from '#i18n';
import { numberOf } from '../../lib/domain/own-values.ts';
import { type WholeNeed, wholeNeed } from '../../lib/domain/schema/wallet.ts';
import { decimal } from '../leads/own-values.tsx';
import { Button } from '../ui/button.tsx';
import { Field, Input } from '../ui/input.tsx';
import { dayInput, dayOfInput } from './words.ts';

/** What they buy in a year in all, as it is known on a day. In: the currency to begin with, today, what is to be done with it. */
export function WalletForm({
  currency: usual,
  today,
  onKeep,
  onCancel,
}: {
  currency: string;
  today: number;
  onKeep: (need: WholeNeed) => void;
  onCancel: () => void;
}) {
  const [amount, setAmount] = useState('');
  const [currency, setCurrency] = useState(usual);
  const [day, setDay] = useState(dayInput(today));
  const [from, setFrom] = useState('');
  const [isTried, setTried] = useState(false);
  const codes = useId();
  const sum = numberOf(amount, decimal());
  const amountOk = wholeNeed.shape.amount.safeParse(sum === undefined ? undefined : Math.round(sum * 100));
  const currencyOk = wholeNeed.shape.currency.safeParse(currency.trim().toUpperCase());
  const parsedDay = dayOfInput(day);
  const dayOk = parsedDay !== undefined && parsedDay >= 0 && parsedDay <= today;
  const keep = () => {
    setTried(true);
    if (!amountOk.success || !currencyOk.success || !dayOk) return;
    onKeep({
      day: parsedDay,
      amount: amountOk.data,
      currency: currencyOk.data,
      ...(from.trim() && { from: from.trim().slice(0, 200) }),
    });
  };
  const wrong = (isWrong: boolean, text: string) => (isTried && isWrong ? { error: text } : {});
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onCancel();
      }}
    >
      <div className="grid grid-cols-[minmax(0,1fr)_6rem] gap-2">
        <Field
          label={i18n.t('value.wallet.amount')}
          hint={i18n.t('value.wallet.amountHint')}
          {...wrong(!amountOk.success, i18n.t('value.wallet.wrongAmount'))}
        >
          {(props) => (
            <Input
              {...props}
              autoFocus
              inputMode="decimal"
              value={amount}
              onChange={(event) => setAmount(event.target.value)}
            />
          )}
        </Field>
        <Field
          label={i18n.t('value.wallet.currency')}
          {...wrong(!currencyOk.success, i18n.t('value.wallet.wrongCurrency'))}
        >
          {(props) => (
            <Input
              {...props}
              list={codes}
              maxLength={3}
              value={currency}
              onChange={(event) => setCurrency(event.target.value)}
            />
          )}
        </Field>
      </div>
      <datalist id={codes}>
        {['EUR', 'USD', 'CNY', 'GBP', 'CHF', 'JPY'].map((code) => (
          <option key={code} value={code} />
        ))}
      </datalist>
      <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-2">
        <Field label={i18n.t('value.wallet.day')} {...wrong(!dayOk, i18n.t('value.wallet.wrongDay'))}>
          {(props) => (
            <Input
              {...props}
              type="date"
              value={day}
              max={dayInput(today)}
              onChange={(event) => setDay(event.target.value)}
            />
          )}
        </Field>
        <Field label={i18n.t('value.wallet.from')}>
          {(props) => (
            <Input
              {...props}
              maxLength={200}
              placeholder={i18n.t('value.wallet.fromHint')}
              value={from}
              onChange={(event) => setFrom(event.target.value)}
            />
          )}
        </Field>
      </div>
      <div className="flex gap-2">
        <Button type="submit" look="primary" size="small">
          {i18n.t('value.wallet.keep')}
        </Button>
        <Button size="small" look="quiet" onClick={onCancel}>
          {i18n.t('value.wallet.cancel')}
        </Button>
      </div>
    </form>
  );
}
