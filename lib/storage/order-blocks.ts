import type { OrderBlock } from '../domain/schema/order.ts';

/** Orders as a list gives them, in columns; sums in hundredths of their currency. */
export type PackedOrders = {
  count: number;
  customer: Uint32Array;
  day: Int32Array;
  amount: Float64Array;
  currency: Uint8Array;
  margin: Float64Array;
  quantity: Float64Array;
  discounted: Uint8Array;
  due: Int32Array;
  paid: Int32Array;
  /** Tells an order from all others: no list is read twice. */
  digest: Float64Array;
};
type Column = Exclude<keyof PackedOrders, 'count'>;

const kinds = {
  customer: Uint32Array,
  day: Int32Array,
  amount: Float64Array,
  currency: Uint8Array,
  margin: Float64Array,
  quantity: Float64Array,
  discounted: Uint8Array,
  due: Int32Array,
  paid: Int32Array,
  digest: Float64Array,
} as const;
const columns = Object.keys(kinds) as Column[];

export const perBlock = 50_000;

/** Empty columns for so many orders. */
export function emptyOrders(size: number): PackedOrders {
  return {
    count: 0,
    customer: new Uint32Array(size),
    day: new Int32Array(size),
    amount: new Float64Array(size),
    currency: new Uint8Array(size),
    margin: new Float64Array(size),
    quantity: new Float64Array(size),
    discounted: new Uint8Array(size),
    due: new Int32Array(size),
    paid: new Int32Array(size),
    digest: new Float64Array(size),
  };
}

/** The same orders with room for twice as many. */
export function grownOrders(orders: PackedOrders): PackedOrders {
  const grown = emptyOrders(Math.max(1024, orders.customer.length * 2));
  for (const name of columns) grown[name].set(orders[name]);
  return { ...grown, count: orders.count };
}

/** Rows for the book. In: the import, orders. Out: blocks of at most `perBlock` orders, to be made one by one. */
export function* blocksOf(batch: string, orders: PackedOrders): Generator<OrderBlock> {
  for (let from = 0, seq = 0; from < orders.count; from += perBlock, seq++) {
    const to = Math.min(from + perBlock, orders.count);
    const packed = columns.map((name) => {
      const part = orders[name].slice(from, to);
      return [name, new Uint8Array(part.buffer, part.byteOffset, part.byteLength)] as const;
    });
    yield { batch, seq, count: to - from, columns: Object.fromEntries(packed) };
  }
}

/** A block's columns as they were put in. A column that is missing or too short (an odd file) is one of zeros. */
export function unpack({ count, columns: packed }: OrderBlock): PackedOrders {
  const result = emptyOrders(count);
  for (const name of columns) {
    const bytes = packed[name];
    const { BYTES_PER_ELEMENT } = kinds[name];
    if (bytes === undefined || bytes.byteLength < count * BYTES_PER_ELEMENT) continue;
    // A copy starts where its element size wants it.
    result[name].set(new kinds[name](bytes.slice(0, count * BYTES_PER_ELEMENT).buffer));
  }
  return { ...result, count };
}
