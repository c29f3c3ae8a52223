import type { Page } from '@playwright/test';
import { expect, test, undoOf, violationsOf } from './harness.ts';
import { openImport, runImport } from './import-file.ts';

const clean = async (page: Page) => expect(await violationsOf(page)).toEqual([]);

async function withThree(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Paste a table' }).click();
  const rows = ['Company\tWebsite', 'Alba GmbH\talba.example', 'Beck AG\tbeck.example', 'Cura KG\tcura.example'];
  await page.getByLabel('Paste rows here, with their headings').fill(rows.join('\n'));
  await page.getByRole('button', { name: 'Read it' }).click();
  await runImport(page);
}

for (const colorScheme of ['light', 'dark'] as const)
  test(`own fields and outcomes by keyboard (${colorScheme})`, async ({ launch }) => {
    const page = await openImport(await launch({ colorScheme }));
    await withThree(page);

    await page.getByRole('link', { name: 'Settings' }).press('Enter');
    const own = page.getByRole('region', { name: 'Own fields' });
    await own.getByLabel('Name').fill('Yearly need');
    await own.getByLabel('Type').selectOption('number');
    await page.keyboard.press('Tab');
    await own.getByRole('button', { name: 'Add field' }).press('Enter');
    await expect(own.getByText('Number · People and companies')).toBeVisible();
    await clean(page);

    await page.getByRole('link', { name: 'People & companies' }).press('Enter');
    await page.getByRole('radio', { name: /^Companies/ }).click();
    const list = page.getByRole('grid', { name: 'Companies' });
    await expect(list.getByRole('row')).toHaveCount(4);
    await list.getByRole('link', { name: /Alba/ }).click();
    const alba = page.getByRole('article', { name: 'Alba GmbH' });
    await alba.getByLabel('Yearly need').fill('a lot');
    await page.keyboard.press('Enter');
    await expect(alba.getByText('This is no number')).toBeVisible();
    await alba.getByLabel('Yearly need').fill('1200.5');
    await page.keyboard.press('Enter');
    const history = alba.getByRole('region', { name: 'History' });
    await expect(history).toContainText('Yearly need: 1200.5');

    await alba.press('w');
    await expect(alba.getByRole('heading', { name: /^Won on/ })).toBeVisible();
    await alba.getByLabel('Why was it won?').fill('Quality');
    await page.keyboard.press('Enter');
    await expect(history).toContainText('Quality');
    await clean(page);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');

    // Found by its own field, and by its outcome.
    await page.keyboard.press('/');
    await page.keyboard.type('Quality');
    await expect(list.getByRole('row')).toHaveCount(2);
    await page.keyboard.press('Escape');
    await expect(list.getByRole('row')).toHaveCount(4);

    await list.focus();
    await page.keyboard.press('Control+a');
    await page.getByRole('button', { name: 'Set a field' }).press('Enter');
    const set = page.getByRole('dialog', { name: 'Set a field' });
    await set.getByLabel('Value').fill('7');
    await clean(page);
    await page.keyboard.press('Enter');
    await expect(page.getByText('Set for 3')).toBeVisible();
    await page.getByRole('button', { name: 'Won or lost' }).press('Enter');
    const mark = page.getByRole('dialog', { name: 'Won or lost' });
    await mark.getByLabel('Reason').fill('Price');
    await mark.getByRole('button', { name: 'Lost' }).press('Enter');
    await expect(page.getByText('3 marked as lost')).toBeVisible();
    await expect(list.getByRole('row').filter({ hasText: 'Lost' })).toHaveCount(3);
    await undoOf(page, '3 marked as lost').click();
    await expect(list.getByRole('row').filter({ hasText: 'Lost' })).toHaveCount(0);

    await page.getByRole('link', { name: 'Settings' }).press('Enter');
    await own.getByRole('button', { name: 'Delete: Yearly need' }).press('Enter');
    await expect(own.getByText('None yet.')).toBeVisible();
    await undoOf(page, 'Yearly need').click();
    await expect(own.getByText('Number · People and companies')).toBeVisible();
  });
