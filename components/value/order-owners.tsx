import { useState } from 'react';
import { i18n } from '#i18n';
import { type TiedCustomer, useCustomersOf, useFoundCustomers } from '../hooks/use-orders.ts';
import { Button } from '../ui/button.tsx';
import { Input } from '../ui/input.tsx';
import { TiePicker } from './tie-picker.tsx';

const most = 20;
const saidOf = ({ name, email, number }: TiedCustomer) =>
  [...new Set([name, number, email])].filter(Boolean).join(' · ');
const byText = ({ by }: TiedCustomer) => (by ? i18n.t('value.tie.found', [i18n.t(`value.tie.by.${by}`)]) : '');

/** Which customers of the lists a lead was found to be, each to be given to somebody else. */
export function CustomersBehind({ leadId }: { leadId: string }) {
  const customers = useCustomersOf(leadId);
  const [open, setOpen] = useState<number>();
  if (!customers || customers.length === 0) return null;
  return (
    <details>
      <summary className="w-fit rounded-sm text-sm text-accent">{i18n.t('value.tie.whose')}</summary>
      <ul className="flex flex-col">
        {customers.slice(0, most).map((one) => (
          <li key={one.id} className="py-0.5">
            <div className="flex items-center gap-2">
              <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
                {saidOf(one)} <span className="text-soft">{byText(one)}</span>
              </span>
              {open !== one.id && (
                <Button
                  size="small"
                  aria-label={i18n.t('value.tie.changeOf', [one.name])}
                  onClick={() => setOpen(one.id)}
                >
                  {i18n.t('value.tie.change')}
                </Button>
              )}
            </div>
            {open === one.id && <TiePicker customer={one} now={leadId} onDone={() => setOpen(undefined)} />}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Looks up whom the orders of a customer of the lists count for, and puts it right. */
export function OrderOwners() {
  const [text, setText] = useState('');
  const [open, setOpen] = useState<number>();
  const found = useFoundCustomers(text, most);
  return (
    <section aria-label={i18n.t('value.tie.title')} className="flex flex-col gap-2">
      <h2 className="font-semibold">{i18n.t('value.tie.title')}</h2>
      <p className="max-w-[76ch] text-soft">{i18n.t('value.tie.hint')}</p>
      <Input
        type="search"
        className="max-w-md"
        aria-label={i18n.t('value.tie.search')}
        placeholder={i18n.t('value.tie.search')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {text.trim() !== '' && found?.length === 0 && <p className="text-soft">{i18n.t('value.tie.none')}</p>}
      <ul className="flex flex-col">
        {found?.map((one) => (
          <li key={one.id} className="border-b border-line py-1">
            <div className="flex flex-wrap items-center gap-2">
              <span className="min-w-0 flex-1">
                {one.lead
                  ? i18n.t('value.tie.is', [saidOf(one), one.lead.name])
                  : i18n.t('value.tie.isNobody', [saidOf(one)])}{' '}
                <span className="text-soft">{byText(one)}</span>
              </span>
              {open !== one.id && (
                <Button size="small" aria-label={i18n.t('value.tie.setOf', [one.name])} onClick={() => setOpen(one.id)}>
                  {i18n.t('value.tie.set')}
                </Button>
              )}
            </div>
            {open === one.id && <TiePicker customer={one} now={one.lead?.id} onDone={() => setOpen(undefined)} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
