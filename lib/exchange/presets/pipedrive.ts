import type { Preset } from './preset.ts';

/** Pipedrive: a row may hold a person with their organization; both are matched by name, people with their address or number. */
export const pipedrive = {
  id: 'pipedrive',
  name: 'Pipedrive',
  separator: ',',
  tables: {
    person: {
      columns: [
        { heading: 'Person - Name', source: 'name', to: 'person.name' },
        { heading: 'Person - Email - Work', source: 'email', also: ['Person - Email'] },
        { heading: 'Person - Email - Other', source: 'email2' },
        { heading: 'Person - Phone - Work', source: 'workPhone', also: ['Person - Phone'] },
        { heading: 'Person - Phone - Mobile', source: 'mobile' },
        { heading: 'Person - Phone - Home', source: 'homePhone' },
        { heading: 'Person - Job title', source: 'jobTitle' },
        { heading: 'Person - Owner', source: 'owner' },
        { heading: 'Person - Labels', source: 'tags', also: ['Person - Label'] },
        { heading: 'Organization - Name', source: 'companyName', also: ['Person - Organization'] },
        { heading: 'Organization - Website', source: 'website' },
        { heading: 'Organization - Industry', source: 'industry' },
        { heading: 'Organization - Street/road name of Address', source: 'street' },
        { heading: 'Organization - City/town/village/locality of Address', source: 'city' },
        { heading: 'Organization - State/county of Address', source: 'region' },
        { heading: 'Organization - ZIP/Postal code of Address', source: 'postalCode' },
        { heading: 'Organization - Country of Address', source: 'country' },
        { heading: 'Note - Content', source: 'note' },
      ],
      needs: [['name']],
      matchesOn: ['name'],
    },
    company: {
      columns: [
        { heading: 'Organization - Name', source: 'companyName' },
        { heading: 'Organization - Website', source: 'website' },
        { heading: 'Organization - Industry', source: 'industry' },
        { heading: 'Organization - Number of employees', source: 'employees' },
        { heading: 'Organization - Street/road name of Address', source: 'street' },
        { heading: 'Organization - City/town/village/locality of Address', source: 'city' },
        { heading: 'Organization - State/county of Address', source: 'region' },
        { heading: 'Organization - ZIP/Postal code of Address', source: 'postalCode' },
        { heading: 'Organization - Country of Address', source: 'country' },
        { heading: 'Organization - Labels', source: 'tags', also: ['Organization - Label'] },
        { heading: 'Organization - Owner', source: 'owner' },
        { heading: 'Note - Content', source: 'note' },
      ],
      needs: [['companyName']],
      matchesOn: ['companyName'],
    },
  },
  marks: [['Person - Name'], ['Organization - Name']],
  recordId: { person: ['Person - ID'], company: ['Organization - ID'] },
} as const satisfies Preset;
