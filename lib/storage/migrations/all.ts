import { firstBook } from './0001-first-book.ts';
import type { Migration } from './migration.ts';

/** Append only. The number of steps is the version of the database. */
export const migrations: readonly Migration[] = [firstBook];
