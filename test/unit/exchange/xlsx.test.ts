import fc from 'fast-check';
import readXlsx from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import type { Column } from '../../../lib/exchange/columns.ts';
import { xlsxFile } from '../../../lib/exchange/xlsx.ts';
import { person } from './rows.ts';

const columns: Column[] = [0, 1, 2].map((index) => ({
  id: `${index}`,
  word: 'name',
  read: (row) => row.lead.tags[index] ?? '',
}));

const sheetsOf = async (table: string[][], name = 'People') => {
  const rows = table.map((tags) => ({ lead: person({ tags }) }));
  const file = await xlsxFile([
    { name, columns, headers: ['a', 'b', 'c'], rows },
    { name: 'Companies', columns, headers: ['a', 'b', 'c'], rows: [] },
  ]);
  return readXlsx(Buffer.from(await file.arrayBuffer()));
};

describe('xlsx', () => {
  it('keeps plus signs, zeros, formulas and every script as text', async () => {
    const table = [
      ['+46315550120', '007', '=1+1'],
      ['北京华为技术有限公司', 'Łódź', '@SUM(1)'],
      ['2026-05-03', '1E5', '-2+3'],
    ];
    const [people, companies] = await sheetsOf(table);
    expect(people?.sheet).toBe('People');
    expect(people?.data.slice(1)).toEqual(table);
    expect(companies?.data).toEqual([['a', 'b', 'c']]);
  });

  it('is not broken by names that every object knows', async () => {
    const table = [
      ['constructor', '__proto__', 'toString'],
      ['hasOwnProperty', 'valueOf', 'constructor'],
    ];
    expect((await sheetsOf(table))[0]?.data.slice(1)).toEqual(table);
  });

  it('reads back any text', async () => {
    // The writer leaves out U+FFFD, which stands for a letter that was lost before.
    const cell = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((text) => text.trim() === text && !text.includes('\uFFFD'));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell), { minLength: 20, maxLength: 40 }), async (table) => {
        const [people] = await sheetsOf(table);
        expect(people?.data.slice(1)).toEqual(table);
      }),
      // A workbook is slow to make: few of them, each full of cells.
      { numRuns: 4, endOnFailure: true },
    );
  }, 60_000);

  it('cuts what Excel would refuse: long cells, names of sheets', async () => {
    const [people] = await sheetsOf([['x'.repeat(40_000), '', '']], 'Leads [all]: 1/2 and more than thirty letters');
    expect(String(people?.data[1]?.[0])).toHaveLength(32_767);
    expect(people?.sheet).toBe('Leads  all   1 2 and more than ');
  });
});
