import { useState } from 'react';
import { i18n } from '#i18n';
import { numberOf } from '../../lib/domain/own-values.ts';
import { marginBases } from '../../lib/value/margin.ts';
import type { ModelReport, ValueSettings } from '../hooks/use-orders.ts';
import { attempt } from '../leads/act.ts';
import { decimal } from '../leads/own-values.tsx';
import { Field, Input } from '../ui/input.tsx';
import { countText, moneyText, percentText } from './words.ts';

/** What stays of lifetime values as margin, and where the margins are known from; the rates that the user may set. */
export function MarginLines({
  report: { margin, simple },
  base,
  settings,
  onSettings,
}: {
  report: ModelReport;
  base: string;
  settings: ValueSettings;
  onSettings: (next: ValueSettings) => Promise<void>;
}) {
  const list = new Intl.ListFormat(i18n.t('panel.locale'), { style: 'long', type: 'conjunction' });
  const from = marginBases.flatMap((basis) => {
    const count = margin?.bases[basis] ?? 0;
    if (count === 0) return [];
    return [i18n.t(`value.margin.from.${basis}`, count, [countText(count), percentText(margin?.average ?? 0, 1)])];
  });
  return (
    <section aria-label={i18n.t('value.margin.title')} className="flex max-w-[76ch] flex-col gap-2">
      <h3 className="font-medium">{i18n.t('value.margin.title')}</h3>
      {margin ? (
        <>
          <p>
            {margin.lifetime === undefined
              ? i18n.t('value.margin.saysSimple', [moneyText(margin.perYear, base)])
              : i18n.t('value.margin.says', [moneyText(margin.perYear, base), moneyText(margin.lifetime, base)])}{' '}
            {simple.margin !== undefined && i18n.t('value.margin.simple', [moneyText(simple.margin, base)])}
          </p>
          <p className="text-soft">{i18n.t('value.margin.known', [list.format(from)])}</p>
        </>
      ) : (
        <p className="text-soft">{i18n.t('value.margin.unknown')}</p>
      )}
      <div className="grid max-w-xl grid-cols-[repeat(auto-fill,minmax(220px,1fr))] gap-3">
        <Rate
          label={i18n.t('value.margin.rate')}
          value={settings.marginRate}
          onRate={(marginRate) => onSettings({ ...settings, marginRate })}
        />
        <Rate
          label={i18n.t('value.margin.yearly')}
          value={settings.yearlyRate}
          onRate={(rate) => onSettings({ ...settings, yearlyRate: rate ?? 0 })}
        />
      </div>
    </section>
  );
}

/** A share in percent, kept when it is left or Enter is pressed. */
function Rate({
  label,
  value,
  onRate,
}: {
  label: string;
  value: number | null;
  onRate: (rate: number | null) => Promise<void>;
}) {
  const [typed, setTyped] = useState<string>();
  const shown = value === null ? '' : String(Math.round(value * 10_000) / 100).replace('.', decimal());
  const number = typed === undefined || typed.trim() === '' ? undefined : numberOf(typed.replace('%', ''), decimal());
  const isWrong = typed !== undefined && typed.trim() !== '' && !(number !== undefined && number >= 0 && number <= 100);
  const keep = () => {
    if (typed === undefined || isWrong) return;
    const next = number === undefined ? null : number / 100;
    setTyped(undefined);
    if (next !== value) void attempt(() => onRate(next));
  };
  return (
    <Field label={label} {...(isWrong && { error: i18n.t('value.margin.wrongRate') })}>
      {(props) => (
        <Input
          {...props}
          inputMode="decimal"
          value={typed ?? shown}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={keep}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) keep();
          }}
        />
      )}
    </Field>
  );
}
