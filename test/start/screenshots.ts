import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright';
import { ensureBuilt } from '../browser/build.ts';
import { type ExtensionBrowser, launchExtension } from '../browser/extension-browser.ts';
import { rowsOf } from '../browser/panel-acts.ts';
import { practice, servePractice } from '../practice/serve.ts';
import { pictures, shootStore } from './store-shots.ts';
import { shootWorkspace } from './workspace-shots.ts';

const folder = resolve(import.meta.dirname, '../screenshots');
const schemes = ['light', 'dark'] as const;
const languages = ['en', 'zh'] as const;

const pages = {
  person: 'http://www.steinbach-waegetechnik.example/kontakt.html',
  imprint: practice.imprint,
  list: practice.exhibitors(1),
  nothing: 'http://www.packline-expo.example/nothing-here',
} as const;

/** Pictures of the panel in both schemes under one name. */
async function shoot(panel: Page, name: string): Promise<void> {
  for (const colorScheme of schemes) {
    await panel.emulateMedia({ colorScheme });
    await panel.screenshot({ path: join(folder, `${name}-${colorScheme}.png`) });
  }
}

mkdirSync(folder, { recursive: true });
const extension = ensureBuilt();
const server = await servePractice();
/** A browser of its own with an empty book, which is gone afterwards. */
async function inBrowser(
  language: (typeof languages)[number],
  shootIn: (browser: ExtensionBrowser, page: Page) => Promise<void>,
): Promise<void> {
  const profile = mkdtempSync(join(tmpdir(), 'leadlight-shots-'));
  const browser = await launchExtension({
    profile,
    extension,
    granted: ['http://*/*'],
    args: server.args,
    language: language === 'zh' ? 'zh-CN' : 'en-GB',
  });
  await shootIn(browser, browser.context.pages()[0] ?? (await browser.context.newPage()));
  await browser.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
}

/** The panel at 360 px on the pages of the practice web, then the workspace. */
async function shootAll(browser: ExtensionBrowser, page: Page, language: (typeof languages)[number]): Promise<void> {
  await page.goto(practice.team);
  await browser.clickIcon(page);
  const panel = await browser.panel();
  await rowsOf(panel).first().waitFor();
  await shoot(panel, `team-${language}`);
  for (const [name, url] of Object.entries(pages)) {
    await page.goto(url);
    await page.waitForTimeout(2500);
    await shoot(panel, `${name}-${language}`);
    if (name === 'list') await panel.locator('main footer button').last().click();
  }
  await panel.getByRole('tab').nth(1).click();
  await page.waitForTimeout(1500);
  await shoot(panel, `leads-${language}`);
  await shootWorkspace(browser, folder, language);
}

// `-- --stores`: only what the stores show.
const { stores } = parseArgs({ options: { stores: { type: 'boolean', default: false } } }).values;
for (const language of languages) {
  if (!stores) await inBrowser(language, (browser, page) => shootAll(browser, page, language));
  await inBrowser(language, (browser, page) => shootStore(browser, page, language));
}
await server.stop();
console.log(
  `The panel at 360 px, the workspace at 1280 px: ${stores ? 'left out' : folder}. For the stores: ${pictures}`,
);
