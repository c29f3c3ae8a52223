import type { Migration } from './migration.ts';

const many = { multiEntry: true };

/** The stores and indexes that the first release came with. */
export const firstBook: Migration = {
  name: '0001-first-book',
  async run(database) {
    const people = database.createObjectStore('people', { keyPath: 'id' });
    for (const index of ['emails', 'phones', 'links', 'names', 'domains']) {
      people.createIndex(index, `keys.${index}`, many);
    }
    for (const index of ['wechat', 'qq']) people.createIndex(index, `keys.${index}`);
    for (const index of ['companyId', 'list', 'updatedAt', 'deletedAt', 'stagedBy']) people.createIndex(index, index);

    const companies = database.createObjectStore('companies', { keyPath: 'id' });
    for (const index of ['emails', 'phones', 'links']) companies.createIndex(index, `keys.${index}`, many);
    for (const index of ['domain', 'firm', 'register', 'vatId', 'creditCode', 'wechat', 'qq']) {
      companies.createIndex(index, `keys.${index}`);
    }
    for (const index of ['list', 'updatedAt', 'deletedAt', 'stagedBy']) companies.createIndex(index, index);

    database.createObjectStore('receipts', { keyPath: 'leadId' });

    const changes = database.createObjectStore('changes', { keyPath: 'seq', autoIncrement: true });
    for (const index of ['leadId', 'actionId', 'at']) changes.createIndex(index, index);

    const interactions = database.createObjectStore('interactions', { keyPath: 'id' });
    for (const index of ['leadId', 'occurredAt']) interactions.createIndex(index, index);

    const tray = database.createObjectStore('tray', { keyPath: 'url' });
    for (const index of ['listKey', 'readAt']) tray.createIndex(index, index);

    const actions = database.createObjectStore('actions', { keyPath: 'id' });
    for (const index of ['staging', 'at']) actions.createIndex(index, index);

    database.createObjectStore('work', { keyPath: 'leadId' });
    database.createObjectStore('meta', { keyPath: 'key' });
  },
};
