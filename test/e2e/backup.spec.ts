import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, gunzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import type { browser as extensionApi } from 'wxt/browser';
import { expect, test, violationsOf } from './harness.ts';
import { bookRecord, seedBook, seedCompany, seedPerson, workspaceUrl } from './seed.ts';

const clean = async (page: Page) => expect(await violationsOf(page)).toEqual([]);

const firm = seedCompany(1, { name: 'Glasbau Lindner GmbH' });
const erika = seedPerson(1, { name: 'Erika Lindner', companyName: 'Glasbau Lindner GmbH', companyId: firm.id });
const max = seedPerson(2, { name: 'Max Sund', emails: ['max@nordhafen.example'] });

async function openBackup(launch: () => Promise<{ context: { newPage(): Promise<Page> }; extensionId: string }>) {
  const browser = await launch();
  const page = await browser.context.newPage();
  await page.goto(workspaceUrl(browser.extensionId, 'backup'));
  await expect(page.getByRole('heading', { name: 'There is no backup yet.' })).toBeVisible();
  return page;
}
const backUp = async (page: Page) => {
  await page.getByRole('button', { name: 'Back up now' }).press('Enter');
  await expect(page.getByRole('heading', { name: /^Last backup: / })).toBeVisible();
};
/** Sets how backups of this machine stand. */
const putState = (page: Page, state: object) =>
  page.evaluate(async (value) => {
    const opened = indexedDB.open('book');
    await new Promise((done) => {
      opened.onsuccess = done;
    });
    const tx = opened.result.transaction('vault', 'readwrite');
    tx.objectStore('vault').put({ key: 'backup:state', value });
    await new Promise((done) => {
      tx.oncomplete = done;
    });
    opened.result.close();
  }, state);

/** Writes into a profile that the user allowed something: nobody can press the browser's own prompt here. */
function grantPermission(profile: string, extensionId: string, name: string): void {
  const file = join(profile, 'Default/Preferences');
  const preferences = JSON.parse(readFileSync(file, 'utf8'));
  const entry = preferences.extensions.settings[extensionId];
  for (const kind of ['granted_permissions', 'active_permissions'])
    entry[kind] = { ...entry[kind], api: [...new Set([...(entry[kind]?.api ?? []), name])] };
  writeFileSync(file, JSON.stringify(preferences));
}

test('a backup is made, read back, and brings back by keyboard what is gone', async ({ launch }) => {
  const page = await openBackup(launch);
  await seedBook(page, { companies: [firm], people: [erika, max] });
  await clean(page);
  await backUp(page);
  await expect(page.getByText('2 people, 1 company, read back and found whole')).toBeVisible();

  // One is gone for good, one is changed, one is new.
  await page.evaluate(
    async ([gone, changed]) => {
      const done = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const database = await done(indexedDB.open('book'));
      const people = database.transaction('people', 'readwrite').objectStore('people');
      await done(people.delete(gone));
      await done(people.put({ ...(await done(people.get(changed))), jobTitle: 'Head' }));
      database.close();
    },
    [erika.id, max.id] as const,
  );
  await seedBook(page, { people: [seedPerson(3, { name: 'Ada Wolf' })] });

  await page.getByRole('button', { name: /^Look into it: / }).press('Enter');
  const list = page.getByRole('region', { name: 'What differs' }).getByRole('listitem');
  await expect(list).toHaveCount(1);
  await expect(list).toContainText('Erika Lindner');
  await expect(page.getByRole('checkbox', { name: 'Bring back: Erika Lindner' })).toBeChecked();
  await clean(page);
  await page.getByRole('radio', { name: /^Different/ }).press('Enter');
  await expect(list).toContainText('Max Sund');
  await list.getByRole('button', { name: 'Job title: Head → –' }).press('Enter');
  await expect(page.getByRole('dialog', { name: 'What differs: Max Sund' })).toContainText('In the book: Head');
  await clean(page);
  await page.keyboard.press('Escape');
  await page.getByRole('checkbox', { name: 'Bring back: Max Sund' }).press('Space');
  await page.getByRole('radio', { name: /^Only in the book/ }).press('Enter');
  await expect(list).toContainText('Ada Wolf');
  await page.getByRole('button', { name: 'Bring back 2' }).press('Enter');
  await expect(page.getByText('2 are as they were in the backup')).toBeVisible();
  await expect
    .poll(() => bookRecord(page, 'people', erika.id))
    .toMatchObject({ name: 'Erika Lindner', companyId: firm.id });
  await expect.poll(() => bookRecord(page, 'people', max.id)).not.toHaveProperty('jobTitle');

  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(page.getByText('Undone')).toBeVisible();
  await expect.poll(() => bookRecord(page, 'people', max.id)).toMatchObject({ jobTitle: 'Head' });
  await expect.poll(() => bookRecord(page, 'people', erika.id)).toHaveProperty('deletedAt');
});

test('everything as it was, and back again from the safety copy', async ({ launch }) => {
  const page = await openBackup(launch);
  await seedBook(page, { companies: [firm], people: [erika] });
  await backUp(page);
  await seedBook(page, { people: [max] });
  await page.getByRole('button', { name: /^Look into it: / }).click();
  await page.getByRole('button', { name: 'Everything as it was then' }).click();
  await expect(page.getByText('The book is as it was in the backup.')).toBeVisible();
  await clean(page);
  await expect.poll(() => bookRecord(page, 'people', max.id)).toBeUndefined();
  await expect.poll(() => bookRecord(page, 'people', erika.id)).toBeDefined();

  await page.getByRole('button', { name: 'Back', exact: true }).click();
  const own = page.getByRole('region', { name: 'In this browser' }).getByRole('listitem');
  await expect(own).toHaveCount(2);
  await own.first().getByRole('button').click();
  await expect(page.getByRole('checkbox', { name: 'Bring back: Max Sund' })).toBeChecked();
});

test('a file with a passphrase; a wrong one, another file and half a file change nothing', async ({ launch }) => {
  const page = await openBackup(launch);
  await seedBook(page, { people: [erika] });
  await page.getByRole('button', { name: 'Set a passphrase' }).click();
  await page.getByLabel('Passphrase, 8 characters or more').fill('correct horse');
  await page.getByLabel('Once more').fill('correct horse');
  await clean(page);
  await page.getByRole('button', { name: 'Keep' }).click();
  await expect(page.getByText('Backups are encrypted with your passphrase.')).toBeVisible();
  await backUp(page);
  const bytes = Buffer.from(
    await page.evaluate(async () => {
      const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('backups');
      for await (const file of (folder as unknown as { values(): AsyncIterable<FileSystemFileHandle> }).values())
        return [...new Uint8Array(await (await file.getFile()).arrayBuffer())];
      return [];
    }),
  );
  expect(bytes.toString('latin1')).not.toContain('Erika');
  const choose = async (buffer: Buffer) => {
    const chosen = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose a file' }).click();
    await (await chosen).setFiles({ name: 'copy.leadlight', mimeType: '', buffer });
  };
  await choose(bytes);
  await page.getByLabel('Passphrase of this backup').fill('wrong horse');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('The passphrase is not the one');
  await clean(page);
  await page.getByLabel('Passphrase of this backup').fill('correct horse');
  await page.keyboard.press('Enter');
  await expect(page.getByText('The book holds what this backup holds.')).toBeVisible();
  await page.getByRole('button', { name: 'Back', exact: true }).click();

  await choose(Buffer.from('Name,E-mail\n'));
  await expect(page.getByRole('alert')).toContainText('This is not a backup of Leadlight. Nothing was changed.');
  await choose(bytes.subarray(0, bytes.length - 40));
  await page.getByLabel('Passphrase of this backup').fill('correct horse');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('damaged or cut short');
  await expect.poll(() => bookRecord(page, 'people', erika.id)).toMatchObject({ name: 'Erika Lindner' });
});

test('the bin gives back or lets go; the book is looked through', async ({ launch }) => {
  const page = await openBackup(launch);
  const deletedAt = Date.now();
  await seedBook(page, {
    people: [
      { ...erika, deletedAt },
      { ...max, deletedAt: deletedAt - 1 },
    ],
  });
  const bin = page.getByRole('region', { name: 'Bin' });
  await expect(bin.getByRole('listitem')).toHaveCount(2);
  await clean(page);
  await bin.getByRole('button', { name: 'Bring back: Erika Lindner' }).press('Enter');
  await expect(bin.getByRole('listitem')).toHaveCount(1);
  await expect.poll(() => bookRecord(page, 'people', erika.id)).not.toHaveProperty('deletedAt');
  await bin.getByRole('button', { name: 'Delete for good: Max Sund' }).press('Enter');
  await bin.getByRole('listitem').getByRole('button', { name: 'Sure? For good' }).press('Enter');
  await expect(bin.getByText('The bin is empty.')).toBeVisible();
  await expect.poll(() => bookRecord(page, 'people', max.id)).toBeUndefined();

  // Erika's firm is nowhere.
  const state = page.getByRole('region', { name: 'State of the book' });
  await state.getByRole('button', { name: 'Look through it now' }).press('Enter');
  await expect(state).toContainText('1 person points to a company that is not there.');
  await state.getByRole('button', { name: 'Mend it' }).press('Enter');
  await expect(state).not.toContainText('1 person points');
  await expect.poll(() => bookRecord(page, 'people', erika.id)).not.toHaveProperty('companyId');
});

test('a new book asks for an old one; ten leads ask once for a folder; the folder gets copies', async ({ launch }) => {
  const browser = await launch();
  const page = await browser.context.newPage();
  await page.goto(workspaceUrl(browser.extensionId, 'settings'));
  const notice = page.getByRole('region', { name: 'Backup', exact: true });
  await expect(notice.getByRole('button', { name: 'I have a book: restore' })).toBeVisible();
  await clean(page);
  await notice.getByRole('button', { name: 'Begin anew' }).press('Enter');
  await expect(notice).toHaveCount(0);

  await seedBook(page, { people: Array.from({ length: 10 }, (_, at) => seedPerson(at)) });
  await expect(notice).toContainText('only in this browser');
  await notice.getByRole('button', { name: 'Not now' }).press('Enter');
  await expect(notice).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('main')).toContainText('Sites you allowed');
  await expect(notice).toHaveCount(0);

  // Nobody can press the browser's own folder picker here: a folder of the extension's own file system stands in for one.
  await page.evaluate(async () => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('Copies', { create: true });
    const opened = indexedDB.open('book');
    await new Promise((done) => {
      opened.onsuccess = done;
    });
    const tx = opened.result.transaction('vault', 'readwrite');
    tx.objectStore('vault').put({ key: 'backup:folder', value: folder });
    await new Promise((done) => {
      tx.oncomplete = done;
    });
    opened.result.close();
  });
  await page.getByRole('link', { name: 'Backup', exact: true }).click();
  const copies = page.getByRole('region', { name: 'Copies outside of the browser' });
  await expect(copies).toContainText('Nothing has been copied there yet.');
  await backUp(page);
  await expect(copies).toContainText('Newest copy: ');
  await expect(page.getByRole('region', { name: 'In the folder' }).getByRole('listitem')).toHaveCount(1);
  await clean(page);
  await page.getByRole('region', { name: 'In the folder' }).getByRole('button').press('Enter');
  await expect(page.getByText('The book holds what this backup holds.')).toBeVisible();
});

test('two pages on one person: neither takes back what the other typed', async ({ launch }) => {
  const browser = await launch();
  const open = async () => {
    const page = await browser.context.newPage();
    await page.goto(workspaceUrl(browser.extensionId, 'settings'));
    return page;
  };
  const [one, other] = [await open(), await open()];
  await seedBook(one, { people: [max] });
  for (const page of [one, other]) {
    await page.goto(workspaceUrl(browser.extensionId, `leads/${max.id}`));
    await expect(page.getByRole('article', { name: 'Max Sund' })).toBeVisible();
  }
  const type = async (page: Page, label: string, value: string) => {
    const field = page.getByRole('article', { name: 'Max Sund' }).getByLabel(label, { exact: true });
    await field.fill(value);
    return field;
  };
  // Both are typed before either is kept.
  const list = await type(one, 'List', 'Fair');
  const owner = await type(other, 'Owner', 'Anna');
  await list.press('Enter');
  await owner.press('Enter');
  await expect.poll(() => bookRecord(one, 'people', max.id)).toMatchObject({ list: 'Fair', owner: 'Anna' });
});

test('a day’s backup is made by itself, and a copy of it as a download', async ({ launch, profile }) => {
  const first = await launch();
  const { extensionId } = first;
  const page = await first.context.newPage();
  await page.goto(workspaceUrl(extensionId, 'settings'));
  await seedBook(page, { people: [erika] });
  await putState(page, { download: { wanted: true } });
  await first.close();
  grantPermission(profile, extensionId, 'downloads');

  const browser = await launch();
  const folder = join(profile, 'arrived');
  const looking = await browser.context.newPage();
  await looking.goto(workspaceUrl(extensionId, 'backup'));
  await browser.downloadTo(folder);
  const [worker] = browser.context.serviceWorkers();
  // The browser's clock of minutes is too slow for a test: the alarm is rung at once.
  await worker?.evaluate(() => {
    const { chrome } = globalThis as unknown as { chrome: typeof extensionApi };
    return chrome.alarms.create('backup', { when: Date.now() });
  });
  await expect(looking.getByRole('heading', { name: /^Last backup: / })).toBeVisible({ timeout: 30_000 });
  const arrived = () => (existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : []);
  // Its name is given by who takes the downloads, which here is the test.
  await expect.poll(arrived, { timeout: 20_000 }).toHaveLength(1);
  const [name = ''] = arrived();
  await expect
    .poll(() => gunzipSync(readFileSync(join(folder, name)), { finishFlush: constants.Z_SYNC_FLUSH }).toString())
    .toContain('Erika Lindner');
  await expect(looking.getByText(/Newest download: /)).toBeVisible({ timeout: 20_000 });
});

test('little room is said before nothing can be saved any more, and on a page that was open all along', async ({
  launch,
}) => {
  const browser = await launch();
  const page = await browser.context.newPage();
  // The browser's own answer: an extension without a quota of its own is told what the disk has.
  await page.addInitScript(() => {
    const room = { usage: 2_000_000_000, quota: 60_000_000_000 };
    Object.assign(globalThis, { room });
    navigator.storage.estimate = async () => room;
  });
  await page.goto(workspaceUrl(browser.extensionId, 'leads'));
  await seedBook(page, { people: [erika] });
  await page.reload();
  const said = page.getByText('There is little room left on this machine.', { exact: false });
  await expect(page.getByRole('grid', { name: 'People' })).toBeVisible();
  await expect(said).toHaveCount(0);
  await page.evaluate(() => {
    (globalThis as unknown as { room: { quota: number } }).room.quota = 2_300_000_000;
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await expect(said).toBeVisible();
  await clean(page);
  await page.getByRole('button', { name: 'Look into it' }).press('Enter');
  await expect(page.getByRole('region', { name: 'Room on this machine' }).getByRole('alert')).toBeVisible();
  await expect(page.getByText(/300 MB/)).toBeVisible();
});
