import { seededRandom } from '../../lib/value/special.ts';

/**
 * A list of orders of made-up customers over two years up to today, as CSV: some large and steady, some rising, some that fell
 * silent, many that buy once in a while. In: how many customers, the day it ends, in milliseconds.
 */
export function ordersFile(customers: number, until: number): string {
  const random = seededRandom(11);
  const day = 86_400_000;
  const rows: [string, string, string, string, string][] = [];
  for (let n = 1; n <= customers; n++) {
    const size = 4000 / n ** 0.9 + 20;
    const every = 10 + random() * 80;
    const start = 700 * random();
    const end = n % 7 === 0 ? 400 : n % 5 === 0 ? 250 : 0;
    for (let ago = 720 - start; ago > end; ago -= every * (0.5 + random())) {
      const date = new Date(until - ago * day).toISOString().slice(0, 10);
      const sum = size * (0.6 + 0.8 * random());
      rows.push([String(rows.length + 1001), date, `Muster ${n}`, `office@muster-${n}.example`, sum.toFixed(2)]);
    }
  }
  return ['Order number,Date,Customer,Email,Total,Currency', ...rows.map((row) => `${row.join(',')},EUR`)].join('\n');
}

/** Orders once a month over two years: what each firm buys a month in the first year, and in the second. In: firms, the day it ends. */
export function monthlyOrders(
  firms: readonly (readonly [name: string, before: number, now: number])[],
  until: number,
): string {
  const day = 86_400_000;
  const rows = firms.flatMap(([name, before, now], firm) =>
    Array.from({ length: 24 }, (_, month) => {
      const date = new Date(until - month * 30 * day).toISOString().slice(0, 10);
      return `${firm * 100 + month + 1},${date},${name},${month < 12 ? now : before},EUR`;
    }),
  );
  return ['Order number,Date,Company,Total,Currency', ...rows].join('\n');
}
