import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type Display, startDisplay, whyNoDisplay } from '../browser/display.ts';
import { rowsOf, saveButton } from '../browser/panel-acts.ts';
import { sitesFolder } from '../practice/serve.ts';
import { test as base, expect, openAndRead } from './harness.ts';

const codes = 'http://www.nordlicht-foerdertechnik.example/codes.html';

const test = base.extend<{ display: Display; page: Page; menu: (picture: string) => Promise<Page> }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern where a fixture uses no other
  display: async ({}, use) => {
    const display = await startDisplay();
    await use(display);
    display.stop();
  },
  /** Right-clicks a picture of the page, chooses "Read this code" and answers with the panel. */
  menu: async ({ launch, display }, use) => {
    const browser = await launch({ display: display.name, args: ['--window-position=0,0', '--window-size=1280,900'] });
    const page = browser.context.pages()[0] ?? (await browser.context.newPage());
    await page.goto(codes);
    await page.bringToFront();
    await use(async (picture) => {
      const locator = page.locator(`#${picture}`);
      await locator.scrollIntoViewIfNeeded();
      const [x, y] = await locator.evaluate((element) => {
        const at = element.getBoundingClientRect();
        const [left, top] = [screenX + outerWidth - innerWidth, screenY + outerHeight - innerHeight];
        return [left + at.x + at.width / 2, top + at.y + Math.min(40, at.height / 2)] as const;
      });
      await display.rightClick(Math.round(x), Math.round(y));
      // Inspect, our own group, in it: the page, the code.
      await display.key('Up', 'Up', 'Right', 'Down', 'Return');
      return browser.panel();
    });
  },
});

test.describe('the context menu on a picture', () => {
  test.skip(whyNoDisplay !== undefined, whyNoDisplay);

  test('makes a person of the vCard in it, who stays when the page is read', async ({ menu }) => {
    const panel = await menu('card');
    const row = panel.getByRole('row', { name: /Wiebke Petersen/ });
    await expect(row).toBeVisible();
    await expect(row).toContainText('Leiterin Vertrieb Export');
    await panel.getByRole('button', { name: 'Read this page again' }).click();
    await expect(panel.getByText('1 QR code on this page')).toBeVisible();
    await expect(row).toBeVisible();
    await saveButton(panel).click();
    await expect(panel.getByText(/^\d saved/).first()).toBeVisible();
  });

  test('reads one of another site from the screen, and draws a WeChat code to scan', async ({ menu }) => {
    const panel = await menu('wechat');
    const row = panel.getByRole('row', { name: /Lin Xiaoyan/ });
    await expect(row).toBeVisible({ timeout: 15_000 });
    await row.click();
    await expect(panel.getByRole('img', { name: 'Code to scan with the phone' })).toBeVisible();
    await expect(panel.getByText('https://u.wechat.com/kInvented7Nordlicht')).toBeVisible();
  });

  test('says so where the picture has none', async ({ menu }) => {
    const panel = await menu('logo');
    await expect(panel.getByText('No QR code was found in this picture.')).toBeVisible();
  });
});

test('a picture dropped into the paste box is read', async ({ launch }) => {
  const { panel } = await openAndRead(await launch(), 'http://www.nordlicht-foerdertechnik.example/team.html');
  await expect(rowsOf(panel).first()).toBeVisible();
  await panel.getByRole('button', { name: 'Paste text or a table' }).click();
  const svg = readFileSync(join(sitesFolder, 'www.nordlicht-foerdertechnik.example/code-petersen.svg'), 'utf8');
  const give = (draws: boolean) =>
    panel.getByRole('textbox', { name: 'Paste text or a table here' }).evaluate(
      async (box, { source, shows }) => {
        const canvas = new OffscreenCanvas(300, 300);
        const context = canvas.getContext('2d');
        const picture = new Image();
        picture.src = `data:image/svg+xml,${encodeURIComponent(source)}`;
        await picture.decode();
        if (shows) context?.drawImage(picture, 0, 0, 300, 300);
        const data = new DataTransfer();
        data.items.add(new File([await canvas.convertToBlob()], 'code.png', { type: 'image/png' }));
        const event = shows
          ? new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
          : new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true });
        box.dispatchEvent(event);
      },
      { source: svg, shows: draws },
    );
  await give(false);
  await expect(panel.getByText('No QR code was found in the picture.')).toBeVisible();
  await give(true);
  await expect(panel.getByRole('row', { name: /Wiebke Petersen/ })).toBeVisible();
});
