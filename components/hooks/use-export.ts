import { useCallback, useEffect, useState } from 'react';
import type { Lead } from '../../lib/domain/schema/lead.ts';
import { type ColumnWord, columnHeader, exportColumns, type ValueWords } from '../../lib/exchange/columns.ts';
import { type CsvEncoding, type CsvSeparator, csvText, defaultSeparator, encodeCsv } from '../../lib/exchange/csv.ts';
import { isoDay } from '../../lib/exchange/iso-day.ts';
import { type XlsxSheet, xlsxFile } from '../../lib/exchange/xlsx.ts';
import { openBook } from '../../lib/storage/book.ts';
import { readFullRows } from '../../lib/storage/export-rows.ts';
import { getOwnFields } from '../../lib/storage/own-fields.ts';
import { getSetting, setSetting } from '../../lib/storage/settings.ts';
import { useBookChange } from './use-book.ts';

export type ExportChoice = { format: 'xlsx' | 'csv'; separator: CsvSeparator | null; encoding: CsvEncoding };
/** All of a kind (a workbook then holds both kinds), or these. */
export type ExportRequest = { kind: Lead['kind']; ids?: string[] };
export type ExportWords = {
  column: (word: ColumnWord) => string;
  values: ValueWords;
  sheet: Record<Lead['kind'], string>;
  file: string;
};

const usual: ExportChoice = { format: 'xlsx', separator: null, encoding: 'utf-8' };

/** What Excel on this machine most likely expects. */
export const languageSeparator = (): CsvSeparator => defaultSeparator(navigator.language);

/** How the user last exported. Rejects with `BookError`. */
export async function readExportChoice(): Promise<ExportChoice> {
  const book = await openBook();
  return {
    format: await getSetting(book, 'exportFormat'),
    separator: await getSetting(book, 'csvSeparator'),
    encoding: await getSetting(book, 'csvEncoding'),
  };
}

/** How the user last exported, remembered in the book. `choose` rejects where it could not be stored. */
export function useExportChoice() {
  const [choice, setChoice] = useState(usual);
  const load = useCallback(async () => setChoice(await readExportChoice()), []);
  useEffect(() => {
    // A book that cannot be opened is told of by the list; the export then offers the usual form.
    load().catch(() => setChoice(usual));
  }, [load]);
  useBookChange(
    useCallback(
      (event) => {
        if (event.stores.includes('meta')) load().catch(() => setChoice(usual));
      },
      [load],
    ),
  );
  const choose = useCallback(async (next: ExportChoice) => {
    setChoice(next);
    const book = await openBook();
    await setSetting(book, 'exportFormat', next.format);
    await setSetting(book, 'csvSeparator', next.separator);
    await setSetting(book, 'csvEncoding', next.encoding);
  }, []);
  return { choice, choose };
}

/**
 * Makes the file and hands it to the browser as a download. In: what, how, the words of headers.
 * Out: how many leads and the file's name; rejects where the book cannot be read.
 */
export async function exportLeads(request: ExportRequest, choice: ExportChoice, words: ExportWords) {
  const sheetOf = async (kind: Lead['kind'], ids?: string[]): Promise<XlsxSheet> => {
    const book = await openBook();
    const [rows, own] = await Promise.all([readFullRows(book, kind, ids), getOwnFields(book)]);
    const columns = exportColumns(kind, rows, words.values, own.fields);
    return {
      name: words.sheet[kind],
      columns,
      rows,
      headers: columns.map((column) => columnHeader(column, words.column)),
    };
  };
  const kinds: Lead['kind'][] =
    request.ids === undefined && choice.format === 'xlsx' ? ['person', 'company'] : [request.kind];
  const sheets: XlsxSheet[] = [];
  for (const kind of kinds) sheets.push(await sheetOf(kind, request.ids));
  const name = `${words.file}-${isoDay(Date.now())}.${choice.format}`;
  download(choice.format === 'xlsx' ? await xlsxFile(sheets) : csvFile(sheets, choice), name);
  return { count: sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0), name };
}

function csvFile(sheets: XlsxSheet[], { separator, encoding }: ExportChoice): Blob {
  const text = sheets
    .map(({ columns, headers, rows }) => csvText(columns, headers, rows, separator ?? languageSeparator()))
    .join('');
  return new Blob([encodeCsv(text, encoding)], { type: `text/csv;charset=${encoding}` });
}

/** Hands a file to the browser as a download. In: the file, its name. */
export function download(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the blob after the click; a minute is ample.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
