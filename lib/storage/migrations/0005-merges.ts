import type { Migration } from './migration.ts';

/** What a merge was made of, so that it can be taken apart again, and which leads the user said are two. */
export const merges: Migration = {
  name: '0005-merges',
  async run(database) {
    const made = database.createObjectStore('merges', { keyPath: 'id' });
    made.createIndex('leadIds', 'leadIds', { multiEntry: true });
    made.createIndex('actionId', 'actionId');
    database.createObjectStore('notSame', { keyPath: 'pair' }).createIndex('leadIds', 'leadIds', { multiEntry: true });
  },
};
