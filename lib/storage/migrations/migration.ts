import type { IDBPDatabase, IDBPTransaction } from 'idb';

/**
 * One step of the book's structure or records. Frozen once released: literals only, nothing of today's schema, so that an
 * old book always takes the same way. `untyped` because every version has its own shape.
 */
export type Migration = {
  name: string;
  run(database: IDBPDatabase<unknown>, transaction: IDBPTransaction<unknown, string[], 'versionchange'>): Promise<void>;
};
