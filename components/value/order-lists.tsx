import { useState } from 'react';
import { i18n } from '#i18n';
import { type Overview, orderActions, useOpenMatches, type ValueSettings } from '../hooks/use-orders.ts';
import { attempt, attemptWithUndo } from '../leads/act.ts';
import { Button } from '../ui/button.tsx';
import { Field, Input } from '../ui/input.tsx';
import { say } from '../ui/toast.tsx';
import { OrderImport } from './order-import.tsx';
import { OrderOwners } from './order-owners.tsx';
import { countText, dateOf } from './words.ts';

const shownMatches = 30;

/** The lists taken in, who of them is whom, and what other currencies are worth. */
export function OrderLists({
  overview,
  settings,
  onSettings,
}: {
  overview: Overview;
  settings: ValueSettings;
  onSettings: (next: ValueSettings) => void;
}) {
  return (
    <div className="flex max-w-4xl flex-col gap-8">
      <OrderImport />
      <Rates overview={overview} settings={settings} onSettings={onSettings} />
      <Matches />
      <OrderOwners />
      <section className="flex flex-col gap-2">
        <h2 className="font-semibold">{i18n.t('value.lists')}</h2>
        <ul className="flex flex-col">
          {overview.batches.toReversed().map((batch) => (
            <li key={batch.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-1.5">
              <span className="min-w-0 flex-1 truncate" title={batch.file}>
                {batch.file}
              </span>
              <span className="text-soft">
                {i18n.t('value.listSays', batch.orders, [
                  countText(batch.orders),
                  i18n.t('value.countOfCustomers', batch.customers, [countText(batch.customers)]),
                  dateOf(batch.fromDay),
                  dateOf(batch.toDay),
                ])}
              </span>
              <Button
                size="small"
                aria-label={i18n.t('value.takeBackList', [batch.file])}
                onClick={() =>
                  void attempt(async () => {
                    await orderActions.undo(batch.id);
                    say(i18n.t('value.import.undone'));
                  })
                }
              >
                {i18n.t('value.import.undo')}
              </Button>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

/** What one unit of another currency is worth in the base. */
function Rates({
  overview: { currencies, base, withoutRate },
  settings,
  onSettings,
}: {
  overview: Overview;
  settings: ValueSettings;
  onSettings: (next: ValueSettings) => void;
}) {
  const codes = currencies.filter((code) => code !== '');
  if (codes.length < 2 && withoutRate.length === 0) return null;
  return (
    <section className="flex flex-col gap-2">
      <h2 className="font-semibold">{i18n.t('value.rates')}</h2>
      {withoutRate.length > 0 && <p role="alert">{i18n.t('value.withoutRate', [withoutRate.join(', ')])}</p>}
      <div className="grid grid-cols-[repeat(auto-fill,minmax(10rem,1fr))] gap-3">
        <Field label={i18n.t('value.base')}>
          {(props) => (
            <select
              {...props}
              className="h-7 rounded-md border border-edge bg-raised px-1"
              value={base}
              onChange={(event) => onSettings({ ...settings, base: event.target.value, rates: {} })}
            >
              {codes.map((code) => (
                <option key={code}>{code}</option>
              ))}
            </select>
          )}
        </Field>
        {codes
          .filter((code) => code !== base)
          .map((code) => (
            <Field key={code} label={i18n.t('value.rate', [code, base])}>
              {(props) => (
                <Input
                  {...props}
                  inputMode="decimal"
                  defaultValue={settings.rates[code] ?? ''}
                  onBlur={(event) => {
                    const rate = Number(event.target.value.replace(',', '.'));
                    const { [code]: before, ...rest } = settings.rates;
                    const next = rate > 0 ? { ...rest, [code]: rate } : rest;
                    if (next[code] !== before) onSettings({ ...settings, rates: next });
                  }}
                />
              )}
            </Field>
          ))}
      </div>
    </section>
  );
}

/** Customers found by name alone: whether it is them. */
function Matches() {
  const open = useOpenMatches();
  const [shown, setShown] = useState(shownMatches);
  if (!open || open.length === 0) return null;
  const settle = (choices: { id: number; leadId: string | undefined }[]) =>
    void attemptWithUndo(
      () => orderActions.settle(choices),
      i18n.t('value.settled', choices.length, [countText(choices.length)]),
    );
  return (
    <section className="flex flex-col gap-2">
      <h2 className="font-semibold">{i18n.t('value.matches', open.length, [countText(open.length)])}</h2>
      <p className="text-soft">{i18n.t('value.matchesHint')}</p>
      <ul className="flex flex-col">
        {open.slice(0, shown).map((one) => (
          <li key={one.id} className="flex flex-wrap items-center gap-2 border-b border-line py-1.5">
            <span className="min-w-0 flex-1">
              {i18n.t('value.isIt', [[one.name, one.email].filter(Boolean).join(' · '), one.leadName])}
            </span>
            <Button size="small" onClick={() => settle([{ id: one.id, leadId: one.leadId }])}>
              {i18n.t('value.yesIsIt')}
            </Button>
            <Button size="small" look="quiet" onClick={() => settle([{ id: one.id, leadId: undefined }])}>
              {i18n.t('value.noIsNot')}
            </Button>
          </li>
        ))}
      </ul>
      <div className="flex gap-2">
        <Button size="small" onClick={() => settle(open.map(({ id, leadId }) => ({ id, leadId })))}>
          {i18n.t('value.allAre')}
        </Button>
        {open.length > shown && (
          <Button size="small" look="quiet" onClick={() => setShown(shown + 100)}>
            {i18n.t('value.more', [countText(open.length - shown)])}
          </Button>
        )}
      </div>
    </section>
  );
}
