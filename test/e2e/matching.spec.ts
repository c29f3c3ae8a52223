import type { Page } from '@playwright/test';
import type { MatchingSetup } from '../../lib/domain/schema/matching.ts';
import type { ExtensionBrowser } from '../browser/extension-browser.ts';
import { expect, test, violationsOf } from './harness.ts';
import { bookRecord, seedBook, seedCompany, workspaceUrl } from './seed.ts';

const companies = [
  seedCompany(1, { name: 'Grossmann', employees: '1200', founded: '2022' }),
  seedCompany(2, { name: 'Kleinert', employees: '4', founded: '1990' }),
  seedCompany(3, { name: 'Fernando', employees: '400', addresses: [{ text: 'Porto', country: 'PT' }] }),
  seedCompany(4, { name: 'Niemand' }),
];

async function matching(browser: ExtensionBrowser): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(workspaceUrl(browser.extensionId, 'settings'));
  await seedBook(page, { companies });
  await page.goto(workspaceUrl(browser.extensionId, 'match'));
  await expect(page.getByRole('heading', { name: 'What can we do?' })).toBeVisible();
  return page;
}
const list = (page: Page) => page.getByRole('region', { name: 'Companies in this quadrant' }).first();
const show = (page: Page, quadrant: string) => page.getByLabel('Show', { exact: true }).selectOption(quadrant);

async function sayWell(page: Page): Promise<void> {
  for (const part of ['Technology', 'People', 'Money', 'Goods', 'Management'])
    await page.getByLabel(part, { exact: true }).first().selectOption('75');
}

test('places companies once it is said what we can do; by region it differs, and each dot leads to its company', async ({
  launch,
}) => {
  const page = await matching(await launch());
  await show(page, 'unplaced');
  await expect(list(page)).toContainText('What we can do was not said yet.');
  await sayWell(page);
  await show(page, 'pursue');
  await expect(list(page).getByRole('link')).toHaveText(['Grossmann', 'Fernando']);
  await show(page, 'keepCheaply');
  await expect(list(page).getByRole('link')).toHaveText(['Kleinert']);
  await show(page, 'unplaced');
  await expect(list(page).getByRole('link')).toHaveText(['Niemand']);

  await page.getByText('What we can do', { exact: true }).click();
  await page.getByRole('button', { name: 'Add an adjustment' }).click();
  const adjustment = page.getByRole('group', { name: 'Adjustment 1' });
  await adjustment
    .getByRole('combobox', { name: /Country/ })
    .last()
    .fill('PT');
  await page.keyboard.press('Enter');
  for (const part of ['Technology', 'People', 'Money', 'Goods', 'Management'])
    await adjustment.getByLabel(part).selectOption('-50');
  await show(page, 'buildUp');
  await expect(list(page).getByRole('link')).toHaveText(['Fernando']);

  await page
    .getByRole('img', { name: /^Companies by how attractive/ })
    .getByText('Grossmann')
    .locator('..')
    .click();
  const company = page.getByRole('article', { name: 'Grossmann' });
  await expect(company.getByRole('region', { name: 'Matching' })).toContainText('Pursue');
});

test('rules make companies attractive; what was changed is kept', async ({ launch }) => {
  const page = await matching(await launch());
  await sayWell(page);
  await show(page, 'pursue');
  await expect(list(page).getByRole('link')).toHaveText(['Grossmann', 'Fernando']);
  await page.getByText('What makes a company attractive', { exact: true }).click();
  const purchases = page.getByRole('region', { name: 'What they buy in all' });
  await purchases.getByRole('button', { name: /^Size/ }).focus();
  await page.keyboard.press('Delete');
  await expect(list(page).getByRole('link')).toHaveText([]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(list(page).getByRole('link')).toHaveText(['Grossmann', 'Fernando']);
  await page.getByLabel('Weight of “What they could come to buy”').selectOption('0');
  const kept = async () =>
    ((await bookRecord(page, 'meta', 'matching')) as { value: MatchingSetup }).value.weights.growth;
  await expect.poll(kept).toBe(0);
  await page.reload();
  await page.getByText('What makes a company attractive', { exact: true }).click();
  await expect(page.getByLabel('Weight of “What they could come to buy”')).toHaveValue('0');
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing on the matching page (${colorScheme})`, async ({ launch }) => {
    const page = await matching(await launch({ colorScheme }));
    await sayWell(page);
    await show(page, 'pursue');
    await expect(list(page).getByRole('link')).toHaveCount(2);
    for (const name of ['What makes a company attractive', 'What we can do', 'Advanced: where the quadrants begin'])
      await page.getByText(name, { exact: true }).click();
    await page.getByRole('button', { name: 'Add an adjustment' }).click();
    expect(await violationsOf(page)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 800 });
    expect(await violationsOf(page)).toEqual([]);
  });
