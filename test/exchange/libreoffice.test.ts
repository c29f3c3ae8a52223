/**
 * What a real sheet program makes of our files: `node --test test/exchange/libreoffice.test.ts`.
 * Installs LibreOffice (`soffice`) where it may (root on Debian); without it the cases are left out and say so.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { columnHeader, type ExportRow, exportColumns } from '../../lib/exchange/columns.ts';
import { type CsvEncoding, type CsvSeparator, csvPieces, encodeCsv } from '../../lib/exchange/csv.ts';
import { xlsxFile } from '../../lib/exchange/xlsx.ts';
import { company, person, words } from '../unit/exchange/rows.ts';
import { whyNo } from './tools.ts';

const skip = whyNo('soffice', 'libreoffice-calc-nogui');
const folder = mkdtempSync(join(tmpdir(), 'leadlight-exchange-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const people: ExportRow[] = [
  {
    lead: person({
      name: 'Łucja Ångström-Müller',
      jobTitle: '=HYPERLINK("http://evil.example","click")',
      companyName: '北京星河泵业有限公司',
      department: '@SUM(1+1)',
      honorific: '-2+3',
      emails: ['lucja@galaxy-pumps.example', 'l.muller@galaxy-pumps.example'],
      phones: [
        { e164: '+46315550120', text: '031-555 01 20', kind: 'work' },
        { e164: '+12125550100', text: '(212) 555-0100', kind: 'mobile' },
      ],
      qq: '0012345',
      note: 'two\nlines; a "quote", a comma',
      tags: ['007'],
      owner: '+1+1',
    }),
  },
];
const companies: ExportRow[] = [
  {
    lead: company({ name: '=1+1 GmbH', registerNumber: '007', creditCode: '911101080000000000', domain: 'gmail.com' }),
  },
];

const sheet = (kind: 'person' | 'company', rows: ExportRow[]) => {
  const columns = exportColumns(kind, rows, words);
  return { columns, headers: columns.map((column) => columnHeader(column, (word) => word)), rows };
};

/** Opens a file as LibreOffice does and gives it back as flat XML, where each cell says its type and any formula. */
function openInLibreOffice(name: string, bytes: Uint8Array, infilter?: string): string {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  execFileSync(
    'soffice',
    [
      `-env:UserInstallation=file://${join(folder, 'profile')}`,
      '--headless',
      ...(infilter ? [`--infilter=${infilter}`] : []),
      ...['--convert-to', 'fods', '--outdir', folder, file],
    ],
    { stdio: 'ignore', timeout: 120_000 },
  );
  return readFileSync(file.replace(/\.\w+$/, '.fods'), 'utf8');
}

const decoded = (xml: string) =>
  xml
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');

/** Type and text of every filled cell. */
function cellsOf(fods: string) {
  return [...fods.matchAll(/<table:table-cell([^>]*office:value-type="(\w+)"[^>]*)>(.*?)<\/table:table-cell>/gs)].map(
    ([, attributes = '', type = '', body = '']) => ({
      type,
      formula: attributes.includes('table:formula'),
      text: decoded(
        [...body.matchAll(/<text:p>(.*?)<\/text:p>/gs)].map((p) => (p[1] ?? '').replace(/<[^>]+>/g, '')).join('\n'),
      ),
    }),
  );
}

function holds(cells: ReturnType<typeof cellsOf>, texts: string[]) {
  for (const text of texts)
    assert.ok(
      cells.some((cell) => cell.type === 'string' && cell.text === text),
      `no text cell: ${text}`,
    );
}

describe('LibreOffice', { skip }, () => {
  it('keeps every cell of the XLSX as text', async () => {
    const file = await xlsxFile([
      { name: 'People', ...sheet('person', people) },
      { name: 'Companies', ...sheet('company', companies) },
    ]);
    const fods = openInLibreOffice('leads.xlsx', new Uint8Array(await file.arrayBuffer()));
    const cells = cellsOf(fods);
    assert.deepEqual(
      cells.filter((cell) => cell.type !== 'string' || cell.formula),
      [],
    );
    holds(cells, [
      'Łucja Ångström-Müller',
      '北京星河泵业有限公司',
      '+46 31 555 01 20',
      '+1 212 555 0100',
      '0012345',
      '007',
    ]);
    holds(cells, ['911101080000000000', '=1+1 GmbH', '=HYPERLINK("http://evil.example","click")', '-2+3', '+1+1']);
    assert.match(fods, /table:name="People"/);
    assert.match(fods, /table:name="Companies"/);
    assert.ok(!fods.includes('gmail.com'));
  });

  const forms: { separator: CsvSeparator; encoding: CsvEncoding; filter: string }[] = [
    { separator: ',', encoding: 'utf-8', filter: '44,34,76' },
    { separator: ';', encoding: 'utf-8', filter: '59,34,76' },
    { separator: '\t', encoding: 'utf-16le', filter: '9,34,65535' },
  ];
  for (const { separator, encoding, filter } of forms)
    it(`runs nothing of a CSV in ${encoding} with ${JSON.stringify(separator)}`, () => {
      const { columns, headers, rows } = sheet('person', people);
      const bytes = encodeCsv([...csvPieces(columns, headers, rows, separator)].join(''), encoding);
      const cells = cellsOf(
        openInLibreOffice(`leads-${filter.split(',')[0]}.csv`, bytes, `CSV:${filter},1,,0,false,true`),
      );
      assert.deepEqual(
        cells.filter((cell) => cell.formula),
        [],
      );
      holds(cells, ['name', 'Łucja Ångström-Müller', '北京星河泵业有限公司', '+46 31 555 01 20', '+1 212 555 0100']);
      holds(cells, ['\'=HYPERLINK("http://evil.example","click")', "'@SUM(1+1)", "'-2+3", "'+1+1"]);
      holds(cells, ['two\nlines; a "quote", a comma']);
    });

  it('runs nothing of a CSV that it takes apart at another sign', () => {
    const texts = ['Foo;=1+1', 'Foo,=1+1,', 'Foo\t=1+1', 'Foo\n=1+1\nx', 'Foo;"=1+1;"', 'Foo;-2+3', '+1-555-0100'];
    const rows = texts.map((name) => ({ lead: person({ name, phones: [{ text: name, kind: 'work' }] }) }));
    const { columns, headers } = sheet('person', rows);
    // Formulas are worked out here, as Excel does.
    const opened = (bytes: Uint8Array, filter: string) =>
      cellsOf(openInLibreOffice('apart.csv', bytes, `CSV:${filter.replace('65535', '76')},1,,0,false,true,,,,,true`));
    assert.ok(opened(encodeCsv('Foo;=1+1\r\n', 'utf-8'), '59,34,76').some(({ formula }) => formula));
    for (const { separator } of forms)
      for (const { filter } of forms) {
        const bytes = encodeCsv([...csvPieces(columns, headers, rows, separator)].join(''), 'utf-8');
        const cells = opened(bytes, filter);
        assert.ok(cells.length > texts.length);
        assert.deepEqual(
          cells.filter((cell) => cell.formula),
          [],
          `${JSON.stringify(separator)} read as ${filter}`,
        );
      }
  });
});
