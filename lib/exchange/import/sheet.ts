import Papa from 'papaparse';
import { rearm } from '../csv.ts';

export const separators = [',', ';', '\t', '|'] as const;
export type Separator = (typeof separators)[number];

/** One row as the file has it. `at` counts from 1 as sheet programs do, the heading included. */
export type SheetRow = { at: number; cells: string[]; wrong?: 'cells' | 'quotes' };
export type Sheet = { heading: string[]; rows: SheetRow[] };

const sampleSize = 100_000;
const sampleRows = 60;

/** Excel says the separator in a first line of its own. */
const sepLine = /^sep=(.)\r?\n/i;

/** The separator of a table in text: the one that gives the most columns evenly. In: the text. */
export function guessSeparator(text: string): Separator {
  const named = separators.find((one) => one === sepLine.exec(text)?.[1]);
  if (named) return named;
  const sample = text.slice(0, sampleSize);
  const scored = separators.map((delimiter) => {
    const { data } = Papa.parse<string[]>(sample, { delimiter, preview: sampleRows });
    const widths = data.filter((cells) => cells.some((cell) => cell.trim())).map((cells) => cells.length);
    const counts = new Map<number, number>();
    for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
    const [width = 1, often = 0] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
    const evenness = widths.length > 0 ? often / widths.length : 0;
    return { delimiter, score: width > 1 ? evenness * (1 + Math.log2(width)) : 0 };
  });
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).delimiter;
}

/** A cell as it was meant: trimmed, without the signs that disarm formulas, `="0012"` as 0012, no control characters. */
function clean(cell: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  const text = cell.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '').trim();
  const formula = /^="(.*)"$/s.exec(text);
  if (formula) return (formula[1] ?? '').replace(/""/g, '"');
  return rearm(text);
}

const isValue = /^[^\s@]+@[^\s@]+\.[^\s@]+$|^https?:|^\+?[\d\s()./-]{5,}$/;

/** Whether a first row names the columns: it says words, each once, and nothing that can only be a value. */
function isHeading(cells: string[]): boolean {
  const filled = cells.map(clean).filter(Boolean);
  if (filled.length === 0 || filled.some((cell) => isValue.test(cell) || cell.length > 120)) return false;
  return filled.length === 1
    ? cells.length === 1 || filled.length === cells.length
    : new Set(filled).size > filled.length * 0.6;
}

/**
 * A table whose cells are known already, as of a workbook. In: all rows as they stand, whether the first names the columns (left
 * out: found out).
 */
export function tableOf(all: SheetRow[], withHeading?: boolean): { sheet: Sheet; hasHeading: boolean } {
  const [first, ...others] = all.filter(({ cells }) => cells.some((cell) => cell !== ''));
  const hasHeading = first !== undefined && (withHeading ?? isHeading(first.cells));
  const rows = hasHeading ? others : first ? [first, ...others] : [];
  const width = [...(first ? [first] : []), ...rows].reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const heading = Array.from({ length: width }, (_, at) => (hasHeading ? (first.cells[at] ?? '') : ''));
  return { sheet: { heading, rows }, hasHeading };
}

/**
 * Reads a table out of text. In: the text, its separator, whether the first row names the columns (left out: found out).
 * Out: the headings, the rows without empty ones, and whether there was a heading; a row whose quotes are broken or that
 * has more cells than there are columns is marked, not mended.
 */
export function readSheet(
  text: string,
  separator: Separator,
  withHeading?: boolean,
): { sheet: Sheet; hasHeading: boolean } {
  const marked = sepLine.exec(text)?.[0] ?? '';
  const { data, errors } = Papa.parse<string[]>(text.slice(marked.length), { delimiter: separator });
  const broken = new Set(errors.filter(({ type }) => type === 'Quotes').map(({ row }) => row));
  const first = data[0] ?? [];
  const hasHeading = withHeading ?? isHeading(first);
  const body = hasHeading ? data.slice(1) : data;
  const offset = (marked ? 2 : 1) + (hasHeading ? 1 : 0);
  const width = hasHeading ? first.length : body.reduce((most, cells) => Math.max(most, cells.length), 0);
  const rows: SheetRow[] = [];
  body.forEach((raw, index) => {
    const cells = raw.map(clean);
    if (cells.every((cell) => cell === '')) return;
    const row: SheetRow = { at: index + offset, cells };
    if (broken.has(index + (hasHeading ? 1 : 0))) row.wrong = 'quotes';
    else if (cells.slice(width).some((cell) => cell !== '')) row.wrong = 'cells';
    rows.push(row);
  });
  const heading = Array.from({ length: width }, (_, at) => (hasHeading ? clean(first[at] ?? '') : ''));
  return { sheet: { heading, rows }, hasHeading };
}
