import { foldWords } from '../../domain/normalize/fold.ts';
import type { OrderField } from './fields.ts';

export type OrderPreset = {
  id: 'shopify' | 'woocommerce' | 'stripe' | 'quickbooks' | 'plain';
  /** Headings that give the program away, folded. */
  signs: readonly string[];
  /** Headings that mean something else there than they seem to. */
  columns: Partial<Record<OrderField, readonly string[]>>;
};

/** Order exports of programs; a new one is an entry here. The first whose signs are all there is taken. */
export const orderPresets: readonly OrderPreset[] = [
  {
    // One line an item: the order's sums stand in its first line only. "Name" is the order's number.
    id: 'shopify',
    signs: ['financial status', 'lineitem name', 'paid at'],
    columns: {
      number: ['name'],
      date: ['created at'],
      customer: ['billing name', 'shipping name'],
      email: ['email'],
      company: ['billing company', 'shipping company'],
      amount: ['total'],
      refund: ['refunded amount'],
      discount: ['discount amount'],
      status: ['financial status'],
      paid: ['paid at'],
      quantity: ['lineitem quantity'],
    },
  },
  {
    id: 'woocommerce',
    signs: ['order number', 'order status', 'order date'],
    columns: {
      number: ['order number'],
      date: ['order date'],
      email: ['email billing', 'billing email', 'customer user email'],
      company: ['company billing', 'billing company'],
      amount: ['order total amount', 'order total'],
      refund: ['order refund amount', 'order total refunded'],
      discount: ['cart discount amount', 'discount amount'],
      status: ['order status'],
      paid: ['paid date'],
    },
  },
  {
    id: 'stripe',
    signs: ['amount refunded', 'currency'],
    columns: {
      number: ['id'],
      date: ['created date utc', 'created utc', 'created'],
      email: ['customer email', 'receipt email'],
      customer: ['customer description', 'card name'],
      customerNumber: ['customer id'],
      amount: ['amount'],
      refund: ['amount refunded'],
      status: ['status'],
    },
  },
  {
    id: 'quickbooks',
    signs: ['transaction type', 'num'],
    columns: {
      number: ['num'],
      date: ['date', 'transaction date'],
      customer: ['name', 'customer', 'customer full name'],
      amount: ['amount'],
      status: ['transaction type'],
      due: ['due date'],
    },
  },
  { id: 'plain', signs: [], columns: {} },
];

/** The program that a file is from, by its headings; `plain` where none is recognised. */
export function presetOf(heading: readonly string[]): OrderPreset {
  const folded = new Set(heading.map(foldWords));
  const found = orderPresets.find(({ signs }) => signs.length > 0 && signs.every((sign) => folded.has(sign)));
  return found ?? (orderPresets.at(-1) as OrderPreset);
}
