import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type BrowserContext, chromium, type Page } from 'playwright';
import type { browser as extensionApi } from 'wxt/browser';
import { launchExtension, switches } from '../browser/extension-browser.ts';
import { prepareBook } from '../mail/book.ts';

/** Inside a page of the extension. */
declare const chrome: typeof extensionApi;

const everySite = 'http://*.example/*';

/** What is installed where a page is loaded. */
export const arms = ['none', 'installed', 'empty', 'allowed', 'mailbox'] as const;
export type ArmName = (typeof arms)[number];
/** A browser of one arm. `rest` puts the extension's worker to sleep, as it is when somebody opens a page once in a while. */
export type Arm = { name: ArmName; context: BrowserContext; page: Page; rest(): Promise<void>; close(): Promise<void> };

/** An extension that does nothing but have an empty script in every page and frame. Out: its folder. */
function emptyExtension(folder: string): string {
  mkdirSync(folder, { recursive: true });
  const script = { matches: ['http://*/*'], js: ['empty.js'], all_frames: true, match_origin_as_fallback: true };
  const manifest = { manifest_version: 3, name: 'Empty', version: '1', content_scripts: [script] };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'empty.js'), '');
  return folder;
}

async function plainBrowser(
  name: ArmName,
  folder: string,
  extension: string | undefined,
  args: string[],
): Promise<Arm> {
  const executablePath = process.env.CHROMIUM_PATH;
  const context = await chromium.launchPersistentContext(join(folder, name), {
    headless: true,
    ...(executablePath && { executablePath }),
    ignoreDefaultArgs: ['--disable-extensions'],
    args: switches(extension, false, args),
    viewport: { width: 1280, height: 900 },
  });
  const page = await context.newPage();
  return { name, context, page, rest: () => Promise.resolve(), close: () => context.close() };
}

/** Ids of the content scripts that Leadlight has registered; asked in a page of its own. */
async function registered(page: Page): Promise<string[]> {
  return page.evaluate(async () => (await chrome.scripting.getRegisteredContentScripts()).map(({ id }) => id));
}

async function withLeadlight(name: ArmName, folder: string, extension: string, args: string[]): Promise<Arm> {
  const granted = name === 'installed' ? {} : { granted: [everySite] };
  const browser = await launchExtension({ profile: join(folder, name), extension, args, ...granted });
  const { context } = browser;
  if (name === 'mailbox') await prepareBook(browser, [everySite]);
  const control = await browser.controlPage();
  const scripts = await registered(control);
  await control.close();
  const wanted = name === 'mailbox' ? 1 : 0;
  if (scripts.length !== wanted) throw new Error(`${name}: ${scripts.length} content scripts are registered`);
  const session = (await context.browser()?.newBrowserCDPSession()) as unknown as {
    send(method: string, params?: object): Promise<{ targetInfos: { type: string; targetId: string }[] }>;
  };
  const rest = async () => {
    const { targetInfos } = await session.send('Target.getTargets', { filter: [{}] });
    for (const { type, targetId } of targetInfos)
      if (type === 'service_worker') await session.send('Target.closeTarget', { targetId });
  };
  return { name, context, page: await context.newPage(), rest, close: () => browser.close() };
}

/**
 * Starts a browser for each arm. In: a folder for their profiles, the built extension, switches of Chromium. Out: the browsers,
 * each with one tab. Throws where Leadlight has registered a content script that is not wanted, or not the one that is.
 */
export async function startArms(folder: string, extension: string, args: string[]): Promise<Arm[]> {
  const started: Arm[] = [];
  for (const name of arms) {
    if (name === 'none') started.push(await plainBrowser(name, folder, undefined, args));
    else if (name === 'empty')
      started.push(await plainBrowser(name, folder, emptyExtension(join(folder, 'empty-extension')), args));
    else started.push(await withLeadlight(name, folder, extension, args));
  }
  // What starting left to do is no part of any load.
  await sleep(1000);
  return started;
}
