import { i18n } from '#i18n';
import { encodeCsv } from '../../lib/exchange/csv.ts';
import { download } from '../hooks/use-export.ts';
import type { OrderImporter, OrderSummary } from '../hooks/use-orders.ts';
import { attempt } from '../leads/act.ts';
import { FiguresTable } from '../learn/figures-table.tsx';
import { Button } from '../ui/button.tsx';
import { countText, dateOf } from './words.ts';

const reasons = ['noCustomer', 'noAmount', 'noDate', 'cancelled', 'sameOrder', 'erased'] as const;

/** What would become of a list, before anything is written. */
export function OrderDryRun({ job, summary }: { job: OrderImporter; summary: OrderSummary }) {
  const refused = reasons.reduce((sum, reason) => sum + summary.refused[reason], 0);
  const words = Object.fromEntries(reasons.map((reason) => [reason, i18n.t(`value.import.refusal.${reason}`)]));
  const lines: [string, number][] = [
    [i18n.t('value.import.newOrders'), summary.orders],
    [i18n.t('value.import.lines'), summary.lines],
    [i18n.t('value.import.known'), summary.known],
    [i18n.t('value.import.refused'), refused],
  ];
  const notes: [boolean, string][] = [
    [summary.refunds > 0, i18n.t('value.import.refunds', summary.refunds, [countText(summary.refunds)])],
    [summary.zeros > 0, i18n.t('value.import.zeros', summary.zeros, [countText(summary.zeros)])],
    [summary.future > 0, i18n.t('value.import.future', summary.future, [countText(summary.future)])],
    [summary.maybe > 0, i18n.t('value.import.maybe', summary.maybe, [countText(summary.maybe)])],
    [
      summary.currencies.length > 1,
      i18n.t('value.import.currencies', [
        summary.currencies.map(({ code, orders }) => `${code || '?'} ${countText(orders)}`).join(', '),
      ]),
    ],
  ];
  const save = () =>
    void attempt(async () => {
      const text = await job.refused(words, i18n.t('value.why'));
      download(new Blob([encodeCsv(text, 'utf-8')], { type: 'text/csv' }), `${i18n.t('value.import.refused')}.csv`);
    });
  return (
    <div className="flex flex-col gap-3">
      <p role="status" className="font-medium">
        {i18n.t('value.import.would', summary.orders, [
          countText(summary.orders),
          i18n.t('value.countOfCustomers', summary.customers, [countText(summary.customers)]),
          i18n.t('value.inBook', summary.matched, [countText(summary.matched)]),
        ])}
      </p>
      {summary.fromDay !== undefined && (
        <p className="text-soft">{i18n.t('value.import.span', [dateOf(summary.fromDay), dateOf(summary.toDay)])}</p>
      )}
      <div className="max-w-md">
        <FiguresTable
          label={i18n.t('value.import.rows', summary.rows, [countText(summary.rows)])}
          columns={[
            { head: i18n.t('value.import.rows', summary.rows, [countText(summary.rows)]) },
            { head: i18n.t('value.count'), numbers: true },
          ]}
          rows={lines.map(([name, count]) => ({ key: name, cells: [name, countText(count)] }))}
        />
      </div>
      <ul className="list-disc ps-5">{notes.flatMap(([isSo, text]) => (isSo ? [<li key={text}>{text}</li>] : []))}</ul>
      {refused > 0 && (
        <details>
          <summary className="w-fit rounded-sm text-accent">
            {i18n.t('value.import.showRefused', refused, [countText(refused)])}
          </summary>
          <div className="max-h-72 overflow-y-auto pt-1">
            <FiguresTable
              label={i18n.t('value.import.refused')}
              columns={[
                { head: i18n.t('value.import.row') },
                { head: i18n.t('value.why') },
                { head: i18n.t('value.import.asWritten') },
              ]}
              rows={summary.refusedRows.map(({ row, reason, cells }) => ({
                key: String(row),
                cells: [countText(row), words[reason], cells.join(' · ').slice(0, 160)],
              }))}
            />
          </div>
        </details>
      )}
      <div className="flex flex-wrap gap-2">
        <Button look="primary" disabled={summary.orders === 0} onClick={() => void job.write()}>
          {i18n.t('value.import.write', summary.orders, [countText(summary.orders)])}
        </Button>
        <Button onClick={job.backToColumns}>{i18n.t('value.import.back')}</Button>
        {refused > 0 && (
          <Button look="quiet" onClick={save}>
            {i18n.t('value.import.saveRefused')}
          </Button>
        )}
      </div>
      {summary.orders === 0 && <p>{i18n.t('value.import.nothingNew')}</p>}
    </div>
  );
}
