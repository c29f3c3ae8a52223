import { type Readings, readingsOf } from '../../../lib/domain/readings.ts';
import type { Company, Lead, LeadReceipts, Person } from '../../../lib/domain/schema/lead.ts';
import type { ValueWords } from '../../../lib/exchange/columns.ts';

const day = Date.UTC(2026, 4, 3, 12);

/** A person with only what the test says. */
export const person = (fields: Partial<Person>): Person => ({
  kind: 'person',
  id: '3f0b8a52-6c1e-4a52-9f43-0d3d5a6f0a01',
  partial: false,
  emails: [],
  phones: [],
  links: [],
  addresses: [],
  tags: [],
  createdAt: day,
  updatedAt: day,
  ...fields,
});

/** A company with only what the test says. */
export const company = (fields: Partial<Company>): Company => ({
  kind: 'company',
  id: '3f0b8a52-6c1e-4a52-9f43-0d3d5a6f0b01',
  emails: [],
  phones: [],
  links: [],
  addresses: [],
  representatives: [],
  tags: [],
  createdAt: day,
  updatedAt: day,
  ...fields,
});

export const readings = (lead: Lead, readAt: LeadReceipts['readAt']): Readings =>
  readingsOf(lead, { leadId: 'x', stamps: {}, readAt });

export const read = (url: string, at = day, detector = 'text-email') => ({ url, at, detector, snippet: '…' });

export const words: ValueWords = {
  group: {
    browsing: 'Browsing',
    advertising: 'Advertising reply',
    introduction: 'Introduction',
    directory: 'Directory',
    helper: "Helper's list",
    ownRecords: 'Own records',
    tradeFair: 'Trade fair',
    inbound: 'Inbound enquiry',
  },
  phoneKind: {
    work: 'work',
    mobile: 'mobile',
    switchboard: 'switchboard',
    fax: 'fax',
    home: 'home',
    tollFree: 'toll-free',
    other: 'other',
  },
  outcome: { won: 'Won', lost: 'Lost' },
};
