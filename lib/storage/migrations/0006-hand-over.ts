import type { Migration } from './migration.ts';

const many = { multiEntry: true };

/** What was handed over to other systems, and lists that only answer whether somebody is on them. */
export const handOver: Migration = {
  name: '0006-hand-over',
  async run(database) {
    const handovers = database.createObjectStore('handovers', { keyPath: 'id' });
    handovers.createIndex('leadIds', 'leadIds', many);

    database.createObjectStore('referenceLists', { keyPath: 'id' });
    const references = database.createObjectStore('references', { keyPath: 'id' });
    references.createIndex('keys', 'keys', many);
    references.createIndex('listId', 'listId');
  },
};
