import { domainOf } from '../../domain/normalize/domain.ts';
import { personValues } from '../../domain/schema/field.ts';
import type { OrderBatch, OrderCustomer } from '../../domain/schema/order.ts';
import type { Book } from '../../storage/book.ts';
import { type ErasedList, readErasedList } from '../../storage/erased-list.ts';
import { emptyOrders, grownOrders, type PackedOrders } from '../../storage/order-blocks.ts';
import { createMatcher } from '../../storage/order-matching.ts';
import { readOrders } from '../../storage/orders.ts';
import { basisOf, type OrderParts, sweepOrders, writeOrders } from '../../storage/write-orders.ts';
import { csvLine, disarm } from '../csv.ts';
import { guessOrderMapping, type OrderMapping } from './fields.ts';
import { type OrderFile, openOrderFile } from './order-file.ts';
import {
  type ListedCustomer,
  type OrderCounts,
  type OrderSink,
  type RefusedRow,
  startOrderPlan,
} from './plan-orders.ts';
import { type OrderPreset, orderPresets, presetOf } from './presets.ts';
import { customerKey, type OrderSpelling, type ReadOrder } from './read-orders.ts';

export type OrderFileView = {
  name: string;
  preset: OrderPreset['id'];
  heading: string[];
  samples: string[][];
  mapping: OrderMapping;
  spelling: OrderSpelling;
};
export type OrderRequest = { mapping: OrderMapping; spelling: OrderSpelling };
export type OrderSummary = OrderCounts & {
  customers: number;
  newCustomers: number;
  matched: number;
  /** Found by name alone: to be looked at. */
  maybe: number;
  currencies: { code: string; orders: number }[];
  fromDay: number | undefined;
  toDay: number | undefined;
  /** The first refused rows with their reasons. */
  refusedRows: RefusedRow[];
};
export type OrderStep = { step: 'reading' | 'matching' | 'writing'; done: number; total: number };
type Following = { onStep?: (step: OrderStep) => void; signal?: AbortSignal };

const largest = 600_000_000;
const dayMs = 86_400_000;
/** Lets messages in between: only so can the work be called off. */
const breathe = () => new Promise<void>((resolve) => setTimeout(resolve));

type Planned = {
  request: OrderRequest;
  /** What the book was as it was planned. */
  basis: string;
  parts: OrderParts;
  refused: RefusedRow[];
  summary: OrderSummary;
};

/** An import of orders, step by step, as its worker does it. In: the book. */
export function createOrderSession(book: Book) {
  let file: { name: string; opened: OrderFile } | undefined;
  let planned: Planned | undefined;
  const need = () => {
    if (!file) throw new Error('No list of orders is open');
    return file;
  };

  return {
    /** Opens a list and guesses which program it is from and where its fields stand; or takes it for the one that is named. */
    async openOrders(name: string, bytes: Uint8Array): Promise<OrderFileView> {
      if (bytes.length > largest) throw new RangeError('The file is larger than 600 MB');
      planned = undefined;
      const opened = await openOrderFile(bytes);
      file = { name, opened };
      const preset = presetOf(opened.heading);
      return {
        name,
        preset: preset.id,
        heading: opened.heading,
        samples: opened.sample.slice(0, 3),
        mapping: guessOrderMapping(opened.heading, preset),
        spelling: opened.spelling,
      };
    },

    /** Where the fields stand if the list is from this program. */
    mapAs(id: OrderPreset['id']): OrderMapping {
      const { opened } = need();
      return guessOrderMapping(opened.heading, orderPresets.find((one) => one.id === id) ?? presetOf(opened.heading));
    },

    /** The dry run: what would become of every row. Nothing is written. */
    async planOrders(request: OrderRequest, following: Following = {}): Promise<OrderSummary> {
      need();
      planned = undefined;
      await sweepOrders(book);
      planned = await makePlan(request, following);
      return planned.summary;
    },

    /** Refused rows as CSV as they stood, the reason in front. In: words for the reasons, that column's heading. */
    refusedOrders(words: Record<string, string>, heading: string): string {
      const rows = (planned?.refused ?? []).map(({ reason, cells }) => [words[reason] ?? reason, ...cells]);
      return [[heading, ...need().opened.heading], ...rows]
        .map((line) =>
          csvLine(
            line.map((cell) => disarm(cell)),
            ',',
          ),
        )
        .join('');
    },

    /**
     * Writes what the dry run said, whole or not at all. Was the book changed since (a list taken back, somebody erased), it is
     * planned anew first. Out: the list as it was taken in, and how many of its customers are in the book.
     */
    async writeOrders(following: Following = {}): Promise<OrderBatch & { matched: number }> {
      const { onStep, signal } = following;
      let plan = planned;
      if (!plan) throw new Error('Nothing was planned');
      const upToDate = async (last: Planned): Promise<Planned> =>
        (await basisOf(book)) === last.basis ? last : makePlan(last.request, following);
      const batch = await writeOrders(book, {
        file: need().name,
        parts: async () => {
          plan = planned = await upToDate(plan as Planned);
          return plan.parts;
        },
        now: Date.now(),
        onProgress: (done, total) => onStep?.({ step: 'writing', done, total }),
        ...(signal && { signal }),
      });
      planned = undefined;
      return { ...batch, matched: plan.summary.matched };
    },
  };

  async function makePlan(request: OrderRequest, { onStep, signal }: Following): Promise<Planned> {
    const { opened } = need();
    const basis = await basisOf(book);
    const { customers, blocks } = await readOrders(book);
    const known = new Set<number>();
    for (const { orders } of blocks) for (let at = 0; at < orders.count; at++) known.add(orders.digest[at] as number);
    const codes: string[] = [];
    let packed = emptyOrders(4096);
    const has = { margin: false, quantity: false, discount: false, invoices: false };
    const sink = sinkInto(
      () => packed,
      () => {
        packed = grownOrders(packed);
      },
      codes,
      has,
    );
    const now = new Date();
    const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / dayMs;
    const erased = await readErasedList(book);
    const plan = startOrderPlan(request.mapping, request.spelling, known, today, sink, (one) =>
      // Who was erased does not come back by a list of orders.
      isErasedPerson(erased, one),
    );
    await opened.read(async (rows, share) => {
      for (const cells of rows) plan.add(cells);
      onStep?.({ step: 'reading', done: Math.round(share * 1000), total: 1000 });
      await breathe();
      signal?.throwIfAborted();
    });
    onStep?.({ step: 'matching', done: 0, total: 0 });
    const people = await matchCustomers(book, customers, plan.customers);
    signal?.throwIfAborted();
    for (let at = 0; at < packed.count; at++) packed.customer[at] = people.ids[packed.customer[at] as number] as number;
    const days = packed.day.subarray(0, packed.count).filter((day) => day > -1e9);
    const edge = (pick: (a: number, b: number) => number) =>
      days.length === 0 ? undefined : days.reduce((a, b) => pick(a, b));
    return {
      request,
      basis,
      parts: { orders: packed, fresh: people.fresh, changed: people.changed, currencies: codes, has },
      refused: plan.refused,
      summary: {
        ...plan.counts,
        customers: plan.customers.length,
        newCustomers: people.fresh.length,
        matched: people.matched,
        maybe: people.maybe,
        currencies: [...plan.currencies]
          .map(([code, orders]) => ({ code, orders }))
          .sort((a, b) => b.orders - a.orders),
        fromDay: edge(Math.min),
        toDay: edge(Math.max),
        refusedRows: plan.refused.slice(0, 200),
      },
    };
  }
}

const isErasedPerson = (erased: ErasedList, { customer, email, company, domain }: ListedCustomer): boolean =>
  !erased.isEmpty &&
  erased.person(
    personValues.parse({
      ...(customer && { name: customer }),
      ...(company && { companyName: company }),
      emails: email ? [email] : [],
    }),
    false,
    domain ? domainOf(domain)?.toLowerCase() : undefined,
  ) !== undefined;

function sinkInto(packed: () => PackedOrders, grow: () => void, codes: string[], has: OrderBatch['has']): OrderSink {
  const cents = (value: number) => Math.round(value * 100);
  const codeOf = (code: string): number => {
    const at = codes.indexOf(code);
    if (at >= 0) return at;
    // One byte an order names it: a list of more than 255 currencies is none.
    return codes.length < 255 ? codes.push(code) - 1 : 0;
  };
  return {
    add(order: ReadOrder, customer, digest) {
      if (packed().count === packed().customer.length) grow();
      const into = packed();
      const at = into.count++;
      into.customer[at] = customer;
      into.day[at] = order.day;
      into.amount[at] = cents(order.amount);
      into.currency[at] = codeOf(order.currency);
      into.margin[at] = cents(order.margin);
      into.quantity[at] = order.quantity;
      into.discounted[at] = order.discounted ? 1 : 0;
      into.due[at] = order.due;
      into.paid[at] = order.paid;
      into.digest[at] = digest;
      if (!Number.isNaN(order.margin)) has.margin = true;
      if (!Number.isNaN(order.quantity)) has.quantity = true;
      if (order.discounted) has.discount = true;
      if (order.due > -1e9) has.invoices = true;
      return at;
    },
    addTo(at, order) {
      const into = packed();
      into.amount[at] = (into.amount[at] as number) + cents(order.amount);
      into.margin[at] = (into.margin[at] as number) + cents(order.margin);
      into.quantity[at] = (into.quantity[at] as number) + order.quantity;
      if (order.discounted) into.discounted[at] = 1;
    },
    amountAt: (at) => packed().amount[at] as number,
  };
}

/** Gives listed customers their ids: those the book has by their keys, new ones the next free, with the lead that they are. */
async function matchCustomers(book: Book, before: readonly OrderCustomer[], listed: readonly ListedCustomer[]) {
  const known = new Map(before.map((customer) => [customer.key, customer]));
  const match = await createMatcher(book);
  let next = before.reduce((most, { id }) => Math.max(most, id), 0) + 1;
  const ids = new Uint32Array(listed.length);
  const fresh: OrderCustomer[] = [];
  const changed: OrderCustomer[] = [];
  let [matched, maybe] = [0, 0];
  listed.forEach((one, place) => {
    const { customer, email, customerNumber, company, domain } = one;
    const key = customerKey(one);
    const there = known.get(key);
    const name = customer || company || email || domain || customerNumber;
    const wanted = {
      name,
      ...(email && { email }),
      ...(customerNumber && { number: customerNumber }),
      ...(company && { company }),
      ...(domain && { domain }),
    };
    const isOpen = !there?.settled && there?.leadId === undefined;
    const found = isOpen ? match(wanted) : { leadId: there?.leadId };
    if (found.leadId) matched++;
    else if ('maybe' in found && found.maybe) maybe++;
    if (!there) {
      fresh.push({ id: next, key, ...wanted, ...found, batch: '' });
      ids[place] = next++;
      return;
    }
    ids[place] = there.id;
    if (isOpen && (found.leadId || ('maybe' in found && found.maybe !== there.maybe)))
      changed.push({ ...there, ...wanted, ...found });
  });
  return { ids, fresh, changed, matched, maybe };
}
