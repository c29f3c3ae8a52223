import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { browser as extensionApi } from 'wxt/browser';
import { chipsOf } from '../mail/chips.ts';
import { expect, extension, test } from './harness.ts';
import { mailboxPattern, openMailbox } from './open-mailbox.ts';
import { workspaceUrl } from './seed.ts';

/** Inside a page of the extension. */
declare const chrome: typeof extensionApi;

test('updated while a mailbox and the workspace are open: the old pages go, the old marks make way for the new ones', async ({
  launch,
  profile,
}) => {
  const own = join(profile, 'extension');
  cpSync(extension, own, { recursive: true });
  const browser = await launch({ extension: own, granted: [mailboxPattern] });
  const { mail, control, errors } = await openMailbox(browser);
  const chips = async () => (await chipsOf(mail)).length;
  await expect.poll(chips).toBeGreaterThan(0);
  const usual = await chips();

  const manifest = JSON.parse(readFileSync(join(own, 'manifest.json'), 'utf8')) as { version: string };
  writeFileSync(join(own, 'manifest.json'), JSON.stringify({ ...manifest, version: '99.0.0' }));
  const session = (await browser.context.browser()?.newBrowserCDPSession()) as unknown as {
    send(method: string, params: object): Promise<unknown>;
  };
  await session.send('Extensions.loadUnpacked', { path: own });
  // The browser itself closes pages of the version that is gone: none is left that could write to a newer book.
  await expect.poll(() => control.isClosed()).toBe(true);

  const fresh = await browser.context.newPage();
  await fresh.goto(workspaceUrl(browser.extensionId, 'settings'));
  await expect(fresh).toHaveTitle(/^Settings/);
  expect(await fresh.evaluate(() => chrome.runtime.getManifest().version)).toBe('99.0.0');
  await expect.poll(chips).toBe(usual);
  // What the page does now is looked at by one script only.
  await mail.evaluate(() => document.body.append(document.createElement('p')));
  await mail.reload();
  await expect.poll(chips).toBe(usual);
  expect(errors).toEqual([]);
});
