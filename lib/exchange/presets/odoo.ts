import type { Preset } from './preset.ts';

/** Odoo contacts: matched by External ID, so ours goes along and comes back with its export. A person hangs on the company of that name. */
export const odoo = {
  id: 'odoo',
  name: 'Odoo',
  separator: ',',
  tables: {
    person: {
      columns: [
        { heading: 'External ID', source: 'id', to: 'ignore', also: ['id'] },
        { heading: 'Name', source: 'name', to: 'person.name', also: ['Complete Name', 'Display Name'] },
        { heading: 'Is a Company', source: 'isCompany', also: ['Company Type'] },
        { heading: 'Related Company', source: 'companyName', also: ['Company Name', 'Parent name'] },
        { heading: 'Job Position', source: 'jobTitle' },
        { heading: 'Email', source: 'email' },
        { heading: 'Phone', source: 'workPhone' },
        { heading: 'Mobile', source: 'mobile' },
        { heading: 'Website Link', source: 'website', also: ['Website'] },
        { heading: 'Street', source: 'street' },
        { heading: 'City', source: 'city' },
        { heading: 'State', source: 'region' },
        { heading: 'Zip', source: 'postalCode' },
        { heading: 'Country', source: 'country' },
        { heading: 'Tags', source: 'tags', joined: ',' },
        { heading: 'Salesperson', source: 'owner' },
        { heading: 'Notes', source: 'note' },
      ],
      needs: [['name']],
      matchesOn: ['id'],
      // A bare number is that of its database, not an external id.
      record: { heading: 'External ID', takes: /\D/, source: 'id' },
    },
    company: {
      columns: [
        { heading: 'External ID', source: 'id', to: 'ignore', also: ['id'] },
        { heading: 'Name', source: 'companyName', also: ['Complete Name', 'Display Name'] },
        { heading: 'Is a Company', source: 'isCompany', also: ['Company Type'] },
        { heading: 'Email', source: 'email' },
        { heading: 'Phone', source: 'workPhone' },
        { heading: 'Website Link', source: 'website', also: ['Website'] },
        { heading: 'Street', source: 'street' },
        { heading: 'City', source: 'city' },
        { heading: 'State', source: 'region' },
        { heading: 'Zip', source: 'postalCode' },
        { heading: 'Country', source: 'country' },
        { heading: 'Tax ID', source: 'vatId' },
        { heading: 'Industry', source: 'industry' },
        { heading: 'Tags', source: 'tags', joined: ',' },
        { heading: 'Salesperson', source: 'owner' },
        { heading: 'Notes', source: 'note' },
      ],
      needs: [['companyName']],
      matchesOn: ['id'],
      // A bare number is that of its database, not an external id.
      record: { heading: 'External ID', takes: /\D/, source: 'id' },
    },
  },
  marks: [
    ['External ID', 'Name'],
    ['Name', 'Is a Company'],
    ['Name', 'Related Company'],
  ],
  recordId: { person: ['External ID', 'ID'], company: ['External ID', 'ID'] },
} as const satisfies Preset;
