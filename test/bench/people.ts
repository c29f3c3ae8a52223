import type { TrayItem } from '../../lib/domain/schema/tray.ts';

const given = ['Marta', 'Paul', 'Annika', 'Lars', 'Sofia', 'Jonas', 'Birgit', 'Claire', 'Mehmet', 'Katarzyna'];
const family = [
  'Petersen',
  'Okafor',
  'Marsh',
  'Lindqvist',
  'Wójcik',
  'Yıldırım',
  'Hinrichsen',
  'Mommsen',
  'Dubois',
  'Adler',
];

/** A made-up person for the bench: no two share a contact. In: its number and page. Out: a draft as the tray holds it. */
export function person(number: number, url: string): TrayItem {
  const first = given[number % 10] ?? '';
  const last = `${family[Math.floor(number / 10) % 10] ?? ''}${Math.floor(number / 100)}`;
  const name = number % 50 === 0 ? `王小明${number}` : `${first} ${last}`;
  const from = (value: string) => [
    { value, confidence: 0.95, provenance: [{ url, at: 0, detector: 'text', snippet: value }] },
  ];
  const digits = String(number).padStart(6, '0');
  return {
    draft: {
      kind: 'person',
      id: `p_${number}`,
      partial: false,
      confidence: 0.95,
      fields: {
        name: from(name),
        honorific: [],
        jobTitle: from('Purchasing Manager'),
        department: [],
        companyName: from(`Firm ${Math.floor(number / 5)} Ltd`),
        emails: from(`${first.toLowerCase()}.${number}@firm-${Math.floor(number / 5)}.example`),
        phones: [
          {
            value: { e164: `+4416149${digits}`, text: `0161 49 ${digits}`, kind: 'work' },
            confidence: 0.95,
            provenance: [{ url, at: 0, detector: 'text', snippet: digits }],
          },
        ],
        wechat: [],
        qq: [],
        whatsapp: [],
        links: [],
        addresses: [],
      },
    },
    edits: {},
    note: '',
    state: 'open',
  };
}
