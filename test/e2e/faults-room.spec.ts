import type { Page, Worker } from '@playwright/test';
import { rowsOf, saveButton, saveEveryone } from '../browser/panel-acts.ts';
import { practice } from '../practice/serve.ts';
import { expect, openAndRead, test } from './harness.ts';
import { chooseFile, openImport } from './import-file.ts';
import { bookRecord, seedBook, seedPerson, workspaceUrl } from './seed.ts';

/**
 * Makes the disk full for one context, or free again: with `unlimitedStorage` no quota can be set from outside, so what the
 * browser would say is said at its boundary.
 */
const setFull = (where: Page | Worker, isFull: boolean) =>
  (where as Page).evaluate((full) => {
    const world = globalThis as unknown as { isFull: boolean; isPatched?: boolean };
    world.isFull = full;
    if (world.isPatched) return;
    world.isPatched = true;
    const refuse = () => {
      if (world.isFull) throw new DOMException('The disk is full', 'QuotaExceededError');
    };
    const { put, add } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (...all) {
      refuse();
      return put.apply(this, all);
    };
    IDBObjectStore.prototype.add = function (...all) {
      refuse();
      return add.apply(this, all);
    };
    const { createWritable } = FileSystemFileHandle.prototype;
    FileSystemFileHandle.prototype.createWritable = async function (...all) {
      refuse();
      return createWritable.apply(this, all);
    };
  }, isFull);

const countOf = (page: Page, store: string): Promise<number> =>
  page.evaluate(async (name) => {
    const opened = indexedDB.open('book');
    await new Promise((done) => {
      opened.onsuccess = done;
    });
    const count = opened.result.transaction(name).objectStore(name).count();
    await new Promise((done) => {
      count.onsuccess = done;
    });
    opened.result.close();
    return count.result;
  }, store);

test('no room while saving: it is said, the drafts stay, and with room they are saved', async ({ launch }) => {
  const browser = await launch();
  const { panel } = await openAndRead(browser, practice.team);
  await expect(rowsOf(panel).first()).toBeVisible();
  const rows = await rowsOf(panel).count();
  await setFull(panel, true);
  await saveButton(panel).click();
  await expect(panel.getByText('The disk is full. Nothing was lost; make room and try again.').first()).toBeVisible();
  await expect(rowsOf(panel)).toHaveCount(rows);
  for (const store of ['people', 'companies', 'changes', 'actions']) expect(await countOf(panel, store), store).toBe(0);
  await setFull(panel, false);
  expect(await saveEveryone(panel)).toBeGreaterThan(5);
});

test('no room in the middle of an import and of a backup: both say so and leave nothing behind', async ({ launch }) => {
  const browser = await launch();
  const page = await openImport(browser);
  const rows = Array.from({ length: 300 }, (_, at) => `Person ${at},person${at}@firm.example`);
  await chooseFile(page, {
    name: 'many.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`Name,E-mail\n${rows.join('\n')}\n`),
  });
  await page.getByRole('button', { name: 'See what would happen' }).click();
  const go = page.getByRole('button', { name: /^Import [\d,]+ rows?$/ });
  await expect(go).toBeVisible();
  for (const worker of page.workers()) await setFull(worker, true);
  await go.click();
  await expect(page.getByText(/disk is full|too little room/i).first()).toBeVisible();
  expect(await countOf(page, 'people')).toBe(0);

  await page.goto(workspaceUrl(browser.extensionId, 'backup'));
  await page.reload();
  await seedBook(page, { people: [seedPerson(1, { name: 'Erika Lindner' })] });
  // The look through the book starts the worker that makes backups.
  await page.getByRole('button', { name: 'Look through it now' }).click();
  await expect(page.getByText(/everything is in order/)).toBeVisible();
  for (const worker of page.workers()) await setFull(worker, true);
  await page.getByRole('button', { name: 'Back up now' }).click();
  await expect(page.getByText('There is too little room on this machine. Nothing was changed.').first()).toBeVisible();
  await expect(page.getByRole('region', { name: 'In this browser' }).getByRole('listitem')).toHaveCount(0);
  expect(await bookRecord(page, 'people', seedPerson(1).id)).toMatchObject({ name: 'Erika Lindner' });
  for (const worker of page.workers()) await setFull(worker, false);
  await page.getByRole('button', { name: 'Back up now' }).click();
  await expect(page.getByRole('heading', { name: /^Last backup: / })).toBeVisible();
});
