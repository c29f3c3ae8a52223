import { useState } from 'react';
import { i18n } from '#i18n';
import { type OwingBand, owingBands } from '../../lib/value/owing.ts';
import { type Overview, useOrdersTold, type ValueQuestion } from '../hooks/use-orders.ts';
import { FiguresTable } from '../learn/figures-table.tsx';
import { Button } from '../ui/button.tsx';
import { CustomerName } from './customer-columns.tsx';
import { saveFigures } from './figure-frame.tsx';
import { TallyBars } from './tally-bars.tsx';
import { countText, figureText, moneyText } from './words.ts';

const atOnce = 15;

/** What invoices with due and paid dates tell: how long money takes, what is open and how late, and who owes. */
export function InvoicesBlock({ overview, question }: { overview: Overview; question: ValueQuestion }) {
  const { base, invoices: figures } = overview;
  const { invoices, open, openAmount, overdue, overdueAmount, daysToPay, daysLate } = figures;
  const { value } = useOrdersTold('owing', [question]);
  const [most, setMost] = useState(atOnce);
  const [band, setBand] = useState<OwingBand>();
  const title = i18n.t('value.invoices');
  const owing = (value ?? []).filter(({ bands }) => band === undefined || bands[band] > 0);
  const heads = [
    { head: i18n.t('value.name') },
    { head: i18n.t('value.invoicesCount'), numbers: true },
    { head: i18n.t('value.openAmount'), numbers: true },
    { head: i18n.t('value.overdueAmount'), numbers: true },
    { head: i18n.t('value.overdueDays'), numbers: true },
  ];
  const listTitle = [i18n.t('value.overdueList'), band && i18n.t(`value.overdueBand.${band}`)]
    .filter(Boolean)
    .join(': ');
  return (
    <section aria-label={title} className="flex min-w-0 flex-col gap-4">
      <div className="flex max-w-[76ch] flex-col gap-1">
        <h2 className="font-semibold">{title}</h2>
        <p>
          {i18n.t('value.invoicesOpen', invoices, [countText(invoices), countText(open), moneyText(openAmount, base)])}{' '}
          {i18n.t('value.invoicesLate', overdue, [countText(overdue), moneyText(overdueAmount, base)])}
        </p>
        {daysToPay !== undefined && daysLate !== undefined && (
          <p>{i18n.t('value.invoicesDays', [figureText(daysToPay), figureText(daysLate)])}</p>
        )}
      </div>
      {value && value.length > 0 && (
        <>
          <TallyBars
            title={i18n.t('value.overdueTitle')}
            hint={i18n.t('value.overdueHint')}
            base={base}
            chosen={band}
            onChoose={(key) => setBand(owingBands.find((one) => one === key))}
            tallies={owingBands.map((key) => ({
              key,
              name: i18n.t(`value.overdueBand.${key}`),
              customers: value.filter(({ bands }) => bands[key] > 0).length,
              amount: value.reduce((sum, { bands }) => sum + bands[key], 0),
            }))}
          />
          <div className="flex max-w-4xl flex-col gap-2">
            <div className="flex items-center gap-2">
              <h3 className="flex-1 font-medium">{listTitle}</h3>
              <Button
                size="small"
                aria-label={i18n.t('value.asCsv', [listTitle])}
                onClick={() =>
                  saveFigures(
                    listTitle,
                    heads.map(({ head }) => head),
                    owing.map((one) => ({
                      key: one.key,
                      cells: [one.name, one.invoices, one.open, one.overdue, one.overdueDays],
                    })),
                  )
                }
              >
                {i18n.t('value.csv')}
              </Button>
            </div>
            <FiguresTable
              label={listTitle}
              columns={heads}
              rows={owing.slice(0, most).map((one) => ({
                key: one.key,
                cells: [
                  <CustomerName key="name" line={one} />,
                  countText(one.invoices),
                  moneyText(one.open, base),
                  moneyText(one.overdue, base),
                  one.overdueDays > 0 ? countText(one.overdueDays) : '',
                ],
              }))}
            />
            {owing.length > most && (
              <Button className="self-start" onClick={() => setMost(most + 200)}>
                {i18n.t('value.more', [countText(Math.min(200, owing.length - most))])}
              </Button>
            )}
          </div>
        </>
      )}
    </section>
  );
}
