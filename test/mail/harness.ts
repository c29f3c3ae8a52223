import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type FrameLocator, type Page } from '@playwright/test';
import {
  builtExtension,
  type ExtensionBrowser,
  grantSites,
  type LaunchOptions,
  launchExtension,
} from '../browser/extension-browser.ts';
import { prepareBook } from './book.ts';
import { chipsOf, type SeenChip } from './chips.ts';
import type { Lab, Skin } from './lab.ts';
import { type Seed, seeds } from './seeds.ts';

/** Addresses of the running webmails, as the command that started them says. */
export const addresses = JSON.parse(process.env.LEADLIGHT_WEBMAIL ?? '{}') as Lab['addresses'];
export const extension = process.env.LEADLIGHT_EXTENSION ?? builtExtension;

export const loopback = 'http://127.0.0.1/*';

type Fixtures = {
  profile: string;
  /** A browser in which the site is granted from the start, the known person kept, and the mailbox switched on. */
  mail: ExtensionBrowser;
  /** A browser in which the user has still to ask; the browser will grant at once. */
  fresh: ExtensionBrowser;
};

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern where a fixture uses no other
  profile: async ({}, use) => {
    const profile = mkdtempSync(join(tmpdir(), 'leadlight-mail-'));
    await use(profile);
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  },
  mail: async ({ profile }, use) => {
    const browser = await launchExtension({ profile, extension, granted: [loopback] });
    await prepareBook(browser, [loopback]);
    await use(browser);
    await browser.close();
  },
  fresh: async ({ profile }, use) => {
    const options: LaunchOptions = { profile, extension };
    await grantSites(options, [loopback], false);
    const browser = await launchExtension(options);
    await use(browser);
    await browser.close();
  },
});
export { expect };

/** What a page says on its console and what fails in it: our script may never be heard there. */
export function listenTo(page: Page): string[] {
  const heard: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') heard.push(message.text());
  });
  page.on('pageerror', (error) => heard.push(error.message));
  return heard;
}

/** Logs in to Roundcube and waits for its list. */
export async function openRoundcube(browser: ExtensionBrowser, skin: Skin): Promise<Page> {
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  await page.goto(addresses[skin] ?? '');
  await page.fill('#rcmloginuser', 'testuser');
  await page.fill('#rcmloginpwd', 'testpass');
  await page.press('#rcmloginpwd', 'Enter');
  await page.waitForSelector('#messagelist tbody tr.message');
  return page;
}

const subjectIn = 'h2.subject, #message-header .subject, #messageheader .subject, .boxtitle, td.subject';

/** Opens a mail of Roundcube's list in the preview and waits until it is the one. */
export async function preview(page: Page, subject: string): Promise<FrameLocator> {
  await rowOf(page, subject).click();
  const frame = page.frameLocator('#messagecontframe');
  await frame.locator(subjectIn, { hasText: subject }).first().waitFor();
  return frame;
}

/** The row of a mail by its whole subject: some are part of another's. */
export const rowOf = (page: Page, subject: string) =>
  page
    .locator('#messagelist tbody tr.message')
    .filter({ has: page.getByText(subject, { exact: true }) })
    .first();

/** Chips of the open message: in the preview's frame, or on a page that shows nothing else. */
export const inPreview = async (page: Page): Promise<SeenChip[]> =>
  (await chipsOf(page)).filter(({ path }) => path.some((step) => step.startsWith('iframe')));
export const inTop = async (page: Page): Promise<SeenChip[]> =>
  (await chipsOf(page)).filter(({ path }) => !path.some((step) => step.startsWith('iframe')));

/** Whether a chip stands among the words of a mail. */
export const isInBody = ({ path }: SeenChip): boolean =>
  path.some((step) => /#messagebody|rcmBody|message-part|message-htmlpart|\.msg-body|mailer_/.test(step));

const begins: Record<NonNullable<Seed['chip']>, RegExp> = {
  known: /^Lena Ortmann: /,
  firm: /known there/,
  stranger: /^Not yours yet\. Keep /,
};

/** What chips a mail's sender must have, as a pattern for their labels; undefined for none. */
export const expectedOf = ({ chip }: Seed): RegExp | undefined => chip && begins[chip];

export const received = seeds.filter(({ sent }) => !sent);
