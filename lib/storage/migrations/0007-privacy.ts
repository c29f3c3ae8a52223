import type { Migration } from './migration.ts';

/** Who was erased (as hashes alone), what was read where and went where, and the names that other installs have for leads. */
export const privacy: Migration = {
  name: '0007-privacy',
  async run(database) {
    database.createObjectStore('erased', { keyPath: 'hash' }).createIndex('erasureId', 'erasureId');
    database.createObjectStore('erasedKeys', { keyPath: 'id' });
    const ledger = database.createObjectStore('ledger', { keyPath: 'id' });
    for (const index of ['at', 'site']) ledger.createIndex(index, index);
    database.createObjectStore('packAliases', { keyPath: 'id' }).createIndex('leadId', 'leadId');
  },
};
