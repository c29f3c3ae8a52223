import { describe, expect, it } from 'vitest';
import { companyFields, personFields } from '../../../lib/domain/schema/field.ts';
import { columnHeader, type ExportRow, exportColumns } from '../../../lib/exchange/columns.ts';
import { jsonLines } from '../../../lib/exchange/json-lines.ts';
import { company, person, read, readings, words } from './rows.ts';

const cells = (row: ExportRow, rows = [row]) =>
  Object.fromEntries(exportColumns(row.lead.kind, rows, words).map((column) => [column.id, column.read(row)]));

describe('columns', () => {
  it('has a column for every field of the schema, with no lead at all', () => {
    const idsOf = (kind: 'person' | 'company') =>
      exportColumns(kind, [], words).map((column) => column.id.split('.')[0]);
    expect(idsOf('person')).toEqual(expect.arrayContaining(Object.keys(personFields)));
    expect(idsOf('company')).toEqual(expect.arrayContaining(Object.keys(companyFields)));
  });

  it('names each column once', () => {
    const lead = person({ emails: ['a@firm.example', 'b@firm.example'], phones: [{ text: '1', kind: 'work' }] });
    const ids = exportColumns('person', [{ lead }], words).map((column) => column.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('gives several values columns of their own and the rest to the last', () => {
    const lead = person({ emails: ['a', 'b', 'c', 'd', 'e'].map((name) => `${name}@firm.example`) });
    expect(cells({ lead })).toMatchObject({
      'emails.1': 'a@firm.example',
      'emails.4': 'd@firm.example; e@firm.example',
    });
  });

  it('spaces phones and says their kind', () => {
    const lead = person({ phones: [{ e164: '+46315550120', text: '031-555 01 20', kind: 'mobile', ext: '7' }] });
    expect(cells({ lead })).toMatchObject({ 'phones.1': '+46 31 555 01 20 ext. 7', 'phones.1.kind': 'mobile' });
  });

  it('never gives a mailbox provider as a company', () => {
    const own = company({ domain: 'gmail.com', website: 'https://gmail.com' });
    expect(cells({ lead: own, readings: readings(own, { domain: [read('https://firm.example')] }) })).toMatchObject({
      domain: '',
      website: '',
    });
    expect(
      exportColumns(
        'company',
        [{ lead: own, readings: readings(own, { domain: [read('https://firm.example')] }) }],
        words,
      ).some((column) => column.id === 'domain.page'),
    ).toBe(false);
    expect(cells({ lead: person({ emails: ['anna@gmail.com'] }), company: own }).companyDomain).toBe('');
    expect(cells({ lead: person({ emails: ['anna@other.example'] }) }).companyDomain).toBe('');
    expect(cells({ lead: person({}), company: company({ domain: 'firm.example' }) }).companyDomain).toBe(
      'firm.example',
    );
  });

  it('says of a person how it ended with their company, in sheets and in JSON Lines, not what was once said of themselves', () => {
    const ann = person({ name: 'Ann', outcome: { result: 'lost', at: Date.UTC(2026, 4, 3, 12), reason: 'Price' } });
    const open = { lead: ann, company: company({}) };
    expect(cells(open)).toMatchObject({ outcome: '', outcomeAt: '', outcomeReason: '' });
    expect(JSON.parse(jsonLines([open]))).not.toHaveProperty('outcome');
    const won = { result: 'won' as const, at: Date.UTC(2026, 5, 3, 12), reason: 'Quality' };
    const ended = { lead: ann, company: company({ outcome: won }) };
    expect(cells(ended)).toMatchObject({ outcome: 'Won', outcomeAt: '2026-06-03', outcomeReason: 'Quality' });
    expect(JSON.parse(jsonLines([ended]))).toMatchObject({ outcome: 'won', outcomeReason: 'Quality' });
    expect(cells({ lead: ann })).toMatchObject({ outcome: 'Lost', outcomeReason: 'Price' });
  });

  it('says where and when each value was read, newest place first, typed values not', () => {
    const lead = person({ name: 'Anna Berg', emails: ['anna@firm.example', 'berg@firm.example'], jobTitle: 'Buyer' });
    const row = {
      lead,
      readings: readings(lead, {
        name: [read('https://firm.example/old', 1), read('https://firm.example/team')],
        'emails|anna@firm.example': [read('https://firm.example/team')],
        'emails|berg@firm.example': [read('https://firm.example/imprint')],
        jobTitle: [read('https://firm.example/team', 5, 'user')],
      }),
    };
    const row1 = cells(row);
    expect(row1['name.page']).toBe('https://firm.example/team');
    expect(row1['name.date']).toBe('2026-05-03');
    expect(row1['emails.page']).toBe('https://firm.example/team; https://firm.example/imprint');
    expect(row1['emails.date']).toBe('2026-05-03');
    expect('jobTitle.page' in row1).toBe(false);
  });

  it('takes addresses apart and keeps further ones as written', () => {
    const lead = company({
      addresses: [
        { text: 'Kajen 4, 411 04 Göteborg', street: 'Kajen 4', postalCode: '411 04', city: 'Göteborg', country: 'SE' },
        { text: 'Hamnen 1, Oslo' },
      ],
    });
    expect(cells({ lead })).toMatchObject({
      'addresses.1': 'Kajen 4, 411 04 Göteborg',
      'addresses.1.postalCode': '411 04',
      'addresses.1.country': 'SE',
      'addresses.2': 'Hamnen 1, Oslo',
    });
  });

  it('writes what is kept of a lead', () => {
    const lead = person({
      leadSource: { group: 'tradeFair', name: 'Hannover' },
      tags: ['pumps', 'DACH'],
      nextStep: { text: 'Call', dueAt: new Date(2026, 5, 1, 9).getTime() },
    });
    expect(cells({ lead })).toMatchObject({
      howWeMet: 'Trade fair: Hannover',
      tags: 'pumps, DACH',
      nextStep: 'Call',
      nextStepDue: '2026-06-01',
    });
  });

  it('makes headers of words and numbers', () => {
    const lead = person({ phones: [1, 2].map((n) => ({ text: `${n}`, kind: 'work' as const })) });
    const headers = exportColumns('person', [{ lead }], words).map((column) => columnHeader(column, (word) => word));
    expect(headers).toEqual(expect.arrayContaining(['phones 1', 'phones 1: phoneKind', 'phones 2', 'jobTitle']));
  });
});
