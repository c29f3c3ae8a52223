import type { Page } from '@playwright/test';
import { type Display, startDisplay, whyNoDisplay } from '../browser/display.ts';
import type { ExtensionBrowser } from '../browser/extension-browser.ts';
import { practice } from '../practice/serve.ts';
import { test as base, expect } from './harness.ts';

const test = base.extend<{ display: Display; headed: ExtensionBrowser }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern where a fixture uses no other
  display: async ({}, use) => {
    const display = await startDisplay();
    await use(display);
    display.stop();
  },
  headed: async ({ launch, display }, use) => {
    await use(await launch({ display: display.name, args: ['--window-position=0,0', '--window-size=1280,900'] }));
  },
});
test.skip(whyNoDisplay !== undefined, whyNoDisplay);

async function open(browser: ExtensionBrowser, url: string): Promise<Page> {
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  await page.goto(url);
  await page.bringToFront();
  return page;
}

/** Where the middle of something on the page is on the screen. */
async function placeOf(page: Page, text: string): Promise<[number, number]> {
  const locator = page.getByText(text, { exact: true }).first();
  await locator.scrollIntoViewIfNeeded();
  // A text over two lines has its middle between them: the first line it is.
  const [x, y] = await locator.evaluate((element) => {
    const line = element.getClientRects()[0] ?? element.getBoundingClientRect();
    return [line.x + Math.min(line.width, 60) / 2, line.y + line.height / 2] as const;
  });
  const frame = await page.evaluate(() => ({
    x: screenX + outerWidth - innerWidth,
    y: screenY + outerHeight - innerHeight,
  }));
  return [Math.round(frame.x + x), Math.round(frame.y + y)];
}

test('Alt+Shift+L opens the panel and reads the page', async ({ headed, display }) => {
  await open(headed, practice.team);
  await display.key('alt+shift+l');
  const panel = await headed.panel();
  await expect(panel.getByRole('row', { name: /Lars Hinrichsen/ })).toBeVisible();
});

test('Alt+Shift+L on a browser page says why nothing is read, on a PDF too', async ({ headed, display }) => {
  const page = await open(headed, 'chrome://version/');
  await display.key('alt+shift+l');
  const panel = await headed.panel();
  await expect(panel.getByText('Nothing to read here, this is a browser page')).toBeVisible();
  await page.goto('http://www.packline-expo.example/floor-plan.pdf');
  await page.bringToFront();
  await display.key('alt+shift+l');
  await expect((await headed.panel()).getByText('This is a PDF')).toBeVisible();
});

test('the context menu on the page reads it', async ({ headed, display }) => {
  const page = await open(headed, practice.team);
  await display.rightClick(...(await placeOf(page, 'Our team')));
  await display.key('Up', 'Up', 'Up', 'Return');
  const panel = await headed.panel();
  await expect(panel.getByRole('row', { name: /Lars Hinrichsen/ })).toBeVisible();
});

test('the context menu on selected text reads that alone', async ({ headed, display }) => {
  const page = await open(headed, practice.team);
  const [x, y] = await placeOf(page, 'Paul Okafor');
  await page.evaluate(() => {
    const card = [...document.querySelectorAll('.card')].find((each) => each.textContent?.includes('Paul Okafor'));
    if (card) getSelection()?.selectAllChildren(card);
  });
  await display.rightClick(x, y);
  await display.key('Up', 'Up', 'Return');
  const panel = await headed.panel();
  await expect(panel.getByText('Paul Okafor').first()).toBeVisible();
  await expect(panel.getByText('Lars Hinrichsen')).toHaveCount(0);
});

test('the context menu on a mail link reads that link', async ({ headed, display }) => {
  const page = await open(headed, practice.team);
  await display.rightClick(...(await placeOf(page, 'lars.hinrichsen@nordlicht-foerdertechnik.example')));
  await display.key('Up', 'Up', 'Return');
  const panel = await headed.panel();
  await expect(panel.getByText(/lars\.hinrichsen@|Lars Hinrichsen/).first()).toBeVisible();
  await expect(panel.getByText('Paul Okafor')).toHaveCount(0);
});
