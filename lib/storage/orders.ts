import type { OrderBatch, OrderCustomer } from '../domain/schema/order.ts';
import type { Wallet } from '../domain/schema/wallet.ts';
import type { OrderTable } from '../value/order-table.ts';
import type { Book } from './book.ts';
import { type PackedOrders, unpack } from './order-blocks.ts';
import { findRow, hiddenBatches, isVisible } from './rows.ts';
import { read } from './transact.ts';

/** A customer of the orders as the methods see them: several of the lists may be one lead. */
export type Buyer = {
  /** `lead:ID` or `customer:ID`. */
  key: string;
  name: string;
  leadId?: string;
  kind?: 'person' | 'company';
  /** What is known of their whole need. */
  wallet?: Wallet;
  customers: number[];
};

/** Who paid what when, for the days that invoices take. */
export type Invoices = { due: Int32Array; paid: Int32Array };
export type LoadedOrders = {
  table: OrderTable;
  buyers: Buyer[];
  batches: OrderBatch[];
  /** Currency of each order as written, by place in `currencies`. */
  currencies: string[];
  /** Codes without a rate: their orders count for number and days, not for money. */
  withoutRate: string[];
  /** What one unit of a currency is worth in the base; NaN: no rate. */
  rateOf: (code: string) => number;
  base: string;
  invoices: Invoices;
};

const seenBatches = (batches: readonly OrderBatch[]) =>
  batches.filter(({ published, undoneAt }) => published && undoneAt === undefined);

/** The imports of orders that count, newest first. Throws `BookError`. */
export function orderBatches(book: Book): Promise<OrderBatch[]> {
  return read(book, ['orderBatches'], async (tx) =>
    seenBatches(await tx.objectStore('orderBatches').getAll()).sort((a, b) => b.at - a.at),
  );
}

/** The imports that count, their customers and their orders as stored. Throws `BookError`. */
export async function readOrders(book: Book): Promise<{
  batches: OrderBatch[];
  customers: OrderCustomer[];
  blocks: { batch: OrderBatch; orders: PackedOrders }[];
}> {
  return read(book, ['orderBatches', 'orderCustomers', 'orderBlocks'], async (tx) => {
    const [all, customers] = await Promise.all([
      tx.objectStore('orderBatches').getAll(),
      tx.objectStore('orderCustomers').getAll(),
    ]);
    const batches = seenBatches(all).sort((a, b) => a.at - b.at);
    const blocks = await Promise.all(
      batches.map(async (batch) => {
        const rows = await tx.objectStore('orderBlocks').getAll(IDBKeyRange.bound([batch.id, 0], [batch.id, Infinity]));
        return rows.map((row) => ({ batch, orders: unpack(row) }));
      }),
    );
    return { batches, customers, blocks: blocks.flat() };
  });
}

/**
 * All orders as one table in one currency. In: the base currency ('' takes that of most orders), one unit of others in it. Orders
 * of customers who were erased are left out. Throws `BookError`.
 */
export async function loadOrders(
  book: Book,
  base: string,
  rates: Readonly<Record<string, number>>,
): Promise<LoadedOrders> {
  const { batches, customers, blocks } = await readOrders(book);
  const { buyers, buyerOf } = await buyersOf(book, customers);
  // Needs may be known in a currency that no list has: it wants a rate as well.
  const ofNeeds = buyers.flatMap(({ wallet = [] }) => wallet.map(({ currency }) => currency)).filter(Boolean);
  const currencies = [...new Set([...batches.flatMap(({ currencies: own }) => own), ...ofNeeds])];
  // Lists that name no currency are in the one that needs are known in, where there is one.
  const inBase = base || mostUsed(batches, blocks) || ofNeeds[0] || '';
  // A list that names no currency is in the base.
  const rateOf = (code: string) => (code === inBase || code === '' ? 1 : (rates[code] ?? Number.NaN));
  const size = blocks.reduce((sum, { orders }) => sum + orders.count, 0);
  const table = {
    customer: new Uint32Array(size),
    day: new Int32Array(size),
    amount: new Float64Array(size),
    margin: new Float64Array(size),
    quantity: new Float64Array(size),
    discounted: new Uint8Array(size),
  };
  const invoices = { due: new Int32Array(size), paid: new Int32Array(size) };
  let count = 0;
  for (const { batch, orders } of blocks) {
    const rate = Float64Array.from(batch.currencies, rateOf);
    for (let at = 0; at < orders.count; at++) {
      const buyer = buyerOf.get(orders.customer[at] as number);
      if (buyer === undefined) continue;
      const factor = (rate[orders.currency[at] as number] as number) / 100;
      table.customer[count] = buyer;
      table.day[count] = orders.day[at] as number;
      // Without a rate an order still is an order.
      table.amount[count] = Number.isNaN(factor) ? 0 : (orders.amount[at] as number) * factor;
      table.margin[count] = (orders.margin[at] as number) * factor;
      table.quantity[count] = orders.quantity[at] as number;
      table.discounted[count] = orders.discounted[at] as number;
      invoices.due[count] = orders.due[at] as number;
      invoices.paid[count] = orders.paid[at] as number;
      count++;
    }
  }
  const cut = <T extends { subarray(from: number, to: number): T }>(column: T) => column.subarray(0, count);
  return {
    table: {
      customers: buyers.map(({ key }) => key),
      customer: cut(table.customer),
      day: cut(table.day),
      amount: cut(table.amount),
      margin: cut(table.margin),
      quantity: cut(table.quantity),
      discounted: cut(table.discounted),
    },
    buyers,
    batches,
    currencies,
    withoutRate: currencies.filter((code) => Number.isNaN(rateOf(code))),
    rateOf,
    base: inBase,
    invoices: { due: cut(invoices.due), paid: cut(invoices.paid) },
  };
}

function mostUsed(
  batches: readonly OrderBatch[],
  blocks: readonly { batch: OrderBatch; orders: PackedOrders }[],
): string | undefined {
  const codes = new Set(batches.flatMap(({ currencies }) => currencies).filter(Boolean));
  if (codes.size <= 1) return [...codes][0];
  const counts = new Map<string, number>();
  for (const { batch, orders } of blocks)
    for (let at = 0; at < orders.count; at++) {
      const code = batch.currencies[orders.currency[at] as number] ?? '';
      if (code) counts.set(code, (counts.get(code) ?? 0) + 1);
    }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
}

/** Customers of the lists by the lead that they are; a lead that was deleted stays a customer by the name in the list. */
async function buyersOf(
  book: Book,
  customers: readonly OrderCustomer[],
): Promise<{ buyers: Buyer[]; buyerOf: Map<number, number> }> {
  const leadIds = [...new Set(customers.flatMap(({ leadId }) => leadId ?? []))];
  const leads = await read(book, ['people', 'companies', 'actions'], async (tx) => {
    const hidden = await hiddenBatches(tx);
    const rows = await Promise.all(leadIds.map((id) => findRow(tx, id)));
    return new Map(rows.flatMap((row) => (row && isVisible(row, hidden) ? [[row.id, row] as const] : [])));
  });
  const buyers: Buyer[] = [];
  const buyerOf = new Map<number, number>();
  const places = new Map<string, number>();
  for (const { id, name, leadId } of customers) {
    const lead = leadId === undefined ? undefined : leads.get(leadId);
    const key = lead ? `lead:${lead.id}` : `customer:${id}`;
    let place = places.get(key);
    if (place === undefined) {
      place = buyers.length;
      places.set(key, place);
      buyers.push({
        key,
        name: lead?.name ?? name,
        customers: [],
        ...(lead && { leadId: lead.id, kind: lead.kind, ...(lead.wallet && { wallet: lead.wallet }) }),
      });
    }
    buyers[place]?.customers.push(id);
    buyerOf.set(id, place);
  }
  return { buyers, buyerOf };
}

/** A customer of the lists who was found by name alone, beside whom they may be. */
export type OpenMatch = {
  id: number;
  name: string;
  email?: string;
  leadId: string;
  leadName: string;
  kind: 'person' | 'company';
};

/** Customers who may be somebody of the book's, to be looked at. Throws `BookError`. */
export function openMatches(book: Book): Promise<OpenMatch[]> {
  return read(book, ['orderCustomers', 'people', 'companies', 'actions'], async (tx) => {
    const all = await tx.objectStore('orderCustomers').getAll();
    const hidden = await hiddenBatches(tx);
    const open = all.filter(({ maybe, settled, leadId }) => maybe !== undefined && !settled && leadId === undefined);
    const found = await Promise.all(
      open.map(async ({ id, name, email, maybe = '' }): Promise<OpenMatch | undefined> => {
        const row = await findRow(tx, maybe);
        if (!row || !isVisible(row, hidden)) return undefined;
        return { id, name, ...(email && { email }), leadId: row.id, leadName: row.name ?? '', kind: row.kind };
      }),
    );
    return found.filter((one) => one !== undefined);
  });
}
