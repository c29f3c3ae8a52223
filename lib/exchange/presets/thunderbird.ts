import type { Preset } from './preset.ts';

/** Thunderbird’s address book; it maps these headings by itself. */
export const thunderbird = {
  id: 'thunderbird',
  name: 'Thunderbird',
  separator: ',',
  tables: {
    person: {
      columns: [
        { heading: 'First Name', source: 'givenName' },
        { heading: 'Last Name', source: 'familyName' },
        { heading: 'Display Name', source: 'name', to: 'person.name' },
        { heading: 'Primary Email', source: 'email' },
        { heading: 'Secondary Email', source: 'email2' },
        { heading: 'Work Phone', source: 'workPhone' },
        { heading: 'Home Phone', source: 'homePhone' },
        { heading: 'Fax Number', source: 'fax' },
        { heading: 'Mobile Number', source: 'mobile' },
        { heading: 'Work Address', source: 'street' },
        { heading: 'Work City', source: 'city' },
        { heading: 'Work State', source: 'region', also: ['Work County'] },
        { heading: 'Work ZipCode', source: 'postalCode', also: ['Work Zip', 'Work Post Code'] },
        { heading: 'Work Country', source: 'country' },
        { heading: 'Job Title', source: 'jobTitle' },
        { heading: 'Department', source: 'department' },
        { heading: 'Organization', source: 'companyName', also: ['Organisation'] },
        { heading: 'Web Page 1', source: 'website' },
        { heading: 'Notes', source: 'note' },
      ],
      needs: [['name', 'email']],
      matchesOn: ['email'],
    },
  },
  marks: [['Primary Email'], ['Display Name', 'Secondary Email']],
  recordId: {},
} as const satisfies Preset;
