import { useState } from 'react';
import { i18n } from '#i18n';
import { type OrderField, type OrderMapping, orderFields } from '../../lib/exchange/orders/fields.ts';
import type { OrderFileView, OrderImporter } from '../hooks/use-orders.ts';
import { Button } from '../ui/button.tsx';
import { Field, Select } from '../ui/input.tsx';

const presets = ['shopify', 'woocommerce', 'stripe', 'quickbooks', 'plain'] as const;
const people = ['customer', 'email', 'customerNumber', 'company', 'domain'] as const;

/** Where the fields of an order stand in a list: guessed, shown with what stands there, and to be changed. */
export function OrderColumns({ job, view }: { job: OrderImporter; view: OrderFileView }) {
  const [preset, setPreset] = useState(view.preset);
  const [mapping, setMapping] = useState<OrderMapping>(view.mapping);
  const [spelling, setSpelling] = useState(view.spelling);
  const set = (field: OrderField, column: number | undefined) => {
    const { [field]: _before, ...rest } = mapping;
    setMapping(column === undefined ? rest : { ...rest, [field]: column });
  };
  const missing = mapping.amount === undefined || people.every((field) => mapping[field] === undefined);
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void job.plan({ mapping, spelling });
      }}
    >
      <p className="text-soft">{i18n.t('value.import.columnsHint', [view.name])}</p>
      <div className="grid max-w-3xl grid-cols-[repeat(auto-fill,minmax(11.25rem,1fr))] gap-3">
        <Field label={i18n.t('value.import.preset')}>
          {(props) => (
            <Select
              {...props}
              value={preset}
              onChange={(event) => {
                const next = presets.find((one) => one === event.target.value) ?? 'plain';
                setPreset(next);
                void job.mapAs(next).then(setMapping);
              }}
            >
              {presets.map((one) => (
                <option key={one} value={one}>
                  {i18n.t(`value.import.presets.${one}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={i18n.t('value.import.decimal')}>
          {(props) => (
            <Select
              {...props}
              value={spelling.decimal}
              onChange={(event) => setSpelling({ ...spelling, decimal: event.target.value === ',' ? ',' : '.' })}
            >
              <option value=".">1,234.50</option>
              <option value=",">1.234,50</option>
            </Select>
          )}
        </Field>
        <Field label={i18n.t('value.import.dates')}>
          {(props) => (
            <Select
              {...props}
              value={spelling.order}
              onChange={(event) =>
                setSpelling({
                  ...spelling,
                  order: event.target.value === 'mdy' ? 'mdy' : event.target.value === 'ymd' ? 'ymd' : 'dmy',
                })
              }
            >
              <option value="dmy">31.12.2026</option>
              <option value="mdy">12/31/2026</option>
              <option value="ymd">2026-12-31</option>
            </Select>
          )}
        </Field>
      </div>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(13.75rem,1fr))] gap-3">
        {orderFields.map((field) => {
          const column = mapping[field];
          const sample =
            column === undefined
              ? ''
              : view.samples
                  .map((row) => row[column])
                  .filter(Boolean)
                  .join(' · ');
          return (
            <Field key={field} label={i18n.t(`value.field.${field}`)} {...(sample && { hint: sample.slice(0, 60) })}>
              {(props) => (
                <Select
                  {...props}
                  value={column ?? ''}
                  onChange={(event) => set(field, event.target.value === '' ? undefined : Number(event.target.value))}
                >
                  <option value="">{i18n.t('value.import.noColumn')}</option>
                  {view.heading.map((heading, at) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: columns never move
                    <option key={at} value={at}>
                      {heading || i18n.t('value.import.column', [at + 1])}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          );
        })}
      </div>
      {missing && <p role="alert">{i18n.t('value.import.missing')}</p>}
      {mapping.date === undefined && <p className="text-doubt">{i18n.t('value.import.noDates')}</p>}
      <div className="flex gap-2">
        <Button type="submit" look="primary" disabled={missing}>
          {i18n.t('value.import.try')}
        </Button>
        <Button look="quiet" onClick={job.startOver}>
          {i18n.t('value.import.another')}
        </Button>
      </div>
    </form>
  );
}
