import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { decodeBytes, guessEncoding } from '../../lib/exchange/import/decode.ts';
import { type OrderField, orderFields } from '../../lib/exchange/orders/fields.ts';
import { dayReader } from '../../lib/exchange/orders/read-orders.ts';
import { type BoundaryPolicy, boundaryPolicies } from '../../lib/value/abc.ts';
import { noDay } from '../../lib/value/order-table.ts';
import type { MoneyAxis, Scale } from '../../lib/value/rfm.ts';
import { table } from '../capture/table.ts';
import { readOrderFile } from './table-file.ts';
import { type SegmentMap, segmentMaps, type ValueOptions, valueLines } from './value-lines.ts';

const usage = `Usage: npm run -s value -- [--json] [--as-of 2026-01-31] ORDERS.csv
Says what customers are worth from their orders (CSV, or columns set by blanks): ABC, RFM, and lifetime value by BG/NBD and Gamma-Gamma.
Columns are found by their headings; else, by heading or counted from 1:
  ${orderFields.map((field) => `--${field}`).join(' ')}
--as-of DAY        the day to look back from; later orders are left out (today)
--cuts 65/85       cumulative shares of A and B        --policy ${boundaryPolicies.join('|')}
--by amount|margin|orders                              what ABC goes by
--parts 5          RFM in 3, 4 or 5 equal parts        --recency, --frequency, --money 30,90  fixed cuts instead
--money-axis amount|mean|quantity|margin               what M is
--segments ${segmentMaps.join('|')}       eleven names, the eight classes, or a map of the R package rfm
--model bgnbd|mbgnbd                                   which model P(alive), orders and value are by
--weeks N          how far ahead orders are expected (as long as the data go back, at most 52)
--months 12 --rate .01                                 of the lifetime value; the rate is monthly
--base EUR --rates USD=0.92,GBP=1.17                   where there are several currencies
--decimal , --dates mdy                                how numbers and days are written, where the file does not tell`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    ...(Object.fromEntries(orderFields.map((field) => [field, { type: 'string' }])) as Record<
      OrderField,
      { type: 'string' }
    >),
    'as-of': { type: 'string' },
    cuts: { type: 'string', default: '65/85' },
    policy: { type: 'string', default: 'recommended' },
    by: { type: 'string', default: 'amount' },
    parts: { type: 'string', default: '5' },
    recency: { type: 'string' },
    frequency: { type: 'string' },
    money: { type: 'string' },
    'money-axis': { type: 'string', default: 'amount' },
    segments: { type: 'string', default: 'eleven' },
    model: { type: 'string', default: 'bgnbd' },
    weeks: { type: 'string' },
    months: { type: 'string', default: '12' },
    rate: { type: 'string', default: '0.01' },
    rates: { type: 'string', default: '' },
    base: { type: 'string' },
    decimal: { type: 'string' },
    dates: { type: 'string' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

/** Says why nothing can be told and ends. */
function refuse(words: string): never {
  console.error(words);
  process.exit(2);
}

const [file] = positionals;
if (values.help || file === undefined) {
  console.error(usage);
  process.exit(values.help ? 0 : 2);
}

function oneOf<T extends string>(name: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value);
  return found ?? refuse(`--${name} ${value}: one of ${allowed.join(', ')}`);
}
/** `USD=0.92,GBP=1.17` as rates. */
function ratesOf(text: string): Record<string, number> {
  const pairs = text
    .split(',')
    .filter(Boolean)
    .map((pair) => pair.split('='));
  const rates = pairs.map(([code = '', rate = '']) => [code.trim().toUpperCase(), Number(rate)] as const);
  const wrong = rates.find(([, rate]) => !(rate > 0));
  if (wrong) refuse(`--rates ${text}: a currency and what one of it is worth, such as USD=0.92`);
  return Object.fromEntries(rates);
}
const numbersOf = (text: string) => text.split(/[,/]/).map(Number);

function optionsOf(): ValueOptions {
  const [a = 0, b = 0] = numbersOf(values.cuts).map((cut) => (cut > 1 ? cut / 100 : cut));
  if (!(a > 0 && b > a && b <= 1)) refuse(`--cuts ${values.cuts}: two rising shares, such as 65/85`);
  const { recency, frequency, money } = values;
  const parts = Number(values.parts);
  if (parts !== 3 && parts !== 4 && parts !== 5) refuse(`--parts ${values.parts}: 3, 4 or 5`);
  const isFixed = recency !== undefined && frequency !== undefined && money !== undefined;
  const scale: Scale = isFixed
    ? { kind: 'fixed', recency: numbersOf(recency), frequency: numbersOf(frequency), money: numbersOf(money) }
    : { kind: 'parts', parts: parts as 3 | 4 | 5 };
  const asOf = values['as-of'];
  const today = Math.floor((Date.now() - new Date().getTimezoneOffset() * 60_000) / 86_400_000);
  const asOfDay = asOf === undefined ? today : dayReader('ymd')(asOf);
  if (asOfDay === noDay) refuse(`--as-of ${asOf} is no day`);
  const weeks = values.weeks === undefined ? undefined : Number(values.weeks);
  if (weeks !== undefined && !(weeks > 0)) refuse(`--weeks ${values.weeks}: a number of weeks`);
  const [months, rate] = [Number(values.months), Number(values.rate)];
  if (!(months > 0 && months <= 1200) || !(rate > -1))
    refuse(`--months ${values.months} --rate ${values.rate}: no such time`);
  return {
    asOfDay,
    cuts: { a, b },
    policy: oneOf<BoundaryPolicy>('policy', values.policy, boundaryPolicies),
    by: oneOf('by', values.by, ['amount', 'margin', 'orders'] as const),
    scale,
    money: oneOf<MoneyAxis>('money-axis', values['money-axis'], ['amount', 'mean', 'quantity', 'margin']),
    segments: oneOf<SegmentMap>('segments', values.segments, segmentMaps),
    model: oneOf('model', values.model, ['bgnbd', 'mbgnbd'] as const),
    weeks,
    horizon: { months, monthlyRate: rate },
    rates: ratesOf(values.rates),
    base: values.base?.toUpperCase(),
  };
}

const options = optionsOf();
let text = '';
try {
  const bytes = readFileSync(file);
  text = decodeBytes(bytes, guessEncoding(bytes));
} catch (cause) {
  refuse(`${file} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`);
}
const named = Object.fromEntries(
  orderFields.flatMap((field) => (values[field] === undefined ? [] : [[field, values[field]]])),
);
let read: ReturnType<typeof readOrderFile> | undefined;
try {
  read = readOrderFile(text, named);
} catch (cause) {
  refuse(`${file}: ${cause instanceof Error ? cause.message : String(cause)}`);
}
if (!read) refuse(usage);
if (values.decimal === ',' || values.decimal === '.') read.spelling.decimal = values.decimal;
if (values.dates === 'mdy' || values.dates === 'dmy' || values.dates === 'ymd') read.spelling.order = values.dates;
const result = valueLines(read, options);
for (const word of result.words) console.error(word);
if (values.json) {
  const lines = [...result.customers, result.whole].map((line) => JSON.stringify(line));
  process.stdout.write(`${lines.join('\n')}\n`);
} else {
  const digits = (value: number | null | undefined, places: number) => value?.toFixed(places) ?? '';
  const rows = result.customers
    .slice(0, 50)
    .map(({ customer, orders, amount, abc, rfm, pAlive, expectedOrders, clv }) => [
      customer,
      String(orders),
      digits(amount, 2),
      abc ?? '',
      rfm ? `${rfm.r}${rfm.f}${rfm.m} ${rfm.segment}` : '',
      digits(pAlive, 2),
      digits(expectedOrders, 2),
      digits(clv, 2),
    ]);
  console.log(
    table(['Customer', 'Orders', 'Sales', 'Class', 'RFM', 'Still buys', 'Orders to come', 'Value to come'], rows),
  );
  if (result.customers.length > rows.length) console.log(`and ${result.customers.length - rows.length} more`);
  console.log(JSON.stringify(result.whole));
}
