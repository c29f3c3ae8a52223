import { type SheetRow, tableOf } from '../sheet.ts';
import { cellText, type Table } from './format.ts';

/** Unpacked, a workbook may be this large: an archive can claim anything. */
const largest = 700_000_000;

const two = (n: number) => String(n).padStart(2, '0');

/** A day as it stands in the cell: sheets know no time zones, the reader gives it in UTC. */
function dayText(at: Date): string {
  if (Number.isNaN(at.getTime())) return '';
  const day = at.toISOString().slice(0, 10);
  const time = `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`;
  return time === '00:00' ? day : `${day} ${time}`;
}

/** A number as people write it; long ones (article, tax and phone numbers) keep every digit. */
function numberText(text: string): string {
  const number = Number(text);
  if (!Number.isFinite(number) || (/^-?\d+$/.test(text) && !Number.isSafeInteger(number))) return text;
  return Number.isInteger(number) && Math.abs(number) < 1e21 ? number.toFixed(0) : String(number);
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return cellText(value);
  if (value instanceof Date) return dayText(value);
  return value === null || value === undefined ? '' : String(value);
}

/**
 * The file with nothing packed in it. The reader's unpacker starts workers from blobs for what is large, which an extension
 * may not do: stored files it only copies. Throws where it is no archive, or one that is too large.
 */
async function stored(bytes: Uint8Array): Promise<ArrayBuffer> {
  const { unzipSync, zipSync } = await import('fflate');
  let size = 0;
  const files = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!/\.(?:xml|rels)$/i.test(name)) return false;
      size += originalSize;
      if (size > largest) throw new RangeError('The workbook is too large');
      return true;
    },
  });
  const { buffer } = zipSync(files, { level: 0 });
  return buffer as ArrayBuffer;
}

/**
 * Reads a sheet of an XLSX file; of formulas the values that are stored. In: the file, the sheet's name (absent: the first with
 * rows), whether its first row names the columns (absent: found out). Throws where it cannot be read.
 */
export async function readXlsx(bytes: Uint8Array, wanted?: string, withHeading?: boolean): Promise<Table> {
  const { default: read } = await import('read-excel-file/universal');
  const sheets = await read(await stored(bytes), { parseNumber: numberText });
  const names = sheets.map(({ sheet }) => sheet);
  const chosen =
    sheets.find(({ sheet }) => sheet === wanted) ?? sheets.find(({ data }) => data.length > 0) ?? sheets[0];
  const rows: SheetRow[] = (chosen?.data ?? []).map((cells, index) => ({ at: index + 1, cells: cells.map(textOf) }));
  return { format: 'xlsx', ...tableOf(rows, withHeading), sheets: { names, chosen: chosen?.sheet ?? '' } };
}
