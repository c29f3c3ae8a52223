import readXlsx from 'read-excel-file/node';
import { expect, it } from 'vitest';
import type { OwnFieldDefinition } from '../../../lib/domain/schema/own-field.ts';
import { columnHeader, exportColumns } from '../../../lib/exchange/columns.ts';
import { csvPieces } from '../../../lib/exchange/csv.ts';
import { xlsxFile } from '../../../lib/exchange/xlsx.ts';
import { company, words } from './rows.ts';

const own: OwnFieldDefinition[] = [
  { key: 'need', name: 'Yearly need', type: 'number', of: 'company' },
  { key: 'until', name: 'Contract until', type: 'date', of: 'both' },
  { key: 'uses', name: 'Uses', type: 'list', of: 'both' },
  { key: 'vip', name: 'Certified', type: 'yesNo', of: 'both' },
  { key: 'mood', name: 'Mood', type: 'text', of: 'person' },
];
const rows = [
  {
    lead: company({
      name: 'Alba GmbH',
      own: { need: -1200.5, until: '2027-01-31', uses: ['a', 'b'], vip: true, mood: 'x' },
      outcome: { result: 'lost', at: new Date(2026, 4, 3, 12).getTime(), reason: '=price' },
    }),
  },
];
const columns = exportColumns('company', rows, words, own).filter(({ id }) => /^(?:own\.|outcome)/.test(id));
const headers = columns.map((column) => columnHeader(column, (word) => word));

it('has a column for each own field of the kind, under its name, and the outcome', () => {
  expect(headers).toEqual([
    'outcome',
    'outcomeAt',
    'outcomeReason',
    'Yearly need',
    'Contract until',
    'Uses',
    'Certified',
  ]);
  expect([...csvPieces(columns, headers, rows, ',')].join('').split('\r\n')[1]).toBe(
    'Lost,2026-05-03,\'=price,-1200.5,2027-01-31,"a; b",yes',
  );
});

it('writes numbers with the decimal sign that goes with the separator', () => {
  expect([...csvPieces(columns, headers, rows, ';')].join('').split('\r\n')[1]).toContain(';-1200,5;');
});

it('writes numbers and days into a workbook as such', async () => {
  const file = await xlsxFile([{ name: 'Companies', columns, headers, rows }]);
  const [sheet] = await readXlsx(Buffer.from(await file.arrayBuffer()));
  expect(sheet?.data[1]).toEqual([
    'Lost',
    '2026-05-03',
    '=price',
    -1200.5,
    new Date('2027-01-31T00:00:00Z'),
    'a; b',
    'yes',
  ]);
});
