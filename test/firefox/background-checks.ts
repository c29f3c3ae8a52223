import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, gunzipSync } from 'node:zlib';
import { mixedBook } from '../e2e/icp-book.ts';
import { seedBook, seedPerson } from '../e2e/seed.ts';
import { workspacePage } from './bench.ts';
import type { Check } from './panel-checks.ts';

/** What the background does by itself; before anything else, as a book that was just written to is not backed up. */
export const backgroundChecks: Check[] = [
  {
    name: 'a day’s backup is made by the alarm, and its copy arrives as a download',
    async run({ driver, page, arrived, downloads }) {
      await driver.go(workspacePage('backup'));
      await seedBook(page, { ...mixedBook(30), indexed: true });
      await driver.press('checkbox', 'Save a copy as a download once a day');
      await driver.until('the permission', () =>
        driver.run<boolean>(`browser.permissions.contains({ permissions: ['downloads'] })`),
      );
      await driver.run(`browser.alarms.create('backup', { when: Date.now() })`);
      await driver.sees('heading', 'Last backup: …');
      const [name = ''] = await driver.until('the download', async () => arrived().length > 0 && arrived());
      assert.match(name, /^Leadlight\//);
      const text = () =>
        gunzipSync(readFileSync(join(downloads, name)), { finishFlush: constants.Z_SYNC_FLUSH }).toString();
      await driver.until('the whole file', async () => text().includes('Maschinenbau Muster 5'));
      await driver.says('Newest download: ');
    },
  },
  {
    name: 'a reminder is asked for in the form of a task, and rings at its time',
    async run({ driver, page }) {
      await driver.go(workspacePage('today'));
      await driver.sees('button', 'New task');
      await driver.chordInWindow('n');
      await driver.fill('What is to be done', 'Tidy the stand');
      await driver.type('[role=dialog] input[type=date]', new Date(Date.now() + 86_400_000).toLocaleDateString('sv'));
      await driver.press('checkbox', 'Remind me');
      await driver.until('the permission', () =>
        driver.run<boolean>(`browser.permissions.contains({ permissions: ['notifications'] })`),
      );
      // Without a screen Firefox shuts a notice as soon as it is shown; that it was there is heard of.
      await driver.run(
        `void browser.notifications.onClosed.addListener((id) => { document.documentElement.dataset.rang = id; })`,
      );
      const remindAt = Date.now() + 6000;
      const nextStep = { text: 'Call about the offer', dueAt: remindAt, timed: true, remindAt };
      const ada = seedPerson(700, { name: 'Ada Sund', nextStep });
      await seedBook(page, { people: [ada], indexed: true });
      await driver.until('the alarm', () =>
        driver.run<boolean>(`browser.alarms.get('reminder').then((alarm) => alarm?.scheduledTime === ${remindAt})`),
      );
      await driver.until('the notice', () =>
        driver.run<boolean>(`document.documentElement.dataset.rang?.startsWith('leads/${ada.id}#')`),
      );
    },
  },
];
