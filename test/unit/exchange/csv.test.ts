import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { Column } from '../../../lib/exchange/columns.ts';
import { exportColumns } from '../../../lib/exchange/columns.ts';
import {
  type CsvSeparator,
  csvLine,
  csvPieces,
  defaultSeparator,
  disarm,
  encodeCsv,
  rearm,
} from '../../../lib/exchange/csv.ts';
import { person, words } from './rows.ts';

const separators = [',', ';', '\t'] as const;

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

/** Cells as Excel takes them: only a quote at the beginning of a cell holds it together, what stands behind its end is added. */
function cellsAt(text: string, separator: string): string[] {
  const cells: string[] = [];
  for (let at = 0; at <= text.length; at++) {
    let cell = '';
    if (text[at] === '"')
      for (at++; at < text.length; at++) {
        if (text[at] !== '"') cell += text[at];
        else if (text[at + 1] === '"') {
          cell += '"';
          at++;
        } else {
          at++;
          break;
        }
      }
    for (; at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r'; at++) cell += text[at];
    cells.push(cell);
  }
  return cells;
}

describe('disarm', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['=HYPERLINK("http://x.example")', `'=HYPERLINK("http://x.example")`],
    ['+1+1', "'+1+1"],
    ['-2+3', "'-2+3"],
    ['@SUM(1)', "'@SUM(1)"],
    ['\t=1', "'\t'=1"],
    ['\r=1', "'\r'=1"],
    ['＝1+1', "'＝1+1"],
    ['Müller & Söhne', 'Müller & Söhne'],
    // Behind what another sheet takes for the end of a cell.
    ['Foo;=1+1', "Foo;'=1+1"],
    ['Foo,=1+1', "Foo,'=1+1"],
    ['Foo\t=1+1', "Foo\t'=1+1"],
    ['Foo\n=1+1', "Foo\n'=1+1"],
    ['Foo;"=1+1;"', `Foo;"'=1+1;"`],
    ['Foo;＝1+1', "Foo;'＝1+1"],
    ['Foo;-2+3,@SUM(1)', "Foo;'-2+3,'@SUM(1)"],
    ["Foo\n- cmd|' /C calc'!A0", "Foo\n'- cmd|' /C calc'!A0"],
    ['Foo;+ HYPERLINK("x")', `Foo;'+ HYPERLINK("x")`],
    // What people write.
    ['10,- €; mehr, - weniger', '10,- €; mehr, - weniger'],
    ['Wants:\n- a demo, soon\n+49 30 1234567', 'Wants:\n- a demo, soon\n+49 30 1234567'],
    ['a; b, c', 'a; b, c'],
    ['x = 1; y = 2, +3', 'x = 1; y = 2, +3'],
    ['https://maps.example/@40.7,-74.0,17z/data=!3m1', 'https://maps.example/@40.7,-74.0,17z/data=!3m1'],
    ['3+3', '3+3'],
    ['', ''],
  ])('%j becomes %j', (text, expected) => {
    expect(disarm(text)).toBe(expected);
  });
  it.each([
    ['+46 31 555 01 20', '+46 31 555 01 20'],
    ['+46 31 555 01 20 ext. 7', '+46 31 555 01 20 ext. 7'],
    ['+1 212-555-0100', '+1 212-555-0100'],
    ['+46 31 555 01 20; +46 31 555 01 21 ext. 7', '+46 31 555 01 20; +46 31 555 01 21 ext. 7'],
    ['+1-555-0100', "'+1-555-0100"],
    ['+46 31 555 01 20; +1-555-0100', "'+46 31 555 01 20; +1-555-0100"],
    ['+46 31 555;=1+1', "'+46 31 555;'=1+1"],
    ['+46315550120', "'+46315550120"],
    ["+46 31 555|cmd|' /C calc'!A0", "'+46 31 555|cmd|' /C calc'!A0"],
    ['=1+1', "'=1+1"],
  ])('a phone %j becomes %j', (text, expected) => {
    expect(disarm(text, true)).toBe(expected);
  });
  it('leaves no cell that begins a formula, save for phones, and is taken off again', () => {
    const text = fc.string({
      unit: fc.constantFrom(',', ';', '\t', '\n', '"', ' ', '=', '+', '-', '@', '(', '1', 'a'),
    });
    fc.assert(
      fc.property(fc.oneof(fc.string(), text), (any) => {
        const one = any.replaceAll("'", '');
        const safe = disarm(one);
        expect(safe).not.toMatch(/^[=+\-@\t\r\n]|[,;\t\n]"*=/);
        expect(rearm(safe)).toBe(one);
      }),
    );
  });
  it('leaves no cell that begins a formula where another sign separates than the file has', () => {
    const unit = fc.constantFrom(',', ';', '\t', '\n', '"', '=', '1', 'a', ' ');
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit }), { minLength: 1 }),
        fc.constantFrom(...separators),
        (cells, separator) => {
          const line = csvLine(
            cells.map((cell) => disarm(cell)),
            separator,
          );
          for (const other of separators) for (const cell of cellsAt(line, other)) expect(cell).not.toMatch(/^=/);
        },
      ),
    );
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
          // What separates elsewhere is quoted too.
          const quotes = (cell: string) => /[,;\t]/.test(cell);
          expect(text).toBe(`${Papa.unparse(lines, { delimiter: separator, newline: '\r\n', quotes })}\r\n`);
          const parsed = Papa.parse<string[]>(text.slice(0, -2), { delimiter: separator, newline: '\r\n' }).data;
          expect(parsed.slice(1)).toEqual(table.map((cells) => cells.map((c) => disarm(c))));
        },
      ),
    );
  });

  it('quotes what separates elsewhere, but no decimal number', () => {
    expect(csvLine(['a;b', 'a,b', 'a\tb', '1,5', 'a b'], ';')).toBe('"a;b";"a,b";"a\tb";1,5;a b\r\n');
    expect(csvLine(['a;b', '1,5', '-1.5'], ',')).toBe('"a;b","1,5",-1.5\r\n');
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
