import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { ExtensionBrowser } from '../browser/extension-browser.ts';
import { axeFindings, lossFindings } from './audit.ts';
import { expect, test } from './harness.ts';
import { seedBook, workspaceUrl } from './seed.ts';
import { openSurface, settled, wordsOf, workspaceSurfaces } from './surfaces.ts';
import { foreignNames, wholeBook } from './whole-book.ts';

/** Opens a page of the workspace over a book of everything. In: what is to be so before it opens. */
async function bookPage(browser: ExtensionBrowser, before?: (page: Page) => Promise<unknown>): Promise<Page> {
  const page = await browser.context.newPage();
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(workspaceUrl(browser.extensionId, 'settings'));
  await expect(page.getByRole('main')).toBeVisible();
  await seedBook(page, wholeBook(Date.now()));
  await before?.(page);
  return page;
}

const surfacesCalled = (...names: string[]) => workspaceSurfaces.filter(({ name }) => names.includes(name));

/** Has the locale say that text runs from right to left: none of ours does yet. */
const rightToLeft = (page: Page) =>
  page.addInitScript(() => {
    type Words = { getMessage: (key: string, ...rest: unknown[]) => string };
    const words = (globalThis as unknown as { chrome?: { i18n?: Words } }).chrome?.i18n;
    if (!words) return;
    const before = words.getMessage.bind(words);
    words.getMessage = (key, ...rest) => (key === 'panel_direction' ? 'rtl' : before(key, ...rest));
  });

test('from right to left the page is mirrored, keys lead along the text, and nothing is lost', async ({ launch }) => {
  const browser = await launch();
  const page = await bookPage(browser, rightToLeft);
  const word = await wordsOf('en');
  const base = workspaceUrl(browser.extensionId, '');
  const findings: string[] = [];
  for (const surface of surfacesCalled('table', 'a lead', 'board', 'today', 'rules', 'settings')) {
    await openSurface(page, base, surface, word);
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    findings.push(...(await lossFindings(page)).map((one) => `${surface.name}: ${one}`));
    const place = await page.getByRole('navigation').first().boundingBox();
    expect((place?.x ?? 0) + (place?.width ?? 0)).toBe(1280);
  }
  expect(findings).toEqual([]);

  await page.goto(`${base}leads`);
  const grid = page.getByRole('grid');
  await expect(grid.locator('[data-open]').first()).toBeVisible();
  await grid.focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowLeft');
  await expect(grid).toHaveAttribute('aria-activedescendant', /-name$/);
  await page.keyboard.press('End');
  const last = page.locator(`[id="${await grid.getAttribute('aria-activedescendant')}"]`);
  await expect(last).toBeInViewport({ ratio: 0.9 });

  await page.goto(`${base}board`);
  const column = (name: string) => page.getByRole('listbox', { name: new RegExp(`^${name}: \\d+$`) });
  const before = (await column('Contacted').getAttribute('aria-label')) ?? '';
  await column('New').focus();
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(column('Contacted')).not.toHaveAccessibleName(before);
});

test('names from right to left stand apart in pages that run from left to right', async ({ launch }) => {
  const browser = await launch();
  const page = await bookPage(browser);
  await page.goto(workspaceUrl(browser.extensionId, 'leads'));
  for (const name of foreignNames) {
    const cell = page.getByRole('gridcell').filter({ hasText: name });
    await expect(cell.locator('bdi')).toContainText(name);
    const direction = await cell.locator('bdi').evaluate((element) => getComputedStyle(element).direction);
    expect(direction).toBe('rtl');
  }
  await page.getByRole('gridcell').filter({ hasText: foreignNames[1] }).locator('a').click();
  // In a sentence of ours it carries its own marks.
  await expect(page.getByRole('article', { name: `\u2068${foreignNames[1]}\u2069` })).toBeVisible();
});

test('in a high contrast theme one sees where one is, what is chosen and what has the focus', async ({ launch }) => {
  const browser = await launch();
  const page = await bookPage(browser);
  await page.emulateMedia({ forcedColors: 'active' });
  const word = await wordsOf('en');
  const base = workspaceUrl(browser.extensionId, '');
  const outlined = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1;
      });
  for (const surface of surfacesCalled('today', 'rules', 'table', 'match')) {
    await openSurface(page, base, surface, word);
    expect(await outlined('nav a[aria-current=page]'), surface.name).toBe(true);
    await page.keyboard.press('Tab');
    expect(await outlined(':focus'), `focus, ${surface.name}`).toBe(true);
  }
  await openSurface(page, base, { name: 'rules', at: 'icp' }, word);
  expect(await outlined('[role=tab][data-state=active]')).toBe(true);
  // What is drawn takes the reader's colours as well; a pane keeps its own, and is told by its shape.
  const [ink, text] = await page.evaluate(() => {
    const probe = document.createElement('i');
    probe.style.color = 'CanvasText';
    document.body.append(probe);
    const drawn = document.createElement('i');
    drawn.style.color = 'var(--color-ink)';
    document.body.append(drawn);
    return [getComputedStyle(drawn).color, getComputedStyle(probe).color];
  });
  expect(ink).toBe(text);
  expect(
    await page
      .locator('[data-histogram] [role=slider] > span')
      .last()
      .evaluate((line) => getComputedStyle(line).backgroundColor),
  ).toBe(text);
});

test('the size of text that is set in the browser holds, and nothing is lost by it', async ({ launch, profile }) => {
  await (await launch()).close();
  const file = join(profile, 'Default/Preferences');
  const preferences = JSON.parse(readFileSync(file, 'utf8')) as { webkit?: object };
  writeFileSync(file, JSON.stringify({ ...preferences, webkit: { webprefs: { default_font_size: 24 } } }));
  const browser = await launch();
  const page = await bookPage(browser);
  const word = await wordsOf('en');
  const findings: string[] = [];
  for (const surface of surfacesCalled('today', 'board', 'table', 'a lead', 'rules', 'import', 'settings')) {
    await openSurface(page, workspaceUrl(browser.extensionId, ''), surface, word);
    findings.push(...(await lossFindings(page)).map((one) => `${surface.name}: ${one}`));
  }
  expect(findings).toEqual([]);
  expect(await page.evaluate(() => getComputedStyle(document.body).fontSize)).toBe('21px');
  await page.goto(workspaceUrl(browser.extensionId, 'leads'));
  expect((await page.locator('[data-line]').first().boundingBox())?.height).toBe(51);
});

test('what opens from a button is named, is left by Esc, and gives the focus back', async ({ launch }) => {
  test.setTimeout(180_000);
  const browser = await launch();
  const page = await bookPage(browser);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const word = await wordsOf('en');
  const findings: string[] = [];
  for (const at of ['today', 'board', 'leads', 'customers', 'icp']) {
    await openSurface(page, workspaceUrl(browser.extensionId, ''), { name: at, at }, word);
    const buttons = page.locator('main [aria-haspopup]:visible:not([tabindex="-1"])');
    for (let index = 0; index < Math.min(8, await buttons.count()); index++) {
      const button = buttons.nth(index);
      const name = (await button.getAttribute('aria-label')) ?? (await button.textContent());
      await button.focus();
      await page.keyboard.press('Enter');
      await expect(button, `${at}: ${name}`).toHaveAttribute('aria-expanded', 'true');
      await settled(page);
      const moving = await page.evaluate(() => document.getAnimations().length);
      if (moving > 0) findings.push(`${at}, ${name}: moves although less motion is wished for`);
      findings.push(...(await axeFindings(page, { isWhole: true })).map((one) => `${at}, ${name}: ${one}`));
      await page.keyboard.press('Escape');
      await expect(button, `${at}: ${name}`).toBeFocused();
    }
  }
  expect(findings).toEqual([]);
});
