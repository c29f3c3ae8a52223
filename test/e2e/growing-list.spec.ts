import type { Page } from '@playwright/test';
import type { browser as extensionApi } from 'wxt/browser';
import { type ExtensionBrowser, grantSites } from '../browser/extension-browser.ts';
import { rowsOf, saveEveryone } from '../browser/panel-acts.ts';
import { expect, openAndRead, test } from './harness.ts';

/** Inside the extension's worker. */
declare const chrome: typeof extensionApi;

const speakers = 'http://www.packline-expo.example/speakers.html';

/** How many people the panel has, also those not drawn: all rows but the fair's own. */
const peopleIn = async (panel: Page) => Number(await panel.getByRole('treegrid').getAttribute('aria-rowcount')) - 1;
const scrollPage = (page: Page, y: number) => page.evaluate((top) => window.scrollTo(0, top), y);
const bottom = 1_000_000;

/** What the icon says of the tab in front. */
async function iconTitle(browser: ExtensionBrowser): Promise<string> {
  const [worker] = browser.context.serviceWorkers();
  if (!worker) throw new Error('the extension has no worker');
  return worker.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true });
    return chrome.action.getTitle({ tabId: tab?.id });
  });
}

test('a list that loads more is added to while one scrolls, within the click’s grant', async ({ launch }) => {
  const { page, panel } = await openAndRead(await launch(), speakers);
  await expect(panel.getByRole('row', { name: /Agnes Albrecht/ })).toBeVisible();
  await expect.poll(() => peopleIn(panel)).toBe(12);
  // What the user does to a row stays.
  await panel.getByRole('checkbox', { name: /Bruno Albrecht/ }).click();
  await expect(panel.getByRole('button', { name: 'Save 12' })).toBeVisible();
  await scrollPage(page, bottom);
  await expect.poll(() => peopleIn(panel)).toBe(24);
  await expect(panel.getByRole('checkbox', { name: /Bruno Albrecht/ })).not.toBeChecked();
  await expect(panel.getByRole('checkbox', { name: /Agnes Albrecht/ })).toBeChecked();
  await scrollPage(page, bottom);
  await expect.poll(() => peopleIn(panel)).toBe(36);
  expect(await saveEveryone(panel)).toBe(37);
});

test('rows that a long list takes out of the page stay, each once', async ({ launch }) => {
  const { page, panel } = await openAndRead(await launch(), `${speakers}?window`);
  await expect(panel.getByRole('row', { name: /Agnes Albrecht/ })).toBeVisible();
  await expect.poll(() => peopleIn(panel)).toBe(10);
  for (let top = 600; top <= 4200; top += 600) {
    await scrollPage(page, top);
    const least = Math.min(36, Math.floor(top / 150) - 1 + 10);
    await expect.poll(() => peopleIn(panel), { timeout: 8000 }).toBeGreaterThanOrEqual(least);
  }
  expect(await page.getByText('Agnes Albrecht').count()).toBe(0);
  await expect(panel.getByRole('row', { name: /Agnes Albrecht/ })).toBeVisible();
  await scrollPage(page, 0);
  await page.waitForTimeout(2500);
  expect(await peopleIn(panel)).toBe(36);
});

test('“more” by a button counts as well, and reading again by hand adds nothing twice', async ({ launch }) => {
  const { page, panel } = await openAndRead(await launch(), `${speakers}?button`);
  await expect.poll(() => peopleIn(panel)).toBe(12);
  await page.getByRole('button', { name: 'More' }).click();
  await expect.poll(() => peopleIn(panel)).toBe(24);
  await panel.getByRole('button', { name: 'Read this page again' }).click();
  await page.waitForTimeout(1000);
  expect(await peopleIn(panel)).toBe(24);
});

test('with the panel shut and no leave for the site, nothing is read by itself', async ({ launch }) => {
  const browser = await launch();
  const { page, panel } = await openAndRead(browser, speakers);
  await expect.poll(() => peopleIn(panel)).toBe(12);
  await panel.close();
  await scrollPage(page, bottom);
  await page.waitForTimeout(4000);
  expect(await page.getByText('Bruno Lindqvist').count()).toBe(1);
  expect(await iconTitle(browser)).toContain('13');
  await browser.clickIcon(page);
  const again = await browser.panel();
  // The icon reads it whole: what was there and what came since.
  await expect(rowsOf(again).first()).toBeVisible();
  await expect.poll(() => peopleIn(again)).toBe(24);
});

test('a site that is allowed is followed as it grows', async ({ launch, profile }) => {
  await grantSites({ profile }, ['http://www.packline-expo.example/*'], true);
  const browser = await launch();
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  await page.goto(speakers);
  await page.bringToFront();
  await expect.poll(() => iconTitle(browser)).toContain('13');
  await scrollPage(page, bottom);
  await expect.poll(() => iconTitle(browser)).toContain('25');
});
