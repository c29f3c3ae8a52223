import { decodeBytes, guessEncoding, type ImportEncoding } from '../decode.ts';
import { guessSeparator, readSheet, type Separator } from '../sheet.ts';
import { formatOf, type Table } from './format.ts';
import { readJsonTable } from './json-lines.ts';
import { readVcardTable } from './vcard.ts';
import { readXlsx } from './xlsx.ts';

type Source = {
  bytes?: Uint8Array;
  text?: string;
  encoding?: ImportEncoding;
  separator?: Separator;
  hasHeading?: boolean;
  sheetName?: string;
};
type Read = { table: Table; encoding: ImportEncoding | undefined; separator: Separator | undefined };

const nothing: Table = { format: 'xlsx', sheet: { heading: [], rows: [] }, hasHeading: false };

async function workbook({ bytes, sheetName, hasHeading }: Source): Promise<Table> {
  if (!bytes) return nothing;
  try {
    return await readXlsx(bytes, sheetName, hasHeading);
  } catch (cause) {
    if (cause instanceof RangeError) throw cause;
    // An archive that is no workbook, or a damaged one: it holds no rows, which is what is shown.
    return nothing;
  }
}

/**
 * Reads a file of any format as a table; what it is, its content tells. In: bytes or text, and what the user says of it.
 * Out: the table, and how text was read. Rejects with a RangeError for a workbook that is too large unpacked.
 */
export async function readTable(source: Source): Promise<Read> {
  const { bytes } = source;
  if (formatOf(bytes, '') === 'xlsx')
    return { table: await workbook(source), encoding: undefined, separator: undefined };
  const encoding = bytes ? (source.encoding ?? guessEncoding(bytes)) : undefined;
  const text = bytes && encoding ? decodeBytes(bytes, encoding) : (source.text ?? '');
  switch (formatOf(bytes, text)) {
    case 'vcard':
      return { table: readVcardTable(text), encoding, separator: undefined };
    case 'jsonl':
      return { table: readJsonTable(text), encoding, separator: undefined };
    default: {
      const separator = source.separator ?? guessSeparator(text);
      return { table: { format: 'csv', ...readSheet(text, separator, source.hasHeading) }, encoding, separator };
    }
  }
}
