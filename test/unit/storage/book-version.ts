import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A book as a version of the database holds it. Rows are as `lib/backup/values.ts` writes them. */
export type BookVersion = { version: number; stores: Record<string, Record<string, unknown>[]> };

/** In: the number of a version. Throws where there is no fixture of it. */
export const bookVersion = (version: number): BookVersion =>
  JSON.parse(
    readFileSync(
      join(import.meta.dirname, `../../fixtures/book-versions/${String(version).padStart(4, '0')}.json`),
      'utf8',
    ),
  ) as BookVersion;
