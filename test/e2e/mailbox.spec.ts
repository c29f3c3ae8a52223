import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import type { ExtensionBrowser } from '../browser/extension-browser.ts';
import { rowsOf } from '../browser/panel-acts.ts';
import { expect, test } from './harness.ts';

const folder = resolve(import.meta.dirname, '../fixtures/mailbox');

/** Serves a page of a mail client drawn by us at the client's real host. */
async function serve(context: BrowserContext, name: string, body?: string): Promise<string> {
  const { url } = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as { url: string };
  await context.route(`${new URL(url).origin}/**`, (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: body ?? readFileSync(join(folder, `${name}.html`), 'utf8'),
    }),
  );
  return url;
}

async function readMail(browser: ExtensionBrowser, name: string): Promise<{ page: Page; panel: Page }> {
  // A tab of its own: what the browser granted for the one before is taken back late.
  const page = await browser.context.newPage();
  await page.goto(await serve(browser.context, name));
  await browser.clickIcon(page);
  return { page, panel: await browser.panel() };
}

test('the icon reads the mail that is open, in each client, under its own name', async ({ launch }) => {
  const browser = await launch();
  const shown: [string, string, string][] = [
    ['gmail/conversation', 'Tunde Oyelaran', 'Conveyor for hall 3'],
    ['outlook/message', 'Ngozi Eze', 'Pump spares'],
    ['netease/read', '欧阳静', '关于轴承报价'],
    ['qq/read', '马秀兰', '模具验收时间'],
    ['yahoo/message', 'Dorothy Faircloth', 'Samples for spring'],
    ['open-xchange/message', 'Agnieszka Nowicka', 'Zapytanie'],
    ['unknown/labelled', 'Hervé Quillien', 'Devis presse à huile'],
  ];
  for (const [name, sender, subject] of shown) {
    const { panel } = await readMail(browser, name);
    await expect(rowsOf(panel).filter({ hasText: sender }).first()).toBeVisible();
    await expect(panel.getByRole('heading', { level: 2 }).filter({ hasText: subject })).toBeVisible();
    await expect(panel.getByText(/boss|patron|老板/i)).toHaveCount(0);
  }
});

test('a saved sender has firm, title and number, and the mail as a touch that leads back', async ({ launch }) => {
  const browser = await launch();
  const { panel } = await readMail(browser, 'gmail/conversation');
  const sender = rowsOf(panel).filter({ hasText: 'Tunde Oyelaran' });
  await expect(sender).toContainText('Head of Warehousing');
  await expect(rowsOf(panel).filter({ hasText: 'Ines Moreau' })).toHaveCount(0);
  await panel.getByRole('button', { name: /^Save/ }).click();
  await expect(sender).toContainText(/yours/);
  await panel.getByRole('tab', { name: 'Leads' }).click();
  await panel.getByRole('option').filter({ hasText: 'Tunde Oyelaran' }).click();
  await expect(panel.getByText('+44 117 496 0418').first()).toBeVisible();
  await expect(panel.getByRole('link', { name: 'Open the mail' })).toBeVisible();
  const mail = await panel.evaluate(async () => {
    const open = await new Promise<IDBDatabase>((done, fail) => {
      const request = indexedDB.open('book');
      request.onsuccess = () => done(request.result);
      request.onerror = () => fail(request.error);
    });
    const all = open.transaction('interactions').objectStore('interactions').getAll();
    return new Promise<{ kind: string; text: string; url?: string; line?: string }[]>((done) => {
      all.onsuccess = () => done(all.result);
    });
  });
  const [touch, ...more] = mail.filter(({ kind }) => kind === 'email');
  expect(more).toEqual([]);
  expect(touch).toMatchObject({
    text: 'Conveyor for hall 3',
    url: 'https://mail.google.com/mail/u/0/#inbox/FMfcgzQ1',
    line: expect.stringContaining('+44 117 496 0418'),
  });
  expect(JSON.stringify(mail)).not.toContain('include the installation');
});

test('another message at the same address is another page of drafts', async ({ launch }) => {
  const browser = await launch();
  const { page, panel } = await readMail(browser, 'qq/read');
  await expect(rowsOf(panel).filter({ hasText: '马秀兰' }).first()).toBeVisible();
  await page.evaluate(() => {
    const html = document.body.innerHTML;
    document.body.innerHTML = html
      .replaceAll('马秀兰', '钱小雨')
      .replaceAll('ma.xiulan', 'qian.xiaoyu')
      .replaceAll('模具验收时间', '第二封');
  });
  await browser.clickIcon(page);
  await expect(rowsOf(panel).filter({ hasText: '钱小雨' }).first()).toBeVisible();
  await expect(rowsOf(panel).filter({ hasText: '马秀兰' })).toHaveCount(0);
});

test('a list without an open mail offers nobody', async ({ launch }) => {
  const browser = await launch();
  const { panel } = await readMail(browser, 'gmail/list');
  await expect(panel.getByText(/nobody|nothing/i).first()).toBeVisible();
  await expect(rowsOf(panel)).toHaveCount(0);
});
