import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright';
import { ensureBuilt } from '../browser/build.ts';
import { launchExtension } from '../browser/extension-browser.ts';
import { prepareBook } from './book.ts';
import { cardOf, chipsOf, placeOf } from './chips.ts';
import { startLab } from './lab.ts';
import { whyNoServer } from './machine.ts';

const folder = resolve(import.meta.dirname, '../screenshots');
const loopback = 'http://127.0.0.1/*';

/** Points at the chip of the known person, the last one on the page, until its card is there. */
async function pointAt(page: Page): Promise<void> {
  for (let left = 40; left > 0; left--) {
    const chip = (await chipsOf(page)).findLast(({ label }) => label.startsWith('Lena'));
    if (chip) {
      const { x, y } = await placeOf(page, chip);
      await page.mouse.move(x, y);
      await sleep(600);
      if (await cardOf(page)) return;
    }
    await sleep(150);
  }
  throw new Error('no card to show');
}

const servers = (['roundcube', 'sogo'] as const).filter((server) => whyNoServer(server) === undefined);
const lab = await startLab(servers);
const profile = mkdtempSync(join(tmpdir(), 'leadlight-shots-'));
const browser = await launchExtension({ profile, extension: ensureBuilt(), granted: [loopback] });
try {
  await prepareBook(browser, [loopback], ['example.test']);
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  await page.setViewportSize({ width: 1100, height: 640 });
  for (const skin of ['elastic', 'larry'] as const) {
    const address = lab.addresses[skin];
    if (!address) continue;
    await page.goto(address);
    await page.fill('#rcmloginuser', 'testuser');
    await page.fill('#rcmloginpwd', 'testpass');
    await page.press('#rcmloginpwd', 'Enter');
    await page.locator('#messagelist tbody tr.message', { hasText: 'Re: Rollers' }).first().click();
    await sleep(1500);
    await pointAt(page);
    await page.screenshot({ path: join(folder, `mail-roundcube-${skin}.png`) });
    if (skin !== 'elastic') continue;
    await page.mouse.move(5, 5);
    await page.evaluate(() => {
      document.documentElement.classList.add('dark-mode');
      const frame = document.querySelector<HTMLIFrameElement>('#messagecontframe');
      frame?.contentDocument?.documentElement.classList.add('dark-mode');
    });
    await sleep(800);
    await pointAt(page);
    await page.screenshot({ path: join(folder, 'mail-roundcube-elastic-dark.png') });
  }
  if (lab.addresses.sogo) {
    await page.goto(lab.addresses.sogo);
    await page.fill('input[ng-model="app.creds.username"]', 'testuser');
    await page.fill('input[type=password]', 'testpass');
    await page.click('button[type=submit]');
    const row = page.locator('#messagesList md-list-item.sg-message-list-item', { hasText: 'Re: Rollers' }).first();
    await row.click();
    await sleep(1500);
    await pointAt(page);
    await page.screenshot({ path: join(folder, 'mail-sogo.png') });
  }
} finally {
  await browser.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  await lab.stop();
}
console.log(`Chip and card in webmail: ${folder}`);
