import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { browser as extensionApi } from 'wxt/browser';
import type { ExtensionBrowser } from '../browser/extension-browser.ts';
import { endBackground } from './end-background.ts';
import { expect } from './harness.ts';
import { workspaceUrl } from './seed.ts';

/** Inside a page of the extension. */
declare const chrome: typeof extensionApi;

const fixture = join(import.meta.dirname, '../fixtures/mailbox/gmail/conversation');
const { url } = JSON.parse(readFileSync(`${fixture}.json`, 'utf8')) as { url: string };
/** The mailbox's site, to be granted at the launch. */
export const mailboxPattern = `${new URL(url).origin}/*`;

/** Switches a mailbox on, as its user did once, and opens it. Out: its page, a page of the extension, and what the mailbox's page complains of. */
export async function openMailbox(browser: ExtensionBrowser): Promise<{ mail: Page; control: Page; errors: string[] }> {
  const control = await browser.context.newPage();
  await control.goto(workspaceUrl(browser.extensionId, 'settings'));
  await expect(control).toHaveTitle(/^Settings/);
  await control.evaluate(async (site) => {
    const opened = indexedDB.open('book');
    await new Promise((done) => {
      opened.onsuccess = done;
    });
    const store = opened.result.transaction('meta', 'readwrite').objectStore('meta');
    const put = store.put({ key: 'setting:mailboxes', value: [site] });
    await new Promise((done) => {
      put.onsuccess = done;
    });
    opened.result.close();
  }, mailboxPattern);
  await endBackground(browser);
  // Any message wakes it, and it registers its script anew.
  await control.evaluate(() => chrome.runtime.sendMessage({ type: 'nothing' }).catch(() => undefined));
  const scripts = () => control.evaluate(async () => (await chrome.scripting.getRegisteredContentScripts()).length);
  await expect.poll(scripts).toBe(1);

  await browser.context.route(`${new URL(url).origin}/**`, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: readFileSync(`${fixture}.html`, 'utf8') }),
  );
  const mail = await browser.context.newPage();
  const errors: string[] = [];
  mail.on('pageerror', (error) => errors.push(error.message));
  await mail.goto(url);
  return { mail, control, errors };
}
