import { noDay } from './order-table.ts';

export type InvoiceFigures = {
  invoices: number;
  open: number;
  openAmount: number;
  overdue: number;
  overdueAmount: number;
  /** Days from invoice to payment, weighted by money, of what was paid; undefined where nothing was. */
  daysToPay: number | undefined;
  /** Days after the due date, likewise; negative: before. */
  daysLate: number | undefined;
};

/** What invoices with due and paid dates tell. In: columns by order, the day looked at. Orders without a due date are no invoices. */
export function invoiceFigures(
  { day, amount, due, paid }: { day: Int32Array; amount: Float64Array; due: Int32Array; paid: Int32Array },
  asOfDay: number,
  isAsked: (order: number) => boolean = () => true,
): InvoiceFigures {
  const result = { invoices: 0, open: 0, openAmount: 0, overdue: 0, overdueAmount: 0 };
  let [money, toPay, late] = [0, 0, 0];
  for (let at = 0; at < day.length; at++) {
    const [dueDay, paidDay, sum] = [due[at] as number, paid[at] as number, amount[at] as number];
    if (dueDay === noDay || !(sum > 0) || (day[at] as number) > asOfDay || !isAsked(at)) continue;
    result.invoices++;
    if (paidDay !== noDay && paidDay <= asOfDay) {
      money += sum;
      toPay += sum * (paidDay - (day[at] as number));
      late += sum * (paidDay - dueDay);
      continue;
    }
    result.open++;
    result.openAmount += sum;
    if (dueDay >= asOfDay) continue;
    result.overdue++;
    result.overdueAmount += sum;
  }
  return {
    ...result,
    daysToPay: money > 0 ? toPay / money : undefined,
    daysLate: money > 0 ? late / money : undefined,
  };
}
