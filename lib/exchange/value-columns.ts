import type { CustomerValue } from '../domain/schema/order.ts';
import type { Column, ExportRow } from './columns.ts';

/** What an export says of a customer's worth. */
export type ExportValue = Pick<CustomerValue, 'valueClass' | 'segment' | 'phase' | 'orders' | 'amount' | 'currency'>;
export type ValueColumnWord = 'valueClass' | 'valueSegment' | 'customerPhase' | 'customerOrders' | 'customerSales';
/** The words for a customer's worth, in the user's language. */
export type ValueColumnWords = {
  valueClass(one: 'A' | 'B' | 'C'): string;
  segment(one: string): string;
  phase(one: NonNullable<CustomerValue['phase']>): string;
};

/** Class, segment, phase, orders and sales. Left out where nobody has ordered. */
export function valueColumns(rows: readonly ExportRow[], words: ValueColumnWords | undefined): Column[] {
  if (!words || !rows.some(({ value }) => value)) return [];
  const column = (word: ValueColumnWord, read: (value: ExportValue) => string): Column => ({
    id: word,
    word,
    read: ({ value }) => (value ? read(value) : ''),
  });
  return [
    column('valueClass', ({ valueClass }) => (valueClass ? words.valueClass(valueClass) : '')),
    column('valueSegment', ({ segment }) => (segment ? words.segment(segment) : '')),
    column('customerPhase', ({ phase }) => (phase ? words.phase(phase) : '')),
    { ...column('customerOrders', ({ orders }) => String(orders)), typed: ({ value }) => value?.orders },
    {
      ...column('customerSales', ({ amount }) => amount.toFixed(2)),
      typed: ({ value }) => value && Math.round(value.amount * 100) / 100,
    },
  ];
}
