import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { readRecipeFile, writeRecipeFile } from '../../lib/exchange/recipe-file.ts';
import { rowsOf } from '../browser/panel-acts.ts';
import { practice } from '../practice/serve.ts';
import { aRecipe } from '../unit/capture/recipes/made.ts';
import { broken, makers, original, redesigned } from '../unit/capture/recipes/pages.ts';
import { test as base, expect, openAndRead, violationsOf } from './harness.ts';

type Market = { address: string; show(markup: string): void };

/** What the page does when somebody presses it, and what it looks for of ours. */
const watching = `<style>.grid{display:grid;grid-template-columns:repeat(3,1fr);gap:12px}.mk-tile,article{border:1px solid #bbb;padding:8px}.mk-who{font-weight:600}</style>
<script>
  window.pressed = 0;
  for (const name of ['click', 'mousedown', 'pointerdown', 'keydown'])
    document.addEventListener(name, () => { window.pressed += 1; }, true);
</script>`;

const test = base.extend<{ market: Market }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern where a fixture uses no other
  market: async ({}, use) => {
    let body = original;
    const server = createServer((_, response) => {
      response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
        .end(
          `<!doctype html><html lang="en-GB"><head><title>Makers</title>${watching}</head><body>${body}</body></html>`,
        );
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    await use({
      address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/makers`,
      show: (markup) => {
        body = markup;
      },
    });
    server.closeAllConnections();
    server.close();
  },
});

/** Moves the mouse to something on the page and presses, as a person would. */
async function pointAt(page: Page, selector: string): Promise<void> {
  const box = await page.locator(selector).first().boundingBox();
  if (!box) throw new Error(`${selector} is not to be seen`);
  await page.mouse.move(box.x + box.width / 2 - 3, box.y + box.height / 2);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

const picking = (page: Page) =>
  expect.poll(() => page.evaluate(() => document.documentElement.lastElementChild?.localName)).toBe('div');

async function expectMakers(panel: Page): Promise<void> {
  for (const { who } of makers) await expect(rowsOf(panel).filter({ hasText: who }).first()).toBeVisible();
  await expect(panel.getByText('Read by “Makers at the market”: 6 entries')).toBeVisible();
}

test('a list is taught by pointing, read from then on, and read after a redesign', async ({ launch, market }) => {
  test.setTimeout(90_000);
  const browser = await launch();
  const { page, panel } = await openAndRead(browser, market.address);
  const before = await page.evaluate(() => document.documentElement.outerHTML);

  await panel.getByRole('button', { name: 'Teach this page' }).click();
  await panel.getByRole('radio', { name: 'a company' }).click();
  await panel.getByRole('button', { name: 'Point at: Entry' }).click();
  await picking(page);
  await pointAt(page, '.mk-tile:nth-child(2) .mk-craft');
  await expect(panel.getByText('6 entries')).toBeVisible();

  // The name is asked for at once; then what else stands in an entry.
  await expect(panel.getByRole('status').filter({ hasText: 'Point at: Name' })).toBeVisible();
  await picking(page);
  await pointAt(page, '.mk-tile:nth-child(2) .mk-who');
  await expect(panel.getByText('6 found')).toBeVisible();
  for (const [field, selector] of [
    ['Trade', '.mk-tile:nth-child(2) .mk-craft'],
    ['Stand', '.mk-tile:nth-child(1) .v'],
    ['Phone', '.mk-tile:nth-child(1) .mk-row:nth-of-type(4) .v'],
    ['E-mail', '.mk-tile:nth-child(4) a'],
  ] as const) {
    await panel.getByRole('button', { name: `Point at: ${field}` }).click();
    await picking(page);
    await pointAt(page, selector);
    await expect(panel.getByRole('button', { name: `Forget: ${field}` })).toBeVisible();
  }
  await expect(panel.getByText('Blue Heron').first()).toBeVisible();

  // Nothing went through to the page, and nothing of ours is left.
  expect(await page.evaluate(() => (window as unknown as { pressed: number }).pressed)).toBe(0);
  expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);

  for (const colorScheme of ['light', 'dark'] as const) {
    await panel.emulateMedia({ colorScheme });
    const violations = await violationsOf(panel);
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`)).toEqual([]);
  }

  await panel.getByLabel('Keep it as').fill('Makers at the market');
  await panel.getByRole('button', { name: 'Save and read' }).click();
  await expectMakers(panel);
  await rowsOf(panel).filter({ hasText: 'Nine Knots' }).first().click();
  await expect(panel.getByText('B14').first()).toBeVisible();
  await expect(panel.getByText('post@nine-knots.example').first()).toBeVisible();

  await page.reload();
  await browser.clickIcon(page);
  await expectMakers(panel);

  market.show(redesigned);
  await page.reload();
  await browser.clickIcon(page);
  await expectMakers(panel);

  market.show(broken);
  await page.reload();
  await browser.clickIcon(page);
  await expect(
    panel.getByText('“Makers at the market” no longer finds its entries here', { exact: false }),
  ).toBeVisible();
});

test('a taught list is renamed, deleted, taken back, exported and imported; a file that is none is refused', async ({
  launch,
  profile,
}) => {
  const browser = await launch();
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  await page.goto(practice.team);
  await browser.clickIcon(page);
  const panel = await browser.panel();
  await panel.getByRole('tab', { name: 'Settings' }).click();
  const lists = panel.getByRole('region', { name: 'Taught lists' });
  const file = lists.locator('input[type=file]');
  const give = (text: string) =>
    file.setInputFiles({ name: 'lists.json', mimeType: 'application/json', buffer: Buffer.from(text) });

  await give('{"format":"leadlight-recipes","version":1,"recipes":[{"id":"x","name":"<img src=x onerror=alert(1)>"}]}');
  await expect(panel.getByText(/The file was refused, nothing was imported/)).toBeVisible();
  await expect(lists.getByRole('listitem')).toHaveCount(0);
  await give(writeRecipeFile([aRecipe()]));
  await expect(lists.getByRole('listitem')).toHaveCount(1);

  await lists.getByRole('button', { name: 'Rename: Makers' }).click();
  await lists.getByLabel('Name').fill('Weavers');
  await lists.getByLabel('Name').press('Enter');
  await expect(lists.getByText('Weavers')).toBeVisible();
  await lists.getByRole('button', { name: 'Delete: Weavers' }).click();
  await expect(lists.getByRole('listitem')).toHaveCount(0);
  await panel.getByRole('button', { name: 'Undo' }).click();
  await expect(lists.getByText('Weavers')).toBeVisible();

  await browser.downloadTo(profile);
  await lists.getByRole('button', { name: 'Export all' }).click();
  const exported = () => readdirSync(profile).find((name) => /^leadlight-lists-.*\.json$/.test(name));
  await expect.poll(exported).toBeTruthy();
  expect(readRecipeFile(readFileSync(join(profile, exported() ?? ''), 'utf8'))).toEqual([aRecipe({ name: 'Weavers' })]);
});

test('pointing by keyboard, and Escape leaves nothing behind', async ({ launch, market }) => {
  const browser = await launch();
  const { page, panel } = await openAndRead(browser, market.address);
  const before = await page.evaluate(() => document.documentElement.outerHTML);
  await panel.getByRole('button', { name: 'Teach this page' }).click();
  await panel.getByRole('button', { name: 'Point at: Entry' }).click();
  await picking(page);
  expect(
    await page.evaluate(() => {
      const host = document.documentElement.lastElementChild;
      return { inside: host?.childNodes.length, root: host?.shadowRoot };
    }),
  ).toEqual({ inside: 0, root: null });
  await page.keyboard.press('Escape');
  await expect(panel.getByRole('button', { name: 'Point at: Entry' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);

  await panel.getByRole('button', { name: 'Point at: Entry' }).click();
  await picking(page);
  await panel.keyboard.press('ArrowRight');
  await panel.keyboard.press('ArrowLeft');
  await panel.keyboard.press('Enter');
  await expect(panel.getByRole('button', { name: 'Forget: Entry' })).toBeVisible();
  await panel.keyboard.press('Escape');
  await expect.poll(() => page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
  expect(await page.evaluate(() => (window as unknown as { pressed: number }).pressed)).toBe(0);
});
