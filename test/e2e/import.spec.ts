import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test, violationsOf } from './harness.ts';
import { chooseFile, openImport, runImport } from './import-file.ts';

const csv = (name: string, text: string, bytes = Buffer.from(text)) => ({ name, mimeType: 'text/csv', buffer: bytes });

const contacts = `First name;Last name;Company;E-mail;Mobile;City;Country;Size class;Created;Status;Closed;Lost reason
Erika;Lindner;Glasbau Lindner GmbH;erika@glasbau-lindner.example;+49 151 12345678;Ulm;Germany;12,5;03.01.2024;Won;05.06.2024;
Ada;Sund;Nordhafen AB;ada@nordhafen.example;+46 70 123 45 67;Malmö;Sweden;3;05.02.2024;Lost;07.08.2024;Price
;;;not an address;;;;;;;;
`;

const clean = async (page: Page) => expect(await violationsOf(page)).toEqual([]);

test('a file by keyboard: columns, dry run, import, undo, and once more as before', async ({ launch }) => {
  const page = await openImport(await launch());
  await clean(page);
  await chooseFile(page, csv('contacts.csv', contacts));
  await expect(page.getByLabel('Each row is')).toHaveValue('both');
  await expect(page.getByLabel('Size class goes to')).toHaveValue('ignore');
  await clean(page);
  await page.getByRole('button', { name: 'Keep 1 more column as an own field' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Type of the new field (Size class)')).toHaveValue('number');
  await page.getByLabel('Tags').focus();
  await page.keyboard.type('Sheet');
  await page.keyboard.press('Enter');

  const rows = page.getByRole('region', { name: 'What would happen' }).getByRole('listitem');
  await expect(rows).toHaveCount(3);
  await expect(page.getByText('Makes 2 people and 2 companies. One new own field: Size class.')).toBeVisible();
  await expect(rows.nth(2)).toContainText('It has no name, address, number or website.');
  await clean(page);
  await page.getByRole('button', { name: 'Import 2 rows' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Imported: 2 new, 0 changed, 0 unchanged, 1 refused.')).toBeVisible();
  await clean(page);

  await page.getByRole('link', { name: 'To the leads' }).press('Enter');
  const people = page.getByRole('grid', { name: 'People' });
  await expect(people.getByRole('gridcell', { name: 'Ada Sund' })).toBeVisible();
  await people.getByRole('gridcell', { name: 'Erika Lindner' }).click();
  await page.keyboard.press('Control+Enter');
  const erika = page.getByRole('article', { name: 'Erika Lindner' });
  await expect(erika.getByLabel('Size class')).toHaveValue('12.5');
  await expect(erika).toContainText('Won with Glasbau Lindner GmbH, on 5 Jun 2024');
  await expect(erika).toContainText('Sheet');
  await erika.getByRole('button', { name: 'Where E-mail was read' }).click();
  await expect(page.getByRole('dialog')).toContainText('contacts.csv, row 2');
  await page.keyboard.press('Escape');

  await page.getByRole('link', { name: 'Import and export' }).click();
  await page.getByRole('button', { name: 'Take back: contacts.csv' }).press('Enter');
  await expect(page.getByText('Taken back', { exact: true })).toBeVisible();
  await chooseFile(page, csv('again.csv', contacts));
  await expect(page.getByText('Columns go where they went the last time.')).toBeVisible();
  await page.getByRole('button', { name: 'Keep 1 more column as an own field' }).click();
  expect(await runImport(page)).toBe('Imported: 2 new, 0 changed, 0 unchanged, 1 refused.');
});

test('pasted rows; refused ones are saved with the reason; what is known is told apart', async ({ launch }) => {
  const folder = mkdtempSync(join(tmpdir(), 'leadlight-import-'));
  try {
    const browser = await launch();
    await browser.downloadTo(folder);
    const page = await openImport(browser);
    await page.getByRole('button', { name: 'Paste a table' }).click();
    await page
      .getByLabel('Paste rows here, with their headings')
      .fill('Name\tE-mail\tJob title\nErika Lindner\te@firm.example\tBuyer\n');
    await page.getByRole('button', { name: 'Read it' }).click();
    expect(await runImport(page)).toBe('Imported: 1 new, 0 changed, 0 unchanged, 0 refused.');
    await page.getByRole('button', { name: 'Another file' }).last().click();

    await chooseFile(
      page,
      csv(
        'more.csv',
        'Name,E-mail,Job title,Department\nErika Lindner,e@firm.example,Head,Sales\nToo,many,cells,in,this\n',
      ),
    );
    await page.getByRole('button', { name: 'See what would happen' }).click();
    await expect(page.getByText('Job title stays “Buyer”, the file has “Head” · Department: Sales')).toBeVisible();
    await page.getByRole('radio', { name: /^Refused/ }).click();
    await expect(page.getByText('It has more cells than there are columns.')).toBeVisible();
    await page.getByRole('button', { name: 'Save the refused rows' }).click();
    const saved = () => readdirSync(folder).find((name) => name.endsWith('.csv'));
    await expect.poll(saved).toBe('more-refused.csv');
    expect(readFileSync(join(folder, 'more-refused.csv'), 'utf8')).toContain(
      'It has more cells than there are columns.,Too,many,cells,in,this',
    );
    await page.getByRole('button', { name: 'Import 1 row' }).click();
    await expect(page.getByText('Imported: 0 new, 1 changed, 0 unchanged, 1 refused.')).toBeVisible();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('files of other encodings are read as they were meant', async ({ launch }) => {
  const page = await openImport(await launch());
  const latin = Buffer.from('Name;Firma;E-Mail\r\nJörg Weiß;Müller Söhne GmbH;j@mueller-soehne.example\r\n', 'latin1');
  await chooseFile(page, csv('alt.csv', '', latin));
  await expect(page.getByLabel('Encoding')).toHaveValue('windows-1252');
  await expect(page.getByRole('cell', { name: 'Jörg Weiß' })).toBeVisible();
  await page.getByRole('button', { name: 'Another file' }).click();
  const utf16 = Buffer.concat([
    Buffer.from([0xff, 0xfe]),
    Buffer.from('姓名\t公司\r\n王小明\t青山机械有限公司\r\n', 'utf16le'),
  ]);
  await chooseFile(page, csv('表.csv', '', utf16));
  await expect(page.getByRole('cell', { name: '王小明' })).toBeVisible();
  await expect(page.getByLabel('姓名 goes to')).toHaveValue('person.name');
});
