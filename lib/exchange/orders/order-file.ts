import Papa from 'papaparse';
import { decodeBytes, guessEncoding } from '../import/decode.ts';
import { guessSpelling } from '../import/guess.ts';
import { guessSeparator, readSheet } from '../import/sheet.ts';
import type { OrderSpelling } from './read-orders.ts';

/** A list of orders, opened: its headings, a sample, and a way through all its rows. */
export type OrderFile = {
  heading: string[];
  /** The first rows, for showing and guessing. */
  sample: string[][];
  spelling: OrderSpelling;
  /** Hands all rows on in parts, with the share that is done after each (0–1); ends early where `onRows` throws. */
  read(onRows: (rows: string[][], share: number) => Promise<void>): Promise<void>;
};

const sampled = 200;
const sampleSize = 200_000;
const rowsAtOnce = 20_000;
const charsAtOnce = 2_000_000;

/** Whether bytes are those of a packed file, as XLSX is. */
const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** Opens a list of orders: CSV of any separator and encoding, or XLSX (its first sheet). In: its bytes. */
export async function openOrderFile(bytes: Uint8Array): Promise<OrderFile> {
  return isZip(bytes) ? openXlsx(bytes) : openText(decodeBytes(bytes, guessEncoding(bytes)));
}

async function openXlsx(bytes: Uint8Array): Promise<OrderFile> {
  const { readXlsx } = await import('../import/formats/xlsx.ts');
  const { sheet } = await readXlsx(bytes, undefined, true);
  const rows = sheet.rows.map(({ cells }) => cells);
  return {
    heading: sheet.heading,
    sample: rows.slice(0, sampled),
    // Sheets hold numbers and days as such: they are read out with a point, and the year first.
    spelling: { decimal: '.', order: 'ymd' },
    async read(onRows) {
      for (let from = 0; from < rows.length; from += rowsAtOnce)
        await onRows(rows.slice(from, from + rowsAtOnce), Math.min(1, (from + rowsAtOnce) / rows.length));
    },
  };
}

function openText(text: string): OrderFile {
  const separator = guessSeparator(text);
  const { sheet } = readSheet(text.slice(0, sampleSize).replace(/\r?\n[^\n]*$/, ''), separator, true);
  const { decimal, order } = guessSpelling(sheet);
  const marked = /^sep=.\r?\n/i.exec(text)?.[0].length ?? 0;
  return {
    heading: sheet.heading,
    sample: sheet.rows.slice(0, sampled).map(({ cells }) => cells),
    spelling: { decimal, order },
    async read(onRows) {
      let isFirst = true;
      for (let from = marked; from < text.length; ) {
        const to = endOfPart(text, from);
        const { data } = Papa.parse<string[]>(text.slice(from, to), { delimiter: separator, skipEmptyLines: true });
        if (isFirst) data.shift();
        isFirst = false;
        from = to;
        await onRows(data, to / text.length);
      }
    },
  };
}

/** The end of a part: behind a line's end that stands in no quotes. Quotes come in pairs, doubled ones too. */
function endOfPart(text: string, from: number): number {
  const wanted = from + charsAtOnce;
  if (wanted >= text.length) return text.length;
  let isQuoted = false;
  let lastEnd = 0;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 34) isQuoted = !isQuoted;
    else if (code === 10 && !isQuoted) {
      lastEnd = at + 1;
      if (at >= wanted) return lastEnd;
    }
    // A stray quote never closes: the last end before it will do.
    if (at > wanted + charsAtOnce && lastEnd > from) return lastEnd;
  }
  return text.length;
}
