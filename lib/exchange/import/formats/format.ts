import type { Sheet } from '../sheet.ts';
import type { Target } from '../targets.ts';

export type ImportFormat = 'csv' | 'xlsx' | 'vcard' | 'jsonl';

/** A file as a table. */
export type Table = {
  format: ImportFormat;
  sheet: Sheet;
  hasHeading: boolean;
  /** Where each column surely goes, for files that say it themselves. */
  targets?: Target[];
  /** Names of a workbook's sheets, and the one that was read. */
  sheets?: { names: string[]; chosen: string };
};

/** What a file is, by its beginning. In: its bytes or text. A zip archive is taken for a workbook: the reader says if it is none. */
export function formatOf(bytes: Uint8Array | undefined, text: string): ImportFormat {
  if (bytes?.[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04) return 'xlsx';
  const head = text.slice(0, 2000).trimStart();
  if (/^(?:[\w-]+\.)?BEGIN:VCARD/i.test(head)) return 'vcard';
  return /^(?:\{\s*(?:"|\})|\[\s*\{)/.test(head) ? 'jsonl' : 'csv';
}

/** Text of a cell, without control characters. */
export const cellText = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '').trim();
