import type { Page } from '@playwright/test';
import { expect, test } from './harness.ts';
import { putOldBook } from './old-book.ts';
import { bookRecord, seedBook, seedPerson, workspaceUrl } from './seed.ts';

/** Opens the book by hand, as a page of another version would, and holds on to it. Out: the version. */
const holdBook = (page: Page, version: number): Promise<number> =>
  page.evaluate(async (wanted) => {
    const opening = indexedDB.open('book', wanted);
    await new Promise((done, failed) => {
      opening.onsuccess = done;
      opening.onerror = () => failed(opening.error);
    });
    // Kept from the collector: what nobody holds is closed by itself.
    (globalThis as { held?: IDBDatabase }).held = opening.result;
    return opening.result.version;
  }, version);

test('the very first book is opened by today’s Leadlight with everybody in it; while an old page holds it, that is said', async ({
  launch,
}) => {
  const browser = await launch();
  const old = await browser.controlPage();
  await putOldBook(old, 1);

  const page = await browser.context.newPage();
  await page.goto(workspaceUrl(browser.extensionId, 'leads'));
  await expect(page.getByRole('heading', { name: 'The book cannot be opened' })).toBeVisible({ timeout: 15_000 });
  await expect(page.getByText('Another window of Leadlight is holding the book open.')).toBeVisible();
  await old.close();
  await page.getByRole('button', { name: 'Try again' }).press('Enter');
  const people = page.getByRole('grid', { name: 'People' });
  for (const name of ['Erika Lindner', 'Max Sund', '王小明']) await expect(people).toContainText(name);
  await expect(people).not.toContainText('Ngozi');
});

test('a book of a newer version is refused and left as it is', async ({ launch }) => {
  const browser = await launch();
  const page = await browser.context.newPage();
  await page.goto(workspaceUrl(browser.extensionId, 'settings'));
  await expect(page).toHaveTitle(/^Settings/);
  await seedBook(page, { people: [seedPerson(1, { name: 'Erika Lindner' })] });
  const newer = await browser.controlPage();
  expect(await holdBook(newer, 999)).toBe(999);

  await page.goto(workspaceUrl(browser.extensionId, 'leads'));
  await page.reload();
  await expect(page.getByRole('heading', { name: 'The book cannot be opened' })).toBeVisible();
  await expect(page.getByText('The book was written by a newer Leadlight. Update this one.')).toBeVisible();
  await page.getByRole('button', { name: 'Try again' }).press('Enter');
  await expect(page.getByText('The book was written by a newer Leadlight. Update this one.')).toBeVisible();
  expect(await bookRecord(page, 'people', seedPerson(1).id)).toMatchObject({ name: 'Erika Lindner' });
});
