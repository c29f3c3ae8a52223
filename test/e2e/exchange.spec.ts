import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import readWorkbook from 'read-excel-file/node';
import { xlsxFile } from '../../lib/exchange/xlsx.ts';
import { expect, openAndRead, test, violationsOf } from './harness.ts';
import { chooseFile, openImport, runImport } from './import-file.ts';
import { seedBook, seedPerson, workspaceUrl } from './seed.ts';

const clean = async (page: Page) => expect(await violationsOf(page)).toEqual([]);
const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });

const letters = (n: number) => [...String(n)].map((digit) => 'abcdefghij'[Number(digit)]).join('');

async function workbook(table: string[][]) {
  const [headers = [], ...body] = table;
  const columns = headers.map((_name, at) => ({
    id: String(at),
    word: 'name' as const,
    read: ({ lead }: { lead: { tags: string[] } }) => lead.tags[at] ?? '',
  }));
  const blob = await xlsxFile([
    { name: 'People', columns, headers, rows: body.map((tags, n) => ({ lead: seedPerson(n, { tags }) })) },
  ]);
  return Buffer.from(await blob.arrayBuffer());
}

test('workbooks, address cards and JSON Lines come in', async ({ launch }) => {
  const page = await openImport(await launch());
  // Large enough that unpacking it would want a worker of its own, which an extension may not start.
  const many = Array.from({ length: 6000 }, (_, n) => [
    `Anna Xu${letters(n)}`,
    `p${n}@firm${n % 50}.example`,
    'x'.repeat(60),
  ]);
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  await chooseFile(page, {
    name: 'people.xlsx',
    mimeType,
    buffer: await workbook([['Name', 'E-mail', 'Note'], ...many]),
  });
  expect(await runImport(page)).toBe('Imported: 6000 new, 0 changed, 0 unchanged, 0 refused.');
  await page.getByRole('button', { name: 'Another file' }).last().click();
  const card =
    'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ada Sund\r\nORG:Nordhafen AB\r\nEMAIL:ada@nordhafen.example\r\nEND:VCARD\r\n';
  await chooseFile(page, file('ada.vcf', card));
  await expect(page.getByLabel('FN goes to')).toHaveValue('person.name');
  expect(await runImport(page)).toBe('Imported: 1 new, 0 changed, 0 unchanged, 0 refused.');
  await page.getByRole('button', { name: 'Another file' }).last().click();
  await chooseFile(page, file('more.jsonl', '{"name":"Bo Ek","email":"bo@ek.example"}\nnot json\n'));
  expect(await runImport(page)).toBe('Imported: 1 new, 0 changed, 0 unchanged, 1 refused.');
});

test('a hand-over by keyboard: who goes, what is remembered, whose id comes back', async ({ launch }) => {
  const folder = mkdtempSync(join(tmpdir(), 'leadlight-exchange-'));
  try {
    const browser = await launch();
    await browser.downloadTo(folder);
    const page = await openImport(browser);
    const people =
      'First name,Last name,Company,E-mail,Phone\nAda,Sund,Nordhafen AB,ada@nordhafen.example,\nBo,Ek,,,\n,,,,+46 40 12 34 56\n';
    await chooseFile(page, file('people.csv', people));
    expect(await runImport(page)).toBe('Imported: 3 new, 0 changed, 0 unchanged, 0 refused.');
    await page.getByRole('tab', { name: 'Hand over' }).click();
    await expect(page.getByText(/^Nothing has gone anywhere yet/)).toBeVisible();
    await clean(page);
    await page.getByRole('button', { name: 'See what would go' }).focus();
    await page.keyboard.press('Enter');
    const rows = page.getByRole('region', { name: 'What would go' }).getByRole('listitem');
    await expect(rows).toHaveCount(3);
    await expect(rows.nth(1)).toContainText('Cannot be matched');
    await expect(rows.nth(2)).toContainText('Would be refused');
    await clean(page);
    await page.getByRole('button', { name: 'Save 1 row' }).press('Enter');
    await expect(page.getByText(/It is remembered that it went to HubSpot/)).toBeVisible();
    const saved = () => readdirSync(folder).find((name) => name.includes('hubspot') && name.endsWith('.csv'));
    await expect.poll(saved).toBeTruthy();
    const text = readFileSync(join(folder, saved() ?? ''), 'utf8');
    expect(text).toContain('Ada,Sund,ada@nordhafen.example');
    expect(text).not.toContain('Ek');

    await page.getByRole('button', { name: 'See what would go' }).press('Enter');
    await expect(rows.first()).toContainText('unchanged');
    await expect(page.getByRole('button', { name: 'Save 1 row' })).toBeVisible();
    await page.getByRole('button', { name: 'Back' }).click();

    await page.getByRole('tab', { name: 'Import' }).click();
    await chooseFile(
      page,
      file(
        'back.csv',
        'Record ID,First Name,Last Name,Email\n4711,Ada,Sund,ada@nordhafen.example\n4712,Xu,Li,xu@li.example\n',
      ),
    );
    await expect(page.getByLabel('The file is from')).toHaveValue('hubspot');
    await page.getByLabel(/^Take only the ids that HubSpot gave/).check();
    await page.getByRole('button', { name: 'See what would happen' }).click();
    await page.getByRole('button', { name: 'Take the ids' }).click();
    await expect(page.getByText('1 id of HubSpot was taken')).toBeVisible();
    await page.getByRole('tab', { name: 'Hand over' }).click();
    await expect(page.getByRole('region', { name: 'Hand-overs so far' }).getByRole('listitem')).toHaveText([
      /id of 1 read from back.csv/,
      /HubSpot: 1 in/,
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('who is not to be contacted is held back unless it is wished, and an id that came back goes along', async ({
  launch,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'leadlight-exchange-'));
  try {
    const browser = await launch();
    await browser.downloadTo(folder);
    const page = await openImport(browser);
    const people =
      'Record ID,First Name,Last Name,Email,Department,Do not contact\n4711,Ada,Sund,ada@nordhafen.example,Sales,\n4712,Bo,Ek,bo@nordhafen.example,,yes\n';
    await chooseFile(page, file('people.csv', people));
    expect(await runImport(page)).toBe('Imported: 2 new, 0 changed, 0 unchanged, 0 refused.');
    await page.getByRole('tab', { name: 'Hand over' }).click();
    await page.getByRole('button', { name: 'See what would go' }).click();
    const rows = page.getByRole('region', { name: 'What would go' }).getByRole('listitem');
    await expect(rows.nth(1)).toContainText('Not to be contacted');
    await expect(page.getByText('HubSpot has no place for these values, they stay here: Department: 1.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Save 1 row' })).toBeVisible();
    await page.getByLabel('Hand over the 1 who is not to be contacted too').check();
    await clean(page);
    await page.getByRole('button', { name: 'Save 2 rows' }).click();
    await expect(page.getByText(/It is remembered that they went to HubSpot/)).toBeVisible();
    const saved = () => readdirSync(folder).find((name) => name.includes('hubspot') && name.endsWith('.csv'));
    await expect.poll(saved).toBeTruthy();
    const text = readFileSync(join(folder, saved() ?? ''), 'utf8');
    expect(text).toContain('Record ID,First Name');
    expect(text).toContain('4711,Ada,Sund,ada@nordhafen.example');
    expect(text).toContain('4712,Bo,Ek,bo@nordhafen.example');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a list that is only checked is said on a page before anything is saved, and on the lead', async ({ launch }) => {
  const browser = await launch();
  const page = await openImport(browser);
  await page.getByRole('tab', { name: 'Lists to check' }).click();
  await clean(page);
  const list =
    'Record ID,First Name,Last Name,Email,Contact owner,Lifecycle Stage\n1,Annika,Petersen,annika.petersen@nordlicht-foerdertechnik.example,Anna,customer\n';
  await page.getByRole('tabpanel').locator('input[type=file]').setInputFiles(file('hubspot.csv', list));
  await expect(page.getByText('1 entry')).toBeVisible();
  await expect(page.getByLabel('From', { exact: true })).toHaveValue('HubSpot');
  await clean(page);
  await page.getByRole('button', { name: 'Keep the list' }).press('Enter');
  await expect(page.getByRole('list', { name: 'Lists to check' }).getByRole('listitem')).toHaveCount(1);
  const { panel } = await openAndRead(browser, 'http://www.nordlicht-foerdertechnik.example/team.html');
  await expect(panel.getByText(/in HubSpot: Anna’s, customer/).first()).toBeVisible();

  await page.getByRole('button', { name: 'Remove: hubspot' }).click();
  await expect(page.getByText('No lists yet')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('list', { name: 'Lists to check' }).getByRole('listitem')).toHaveCount(1);
});

test('a workbook of many is made beside the interface', async ({ launch }) => {
  const folder = mkdtempSync(join(tmpdir(), 'leadlight-exchange-'));
  try {
    const browser = await launch();
    await browser.downloadTo(folder);
    const page = await openImport(browser);
    // Packed at once it would want a worker from a blob, which an extension may not start.
    const many = Array.from({ length: 3000 }, (_, n) =>
      seedPerson(n, { name: `Ada ${letters(n)}`, note: `${letters(n * 7919)} `.repeat(40) }),
    );
    await seedBook(page, { people: many });
    await page.goto(workspaceUrl(browser.extensionId, 'leads'));
    await page.getByRole('button', { name: 'Export', exact: true }).press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Export', exact: true }).press('Enter');
    await expect(page.getByText(/^3000 exported to leads-/)).toBeVisible();
    const saved = () => readdirSync(folder).find((name) => name.endsWith('.xlsx'));
    await expect.poll(saved).toBeTruthy();
    const sheets = await readWorkbook(readFileSync(join(folder, saved() ?? '')));
    expect(sheets.map(({ sheet, data }) => [sheet, data.length])).toEqual([
      ['People', 3001],
      ['Companies', 1],
    ]);
    expect(sheets[0]?.data[1]).toContain('Ada a');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('what is selected goes to another system and into a pack; a file is remembered', async ({ launch }) => {
  const folder = mkdtempSync(join(tmpdir(), 'leadlight-exchange-'));
  try {
    const browser = await launch();
    await browser.downloadTo(folder);
    const page = await openImport(browser);
    await seedBook(page, { people: [0, 1, 2].map((n) => seedPerson(n, { name: `Ada ${letters(n)}` })) });
    await page.goto(workspaceUrl(browser.extensionId, 'leads'));
    const grid = page.getByRole('grid', { name: 'People' });
    await expect(grid.getByRole('row')).toHaveCount(4);
    await grid.focus();
    for (const key of ['Space', 'ArrowDown', 'Space']) await page.keyboard.press(key);
    await expect(page.getByText('2 selected')).toBeVisible();
    await page.getByRole('button', { name: 'Send', exact: true }).press('Enter');
    await clean(page);
    await page.getByRole('menuitem', { name: /^Hand over/ }).press('Enter');
    await expect(page.getByRole('combobox', { name: 'List', exact: true })).toHaveValue('selection');
    await page.getByRole('button', { name: 'See what would go' }).press('Enter');
    await expect(page.getByRole('region', { name: 'What would go' }).getByRole('listitem')).toHaveCount(2);

    await page.goto(workspaceUrl(browser.extensionId, 'leads'));
    await grid.focus();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('team pack');
    await page
      .getByRole('option', { name: /as a team pack/ })
      .first()
      .click();
    await expect(page.getByLabel('What goes in')).toHaveValue('selection');
    await page.getByRole('button', { name: 'Save the pack' }).press('Enter');
    await expect(page.getByText(/^Saved: team-.*, with 1 person/)).toBeVisible();

    // Of a file it is known what went into it: next time the rest can go alone.
    await page.goto(workspaceUrl(browser.extensionId, 'leads'));
    const exportAs = () => page.getByRole('button', { name: 'Export', exact: true }).first().press('Enter');
    const go = page.getByRole('dialog').getByRole('button', { name: 'Export', exact: true });
    await exportAs();
    await go.press('Enter');
    await expect(page.getByText(/^3 exported to leads-/)).toBeVisible();
    await exportAs();
    await page.getByLabel(/^Only new or changed/).check();
    await go.press('Enter');
    await expect(page.getByText('Nothing is new or changed since the last such file.')).toBeVisible();
    await page.goto(workspaceUrl(browser.extensionId, 'import/out'));
    await expect(page.getByRole('region', { name: 'Hand-overs so far' }).getByRole('listitem')).toHaveText([/3 in/]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
