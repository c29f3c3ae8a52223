import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { Column } from '../../../lib/exchange/columns.ts';
import { exportColumns } from '../../../lib/exchange/columns.ts';
import { type CsvSeparator, csvPieces, defaultSeparator, disarm, encodeCsv } from '../../../lib/exchange/csv.ts';
import { person, words } from './rows.ts';

describe('separator', () => {
  it.each([
    ['en', ','],
    ['en-US', ','],
    ['en-GB', ','],
    ['zh-CN', ','],
    ['zh-TW', ','],
    ['ja', ','],
    ['es-MX', ','],
    ['de', ';'],
    ['de-CH', ';'],
    ['fr', ';'],
    ['es', ';'],
    ['it', ';'],
    ['nl', ';'],
    ['pt-BR', ';'],
    ['pl', ';'],
    ['ru', ';'],
    ['sv', ';'],
  ])('for %s is %s', (language, separator) => {
    expect(defaultSeparator(language)).toBe(separator);
  });
});

describe('disarm', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['=HYPERLINK("http://x.example")', `'=HYPERLINK("http://x.example")`],
    ['+1+1', "'+1+1"],
    ['-2+3', "'-2+3"],
    ['@SUM(1)', "'@SUM(1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', "'\r=1"],
    ['＝1+1', "'＝1+1"],
    ['Müller & Söhne', 'Müller & Söhne'],
    ['3+3', '3+3'],
    ['', ''],
  ])('%j becomes %j', (text, expected) => {
    expect(disarm(text)).toBe(expected);
  });
  it.each([
    ['+46 31 555 01 20', '+46 31 555 01 20'],
    ['+46 31 555 01 20 ext. 7', '+46 31 555 01 20 ext. 7'],
    ['+1 212-555-0100', '+1 212-555-0100'],
    ['+46315550120', "'+46315550120"],
    ["+46 31 555|cmd|' /C calc'!A0", "'+46 31 555|cmd|' /C calc'!A0"],
    ['=1+1', "'=1+1"],
  ])('a phone %j becomes %j', (text, expected) => {
    expect(disarm(text, true)).toBe(expected);
  });
  it('leaves no cell that begins a formula, save for phones', () => {
    fc.assert(fc.property(fc.string(), (text) => !/^[=+\-@\t\r\n]/.test(disarm(text))));
  });
});

const column = (index: number): Column => ({ id: `${index}`, word: 'name', read: (row) => row.lead.tags[index] ?? '' });

const textOf = (...[columns, headers, rows, separator]: Parameters<typeof csvPieces>) =>
  [...csvPieces(columns, headers, rows, separator)].join('');

describe('csv', () => {
  it('is read back as it was written, whatever is in the cells', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom('"', ',', ';', '\t', '\r', '\n', ' ', "'", '=', '+', 'ä', '华') }),
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell, cell), { minLength: 1 }),
        fc.constantFrom<CsvSeparator>(',', ';', '\t'),
        (table, separator) => {
          const rows = table.map((tags) => ({ lead: person({ tags }) }));
          const text = textOf([column(0), column(1), column(2)], ['a', 'b', 'c'], rows, separator);
          const lines = [['a', 'b', 'c'], ...table.map((cells) => cells.map((c) => disarm(c)))];
          expect(text).toBe(`${Papa.unparse(lines, { delimiter: separator, newline: '\r\n' })}\r\n`);
          const parsed = Papa.parse<string[]>(text.slice(0, -2), { delimiter: separator, newline: '\r\n' }).data;
          expect(parsed.slice(1)).toEqual(table.map((cells) => cells.map((c) => disarm(c))));
        },
      ),
    );
  });

  it('writes a person after RFC 4180', () => {
    const lead = person({
      name: 'Berg, "Anna"',
      phones: [{ e164: '+46315550120', text: '', kind: 'work' }],
      jobTitle: '=1+1',
    });
    const columns = exportColumns('person', [{ lead }], words).filter((c) =>
      ['name', 'jobTitle', 'phones.1'].includes(c.id),
    );
    expect(
      textOf(
        columns,
        columns.map((c) => c.id),
        [{ lead }],
        ',',
      ),
    ).toBe(`name,jobTitle,phones.1\r\n"Berg, ""Anna""",'=1+1,+46 31 555 01 20\r\n`);
  });

  it('begins with a byte order mark in both encodings', () => {
    expect([...encodeCsv('ä', 'utf-8')]).toEqual([0xef, 0xbb, 0xbf, 0xc3, 0xa4]);
    expect([...encodeCsv('华', 'utf-16le')]).toEqual([0xff, 0xfe, 0x4e, 0x53]);
    expect(new TextDecoder('utf-16le').decode(encodeCsv('华😀', 'utf-16le'))).toBe('华😀');
  });
});
