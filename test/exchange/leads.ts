import type { ExportRow } from '../../lib/exchange/columns.ts';
import { company, person } from '../unit/exchange/rows.ts';

export const firm = company({
  id: '4f0b8a52-6c1e-4a52-9f43-0d3d5a6f0a02',
  name: 'Nordhafen AB',
  domain: 'nordhafen.example',
  website: 'https://www.nordhafen.example/',
  emails: ['info@nordhafen.example'],
  phones: [{ e164: '+4640123450', text: '040-12 34 50', kind: 'switchboard' }],
  addresses: [{ street: 'Kajen 1', city: 'Malmö', postalCode: '211 20', country: 'SE', text: 'Kajen 1, 211 20 Malmö' }],
});

/** People as real ones are: letters of many scripts, signs that formats use, long notes. */
export const people: ExportRow[] = [
  {
    lead: person({
      id: '3f0b8a52-6c1e-4a52-9f43-0d3d5a6f0a01',
      name: 'Łucja Ångström-Müller',
      honorific: 'Dr.',
      jobTitle: 'Head; Purchasing, "Nordic" \\ Baltic',
      department: 'Einkauf',
      companyName: 'Nordhafen AB',
      companyId: firm.id,
      emails: ['lucja@nordhafen.example', 'l.muller@nordhafen.example'],
      phones: [
        { e164: '+46315550120', text: '031-555 01 20', kind: 'work' },
        { e164: '+46701234567', text: '070-123 45 67', kind: 'mobile' },
        { e164: '+46315550199', text: '031-555 01 99', kind: 'fax' },
      ],
      tags: ['Hannover 2026', 'a, b'],
      note: `First line\nsecond; with, signs\n${'a long note goes on with ü and 漢字 '.repeat(10)}`.trim(),
    }),
    company: firm,
  },
  {
    lead: person({
      id: '5f0b8a52-6c1e-4a52-9f43-0d3d5a6f0a03',
      name: '王小明',
      jobTitle: '采购经理',
      companyName: '北京星河泵业有限公司',
      emails: ['xiaoming@galaxy-pumps.example'],
      phones: [{ e164: '+8613800138000', text: '138 0013 8000', kind: 'mobile' }],
      wechat: 'xiaoming_wx',
    }),
  },
  { lead: person({ id: '6f0b8a52-6c1e-4a52-9f43-0d3d5a6f0a04', name: 'Nur Yıldırım', emails: ['nur@example.test'] }) },
];

export const cards: ExportRow[] = [...people, { lead: firm }];
