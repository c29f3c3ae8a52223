import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright';
import type { ExtensionBrowser } from '../browser/extension-browser.ts';
import { rowsOf } from '../browser/panel-acts.ts';
import { workspaceUrl } from '../e2e/seed.ts';
import { practice } from '../practice/serve.ts';

/** Where the pictures of the stores lie. */
export const pictures = resolve(import.meta.dirname, '../release/store/pictures');
const logo = resolve(import.meta.dirname, '../icons/leadlight.svg');
/** What the stores ask for. */
const size = { width: 1280, height: 800 };
const tile = { width: 440, height: 280 };
/** The panel's part of the first picture. */
const panelWidth = 400;

const dataUrl = (type: string, bytes: Buffer) => `data:${type};base64,${bytes.toString('base64')}`;

/** A page and the panel in one picture, side by side as one sees them: a browser without a screen draws them apart. */
async function sideBySide(browser: ExtensionBrowser, page: Page, panel: Page, path: string): Promise<void> {
  await page.setViewportSize({ width: size.width - panelWidth - 1, height: size.height });
  await panel.setViewportSize({ width: panelWidth, height: size.height });
  const [left, right] = [await page.screenshot(), await panel.screenshot()];
  const sheet = await browser.context.newPage();
  await sheet.setViewportSize(size);
  await sheet.setContent(
    `<body style="margin:0;display:flex;gap:1px;background:#8f9bb0"><img src="${dataUrl('image/png', left)}"><img src="${dataUrl('image/png', right)}">`,
  );
  await sheet.screenshot({ path });
  await sheet.close();
  // The panel went along to the sheet's tab.
  await page.bringToFront();
  await rowsOf(panel).first().waitFor();
}

/** The tile of a store: the sign, the name, and one line of what it is. In: the line. */
async function drawTile(browser: ExtensionBrowser, line: string, path: string): Promise<void> {
  const sheet = await browser.context.newPage();
  await sheet.setViewportSize(tile);
  await sheet.setContent(
    `<body style="margin:0;height:100vh;display:flex;flex-direction:column;align-items:center;justify-content:center;gap:14px;background:#f6f7fa;color:#1f2733;font:500 19px/1.35 system-ui,'Noto Sans CJK SC',sans-serif;text-align:center"><img width="84" src="${dataUrl('image/svg+xml', readFileSync(logo))}"><strong style="font-size:38px;line-height:1">Leadlight</strong><span style="max-width:380px">${line}</span>`,
  );
  await sheet.screenshot({ path });
  await sheet.close();
}

/** Saves what is ticked; the words of the button are of any language. */
async function saveTicked(browser: ExtensionBrowser, page: Page, panel: Page): Promise<void> {
  await browser.clickIcon(page);
  await rowsOf(panel).first().waitFor();
  await page.waitForTimeout(1500);
  await panel.locator('main footer button').last().click();
  await panel.waitForTimeout(2500);
}

const lines = {
  en: 'Leads from the page in front of you, kept on your own machine',
  zh: '从眼前的网页采集线索，保存在自己的电脑上',
} as const;

/**
 * The pictures that the stores show, from the running product with the invented people of the practice web. In: the browser with
 * an empty book, a tab, the language.
 */
export async function shootStore(browser: ExtensionBrowser, page: Page, language: keyof typeof lines): Promise<void> {
  const folder = join(pictures, language);
  mkdirSync(folder, { recursive: true });
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(practice.team);
  await browser.clickIcon(page);
  const panel = await browser.panel();
  await panel.emulateMedia({ colorScheme: 'light' });
  await rowsOf(panel).first().waitFor();
  await page.waitForTimeout(1500);
  await sideBySide(browser, page, panel, join(folder, '1-capture.png'));
  await saveTicked(browser, page, panel);
  for (const number of [1, 2, 3]) {
    await page.goto(practice.exhibitors(number));
    await page.waitForTimeout(2500);
    await saveTicked(browser, page, panel);
  }
  await page.setViewportSize(size);
  await panel.setViewportSize({ width: 360, height: size.height });

  const sheet = await browser.context.newPage();
  await sheet.setViewportSize(size);
  await sheet.emulateMedia({ colorScheme: 'light' });
  const open = async (section: string) => {
    await sheet.goto('about:blank');
    await sheet.goto(workspaceUrl(browser.extensionId, section));
  };
  await open('leads');
  // The tiers are there, and the offer of a folder for backups is answered.
  await sheet.getByRole('grid').getByRole('img').first().waitFor();
  const offer = sheet.locator('main > section').first().getByRole('button').last();
  if (await offer.isVisible()) await offer.click();
  await sheet.waitForTimeout(1500);
  await sheet.screenshot({ path: join(folder, '2-table.png') });
  await sheet.getByRole('grid').focus();
  await sheet.keyboard.press('ArrowDown');
  await sheet.keyboard.press('o');
  await sheet.locator('[data-score]').waitFor();
  await sheet.waitForTimeout(1500);
  await sheet.screenshot({ path: join(folder, '3-person.png') });
  await open('icp');
  await sheet.locator('[data-histogram]').waitFor();
  await sheet.waitForTimeout(1000);
  await sheet.screenshot({ path: join(folder, '4-rules.png') });
  await open('board');
  const column = sheet.getByRole('listbox').first();
  await column.waitFor();
  for (const steps of [1, 3, 2, 1, 1, 4, 2, 1, 3, 1]) {
    await column.focus();
    for (let step = 0; step < steps; step++) {
      await sheet.keyboard.press('Shift+ArrowRight');
      await sheet.waitForTimeout(250);
    }
  }
  await sheet.waitForTimeout(1000);
  await sheet.screenshot({ path: join(folder, '5-board.png') });
  await sheet.close();
  await drawTile(browser, lines[language], join(folder, 'tile.png'));
}
