import type { Lead } from '../../domain/schema/lead.ts';
import type { Book } from '../../storage/book.ts';
import { type FullRow, readFullRows } from '../../storage/export-rows.ts';
import { handedOverTo } from '../../storage/handovers.ts';
import { getOwnFields } from '../../storage/own-fields.ts';
import { columnHeader, exportColumns } from '../columns.ts';
import { csvFile, csvPieces } from '../csv.ts';
import { plainDigest, rememberOut } from '../out/out-memory.ts';
import { xlsxFile } from '../xlsx.ts';
import type { ExportJob, ExportStep, ScoreSaid, ScoreSayings } from './export-types.ts';
import { createScoreSayings, valueWords } from './say-scores.ts';

type Following = {
  /** Puts what scores say into the user's words. */
  say: (sayings: ScoreSayings) => Promise<ScoreSaid>;
  onStep: (step: ExportStep) => void;
};

/** Between two reports of how far it is. */
const stepRows = 2000;

/**
 * Makes the file of an export: reads leads with all that a sheet says of them, lays them out in columns, writes. In: the book, what
 * and how, the time, whom to ask and to tell. Out: the file, how many leads are in it, and the way to remember that they went out,
 * which can wait until the file is handed over. Throws `BookError`.
 */
export async function writeExport(
  book: Book,
  { request, format, separator, encoding, tables, rememberAs }: ExportJob,
  now: number,
  { say, onStep }: Following,
): Promise<{ file: Blob; count: number; remember: () => Promise<void> }> {
  const isBoth = request.ids === undefined && format === 'xlsx';
  const kinds: Lead['kind'][] = isBoth ? ['person', 'company'] : [request.kind];
  // The book is read once for both sheets: that takes longer than writing them.
  const onProgress = (done: number, total: number) => onStep({ done, total: 2 * total });
  const all = await readFullRows(book, isBoth ? 'both' : request.kind, request.ids, now, onProgress);
  const wanted = request.onlyNews ? await newsOf(book, format, all) : all;
  const read = kinds.map((kind) => ({ kind, rows: wanted.filter(({ lead }) => lead.kind === kind) }));
  const count = wanted.length;
  const sayings = createScoreSayings();
  for (const { rows } of read) for (const { score } of rows) if (score) sayings.take(score);
  const words = valueWords(tables, sayings.words(await say(sayings.sayings())));
  const own = await getOwnFields(book);
  const sheets = read.map(({ kind, rows }) => {
    const columns = exportColumns(kind, rows, words, own.fields);
    const headers = columns.map((column) => columnHeader(column, (word) => tables.column[word]));
    return { name: tables.sheet[kind], columns, headers, rows };
  });
  let written = 0;
  const onRow = () => {
    written += 1;
    if (written % stepRows === 0) onStep({ done: count + written, total: 2 * count });
  };
  const remember = async (): Promise<void> => {
    if (rememberAs === undefined || count === 0) return;
    const entries = read.flatMap(({ rows }) => rows.map((row) => ({ leadId: row.lead.id, value: plainDigest(row) })));
    await rememberOut(book, { at: now, target: format, file: rememberAs }, entries);
  };
  if (format === 'xlsx') return { file: await xlsxFile(sheets, onRow), count, remember };
  function* pieces(): Generator<string> {
    for (const { columns, headers, rows } of sheets) yield* csvPieces(columns, headers, rows, separator, onRow);
  }
  return { file: csvFile(pieces(), encoding), count, remember };
}

/** Those that never went into a file of this format, or are no longer what they were then. */
async function newsOf(book: Book, format: ExportJob['format'], rows: FullRow[]): Promise<FullRow[]> {
  const { digests } = await handedOverTo(book, format);
  return rows.filter((row) => digests.get(row.lead.id) !== plainDigest(row));
}
