import { describe, expect, it } from 'vitest';
import { decodeBytes, guessEncoding, type ImportEncoding } from '../../../../lib/exchange/import/decode.ts';
import { guessMapping } from '../../../../lib/exchange/import/guess.ts';
import { guessSeparator, readSheet, type Separator } from '../../../../lib/exchange/import/sheet.ts';

const utf16 = (text: string, mark: boolean) => Buffer.from(mark ? `\uFEFF${text}` : text, 'utf16le');
const swapped = (bytes: Buffer) => Buffer.from(bytes).swap16();
/** 姓名,公司 and a line of it, as GBK has it. */
const gbk = Buffer.from('d0d5c3fb2cb9abcbbe0acdf5d0a1c3f72cc7e0c9bdbbfad0b5d3d0cfdeb9abcbbe0a', 'hex');

describe('encodings', () => {
  const german = 'Name;Straße\nJörg Weiß;Königsallee 5\n';
  const cases: [string, Uint8Array, ImportEncoding, string][] = [
    ['plain', Buffer.from('Name\nAnna\n'), 'utf-8', 'Name\nAnna\n'],
    ['UTF-8 with mark', Buffer.from(`\uFEFF${german}`), 'utf-8', german],
    ['UTF-8 without', Buffer.from(german), 'utf-8', german],
    ['UTF-16 with mark', utf16(german, true), 'utf-16le', german],
    ['UTF-16 without', utf16(german, false), 'utf-16le', german],
    ['UTF-16 the other way round', swapped(utf16(german, true)), 'utf-16be', german],
    ['Windows-1252', Buffer.from(german, 'latin1'), 'windows-1252', german],
    ['GBK', gbk, 'gbk', '姓名,公司\n王小明,青山机械有限公司\n'],
  ];
  it.each(cases)('%s', (_name, bytes, encoding, text) => {
    expect(guessEncoding(bytes)).toBe(encoding);
    expect(decodeBytes(bytes, encoding)).toBe(text);
  });
});

describe('dialects', () => {
  const cases: [string, string, Separator, string[][]][] = [
    ['commas', 'a,b\r\n1,2\r\n', ',', [['1', '2']]],
    [
      'semicolons with decimal commas',
      'a;b;c\n1,5;2,5;x\n3,5;4,5;y\n',
      ';',
      [
        ['1,5', '2,5', 'x'],
        ['3,5', '4,5', 'y'],
      ],
    ],
    ['tabs', 'a\tb\n1, 2\t3\n', '\t', [['1, 2', '3']]],
    ['bars', 'a|b\n1|2\n', '|', [['1', '2']]],
    ['what Excel says in the first line', 'sep=;\r\na;b\r\n1,2;3\r\n', ';', [['1,2', '3']]],
    ['quotes, breaks and doubled quotes', 'a,b\n"x, ""y""\nz",2\n', ',', [['x, "y"\nz', '2']]],
    ['old Mac ends of lines', 'a,b\r1,2\r', ',', [['1', '2']]],
    ['one column', 'name\nAnna\nBen\n', ',', [['Anna'], ['Ben']]],
    ['empty lines', 'a,b\n\n1,2\n,\n', ',', [['1', '2']]],
    ['cells that were disarmed', `a,b\n"'=1+1","=""0012"""\n`, ',', [['=1+1', '0012']]],
  ];
  it.each(cases)('%s', (_name, text, separator, rows) => {
    expect(guessSeparator(text)).toBe(separator);
    const { sheet, hasHeading } = readSheet(text, separator);
    expect(hasHeading).toBe(true);
    expect(sheet.rows.map(({ cells }) => cells)).toEqual(rows);
  });

  it('marks rows that are not as the table is, and counts as sheet programs do', () => {
    const { sheet } = readSheet('a,b\n1,2\n1,2,3\n\n1\n"never closed,4\n', ',');
    expect(sheet.rows.map(({ at, wrong }) => [at, wrong])).toEqual([
      [2, undefined],
      [3, 'cells'],
      [5, undefined],
      [6, 'quotes'],
    ]);
  });

  it('takes a first row of values for a row', () => {
    const { sheet, hasHeading } = readSheet('Anna,anna@firm.example\nBen,ben@firm.example\n', ',');
    expect([hasHeading, sheet.rows.length, sheet.rows[0]?.at]).toEqual([false, 2, 1]);
  });
});

describe('where columns go', () => {
  const goes = (heading: string, cells = '') => {
    const { sheet } = readSheet(`${heading}\n${cells || heading.replace(/[^,]+/g, 'x')}\n`, ',', true);
    const { kind, columns } = guessMapping(sheet, []);
    return [kind, ...columns.map(({ to }) => to)];
  };
  it.each([
    [
      'HubSpot',
      'First Name,Last Name,Job Title,Company Name,Contact owner',
      ['both', 'person.givenName', 'person.familyName', 'person.jobTitle', 'company.name', 'lead.owner'],
    ],
    [
      'Pipedrive',
      'Person - Name,Organization - Name,Organization - Address',
      ['both', 'person.name', 'company.name', 'company.addresses'],
    ],
    [
      'Outlook',
      'First Name,Last Name,Company,Business Street,Business City,Notes',
      [
        'both',
        'person.givenName',
        'person.familyName',
        'company.name',
        'company.addresses:street',
        'company.addresses:city',
        'lead.note',
      ],
    ],
    [
      'Google',
      'Given Name,Family Name,Organization Title,Address 1 - City',
      ['person', 'person.givenName', 'person.familyName', 'person.jobTitle', 'person.addresses:city'],
    ],
    [
      'German',
      'Vorname,Nachname,Firma,PLZ,Ort,Branche',
      [
        'both',
        'person.givenName',
        'person.familyName',
        'company.name',
        'company.addresses:postalCode',
        'company.addresses:city',
        'company.industry',
      ],
    ],
    [
      'Chinese',
      '公司名称,行业,员工人数,城市',
      ['company', 'company.name', 'company.industry', 'company.employees', 'company.addresses:city'],
    ],
  ])('%s', (_name, heading, expected) => {
    expect(goes(heading)).toEqual(expected);
  });

  it('goes by what the cells are where no heading says', () => {
    expect(goes('A,B,C', 'anna@firm.example,+49 151 12345678,https://www.firm.example')).toEqual([
      'person',
      'person.emails',
      'person.phones',
      'company.website',
    ]);
  });
});
