/**
 * Cards of real phones and mail programs, and CSV corner cases, read from the folder of measuring data (`LEADLIGHT_DATA`):
 * `node --test test/exchange/cards.test.ts`. Without it the cases are left out and say so.
 */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { readTable } from '../../lib/exchange/import/formats/read-table.ts';
import { guessMapping } from '../../lib/exchange/import/guess.ts';
import { rowReader } from '../../lib/exchange/import/read-row.ts';
import { readSheet } from '../../lib/exchange/import/sheet.ts';

const folder = join(process.env.LEADLIGHT_DATA ?? '', 'cards');
const skip = process.env.LEADLIGHT_DATA && existsSync(folder) ? false : 'needs LEADLIGHT_DATA';
const filesIn = (name: string, ext: string) =>
  skip ? [] : readdirSync(join(folder, name)).filter((file) => file.endsWith(ext));

describe('cards of phones and mail programs', { skip }, () => {
  for (const file of filesIn('vcard', '.vcf'))
    it(`${file}: whoever a card names is taken`, async () => {
      const bytes = new Uint8Array(readFileSync(join(folder, 'vcard', file)));
      const { table } = await readTable({ bytes });
      assert.equal(table.format, 'vcard');
      const begun = new TextDecoder().decode(bytes).match(/^BEGIN:VCARD/gim)?.length ?? 0;
      assert.ok(table.sheet.rows.length > 0 && table.sheet.rows.length <= begun);
      const mapping = {
        ...guessMapping(table.sheet, []),
        kind: 'both' as const,
        columns: (table.targets ?? []).map((to) => ({ to })),
      };
      const rows = table.sheet.rows.map(rowReader(mapping, [], {}));
      const names = new Set([
        'FN',
        'Organization',
        'Email',
        'Phone',
        'Mobile',
        'Home phone',
        'Company email',
        'Links',
        'Website',
      ]);
      for (const [at, row] of rows.entries()) {
        const { cells = [] } = table.sheet.rows[at] ?? {};
        const isNamed = table.sheet.heading.some((heading, column) => names.has(heading) && cells[column]);
        assert.equal(row.refused, isNamed ? undefined : 'nothing', JSON.stringify(row));
      }
    });
});

describe('CSV corner cases', { skip }, () => {
  for (const file of filesIn('csv-spectrum', '.csv'))
    it(file, () => {
      const text = readFileSync(join(folder, 'csv-spectrum', file), 'utf8');
      const wanted = JSON.parse(readFileSync(join(folder, 'csv-spectrum', file.replace('.csv', '.json')), 'utf8'));
      const { sheet } = readSheet(text, ',', true);
      const found = sheet.rows.map(({ cells }) =>
        Object.fromEntries(sheet.heading.map((heading, at) => [heading, cells[at]?.replace(/\r\n/g, '\n')])),
      );
      // Rows that are empty altogether are left out.
      const filled = (wanted as Record<string, string>[]).filter((row) => Object.values(row).some(Boolean));
      assert.deepEqual(found, filled);
    });
});
