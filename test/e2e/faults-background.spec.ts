import type { browser as extensionApi } from 'wxt/browser';
import { rowsOf, saveEveryone } from '../browser/panel-acts.ts';
import { chipsOf } from '../mail/chips.ts';
import { practice } from '../practice/serve.ts';
import { endBackground, whileEnding } from './end-background.ts';
import { expect, openAndRead, test } from './harness.ts';
import { chooseFile, openImport, runImport } from './import-file.ts';
import { openMailbox, mailboxPattern as pattern } from './open-mailbox.ts';
import { workspaceUrl } from './seed.ts';

/** Inside a page of the extension. */
declare const chrome: typeof extensionApi;

test('a reading whose background was ended is begun again, and saving needs no background at all', async ({
  launch,
}) => {
  const browser = await launch();
  const { panel } = await openAndRead(browser, practice.team);
  await expect(rowsOf(panel).first()).toBeVisible();
  const states = () =>
    panel.evaluate(async () =>
      Object.entries(await chrome.storage.session.get(null)).flatMap(([key, value]) =>
        key.startsWith('reading:') ? (value as { state: string }).state : [],
      ),
    );
  for (const wait of [0, 20, 60]) {
    await panel.getByRole('button', { name: 'Read this page again' }).click();
    await panel.waitForTimeout(wait);
    await endBackground(browser);
    await expect.poll(states).toEqual(['read']);
  }
  // What a background leaves behind that dies at the worst moment: it says that it reads, and nobody does.
  await endBackground(browser);
  await panel.evaluate(async () => {
    const [[key, value] = ['', {}]] = Object.entries(await chrome.storage.session.get(null)).filter(([name]) =>
      name.startsWith('reading:'),
    );
    await chrome.storage.session.set({ [key]: { ...(value as object), state: 'reading' } });
  });
  await expect.poll(states).toEqual(['read']);

  const { value: saved } = await whileEnding(browser, () => saveEveryone(panel));
  expect(saved).toBeGreaterThan(5);
  await panel.getByRole('tab', { name: 'Leads' }).click();
  await expect(panel.getByRole('option').first()).toBeVisible();
});

test('an import of 1,000 and a backup by the alarm get through though the background is ended time and again', async ({
  launch,
}) => {
  const browser = await launch();
  const page = await openImport(browser);
  const rows = Array.from({ length: 1000 }, (_, at) => `Person ${at},person${at}@firm${at}.example`);
  const { value: said, ended } = await whileEnding(browser, async () => {
    await chooseFile(page, {
      name: 'many.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`Name,E-mail\n${rows.join('\n')}\n`),
    });
    return runImport(page);
  });
  expect(said).toBe('Imported: 1000 new, 0 changed, 0 unchanged, 0 refused.');
  expect(ended).toBeGreaterThan(0);

  await page.goto(workspaceUrl(browser.extensionId, 'backup'));
  const ring = () => page.evaluate(() => chrome.alarms.create('backup', { when: Date.now(), periodInMinutes: 15 }));
  // A book that is being written is left alone for two minutes: its last change is made older.
  await page.evaluate(async () => {
    const opened = indexedDB.open('book');
    await new Promise((done) => {
      opened.onsuccess = done;
    });
    const store = opened.result.transaction('changes', 'readwrite').objectStore('changes');
    const cursor = store.openCursor(null, 'prev');
    await new Promise((done) => {
      cursor.onsuccess = done;
    });
    const newest = cursor.result?.value as { recordedAt?: number; at: number } | undefined;
    const { recordedAt: _recordedAt, ...entry } = newest ?? { at: 0 };
    const put = store.put({ ...entry, at: entry.at - 600_000 });
    await new Promise((done) => {
      put.onsuccess = done;
    });
    opened.result.close();
  });
  for (let round = 0; round < 3; round++) {
    await ring();
    await page.waitForTimeout(150 * round);
    await endBackground(browser);
  }
  await ring();
  await expect(page.getByRole('heading', { name: /^Last backup: / })).toBeVisible({ timeout: 20_000 });
  await page
    .getByRole('button', { name: /^Look into it: / })
    .first()
    .click();
  await expect(page.getByText(/1,?000 (people|companies)/).first()).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText('The book holds what this backup holds.')).toBeVisible();
});

test('marks in a mailbox come though the background is ended while they are asked for', async ({ launch }) => {
  const browser = await launch({ granted: [pattern] });
  const { mail, errors } = await openMailbox(browser);
  const chips = async () => (await chipsOf(mail)).length;
  await expect.poll(chips).toBeGreaterThan(0);
  const usual = await chips();
  for (const wait of [0, 100, 200]) {
    await endBackground(browser);
    await mail.reload();
    await mail.waitForTimeout(wait);
    await endBackground(browser);
    await expect.poll(chips).toBe(usual);
  }
  expect(errors).toEqual([]);
});
