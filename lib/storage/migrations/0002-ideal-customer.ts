import type { Migration } from './migration.ts';

/** Profiles with their published versions, and what scores were worked out. */
export const idealCustomer: Migration = {
  name: '0002-ideal-customer',
  async run(database) {
    database.createObjectStore('profiles', { keyPath: 'id' });
    database.createObjectStore('profileVersions', { keyPath: ['profileId', 'revision'] });
    database.createObjectStore('scores', { keyPath: 'leadId' });
    const changes = database.createObjectStore('scoreChanges', { keyPath: 'seq', autoIncrement: true });
    changes.createIndex('leadId', 'leadId');
  },
};
