import { type DateOrder, momentOf, numberOf } from '../../domain/own-values.ts';
import { noDay } from '../../value/order-table.ts';
import type { OrderMapping } from './fields.ts';

/** How a list writes numbers and days. */
export type OrderSpelling = { decimal: '.' | ','; order: DateOrder };

/** One order as a row says it; `day` in whole days since 1970. */
export type ReadOrder = {
  number: string;
  day: number;
  customer: string;
  email: string;
  customerNumber: string;
  company: string;
  domain: string;
  amount: number;
  currency: string;
  margin: number;
  quantity: number;
  discounted: boolean;
  due: number;
  paid: number;
};
export type OrderRefusal = 'noCustomer' | 'noAmount' | 'noDate' | 'cancelled' | 'sameOrder' | 'erased';

const dayMs = 86_400_000;

/** A reader of days that remembers: a list of a million orders has some thousand different ones. Out: `noDay` for what is none. */
export function dayReader(order: DateOrder): (text: string) => number {
  const known = new Map<string, number>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const day = dayOfText(text, order);
    if (known.size < 200_000) known.set(text, day);
    return day;
  };
}

function dayOfText(text: string, order: DateOrder): number {
  // A day with a time is the day that stands there, whatever the time zone of the reader.
  const stands = /^(\d{4})[-/](\d{2})[-/](\d{2})(?:[T ]|$)/.exec(text);
  if (stands) {
    const [year, month, date] = [Number(stands[1]), Number(stands[2]), Number(stands[3])];
    const at = Date.UTC(year, month - 1, date);
    return new Date(at).getUTCMonth() === month - 1 ? at / dayMs : noDay;
  }
  // Sheet programs count days from the end of 1899.
  const serial = /^\d{5}(?:\.\d+)?$/.test(text) ? Math.floor(Number(text)) : 0;
  if (serial > 20_000 && serial < 80_000) return serial - 25_569;
  const moment = momentOf(text, order);
  if (moment === undefined) return noDay;
  const local = new Date(moment);
  return Date.UTC(local.getFullYear(), local.getMonth(), local.getDate()) / dayMs;
}

/** Money as lists write it: `1,234.50`, `1.234,50 €`, `(12.00)`, `-5`, `USD 12`. Out: NaN for what is none. */
export function moneyOf(text: string, decimal: '.' | ','): number {
  const plain = Number(text);
  // The common case is a plain number; 1.234 under a decimal comma is none.
  if (text !== '' && !Number.isNaN(plain) && !(decimal === ',' && /^-?\d{1,3}\.\d{3}$/.test(text))) return plain;
  const inBrackets = /^\((.*)\)$/.exec(text.trim());
  const bare = (inBrackets?.[1] ?? text).replace(/[A-Za-z\p{Sc}\s\u00a0\u202f元]/gu, '').replace(/−/g, '-');
  const trailing = /^(.*[\d.,])-$/.exec(bare);
  const number = numberOf(trailing ? `-${trailing[1]}` : bare, decimal);
  if (number === undefined) return Number.NaN;
  return inBrackets ? -Math.abs(number) : number;
}

const currencySigns: Record<string, string> = { '€': 'EUR', $: 'USD', '£': 'GBP', '¥': 'CNY', '￥': 'CNY', '₹': 'INR' };
/** The code of a currency that stands in a cell of its own or beside a sum; '' for none. */
export function currencyOf(cell: string, amount: string): string {
  const code = /^[A-Za-z]{3}$/.test(cell.trim()) ? cell.trim() : (/\b[A-Z]{3}\b/.exec(amount)?.[0] ?? '');
  if (code) return code.toUpperCase();
  const sign = /\p{Sc}/u.exec(amount)?.[0] ?? cell.trim();
  return currencySigns[sign] ?? '';
}

const cancelled =
  /^(?:cancell?ed|void(?:ed)?|failed|pending|draft|trash|storniert|abgebrochen|offen \(entwurf\)|已取消|取消|已关闭|关闭|失败|待付款)$/i;
/** Status that turns a sum that is written without a sign into money that went back. */
const refunded = /^(?:refund|credit memo|credit note|gutschrift|storno|退款|红字发票)$/i;

export type OrderReader = (cells: readonly string[]) => ReadOrder | OrderRefusal;

/**
 * A reader of rows. In: where the fields stand, how numbers and days are written. Out: an order, or why the row is none. Refunds
 * of the row are taken off its sum; an order that went back whole is worth nothing.
 */
export function orderReader(mapping: OrderMapping, { decimal, order }: OrderSpelling): OrderReader {
  const readDay = dayReader(order);
  const cell = (cells: readonly string[], column: number | undefined) =>
    column === undefined ? '' : (cells[column] ?? '').trim();
  const number = (cells: readonly string[], column: number | undefined) => {
    const text = cell(cells, column);
    return text === '' ? Number.NaN : moneyOf(text, decimal);
  };
  const day = (cells: readonly string[], column: number | undefined) => {
    const text = cell(cells, column);
    return text === '' ? noDay : readDay(text);
  };
  return (cells) => {
    const email = cell(cells, mapping.email).toLowerCase();
    const customer = cell(cells, mapping.customer);
    const customerNumber = cell(cells, mapping.customerNumber);
    const company = cell(cells, mapping.company);
    const domain = cell(cells, mapping.domain);
    const amountText = cell(cells, mapping.amount);
    const status = cell(cells, mapping.status);
    if (status && cancelled.test(status)) return 'cancelled';
    if (!(email || customer || customerNumber || company || domain)) return 'noCustomer';
    let amount = amountText === '' ? Number.NaN : moneyOf(amountText, decimal);
    if (!Number.isFinite(amount)) return 'noAmount';
    const when = day(cells, mapping.date);
    if (when === noDay && mapping.date !== undefined) return 'noDate';
    if (status && refunded.test(status)) amount = -Math.abs(amount);
    const refund = mapping.refund === undefined ? 0 : Math.abs(number(cells, mapping.refund));
    if (refund > 0) amount -= refund;
    const cost = mapping.cost === undefined ? Number.NaN : number(cells, mapping.cost);
    const margin = mapping.margin === undefined ? amount - cost : number(cells, mapping.margin);
    return {
      number: cell(cells, mapping.number),
      day: when,
      customer,
      email,
      customerNumber,
      company,
      domain,
      amount,
      currency: currencyOf(cell(cells, mapping.currency), amountText),
      margin,
      quantity: number(cells, mapping.quantity),
      discounted: mapping.discount !== undefined && Math.abs(number(cells, mapping.discount)) > 0,
      due: day(cells, mapping.due),
      paid: day(cells, mapping.paid),
    };
  };
}

/** Who ordered, as a key that is the same in every list: the customer's number, else the address, the domain, the name. */
export function customerKey(
  order: Pick<ReadOrder, 'customerNumber' | 'email' | 'domain' | 'company' | 'customer'>,
): string {
  if (order.customerNumber) return `#${order.customerNumber.toLowerCase()}`;
  if (order.email) return `@${order.email}`;
  if (order.domain) return `/${order.domain.toLowerCase().replace(/^https?:\/\/(?:www\.)?|\/.*$/g, '')}`;
  return `=${(order.company || order.customer).normalize('NFKC').toLowerCase().replace(/\s+/g, ' ')}`;
}
