import { measureGrowth } from './grown.ts';
import type { Part } from './part.ts';

/** Runs in a page of the extension: the functions that the worker calls, over a made list of ten times as many orders as there are customers. */
const source = `
import './no-eval.ts';
import { createOrderSession } from '../../lib/exchange/orders/order-session.ts';
import { openBook } from '../../lib/storage/book.ts';
import { loadOrders } from '../../lib/storage/orders.ts';
import { createValueService } from '../../lib/storage/value-service.ts';
import { undoOrders } from '../../lib/storage/write-orders.ts';
import { classify, rank } from '../../lib/value/abc.ts';
import { fitModels } from '../../lib/value/models.ts';
import { summarise } from '../../lib/value/order-table.ts';
import { repeatsOf } from '../../lib/value/repeat-groups.ts';
import { scoreRfm } from '../../lib/value/rfm.ts';
import { seededRandom } from '../../lib/value/special.ts';

const today = Date.UTC(2026, 5, 30);
const day = 86_400_000;

/** Customers who buy at rates of their own and drop out by chance, until there are as many orders as wanted. */
function list(count) {
  const random = seededRandom(5);
  const customers = count / 10;
  const lines = ['Order number,Date,Customer,Email,Total,Currency'];
  const days = Array.from({ length: 1100 }, (_, ago) => new Date(today - ago * day).toISOString().slice(0, 10));
  for (let n = 0; lines.length <= count; n = (n + 1) % customers) {
    const start = Math.floor(1095 * random());
    const every = 12 / (0.05 + -Math.log(1 - random()));
    // Heavy tails to the right, as shops have them.
    const worth = 25 * Math.exp(0.7 * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(6.283 * random()));
    const dropout = 0.03 + 0.3 * random();
    for (let ago = start; ago >= 0 && lines.length <= count; ago -= Math.ceil(-Math.log(1 - random()) * every)) {
      lines.push(lines.length + 1000 + ',' + days[ago] + ',Customer ' + n + ',c' + n + '@firm-' + n + '.example,' + (worth * (0.3 - Math.log(1 - random()))).toFixed(2) + ',EUR');
      if (random() < dropout) break;
    }
  }
  return new TextEncoder().encode(lines.join('\\n'));
}

globalThis.bench = async (customers) => {
  const count = customers * 10;
  const timings = [];
  const time = async (what, work) => {
    const started = performance.now();
    const result = await work();
    timings.push({ what, ms: performance.now() - started });
    return result;
  };
  const bytes = list(count);
  const book = await openBook();
  const session = createOrderSession(book);
  const started = performance.now();
  const view = await session.openOrders('orders.csv', bytes);
  const summary = await time('dry run', () => session.planOrders(view));
  const batch = await time('writing', () => session.writeOrders());
  timings.push({ what: 'import, from the file to the book', ms: performance.now() - started });
  const { table } = await time('read into memory', () => loadOrders(book, 'EUR', {}));
  const asOf = today / day;
  const sums = await time('ABC and RFM', () => {
    const all = summarise(table, { to: asOf });
    classify(rank(all.amount, all.customers), { a: 0.65, b: 0.85 });
    scoreRfm(all, asOf, { scale: { kind: 'parts', parts: 5 }, money: 'amount' });
    return all;
  });
  const models = await time('BG/NBD, MBG/NBD and Gamma-Gamma', () => fitModels(repeatsOf(sums, asOf)));
  const silent = Object.entries(models).flatMap(([name, answer]) => (answer.ok === false ? [name + ': ' + answer.reason] : []));
  if (silent.length > 0 && customers >= 10_000) throw new Error('no model, ' + silent.join(', '));
  const service = createValueService(book, () => today);
  await time('first overview, orders read', () => service.overview({}));
  await time('models, and the forecast of every customer', () => service.models({}));
  await time('twelve months of movement', () => service.movement({}, 12));
  await time('a pivot by month and class', () => service.pivot({}, { rows: 'month', columns: 'valueClass', measure: 'amount', months: 0 }));
  await time('taking the list back', () => undoOrders(book, batch.id, today));
  if (summary.orders < count) throw new Error('orders got lost: ' + summary.orders);
  return timings;
};`;

/** An import of orders, ten of each customer, and what is worked out from them. */
export const valuePart: Part = {
  name: 'value',
  title: 'Orders, ten of each customer, and what customers are worth',
  about: 'imports and weighs the orders of 1,000, 10,000 and 100,000 customers, ten each',
  measure: async ({ extension }) => ({
    figures: await measureGrowth(extension, source, {
      'dry run': { growth: 1.2 },
      writing: { growth: 1.2 },
      'import, from the file to the book': { ceiling: 60_000, growth: 1.2 },
      'ABC and RFM': { ceiling: 1000 },
      'BG/NBD, MBG/NBD and Gamma-Gamma': { ceiling: 5000 },
    }),
  }),
};
