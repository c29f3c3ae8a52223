import type { Preset } from './preset.ts';

/** Outlook and Outlook.com, in the layout that both read and write. */
export const outlook = {
  id: 'outlook',
  name: 'Outlook',
  separator: ',',
  tables: {
    person: {
      columns: [
        { heading: 'Title', source: 'honorific' },
        { heading: 'First Name', source: 'givenName' },
        { heading: 'Last Name', source: 'familyName' },
        { heading: 'Company', source: 'companyName' },
        { heading: 'Department', source: 'department' },
        { heading: 'Job Title', source: 'jobTitle' },
        { heading: 'Business Street', source: 'street' },
        { heading: 'Business City', source: 'city' },
        { heading: 'Business State', source: 'region' },
        { heading: 'Business Postal Code', source: 'postalCode' },
        { heading: 'Business Country/Region', source: 'country', also: ['Business Country'] },
        { heading: 'Business Fax', source: 'fax' },
        { heading: 'Business Phone', source: 'workPhone' },
        { heading: 'Business Phone 2', source: 'workPhone2' },
        { heading: 'Company Main Phone', source: 'mainPhone' },
        { heading: 'Home Phone', source: 'homePhone' },
        { heading: 'Mobile Phone', source: 'mobile' },
        { heading: 'E-mail Address', source: 'email' },
        { heading: 'E-mail 2 Address', source: 'email2' },
        { heading: 'E-mail 3 Address', source: 'email3' },
        { heading: 'Web Page', source: 'website' },
        { heading: 'Categories', source: 'tags', joined: ';' },
        { heading: 'Notes', source: 'note' },
      ],
      needs: [['givenName', 'familyName', 'email', 'companyName']],
      matchesOn: ['email'],
    },
  },
  marks: [
    ['E-mail Address', 'Business Street'],
    ['E-mail Address', 'Business Phone'],
    ['E-mail Address', 'E-mail 2 Address'],
  ],
  recordId: {},
} as const satisfies Preset;
