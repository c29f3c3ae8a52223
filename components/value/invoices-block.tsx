import { i18n } from '#i18n';
import type { Overview } from '../hooks/use-orders.ts';
import { countText, figureText, moneyText } from './words.ts';

/** What invoices with due and paid dates tell: how long money takes, what is open, what is late. */
export function InvoicesBlock({ figures, base }: { figures: Overview['invoices']; base: string }) {
  const { invoices, open, openAmount, overdue, overdueAmount, daysToPay, daysLate } = figures;
  return (
    <section aria-label={i18n.t('value.invoices')} className="flex max-w-[76ch] flex-col gap-1">
      <h2 className="font-semibold">{i18n.t('value.invoices')}</h2>
      <p>
        {i18n.t('value.invoicesOpen', [countText(invoices), countText(open), moneyText(openAmount, base)])}{' '}
        {i18n.t('value.invoicesLate', [countText(overdue), moneyText(overdueAmount, base)])}
      </p>
      {daysToPay !== undefined && daysLate !== undefined && (
        <p>{i18n.t('value.invoicesDays', [figureText(daysToPay), figureText(daysLate)])}</p>
      )}
    </section>
  );
}
