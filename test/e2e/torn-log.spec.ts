import { appendFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ExtensionBrowser } from '../browser/extension-browser.ts';
import { expect, test } from './harness.ts';
import { seedBook, seedPerson, workspaceUrl } from './seed.ts';

const erika = seedPerson(1, { name: 'Erika Lindner' });

async function openPeople({ context, extensionId }: ExtensionBrowser) {
  const page = await context.newPage();
  await page.goto(workspaceUrl(extensionId, 'leads'));
  return page;
}

test('a record torn by the end of the browser costs nobody the book', async ({ launch, profile }) => {
  const first = await launch();
  const page = await openPeople(first);
  await seedBook(page, { companies: [], people: [erika] });
  await page.reload();
  await expect(page.getByText('Erika Lindner').first()).toBeVisible();
  await first.close();

  // As if killed in the middle of a write: the head of a record of five bytes, which never came.
  const stores = join(profile, 'Default/IndexedDB');
  const [store = ''] = readdirSync(stores).filter((name) => name.endsWith('.leveldb'));
  const [log = ''] = readdirSync(join(stores, store))
    .filter((name) => name.endsWith('.log'))
    .sort()
    .reverse();
  appendFileSync(join(stores, store, log), Buffer.from([0x1f, 0x2e, 0x3d, 0x4c, 5, 0, 1]));

  // The next life reads up to there, and goes on writing behind it.
  const second = await launch();
  const still = await openPeople(second);
  await expect(still.getByText('Erika Lindner').first()).toBeVisible();
  await second.kill();

  const third = await launch();
  const after = await openPeople(third);
  await expect(after.getByText('Erika Lindner').first()).toBeVisible();
});
