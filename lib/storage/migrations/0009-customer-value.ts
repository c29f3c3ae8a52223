import type { Migration } from './migration.ts';

/** Orders in blocks, who ordered, and what customers are worth. */
export const customerValue: Migration = {
  name: '0009-customer-value',
  async run(database) {
    const customers = database.createObjectStore('orderCustomers', { keyPath: 'id' });
    customers.createIndex('leadId', 'leadId');
    database.createObjectStore('orderBatches', { keyPath: 'id' });
    database.createObjectStore('orderBlocks', { keyPath: ['batch', 'seq'] });
    database.createObjectStore('customerValues', { keyPath: 'leadId' });
  },
};
