import { noDay } from '../../value/order-table.ts';
import { digestOf } from './digest.ts';
import type { OrderMapping } from './fields.ts';
import { customerKey, type OrderRefusal, type OrderSpelling, orderReader, type ReadOrder } from './read-orders.ts';

/** A customer as the list first names them. */
export type ListedCustomer = Pick<ReadOrder, 'customer' | 'email' | 'customerNumber' | 'company' | 'domain'>;

/** What would become of a list, row by row added up. */
export type OrderCounts = {
  rows: number;
  /** Orders that are new to the book. */
  orders: number;
  /** More lines of an order above: their sums are added to it. */
  lines: number;
  /** Orders of earlier lists. */
  known: number;
  refused: Record<OrderRefusal, number>;
  refunds: number;
  zeros: number;
  future: number;
};
export type RefusedRow = { row: number; reason: OrderRefusal; cells: string[] };
const mostRefused = 10_000;

/** Columns of the list that grow as it is read; the caller gives them their shape. */
export type OrderSink = {
  add(order: ReadOrder, customer: number, digest: number): number;
  addTo(place: number, order: ReadOrder): void;
  amountAt(place: number): number;
};

/**
 * Reads a list of orders row by row. In: where its fields stand, how it writes, orders that the book has (by digest), today as a
 * day, a sink for the columns, who was erased. Several rows of one number are the lines of one order, but for rows that only say its sum again.
 */
export function startOrderPlan(
  mapping: OrderMapping,
  spelling: OrderSpelling,
  known: ReadonlySet<number>,
  today: number,
  sink: OrderSink,
  isErased: (customer: ListedCustomer) => boolean = () => false,
) {
  const read = orderReader(mapping, spelling);
  const counts: OrderCounts = {
    rows: 0,
    orders: 0,
    lines: 0,
    known: 0,
    refused: { noCustomer: 0, noAmount: 0, noDate: 0, cancelled: 0, sameOrder: 0, erased: 0 },
    refunds: 0,
    zeros: 0,
    future: 0,
  };
  const refused: RefusedRow[] = [];
  const customers: ListedCustomer[] = [];
  const places = new Map<string, number>();
  const numbered = new Map<number, number>();
  /** Orders whose lines are of different sums: each line is a part of them, and none says the whole again. */
  const inParts = new Set<number>();
  const repeated = new Map<number, number>();
  const currencies = new Map<string, number>();
  const erased = new Set<string>();
  /** Asked once of each customer, and of each whom a firm's orders name. */
  const wasErased = (order: ReadOrder): boolean => {
    const key = customerKey(order);
    if (places.has(key)) return false;
    const who = `${key}\n${order.customer}\n${order.email}`;
    if (erased.has(who)) return true;
    const answer = isErased(order);
    if (answer) erased.add(who);
    return answer;
  };

  const refuse = (reason: OrderRefusal, cells: string[]) => {
    counts.refused[reason]++;
    if (refused.length < mostRefused) refused.push({ row: counts.rows + 1, reason, cells });
  };
  const placeOf = (order: ReadOrder): number => {
    const key = customerKey(order);
    let place = places.get(key);
    if (place === undefined) {
      place = customers.length;
      places.set(key, place);
      const { customer, email, customerNumber, company, domain } = order;
      customers.push({ customer, email, customerNumber, company, domain });
    }
    return place;
  };

  return {
    counts,
    refused,
    /** Listed customers by their places; keys as `customerKey` gives them. */
    customers,
    places,
    /** Orders by currency. */
    currencies,
    add(cells: string[]): void {
      counts.rows++;
      const order = read(cells);
      if (typeof order === 'string') {
        const number = mapping.number === undefined ? '' : (cells[mapping.number] ?? '').trim();
        // Shops write the sum in the first line of an order alone.
        if ((order === 'noAmount' || order === 'noCustomer') && number && numbered.has(digestOf(`#${number}`)))
          counts.lines++;
        else refuse(order, cells);
        return;
      }
      let digest: number;
      if (order.number) {
        digest = digestOf(`#${order.number}`);
        const before = numbered.get(digest);
        if (before !== undefined && before >= 0) {
          const isSame = !inParts.has(digest) && sink.amountAt(before) === Math.round(order.amount * 100);
          if (isSame) refuse('sameOrder', cells);
          else {
            inParts.add(digest);
            sink.addTo(before, order);
            counts.lines++;
          }
          return;
        }
        if (before !== undefined) {
          counts.known++;
          return;
        }
      } else {
        const same = digestOf(`${customerKey(order)}\n${order.day}\n${order.amount}\n${order.currency}`);
        const often = (repeated.get(same) ?? 0) + 1;
        repeated.set(same, often);
        digest = digestOf(`${same}#${often}`);
      }
      if (known.has(digest)) {
        if (order.number) numbered.set(digest, -1);
        counts.known++;
        return;
      }
      const isGone = wasErased(order);
      if (isGone && !order.company && !order.domain) {
        refuse('erased', cells);
        return;
      }
      // What a firm bought stays its own, without the one who ordered.
      const place = sink.add(order, placeOf(isGone ? { ...order, customer: '', email: '' } : order), digest);
      if (order.number) numbered.set(digest, place);
      counts.orders++;
      if (order.amount < 0) counts.refunds++;
      else if (order.amount === 0) counts.zeros++;
      if (order.day !== noDay && order.day > today) counts.future++;
      currencies.set(order.currency, (currencies.get(order.currency) ?? 0) + 1);
    },
  };
}
