import type { Column, ExportRow } from './columns.ts';

export type XlsxSheet = { name: string; columns: Column[]; headers: string[]; rows: ExportRow[] };

/** Excel refuses a workbook with a longer cell. */
const longestCell = 32_767;
const widths = { least: 8, most: 40 };

/** A name that Excel takes for a sheet: 31 characters, none of those it uses in references. */
const sheetName = (name: string) => name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31);

const fitted = (text: string) => (text.length <= longestCell ? text : `${text.slice(0, longestCell - 1)}…`);

/**
 * The writer numbers its texts in a plain object, where `constructor` and the like are there from the start: a cell with
 * only such a word makes a file that no sheet program opens. A space behind it keeps the file whole, whatever a page says.
 */
const safe = (text: string) => (text in Object.prototype ? `${text} ` : text);

/** East Asian letters take the room of two. */
const widthOf = (text: string) => [...text].reduce((sum, letter) => sum + (letter > '\u2E7F' ? 2 : 1), 0);

/** A number or a day of an own field; every other cell is text. */
function typedCell(column: Column | undefined, row: ExportRow | undefined) {
  const value = row && column?.typed?.(row);
  if (value === undefined) return undefined;
  return typeof value === 'number'
    ? { value, type: Number as NumberConstructor }
    : { value, type: Date as DateConstructor, format: 'yyyy-mm-dd' };
}

function sheetOf({ name, columns, headers, rows }: XlsxSheet) {
  const texts = rows.map((row) => columns.map((column) => fitted(column.read(row))));
  const header = headers.map((value) => ({ value: safe(value), type: String, fontWeight: 'bold' as const }));
  const body = texts.map((row, at) =>
    row.map(
      (value, column) =>
        typedCell(columns[column], rows[at]) ?? (value === '' ? null : { value: safe(value), type: String }),
    ),
  );
  const sample = texts.slice(0, 200);
  return {
    sheet: sheetName(name),
    data: [header, ...body],
    stickyRowsCount: 1,
    stickyColumnsCount: 1,
    columns: headers.map((text, index) => ({
      width: Math.min(
        widths.most,
        sample.reduce(
          (most, row) => Math.max(most, widthOf(row[index] ?? '') + 1),
          Math.max(widths.least, widthOf(text) + 2),
        ),
      ),
    })),
  };
}

/**
 * A workbook with one sheet for each kind. Every cell is text, so that +49 and 007 stay what they are and nothing is a
 * formula, but for own fields that are numbers or days; the header row and the name stay in sight. The writer is loaded when first needed.
 * In: the sheets. Out: the file.
 */
export async function xlsxFile(sheets: XlsxSheet[]): Promise<Blob> {
  const { default: write } = await import('write-excel-file/universal');
  return write(sheets.map(sheetOf)).toBlob();
}
