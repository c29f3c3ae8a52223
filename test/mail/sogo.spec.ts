import type { Page } from '@playwright/test';
import type { ExtensionBrowser } from '../browser/extension-browser.ts';
import { prepareBook } from './book.ts';
import { chipsOf } from './chips.ts';
import { addresses, expect, expectedOf, isInBody, listenTo, loopback, received, test } from './harness.ts';
import { lena } from './seeds.ts';

test.skip(addresses.sogo === undefined, 'no SOGo here');

const rows = '#messagesList md-list-item.sg-message-list-item';

async function openSogo(browser: ExtensionBrowser): Promise<Page> {
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  // SOGo does not show whose mailbox it is: the user was asked.
  await prepareBook(browser, [loopback], ['example.test']);
  await page.goto(addresses.sogo ?? '');
  await page.fill('input[ng-model="app.creds.username"]', 'testuser');
  await page.fill('input[type=password]', 'testpass');
  await page.click('button[type=submit]');
  await page.waitForURL(/\/Mail\/view/);
  await page.waitForSelector('#messagesList .sg-tile-content');
  return page;
}

/** Scrolls the virtual list down until the mail is in it, and opens it: mails are asked for in the list's order. */
async function open(page: Page, subject: string): Promise<void> {
  const row = page
    .locator(rows)
    .filter({ has: page.getByText(subject, { exact: true }) })
    .first();
  const scroller = page.locator('#messagesList .md-virtual-repeat-scroller');
  for (let left = 20; left > 0 && !(await row.count()); left--) {
    await scroller.evaluate((element) => {
      element.scrollTop += 300;
    });
    await page.waitForTimeout(150);
  }
  await row.click();
  await page.waitForFunction(
    (wanted) =>
      document.querySelector('#detailView [ng-bind="viewer.message.subject"]')?.textContent?.trim() === wanted,
    subject,
  );
  await page.waitForSelector('#detailView .sg-mail-part');
}

test('no chip in rows, which carry no address; the right one in every message, none among its words', async ({
  mail,
}) => {
  const page = await openSogo(mail);
  const heard = listenTo(page);
  await page.waitForTimeout(1000);
  expect(await chipsOf(page)).toEqual([]);
  for (const seed of received.toReversed()) {
    await open(page, seed.subject);
    const pattern = expectedOf(seed);
    if (pattern) {
      await expect
        .poll(async () => (await chipsOf(page)).map(({ label }) => label), seed.subject)
        .toEqual([expect.stringMatching(pattern)]);
    } else {
      await page.waitForTimeout(600);
      expect(await chipsOf(page), seed.subject).toEqual([]);
    }
    const chips = await chipsOf(page);
    expect(chips.filter(isInBody), seed.subject).toEqual([]);
    expect(
      chips.filter(({ path }) => path.some((step) => step.includes('messagesList'))),
      seed.subject,
    ).toEqual([]);
    if (pattern) expect(chips[0]?.beside.toLowerCase(), seed.subject).toContain(seed.from[1].toLowerCase());
  }
  expect(heard.filter((text) => /leadlight|extension context/i.test(text))).toEqual([]);
});

test('recipients of what is being written', async ({ mail }) => {
  const page = await openSogo(mail);
  // The button unfolds from another one: pressed by script, for its animation is no matter here.
  await page
    .locator('button[ng-click*="newMessage"]')
    .first()
    .evaluate((button: HTMLElement) => button.click());
  const field = page.locator('md-chips[ng-model="editor.message.editable.to"] input');
  await field.fill(lena.email);
  await page.keyboard.press('Tab');
  await expect
    .poll(async () => (await chipsOf(page)).map(({ label }) => label))
    .toEqual([expect.stringMatching(/^Lena Ortmann: /)]);
});
