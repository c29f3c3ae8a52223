import Papa from 'papaparse';
import type { Column, ExportRow } from './columns.ts';

export type CsvSeparator = ',' | ';' | '\t';
export type CsvEncoding = 'utf-8' | 'utf-16le';

/** Regions that write 1.5 but whose Excel still wants semicolons. */
const semicolonRegions = ['de-CH', 'de-LI', 'it-CH', 'fr-CH'];

/**
 * The separator that the user's Excel expects at a double click: where the comma is the decimal sign it cannot
 * separate cells. In: a language tag as of the browser's interface. Out: `;` or `,`.
 */
export function defaultSeparator(language: string): CsvSeparator {
  if (semicolonRegions.includes(language)) return ';';
  const decimal = new Intl.NumberFormat(language).formatToParts(1.5).find((part) => part.type === 'decimal')?.value;
  return decimal === ',' ? ';' : ',';
}

/** A spaced international number: a plus sign, digits in groups, perhaps several, perhaps with an extension. */
const harmlessPhone = /^\+\d+(?:[ -]\d+)+(?: ext\. \d+)?(?:; \+?\d+(?:[ -]\d+)+(?: ext\. \d+)?)*$/;

/**
 * A cell that no sheet program runs as a formula. In: the text, and whether it is of a phone column. Out: the text,
 * with a leading `'` where it begins with a sign that starts a formula (full-width ones too, which Excel folds).
 */
export function disarm(text: string, isPhone = false): string {
  if (isPhone && harmlessPhone.test(text)) return text;
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
}

/** Where semicolons separate, the comma is the decimal sign; a negative number is no formula. */
function cellOf(column: Column, row: ExportRow, separator: CsvSeparator): string {
  const number = column.typed?.(row);
  if (typeof number === 'number') return separator === ';' ? String(number).replace('.', ',') : String(number);
  return disarm(column.read(row), column.isPhone);
}

/**
 * The sheet as CSV text after RFC 4180: CRLF, quotes doubled.
 * In: the columns with their headers, the rows, the separator. Out: the text, without byte order mark.
 */
export function csvText(columns: Column[], headers: string[], rows: ExportRow[], separator: CsvSeparator): string {
  const cells = rows.map((row) => columns.map((column) => cellOf(column, row, separator)));
  return `${Papa.unparse([headers.map((header) => disarm(header)), ...cells], { delimiter: separator, newline: '\r\n' })}\r\n`;
}

/** The text as bytes with a byte order mark, without which Excel takes UTF-8 for the system's old code page. */
export function encodeCsv(text: string, encoding: CsvEncoding): Uint8Array<ArrayBuffer> {
  const marked = `\uFEFF${text}`;
  if (encoding === 'utf-8') return new TextEncoder().encode(marked);
  const bytes = new DataView(new ArrayBuffer(marked.length * 2));
  for (let i = 0; i < marked.length; i++) bytes.setUint16(i * 2, marked.charCodeAt(i), true);
  return new Uint8Array(bytes.buffer);
}
