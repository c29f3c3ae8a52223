import { noDay } from './order-table.ts';

/** How long an open invoice is overdue on a day. */
export const owingBands = ['current', 'month', 'quarter', 'older'] as const;
export type OwingBand = (typeof owingBands)[number];

/** What one customer owes. Days overdue: of the oldest open invoice, 0 where nothing is. */
export type Owing = {
  place: number;
  invoices: number;
  open: number;
  overdue: number;
  overdueDays: number;
  bands: Record<OwingBand, number>;
};

const bandOf = (days: number): OwingBand =>
  days <= 0 ? 'current' : days <= 30 ? 'month' : days <= 90 ? 'quarter' : 'older';

/**
 * Open invoices by customer, who owes most overdue first. In: columns by order, the day looked at. Orders without a due date are no
 * invoices; who paid later had not yet paid on that day.
 */
export function owingOf(
  orders: { customer: Uint32Array; day: Int32Array; amount: Float64Array; due: Int32Array; paid: Int32Array },
  asOfDay: number,
): Owing[] {
  const { customer, day, amount, due, paid } = orders;
  const found = new Map<number, Owing>();
  for (let at = 0; at < due.length; at++) {
    const [dueDay, paidDay, sum] = [due[at] as number, paid[at] as number, amount[at] as number];
    if (dueDay === noDay || !(sum > 0) || (day[at] as number) > asOfDay) continue;
    if (paidDay !== noDay && paidDay <= asOfDay) continue;
    const place = customer[at] as number;
    const one = found.get(place) ?? {
      place,
      invoices: 0,
      open: 0,
      overdue: 0,
      overdueDays: 0,
      bands: { current: 0, month: 0, quarter: 0, older: 0 },
    };
    found.set(place, one);
    const days = asOfDay - dueDay;
    one.invoices++;
    one.open += sum;
    one.bands[bandOf(days)] += sum;
    if (days <= 0) continue;
    one.overdue += sum;
    one.overdueDays = Math.max(one.overdueDays, days);
  }
  return [...found.values()].sort((a, b) => b.overdue - a.overdue || b.open - a.open || a.place - b.place);
}
