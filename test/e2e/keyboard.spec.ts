import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import readXlsx from 'read-excel-file/node';
import { expect, test, violationsOf } from './harness.ts';
import { mixedBook } from './icp-book.ts';
import { bookRecord, seedBook, seedCompany, seedPerson, workspaceUrl } from './seed.ts';

type Kept = { jobTitle?: string; nextStep?: { text: string }; pipelineStage?: { stage: string }; mergedInto?: string };

test('find, edit, task, board move, merge, undo and export by keyboard alone', async ({ launch }) => {
  const folder = mkdtempSync(join(tmpdir(), 'leadlight-keys-'));
  try {
    const browser = await launch();
    await browser.downloadTo(folder);
    const page = browser.context.pages()[0] ?? (await browser.context.newPage());
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(workspaceUrl(browser.extensionId, 'settings'));
    await expect(page.getByRole('main')).toBeVisible();
    const book = mixedBook(12);
    const ada = seedPerson(500, { name: 'Ada Sund', jobTitle: 'Buyer', companyId: seedCompany(7).id });
    const twin = seedPerson(501, { name: 'Ada Sundt', emails: ['ada@sund.example'], updatedAt: 2 });
    await seedBook(page, { ...book, people: [...(book.people ?? []), ada, twin], indexed: true });
    const kept = async (id: string, store = 'people') => (await bookRecord(page, store, id)) as Kept;
    const { keyboard } = page;
    const grid = page.getByRole('grid', { name: 'People' });
    const palette = page.getByRole('dialog', { name: 'Find or do anything' });

    // Find.
    await keyboard.press('g');
    await keyboard.press('p');
    await expect(grid).toBeVisible();
    await keyboard.press('/');
    await keyboard.type('ada sund');
    await expect(grid.getByRole('row')).toHaveCount(3);
    await keyboard.press('ArrowDown');
    await expect(grid).toBeFocused();

    // Edit in place: the job title of the second, then on to the next cell with Tab, and back by Esc.
    await keyboard.press('Control+ArrowLeft');
    await keyboard.press('ArrowDown');
    const cell = (name: string) => grid.getByRole('gridcell', { name, exact: true });
    for (let step = 0; step < 4; step++) await keyboard.press('ArrowRight');
    await keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Job title' }).press('Control+a');
    await keyboard.type('Head of purchasing');
    await keyboard.press('Tab');
    await expect(page.getByRole('combobox', { name: 'Stage' })).toBeFocused();
    await keyboard.press('Escape');
    await expect(grid).toBeFocused();
    await expect(cell('Head of purchasing')).toBeVisible();
    await expect.poll(async () => (await kept(ada.id)).jobTitle).toBe('Head of purchasing');
    await keyboard.press('Control+z');
    await expect(cell('Buyer')).toBeVisible();
    await expect.poll(async () => (await kept(ada.id)).jobTitle).toBe('Buyer');

    // A task for the one that has the keys.
    await keyboard.press('Control+k');
    await expect(palette).toBeVisible();
    await keyboard.type('add a task');
    await keyboard.press('Enter');
    await keyboard.type('Send the catalogue');
    await keyboard.press('Enter');
    await expect(palette).toBeHidden();
    await expect.poll(async () => (await kept(ada.id)).nextStep?.text).toBe('Send the catalogue');

    // Both become one, and two again.
    await expect(grid).toBeFocused();
    await keyboard.press('Control+a');
    await expect(page.getByText('2 selected')).toBeVisible();
    await keyboard.press('Control+k');
    await keyboard.type('merge');
    await keyboard.press('Enter');
    await expect(grid.getByRole('row')).toHaveCount(2);
    const merged = async () =>
      [(await kept(ada.id)).mergedInto, (await kept(twin.id)).mergedInto].filter(Boolean).length;
    await expect.poll(merged).toBe(1);
    await expect(page.getByText('2 merged into one')).toBeVisible();
    await expect(grid).toBeFocused();
    await page.keyboard.press('Control+z');
    await expect(grid.getByRole('row')).toHaveCount(3);
    await expect.poll(merged).toBe(0);

    // The card of a firm goes on by a key.
    await keyboard.press('Control+k');
    await keyboard.type('board');
    await keyboard.press('Enter');
    const column = (name: string) => page.getByRole('listbox', { name: new RegExp(`^${name}: \\d+$`) });
    await expect(column('New')).toBeVisible();
    await column('New').focus();
    await keyboard.press('Shift+ArrowRight');
    await expect(column('Contacted')).toHaveAccessibleName('Contacted: 1');

    // Export what is selected.
    await keyboard.press('g');
    await keyboard.press('p');
    await expect(grid).toBeVisible();
    await keyboard.press('ArrowDown');
    await expect(grid).toBeFocused();
    await keyboard.press('Control+a');
    await expect(page.getByText('2 selected')).toBeVisible();
    await keyboard.press('Control+k');
    await keyboard.type('export 2');
    await keyboard.press('Enter');
    const arrived = () => readdirSync(folder).find((name) => name.endsWith('.xlsx'));
    await expect.poll(arrived).toBeDefined();
    const [header = [], ...rows] = (await readXlsx(readFileSync(join(folder, arrived() ?? ''))))[0]?.data ?? [];
    expect(rows.map((row) => row[header.indexOf('Name')]).sort()).toEqual(['Ada Sund', 'Ada Sundt']);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing in table, palette and the pages of leads (${colorScheme})`, async ({ launch }) => {
    const browser = await launch({ colorScheme });
    const page = browser.context.pages()[0] ?? (await browser.context.newPage());
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(workspaceUrl(browser.extensionId, 'settings'));
    await expect(page.getByRole('main')).toBeVisible();
    await seedBook(page, mixedBook(20));
    const clean = async () => expect(await violationsOf(page)).toEqual([]);
    await page.goto(workspaceUrl(browser.extensionId, 'leads'));
    const grid = page.getByRole('grid', { name: 'People' });
    await expect(grid.getByRole('img').first()).toBeVisible();
    await grid.focus();
    await page.keyboard.press('Control+a');
    await clean();
    await page.keyboard.press('m');
    await page.getByRole('menuitem', { name: 'Filter by this' }).press('Enter');
    await clean();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('dialog', { name: 'Find or do anything' })).toBeVisible();
    await clean();
    await page.keyboard.press('Escape');
    await page.goto(`${workspaceUrl(browser.extensionId, 'leads')}/${seedCompany(7).id}`);
    await expect(page.getByRole('region', { name: 'People by department' })).toContainText('Nobody in Finance');
    await clean();
  });
