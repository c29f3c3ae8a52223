import type { Migration } from './migration.ts';

/** What belongs to this machine alone and goes into no backup: handles of folders, keys, how the last backup went. */
export const vault: Migration = {
  name: '0008-vault',
  async run(database) {
    database.createObjectStore('vault', { keyPath: 'key' });
  },
};
