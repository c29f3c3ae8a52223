import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { ExtensionBrowser } from '../browser/extension-browser.ts';
import { expect } from './harness.ts';

/** Opens the workspace's import page in a tab of its own. */
export async function openImport(browser: ExtensionBrowser): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(`chrome-extension://${browser.extensionId}/workspace.html#/import`);
  await expect(page.getByRole('button', { name: 'Choose a file' })).toBeVisible();
  return page;
}

/** Chooses a file on the import page and waits for its columns. In: the page, a path or the file itself. */
export async function chooseFile(page: Page, file: string | { name: string; mimeType: string; buffer: Buffer }) {
  await page.getByRole('tabpanel').locator('input[type=file]').setInputFiles(file);
  await expect(page.getByRole('button', { name: 'See what would happen' })).toBeVisible();
}

/** Goes from the columns through the dry run to the end. Out: what the page says of it. */
export async function runImport(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'See what would happen' }).click();
  await page.getByRole('button', { name: /^Import [\d,]+ rows?$/ }).click();
  const said = page.getByText(/^Imported:/);
  await expect(said).toBeVisible({ timeout: 60_000 });
  return (await said.textContent()) ?? '';
}

/**
 * Takes the published German Credit data in as a user would: each of the 1,000 rows a company, `creditability` its outcome
 * (good is won, bad is lost), every other column an own field. In: the browser, the folder of measuring data.
 * Out: the workspace's page, when it is in the book.
 */
export async function importGermanCredit(browser: ExtensionBrowser, data: string): Promise<Page> {
  const page = await openImport(browser);
  await chooseFile(page, join(data, 'oracles/scorecard/germancredit.csv'));
  await page.getByLabel('Each row is').selectOption('company');
  await page.getByLabel('creditability goes to').selectOption('lead.outcome');
  await expect(page.getByLabel('“good” means')).toHaveValue('won');
  await expect(page.getByLabel('“bad” means')).toHaveValue('lost');
  await page.getByRole('button', { name: 'Keep 20 more columns as own fields' }).click();
  expect(await runImport(page)).toBe('Imported: 1000 new, 0 changed, 0 unchanged, 0 refused.');
  return page;
}
