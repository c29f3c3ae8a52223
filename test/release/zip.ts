import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { zipSync } from 'fflate';

/** Files by their path with slashes. */
export type Files = Record<string, Uint8Array>;

/** Every file below a folder. */
export function filesOf(folder: string): Files {
  const files: Files = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files[path.slice(folder.length + 1).replaceAll(sep, '/')] = readFileSync(path);
  }
  return files;
}

/** A plain file that everybody may read and its owner write, as Unix has it in the upper half. */
const everybodyReads = (0o100644 << 16) >>> 0;

/** The same files always give the same bytes: sorted, all of one time and with the same rights. */
export function zipOf(files: Files): Uint8Array {
  const sorted = Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1));
  // Zip knows local time only, without a zone: this day is the same bytes in every zone.
  return zipSync(Object.fromEntries(sorted), { level: 9, mtime: new Date(2000, 0, 1), os: 3, attrs: everybodyReads });
}
