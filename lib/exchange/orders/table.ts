import type { OrderTable } from '../../value/order-table.ts';

/** A table under way: rows are added one by one, columns grow by doubling. */
export type OrderColumns = {
  add(customer: string, day: number, amount: number, margin: number, quantity: number, discounted: boolean): void;
  done(): OrderTable;
};

/** Gathers orders into columns. Customers stand in the order in which they came. */
export function orderColumns(): OrderColumns {
  const places = new Map<string, number>();
  let size = 1024;
  let count = 0;
  let customer = new Uint32Array(size);
  let day = new Int32Array(size);
  let amount = new Float64Array(size);
  let margin = new Float64Array(size);
  let quantity = new Float64Array(size);
  let discounted = new Uint8Array(size);
  const grow = () => {
    size *= 2;
    const grown = <T extends { set(from: ArrayLike<number>): void }>(next: T, from: ArrayLike<number>): T => {
      next.set(from);
      return next;
    };
    customer = grown(new Uint32Array(size), customer);
    day = grown(new Int32Array(size), day);
    amount = grown(new Float64Array(size), amount);
    margin = grown(new Float64Array(size), margin);
    quantity = grown(new Float64Array(size), quantity);
    discounted = grown(new Uint8Array(size), discounted);
  };
  return {
    add(who, when, money, gain, pieces, isDiscounted) {
      if (count === size) grow();
      let place = places.get(who);
      if (place === undefined) {
        place = places.size;
        places.set(who, place);
      }
      customer[count] = place;
      day[count] = when;
      amount[count] = money;
      margin[count] = gain;
      quantity[count] = pieces;
      discounted[count] = isDiscounted ? 1 : 0;
      count++;
    },
    done: () => ({
      customers: [...places.keys()],
      customer: customer.subarray(0, count),
      day: day.subarray(0, count),
      amount: amount.subarray(0, count),
      margin: margin.subarray(0, count),
      quantity: quantity.subarray(0, count),
      discounted: discounted.subarray(0, count),
    }),
  };
}
