import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright';
import { ensureBuilt } from '../browser/build.ts';
import { launchExtension } from '../browser/extension-browser.ts';
import { rowsOf } from '../browser/panel-acts.ts';
import { practice, servePractice } from '../practice/serve.ts';
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
for (const language of languages) {
  const profile = mkdtempSync(join(tmpdir(), 'leadlight-shots-'));
  const browser = await launchExtension({
    profile,
    extension,
    granted: ['http://*/*'],
    args: server.args,
    language: language === 'zh' ? 'zh-CN' : 'en-GB',
  });
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
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
  await browser.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
}
await server.stop();
console.log(`The panel at 360 px, the workspace at 1280 px: ${folder}`);
