import type { CustomerValue } from '../domain/schema/order.ts';
import type { Column, ExportRow } from './columns.ts';

/** What an export says of a customer's worth. */
export type ExportValue = Pick<
  CustomerValue,
  | 'valueClass'
  | 'segment'
  | 'phase'
  | 'orders'
  | 'amount'
  | 'currency'
  | 'share'
  | 'potential'
  | 'lifetime'
  | 'lifetimeMargin'
>;
export const valueColumnWords = [
  'valueClass',
  'valueSegment',
  'customerPhase',
  'customerOrders',
  'customerSales',
  'customerLifetime',
  'customerMargin',
  'shareOfWallet',
  'walletPotential',
] as const;
export type ValueColumnWord = (typeof valueColumnWords)[number];
/** The words for a customer's worth, in the user's language. */
export type ValueColumnWords = {
  valueClass(one: 'A' | 'B' | 'C'): string;
  segment(one: string): string;
  phase(one: NonNullable<CustomerValue['phase']>): string;
};

/** Class, segment, phase, orders and sales, share of wallet (0–1) and potential. Left out where nobody has any. */
export function valueColumns(rows: readonly ExportRow[], words: ValueColumnWords | undefined): Column[] {
  if (!words || !rows.some(({ value }) => value)) return [];
  const column = (word: ValueColumnWord, read: (value: ExportValue) => string): Column => ({
    id: word,
    word,
    read: ({ value }) => (value ? read(value) : ''),
  });
  const number = (word: ValueColumnWord, read: (value: ExportValue) => number | undefined): Column => {
    const rounded = (value: ExportValue) => {
      const figure = read(value);
      return figure === undefined ? undefined : Math.round(figure * 100) / 100;
    };
    return {
      ...column(word, (value) => rounded(value)?.toFixed(2) ?? ''),
      typed: ({ value }) => value && rounded(value),
    };
  };
  return [
    column('valueClass', ({ valueClass }) => (valueClass ? words.valueClass(valueClass) : '')),
    column('valueSegment', ({ segment }) => (segment ? words.segment(segment) : '')),
    column('customerPhase', ({ phase }) => (phase ? words.phase(phase) : '')),
    { ...column('customerOrders', ({ orders }) => String(orders)), typed: ({ value }) => value?.orders },
    {
      ...column('customerSales', ({ amount }) => amount.toFixed(2)),
      typed: ({ value }) => value && Math.round(value.amount * 100) / 100,
    },
    ...(rows.some(({ value }) => value?.lifetime !== undefined)
      ? [number('customerLifetime', ({ lifetime }) => lifetime)]
      : []),
    ...(rows.some(({ value }) => value?.lifetimeMargin !== undefined)
      ? [number('customerMargin', ({ lifetimeMargin }) => lifetimeMargin)]
      : []),
    ...(rows.some(({ value }) => value?.share !== undefined)
      ? [number('shareOfWallet', ({ share }) => share), number('walletPotential', ({ potential }) => potential)]
      : []),
  ];
}
