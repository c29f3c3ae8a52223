import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { test as base, type Page } from '@playwright/test';
import {
  builtExtension,
  type ExtensionBrowser,
  type LaunchOptions,
  launchExtension,
} from '../browser/extension-browser.ts';
import { servePractice } from '../practice/serve.ts';

export const extension = process.env.LEADLIGHT_EXTENSION ?? builtExtension;

type Launch = (options?: Partial<LaunchOptions>) => Promise<ExtensionBrowser>;
type Fixtures = {
  /** The practice web on loopback; its switches go to the browser by themselves. */
  practiceArgs: string[];
  /** Profile folder of this test. */
  profile: string;
  /** Starts a browser on this test's profile; it is closed at the end. */
  launch: Launch;
};

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern where a fixture uses no other
  practiceArgs: async ({}, use) => {
    const server = await servePractice();
    await use(server.args);
    await server.stop();
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern where a fixture uses no other
  profile: async ({}, use) => {
    const profile = mkdtempSync(join(tmpdir(), 'leadlight-e2e-'));
    await use(profile);
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  },
  launch: async ({ practiceArgs, profile }, use) => {
    const started: ExtensionBrowser[] = [];
    await use(async (options = {}) => {
      const browser = await launchExtension({
        profile,
        extension,
        ...options,
        args: [...practiceArgs, ...(options.args ?? [])],
      });
      started.push(browser);
      return browser;
    });
    for (const browser of started) await browser.close();
  },
});

export { expect } from '@playwright/test';

/**
 * The "Undo" of the notice that says something: the one before it may still stand, and a click that was begun on it would wait
 * for it for ever. In: the page, a part of what is said.
 */
export const undoOf = (page: Page, said: string) =>
  page.locator('[data-sonner-toast]', { hasText: said }).getByRole('button', { name: 'Undo' });

/** Opens an address in the first tab, presses the icon there, and answers with the page and the real panel. */
export async function openAndRead(browser: ExtensionBrowser, url: string): Promise<{ page: Page; panel: Page }> {
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  await page.goto(url);
  await browser.clickIcon(page);
  return { page, panel: await browser.panel() };
}

/** Looks this often before it believes what axe found: a notice may have come while it looked. */
const mostLooks = 3;

/** What axe finds in a page of the extension, once nothing moves: a notice that is still fading in has no contrast yet. */
export async function violationsOf(page: Page, looks = mostLooks) {
  await page.evaluate(async () => {
    const ends = document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ends.map((one) => one.finished));
  });
  // Legacy mode: the panel's client cannot open the page that axe would finish in.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  if (violations.length === 0 || looks <= 1) return violations;
  await page.waitForTimeout(500);
  return violationsOf(page, looks - 1);
}
