import Papa from 'papaparse';
import { guessSpelling } from '../../lib/exchange/import/guess.ts';
import { guessSeparator, readSheet } from '../../lib/exchange/import/sheet.ts';
import {
  guessOrderMapping,
  type OrderField,
  type OrderMapping,
  orderFields,
} from '../../lib/exchange/orders/fields.ts';
import { dayReader, moneyOf, type OrderSpelling } from '../../lib/exchange/orders/read-orders.ts';
import { noDay } from '../../lib/value/order-table.ts';

export type OrderFile = { rows: string[][]; mapping: OrderMapping; spelling: OrderSpelling; heading: string[] };

/** Columns as the command line names them: by heading, or counted from 1. */
export type NamedColumns = Partial<Record<OrderField, string>>;

/**
 * A list of orders as a table. In: the text, which may be set in columns by blanks; columns that were named. Out: rows without
 * heading and where the fields are; throws a sentence where a named column is not there.
 */
export function readOrderFile(text: string, named: NamedColumns): OrderFile {
  const firstLine = text.slice(0, Math.max(0, text.indexOf('\n'))).trim();
  const isSpaced = !/[,;\t|]/.test(firstLine) && /\S\s+\S+\s+\S/.test(firstLine);
  const separator = isSpaced ? '\t' : guessSeparator(text);
  const plain = isSpaced ? text.replace(/^[ \t]+|[ \t\r]+$/gm, '').replace(/[ \t]+/g, '\t') : text;
  const sample = readSheet(plain.slice(0, 200_000).replace(/\r?\n[^\n]*$/, ''), separator);
  // A row of numbers and days names no columns.
  const hasHeading = sample.hasHeading && !sample.sheet.heading.some((cell) => /\d{3}/.test(cell));
  const parsed = Papa.parse<string[]>(plain, { delimiter: separator, skipEmptyLines: 'greedy' }).data;
  const heading = hasHeading ? (parsed[0] ?? []).map((cell) => cell.trim()) : [];
  const rows = hasHeading ? parsed.slice(1) : parsed;
  const guessed = guessSpelling(sample.sheet);
  const spelling: OrderSpelling = { decimal: guessed.decimal, order: guessed.order };
  const mapping = hasHeading ? guessOrderMapping(heading) : guessByContents(rows.slice(0, 200), spelling);
  for (const field of orderFields) {
    const name = named[field];
    if (name === undefined) continue;
    const at = heading.findIndex((one) => one.toLowerCase() === name.toLowerCase());
    const column = at >= 0 ? at : /^\d+$/.test(name) ? Number(name) - 1 : -1;
    if (column < 0 || column >= (rows[0]?.length ?? 0)) throw new Error(`there is no column ${name}`);
    for (const other of orderFields) if (mapping[other] === column) delete mapping[other];
    mapping[field] = column;
  }
  return { rows, mapping, spelling, heading };
}

/** Without a heading: the column of days, the last one of sums, and the first of what is left for the customer. */
function guessByContents(rows: string[][], { decimal, order }: OrderSpelling): OrderMapping {
  const readDay = dayReader(order);
  const width = rows[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, at) => at);
  const share = (column: number, test: (cell: string) => boolean) =>
    rows.filter((cells) => test((cells[column] ?? '').trim())).length / Math.max(1, rows.length);
  const date = columns.find((column) => share(column, (cell) => readDay(cell) !== noDay) > 0.9);
  const isMoney = (cell: string) => Number.isFinite(moneyOf(cell, decimal));
  const amount = columns.findLast((column) => column !== date && share(column, isMoney) > 0.9);
  const customer = columns.find((column) => column !== date && column !== amount);
  return {
    ...(customer !== undefined && { customer }),
    ...(date !== undefined && { date }),
    ...(amount !== undefined && { amount }),
  };
}
