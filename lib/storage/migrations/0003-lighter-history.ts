import type { Migration } from './migration.ts';

/** The history is read by lead, by action and by its own order, never by time: an index less for each entry to write. */
export const lighterHistory: Migration = {
  name: '0003-lighter-history',
  async run(_database, transaction) {
    const changes = transaction.objectStore('changes');
    if (changes.indexNames.contains('at')) changes.deleteIndex('at');
  },
};
