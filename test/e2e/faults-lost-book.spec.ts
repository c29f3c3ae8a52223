import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { browser as extensionApi } from 'wxt/browser';
import type { ExtensionBrowser } from '../browser/extension-browser.ts';
import { expect, test, violationsOf } from './harness.ts';
import { bookRecord, seedBook, seedCompany, seedPerson, workspaceUrl } from './seed.ts';

declare const chrome: typeof extensionApi;

const firm = seedCompany(1, { name: 'Glasbau Lindner GmbH' });
const erika = seedPerson(1, { name: 'Erika Lindner', companyId: firm.id });
const max = seedPerson(2, { name: 'Max Sund' });

type Launch = () => Promise<ExtensionBrowser>;

/** A life of the browser: a book with three in it, and with a backup where one is wanted. Out: the install's id in it. */
async function liveOnce(launch: Launch, withBackup: boolean): Promise<string> {
  const browser = await launch();
  const page = await browser.context.newPage();
  await page.goto(workspaceUrl(browser.extensionId, 'backup'));
  await seedBook(page, { companies: [firm], people: [erika, max] });
  if (withBackup) {
    await page.getByRole('button', { name: 'Back up now' }).click();
    await expect(page.getByText('2 people, 1 company, read back and found whole')).toBeVisible();
  }
  const remembered = () => page.evaluate(() => chrome.storage.local.get('bookWitness'));
  await expect.poll(remembered).toMatchObject({ bookWitness: { people: 2, companies: 1 } });
  const { value } = (await bookRecord(page, 'meta', 'origin')) as { value: string };
  await browser.close();
  return value;
}

/** The database's files of a profile that no browser is using. */
const filesOf = (profile: string, ending: RegExp): string[] => {
  const folder = join(profile, 'Default/IndexedDB');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => join(folder, name));
};

async function openAgain(launch: Launch): Promise<Page> {
  const browser = await launch();
  const page = await browser.context.newPage();
  await page.goto(workspaceUrl(browser.extensionId, 'leads'));
  return page;
}

test('the browser opened an empty book in place of a damaged one: it is said, and one key brings the backup back', async ({
  launch,
  profile,
}) => {
  const install = await liveOnce(launch, true);
  for (const file of filesOf(profile, /MANIFEST/)) writeFileSync(file, Buffer.alloc(100, 7));

  const page = await openAgain(launch);
  await expect(page.getByRole('heading', { name: 'Your book is not there any more' })).toBeVisible();
  await expect(page.getByText(/it held 2 people and 1 company/)).toBeVisible();
  await expect(page.getByText(/^A backup of .+ with 2 people and 1 company/)).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
  expect(await page.evaluate(() => chrome.action.getBadgeText({}))).toBe('!');
  // It stays said, also to whoever leaves and comes again.
  await page.reload();
  await expect(page.getByRole('button', { name: 'Bring my book back' })).toBeFocused();
  await page.keyboard.press('Enter');

  await expect(page.getByText('Your book is back, as it was in the backup.')).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('grid', { name: 'People' })).toContainText('Erika Lindner');
  expect(await bookRecord(page, 'companies', firm.id)).toMatchObject({ name: firm.name });
  expect(await bookRecord(page, 'meta', 'origin')).toMatchObject({ value: install });
  await expect.poll(() => page.evaluate(() => chrome.action.getBadgeText({}))).toBe('');
  await page.reload();
  await expect(page.getByRole('grid', { name: 'People' })).toContainText('Max Sund');
});

test('database and backups went together: that is said, and a file chosen by hand brings the book back', async ({
  launch,
  profile,
}) => {
  await liveOnce(launch, true);
  const backup = await (async () => {
    const browser = await launch();
    const page = await browser.controlPage();
    const bytes = await page.evaluate(async () => {
      const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('backups');
      for await (const file of (folder as unknown as { values(): AsyncIterable<FileSystemFileHandle> }).values())
        return [...new Uint8Array(await (await file.getFile()).arrayBuffer())];
      return [];
    });
    await browser.close();
    return Buffer.from(bytes);
  })();
  for (const folder of ['IndexedDB', 'File System']) rmSync(join(profile, 'Default', folder), { recursive: true });

  const page = await openAgain(launch);
  await expect(page.getByText('The backups in this browser went with it.')).toBeVisible();
  const chosen = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a backup file' }).press('Enter');
  await (await chosen).setFiles({ name: 'copy.leadlight', mimeType: '', buffer: backup.subarray(0, 300) });
  await expect(page.getByText(/damaged or cut short/)).toBeVisible();
  const again = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a backup file' }).press('Enter');
  await (await again).setFiles({ name: 'copy.leadlight', mimeType: '', buffer: backup });
  await expect(page.getByRole('grid', { name: 'People' })).toContainText('Erika Lindner', { timeout: 20_000 });
});

test('a new book is begun only when somebody says so', async ({ launch, profile }) => {
  await liveOnce(launch, false);
  rmSync(join(profile, 'Default/IndexedDB'), { recursive: true });
  const page = await openAgain(launch);
  await page.getByRole('button', { name: 'Begin a new book' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Your book is not there any more' })).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('navigation', { name: 'Workspace' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Your book is not there any more' })).toHaveCount(0);
});

test('a book that the browser cannot open says so, changes nothing, and offers the newest backup as a file', async ({
  launch,
  profile,
}) => {
  await liveOnce(launch, true);
  const [folder = ''] = filesOf(profile, /\.leveldb$/);
  rmSync(folder, { recursive: true });
  writeFileSync(folder, 'no folder');
  const page = await openAgain(launch);
  await expect(page.getByRole('heading', { name: 'The book cannot be opened' })).toBeVisible();
  await expect(page.getByText(/start it again/)).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
  const saved = page.waitForEvent('download');
  await page.getByRole('link', { name: /^Save the backup of/ }).click();
  expect((await saved).suggestedFilename()).toMatch(/^leadlight-.*\.leadlight$/);
});
