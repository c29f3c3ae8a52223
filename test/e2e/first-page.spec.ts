import type { Page } from '@playwright/test';
import type { ExtensionBrowser } from '../browser/extension-browser.ts';
import { rowsOf } from '../browser/panel-acts.ts';
import { expect, test, violationsOf } from './harness.ts';
import { workspaceUrl } from './seed.ts';

/** The page that the install opened by itself. */
async function opened(browser: ExtensionBrowser): Promise<Page> {
  const find = () => browser.context.pages().find((page) => page.url().endsWith('/welcome.html'));
  await expect.poll(() => find() !== undefined).toBe(true);
  const page = find();
  if (!page) throw new Error('no page after the install');
  await page.bringToFront();
  return page;
}

/** The name of what has the focus. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement;
    const label = at instanceof HTMLInputElement ? at.labels?.[0]?.textContent : undefined;
    return at?.getAttribute('aria-label') ?? label ?? at?.textContent ?? '';
  });

/** Presses Tab until something of this name has the focus: it comes after what had it, and says what it is. */
async function tabTo(page: Page, name: string): Promise<void> {
  const passed: string[] = [];
  for (let tab = 0; tab < 30 && !passed.at(-1)?.startsWith(name); tab++) {
    await page.keyboard.press('Tab');
    passed.push(await focused(page));
  }
  expect(passed.at(-1), `on the way: ${passed.join(' · ')}`).toMatch(new RegExp(`^${name.replace('?', '\\?')}`));
}

test('the first one is saved by keyboard alone, and the practice people go again', async ({ launch }) => {
  const browser = await launch({ firstPage: true });
  const page = await opened(browser);
  const { keyboard } = page;
  await expect(page.getByRole('button', { name: 'Read this page' })).toBeFocused();
  const began = Date.now();
  await keyboard.press('Enter');
  await expect(rowsOf(page)).toHaveCount(5);
  await expect(rowsOf(page).first()).toBeFocused();
  await keyboard.press('Enter');
  await expect(page.getByText(/^\d saved/).first()).toBeVisible();
  expect(Date.now() - began).toBeLessThan(60_000);

  // On to the two questions, in the order in which they stand.
  await expect(page.getByRole('heading', { name: 'Saved. That was the main job' })).toBeFocused();
  await tabTo(page, 'Begin with');
  await keyboard.press('ArrowDown');
  await tabTo(page, 'In which countries?');
  await keyboard.type('Germany\n');
  await tabTo(page, 'Which words');
  await tabTo(page, 'How large are they?');
  await tabTo(page, 'purchasing');
  await expect(page.getByRole('button', { name: 'Use these answers' })).toBeEnabled();
  await tabTo(page, 'Use these answers');
  await keyboard.press('Enter');

  // Ready: the practice people go, and would come back.
  await expect(page.getByRole('heading', { name: 'You are ready' })).toBeFocused();
  await expect(page.getByText('5 invented leads of the practice page are in your book.')).toBeVisible();
  await keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Throw away' })).toBeFocused();
  await keyboard.press('Enter');
  await expect(page.getByText(/are in your book/)).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).last().press('Enter');
  await expect(page.getByText('5 invented leads of the practice page are in your book.')).toBeVisible();

  // Nobody invented stays unnoticed, and the answers are in force.
  await page.goto(workspaceUrl(browser.extensionId, 'leads'));
  await expect(page.getByText('5 invented leads of the practice page are in your book.')).toBeVisible();
  await page.getByRole('button', { name: 'Throw away' }).press('Enter');
  await expect(page.getByText('Nobody here yet')).toBeVisible();
  await page.goto(workspaceUrl(browser.extensionId, 'icp'));
  await expect(page.getByText(/Country is Germany/).first()).toBeVisible();
});

test('a value shows where it stands on the practice page; what was saved is taken back by its key', async ({
  launch,
}) => {
  const browser = await launch({ firstPage: true });
  const page = await opened(browser);
  await expect(page.getByRole('button', { name: 'Read this page' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(rowsOf(page).first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^5 saved/).first()).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText(/are in your book/)).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Save 5/ })).toBeVisible();
});

test('a second start of the browser opens no such page again', async ({ launch, profile }) => {
  const first = await launch();
  await first.close();
  const again = await launch({ profile });
  const page = again.context.pages()[0] ?? (await again.context.newPage());
  await page.goto(workspaceUrl(again.extensionId, 'leads'));
  await expect(page.getByText('Nobody here yet')).toBeVisible();
  expect(again.context.pages().filter((one) => one.url().endsWith('/welcome.html'))).toEqual([]);
  // It can be had again where the book is empty.
  await page.getByRole('button', { name: 'Try it on a practice page' }).press('Enter');
  await opened(again);
});

for (const colorScheme of ['light', 'dark'] as const)
  for (const [language, notNow] of [
    ['en-GB', 'Not now'],
    ['zh-CN', '以后再说'],
  ] as const)
    test(`axe finds nothing on the page after install (${language}, ${colorScheme})`, async ({ launch }) => {
      const browser = await launch({ firstPage: true, colorScheme, language });
      const page = await opened(browser);
      const clean = async () => expect(await violationsOf(page)).toEqual([]);
      await clean();
      await page.keyboard.press('Enter');
      await expect(rowsOf(page)).toHaveCount(5);
      await clean();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('button', { name: notNow })).toBeVisible();
      await page.setViewportSize({ width: 360, height: 640 });
      await clean();
      await page.getByRole('button', { name: notNow }).press('Enter');
      await clean();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    });
