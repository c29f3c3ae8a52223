import { useCallback, useEffect, useState } from 'react';
import { type CsvEncoding, type CsvSeparator, defaultSeparator } from '../../lib/exchange/csv.ts';
import { runExport } from '../../lib/exchange/file/export-client.ts';
import type {
  ExportRequest,
  ExportStep,
  ExportTables,
  ScoreSaid,
  ScoreSayings,
} from '../../lib/exchange/file/export-types.ts';
import { isoDay } from '../../lib/exchange/iso-day.ts';
import { openBook } from '../../lib/storage/book.ts';
import { getSetting, setSetting } from '../../lib/storage/settings.ts';
import { useBookChange } from './use-book.ts';

export type { ExportRequest, ExportStep };

export type ExportChoice = { format: 'xlsx' | 'csv'; separator: CsvSeparator | null; encoding: CsvEncoding };
export type ExportWords = {
  tables: ExportTables;
  /** What scores say, in the user's words. */
  scores: (sayings: ScoreSayings) => ScoreSaid;
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

type ExportWays = {
  onStep?: (step: ExportStep) => void;
  signal?: AbortSignal;
  /** Somebody else remembers what went out. */
  isRemembered?: boolean;
};

/**
 * Makes the file in a worker, hands it to the browser as a download, and remembers what went out. In: what, how, the words of headers
 * and values. Out: how many leads and the file's name (without any there is no file); rejects where the book cannot be read or it was
 * called off.
 */
export async function exportLeads(
  request: ExportRequest,
  { format, separator, encoding }: ExportChoice,
  words: ExportWords,
  { onStep, signal, isRemembered }: ExportWays = {},
) {
  const name = `${words.file}-${isoDay(Date.now())}.${format}`;
  const job = {
    request,
    format,
    separator: separator ?? languageSeparator(),
    encoding,
    tables: words.tables,
    ...(!isRemembered && { rememberAs: name }),
  };
  const count = await runExport(job, words.scores, (file) => download(file, name), onStep, signal);
  return { count, name };
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
