import { describe, expect, it } from 'vitest';
import { foldWords } from '../../../lib/domain/normalize/fold.ts';
import { guessMapping } from '../../../lib/exchange/import/guess.ts';
import { rowReader } from '../../../lib/exchange/import/read-row.ts';
import { fitsKind, parseTarget } from '../../../lib/exchange/import/targets.ts';
import { chosenRows, digestOf, planHandover } from '../../../lib/exchange/presets/hand-over.ts';
import { mappingFor, recognise } from '../../../lib/exchange/presets/recognise.ts';
import { presetOf, presets } from '../../../lib/exchange/presets/registry.ts';
import { sources } from '../../../lib/exchange/presets/source.ts';
import { company, person } from './rows.ts';

const words = { group: () => 'Trade fair' };
const firm = company({
  id: '4f0b8a52-6c1e-4a52-9f43-0d3d5a6f0a02',
  name: 'Nordhafen AB',
  domain: 'nordhafen.example',
  website: 'https://nordhafen.example',
  industry: 'Ports',
  addresses: [{ street: 'Kajen 1', city: 'Malmö', postalCode: '211 20', country: 'SE', text: 'Kajen 1, 211 20 Malmö' }],
});
const ada = person({
  name: 'Ada Sund',
  jobTitle: 'CEO',
  companyName: 'Nordhafen AB',
  companyId: firm.id,
  emails: ['ada@nordhafen.example'],
  phones: [
    { e164: '+4640123456', text: '040-12 34 56', kind: 'work' },
    { e164: '+46701234567', text: '070-123 45 67', kind: 'mobile' },
  ],
  note: 'Met in Hanover',
});
const rows = { person: [{ lead: ada, company: firm }], company: [{ lead: firm }] };

describe.each(presets)('$name', (preset) => {
  const tables = Object.entries(preset.tables).map(([kind, table]) => ({ kind: kind as 'person' | 'company', table }));

  it.each(tables)('has each heading once, with a place to read it back to ($kind)', ({ table, kind }) => {
    const headings = table.columns.map(({ heading }) => heading);
    expect(new Set(headings.map(foldWords)).size).toBe(headings.length);
    for (const { source, to } of table.columns) {
      const target = (to ?? sources[source]).replace('~', kind);
      if (target !== 'ignore') expect([target, parseTarget(target).of]).not.toEqual([target, 'ignore']);
      expect(fitsKind(target, 'both')).toBe(true);
    }
    for (const source of [...table.matchesOn, ...table.needs.flat()])
      expect(table.columns.map((column) => column.source)).toContain(source);
  });

  it.each(tables)('gets its file known again and read back ($kind)', ({ table, kind }) => {
    const [made] = planHandover(table, rows[kind], new Map(), words);
    const record = preset.recordId[kind]?.[0];
    // What its own export has besides: the id of the record, under its name.
    const isOdd = preset.id === 'odoo' || record === undefined;
    const heading = [...(isOdd ? [] : [record]), ...table.columns.map((column) => column.heading)];
    const sheet = { heading, rows: [{ at: 2, cells: [...(isOdd ? [] : ['4711']), ...(made?.cells ?? [])] }] };
    const known = recognise(heading);
    expect([known?.preset.id, known?.kind]).toEqual([preset.id, kind]);
    if (record) expect(known?.recordColumn).toBe(0);
    const mapping = known && mappingFor(sheet, known, guessMapping(sheet, []));
    const [row] = mapping ? sheet.rows.map(rowReader(mapping, [], {})) : [];
    expect(row?.refused).toBeUndefined();
    if (kind === 'company') {
      expect(row?.company).toMatchObject({ name: 'Nordhafen AB' });
      return;
    }
    expect(row?.person).toMatchObject({
      name: 'Ada Sund',
      jobTitle: 'CEO',
      emails: ['ada@nordhafen.example'],
      phones: expect.arrayContaining([expect.objectContaining({ e164: '+46701234567' })]),
    });
    expect(row?.person?.companyName).toBe('Nordhafen AB');
  });
});

it('tells who is new, changed or the same, whom a system refuses and whom it could not match', () => {
  const table = presetOf('hubspot')?.tables.person;
  if (!table) throw new Error('gone');
  const nobody = person({ id: '5f0b8a52-6c1e-4a52-9f43-0d3d5a6f0a03', phones: ada.phones });
  const noMail = person({ id: '6f0b8a52-6c1e-4a52-9f43-0d3d5a6f0a04', name: 'Bo Ek' });
  const all = [{ lead: ada, company: firm }, { lead: nobody }, { lead: noMail }];
  const first = planHandover(table, all, new Map(), words);
  expect(first.map(({ state, problem }) => [state, problem])).toEqual([
    ['new', undefined],
    ['new', 'refused'],
    ['new', 'unmatched'],
  ]);
  expect(chosenRows(first, { onlyNews: false, withUnmatched: false })).toHaveLength(1);
  expect(chosenRows(first, { onlyNews: false, withUnmatched: true })).toHaveLength(2);
  const last = new Map([[ada.id, first[0]?.digest ?? '']]);
  expect(planHandover(table, all, last, words)[0]?.state).toBe('same');
  const changed = planHandover(table, [{ lead: { ...ada, jobTitle: 'Chair' }, company: firm }], last, words);
  expect(changed[0]?.state).toBe('changed');
  expect(chosenRows(planHandover(table, all, last, words), { onlyNews: true, withUnmatched: true })).toHaveLength(1);
});

it('takes texts apart when it digests them', () => {
  expect(digestOf(['ab', 'c'])).not.toBe(digestOf(['a', 'bc']));
  expect(digestOf(['ab', 'c'])).toBe(digestOf(['ab', 'c']));
});

it('numbers of Google Contacts are what their labels say', () => {
  const heading = [1, 2, 3, 4].flatMap((n) => [`Phone ${n} - Label`, `Phone ${n} - Value`]);
  const sheet = {
    heading: ['First Name', 'Last Name', 'E-mail 1 - Value', ...heading],
    rows: [
      {
        at: 2,
        cells: [
          ...['Ada', 'Sund', 'ada@firm.example'],
          ...['Mobile', '+46 70 123 45 67', 'Work Fax', '+46 40 12 34 57', 'Home', '', 'Privat', '+46 40 12 34 58'],
        ],
      },
    ],
  };
  const known = recognise(sheet.heading);
  expect(known?.preset.id).toBe('google-contacts');
  const mapping = known && mappingFor(sheet, known, guessMapping(sheet, []));
  const [row] = sheet.rows;
  const read = mapping && row && rowReader(mapping, [], {})(row);
  expect(read?.person?.phones.map(({ text, kind }) => [text, kind])).toEqual([
    ['+46 70 123 45 67', 'mobile'],
    ['+46 40 12 34 57', 'fax'],
    ['+46 40 12 34 58', 'home'],
  ]);
});
