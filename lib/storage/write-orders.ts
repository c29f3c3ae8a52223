import type { OrderBatch, OrderCustomer } from '../domain/schema/order.ts';
import type { Book } from './book.ts';
import { newId } from './new-id.ts';
import { blocksOf, type PackedOrders } from './order-blocks.ts';
import { read, type Store, tell, write } from './transact.ts';

const stores: Store[] = ['orderBatches', 'orderBlocks', 'orderCustomers'];
const customersAtOnce = 5000;
/** Held while orders are written: meanwhile nobody takes the unpublished for left behind. */
const lock = 'orders-import';

export type OrderParts = {
  orders: PackedOrders;
  currencies: string[];
  has: OrderBatch['has'];
  /** Customers that the book has not seen; their `id`s are in `orders`. */
  fresh: OrderCustomer[];
  /** Customers of the book to whom this list says more, or ties a lead. */
  changed: OrderCustomer[];
};
export type OrderWrite = {
  file: string;
  /** What is to be written, asked for while nobody else writes or takes back lists. */
  parts: () => Promise<OrderParts>;
  now: number;
  onProgress?: (done: number, total: number) => void;
  signal?: AbortSignal;
};

/**
 * Writes a list of orders, whole or not at all: blocks and new customers unseen, then one small transaction that publishes them.
 * Out: the import's id, for undo. Throws `BookError`, or the signal's reason; then nothing of it is left.
 */
export function writeOrders(book: Book, job: OrderWrite): Promise<OrderBatch> {
  return navigator.locks.request(lock, async () => {
    await sweep(book);
    const parts = await job.parts();
    const batch = batchOf(job, parts);
    try {
      await stageOrders(book, batch, job, parts);
      job.signal?.throwIfAborted();
      await write(
        book,
        [...stores, 'actions'],
        async (tx) => {
          const customers = tx.objectStore('orderCustomers');
          await Promise.all(
            parts.changed.map(async (customer) => {
              const now = await customers.get(customer.id);
              // Meanwhile they may have been erased, or somebody said who they are.
              if (now && !now.settled && now.leadId === undefined)
                await customers.put({ ...customer, batch: now.batch });
            }),
          );
          await tx.objectStore('orderBatches').put({ ...batch, published: true });
          const { id, at, file, orders, customers: buyers } = batch;
          const told = { file, orders, customers: buyers };
          const action = { id, at, cause: 'import' as const, draftIds: [], interactionIds: [], orders: told };
          await tx.objectStore('actions').put(action);
        },
        job.signal,
      );
    } catch (cause) {
      await sweep(book);
      throw cause;
    }
    tell({ stores: ['orderBatches', 'orderCustomers'] });
    return { ...batch, published: true };
  });
}

/** What a plan of orders is made from, as a text that is another when any of it changed. Throws `BookError`. */
export function basisOf(book: Book): Promise<string> {
  return read(book, ['orderBatches', 'orderCustomers', 'changes', 'erased'], async (tx) => {
    const [batches, customers, newest, erased] = await Promise.all([
      tx.objectStore('orderBatches').getAll(),
      tx.objectStore('orderCustomers').getAll(),
      tx.objectStore('changes').openKeyCursor(null, 'prev'),
      tx.objectStore('erased').count(),
    ]);
    return JSON.stringify([newest?.key, erased, batches, customers]);
  });
}

async function stageOrders(
  book: Book,
  batch: OrderBatch,
  { signal, onProgress }: OrderWrite,
  { fresh, orders }: OrderParts,
): Promise<void> {
  await write(book, stores, (tx) => tx.objectStore('orderBatches').put(batch), signal);
  const total = orders.count + fresh.length;
  for (let from = 0; from < fresh.length; from += customersAtOnce) {
    signal?.throwIfAborted();
    const part = fresh.slice(from, from + customersAtOnce).map((customer) => ({ ...customer, batch: batch.id }));
    await write(book, ['orderCustomers'], async (tx) => {
      const store = tx.objectStore('orderCustomers');
      // Added, never put: an import of another page may have taken the same numbers meanwhile, then this one fails whole.
      await Promise.all(part.map((customer) => store.add(customer)));
    });
    onProgress?.(Math.min(from + part.length, total), total);
  }
  let done = fresh.length;
  for (const block of blocksOf(batch.id, orders)) {
    signal?.throwIfAborted();
    await write(book, ['orderBlocks'], (tx) => tx.objectStore('orderBlocks').put(block));
    done += block.count;
    onProgress?.(done, total);
  }
}

function batchOf({ file, now }: OrderWrite, { orders, currencies, has }: OrderParts): OrderBatch {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = 0; at < orders.count; at++) {
    const day = orders.day[at] as number;
    if (day < -1e9) continue;
    if (day < from) from = day;
    if (day > to) to = day;
  }
  return {
    id: newId(now),
    at: now,
    file: file.slice(0, 300),
    currencies,
    orders: orders.count,
    customers: new Set(orders.customer.subarray(0, orders.count)).size,
    ...(from <= to && { fromDay: from, toDay: to }),
    has,
    published: false,
  };
}

/** Takes a list of orders back: it counts no longer from here on, and what only it brought goes. Throws `BookError`. */
export async function undoOrders(book: Book, batchId: string, now: number): Promise<void> {
  await navigator.locks.request(lock, async () => {
    await write(book, ['orderBatches', 'actions'], async (tx) => {
      const batch = await tx.objectStore('orderBatches').get(batchId);
      if (batch) await tx.objectStore('orderBatches').put({ ...batch, undoneAt: now });
      const action = await tx.objectStore('actions').get(batchId);
      if (action) await tx.objectStore('actions').put({ ...action, undoneAt: now });
    });
    await sweep(book);
  });
  tell({ stores: ['orderBatches', 'orderCustomers'] });
}

/** Clears what an import left that died or was called off, unless one is at work. Throws `BookError`. */
export async function sweepOrders(book: Book): Promise<void> {
  await navigator.locks.request(lock, { ifAvailable: true }, async (held) => {
    if (held) await sweep(book);
  });
}

/** Removes imports that do not count: their blocks, their rows, and customers whom no import that stays has orders of. */
async function sweep(book: Book): Promise<void> {
  const gone = await read(book, ['orderBatches'], async (tx) => {
    const all = await tx.objectStore('orderBatches').getAll();
    return all.filter(({ published, undoneAt }) => !published || undoneAt !== undefined).map(({ id }) => id);
  });
  for (const id of gone) {
    await write(book, ['orderBlocks'], (tx) =>
      tx.objectStore('orderBlocks').delete(IDBKeyRange.bound([id, 0], [id, Number.POSITIVE_INFINITY])),
    );
    await removeCustomers(book, id);
    await write(book, ['orderBatches'], (tx) => tx.objectStore('orderBatches').delete(id));
  }
}

/** Customers that a batch brought go, but for those that later lists have orders of: these become that list's. */
async function removeCustomers(book: Book, batchId: string): Promise<void> {
  const { theirs, usedBy } = await read(book, ['orderCustomers', 'orderBlocks'], async (tx) => {
    const own = (await tx.objectStore('orderCustomers').getAll()).filter(({ batch }) => batch === batchId);
    const used = new Map<number, string>();
    if (own.length > 0) {
      const wanted = new Set(own.map(({ id }) => id));
      let cursor = await tx.objectStore('orderBlocks').openCursor();
      while (cursor) {
        const { batch, columns } = cursor.value;
        const bytes = columns.customer;
        if (bytes) for (const id of new Uint32Array(bytes.slice().buffer)) if (wanted.has(id)) used.set(id, batch);
        cursor = await cursor.continue();
      }
    }
    return { theirs: own, usedBy: used };
  });
  const kept = theirs.flatMap((customer) => {
    const batch = usedBy.get(customer.id);
    return batch === undefined ? [] : [{ ...customer, batch }];
  });
  await write(book, ['orderCustomers'], async (tx) => {
    const store = tx.objectStore('orderCustomers');
    // Their numbers were given in a row: a few ranges instead of a request for each.
    await Promise.all([
      ...runsOf(theirs.flatMap(({ id }) => (usedBy.has(id) ? [] : [id]))).map(([first, last]) =>
        store.delete(IDBKeyRange.bound(first, last)),
      ),
      ...kept.map((customer) => store.put(customer)),
    ]);
  });
}

/** Whole numbers as stretches without a gap. */
function runsOf(numbers: readonly number[]): [first: number, last: number][] {
  const runs: [number, number][] = [];
  for (const one of numbers.toSorted((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && run[1] === one - 1) run[1] = one;
    else runs.push([one, one]);
  }
  return runs;
}
