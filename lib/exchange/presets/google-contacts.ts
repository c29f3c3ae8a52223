import type { Preset } from './preset.ts';

/** Google Contacts, in its present layout; labels stand before the values. It matches nobody: what is imported twice is merged there by hand. */
export const googleContacts = {
  id: 'google-contacts',
  name: 'Google Contacts',
  separator: ',',
  tables: {
    person: {
      columns: [
        { heading: 'First Name', source: 'givenName', also: ['Given Name'] },
        { heading: 'Last Name', source: 'familyName', also: ['Family Name'] },
        { heading: 'Name Prefix', source: 'honorific' },
        { heading: 'Organization Name', source: 'companyName', also: ['Organization 1 - Name'] },
        { heading: 'Organization Title', source: 'jobTitle', also: ['Organization 1 - Title'] },
        { heading: 'Organization Department', source: 'department', also: ['Organization 1 - Department'] },
        { heading: 'Notes', source: 'note' },
        { heading: 'Labels', source: 'tags', joined: ' ::: ', also: ['Group Membership'] },
        { heading: 'E-mail 1 - Value', source: 'email' },
        { heading: 'E-mail 2 - Value', source: 'email2' },
        { heading: 'E-mail 3 - Value', source: 'email3' },
        { heading: 'Phone 1 - Label', source: 'workLabel', to: 'person.phones:kind', also: ['Phone 1 - Type'] },
        { heading: 'Phone 1 - Value', source: 'workPhone', to: 'person.phones' },
        { heading: 'Phone 2 - Label', source: 'mobileLabel', to: 'person.phones:kind', also: ['Phone 2 - Type'] },
        { heading: 'Phone 2 - Value', source: 'mobile', to: 'person.phones' },
        { heading: 'Address 1 - Street', source: 'street' },
        { heading: 'Address 1 - City', source: 'city' },
        { heading: 'Address 1 - Region', source: 'region' },
        { heading: 'Address 1 - Postal Code', source: 'postalCode' },
        { heading: 'Address 1 - Country', source: 'country' },
        { heading: 'Website 1 - Value', source: 'website', to: 'person.links' },
      ],
      needs: [['givenName', 'familyName', 'email', 'companyName']],
      matchesOn: ['email', 'workPhone', 'mobile'],
    },
  },
  marks: [['E-mail 1 - Value', 'First Name'], ['E-mail 1 - Value', 'Given Name'], ['Phone 1 - Value']],
  recordId: {},
} as const satisfies Preset;
