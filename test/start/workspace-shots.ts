import { join } from 'node:path';
import type { ExtensionBrowser } from '../browser/extension-browser.ts';
import { mixedBook } from '../e2e/icp-book.ts';
import { seedBook, workspaceUrl } from '../e2e/seed.ts';

const good =
  'Winkler Maschinenbau GmbH, winkler.example, Deutschland\nHuber Maschinen AG, Österreich\nTirol Maschinenbau GmbH, Österreich';
const bad = 'Bright Software Ltd, United Kingdom\nPixel Software Inc, United States';

/** Pictures of the ideal customer at 1280 px: a rule that is open, a draft that is tried, a start from examples. In: where to, and their language. */
export async function shootWorkspace(browser: ExtensionBrowser, folder: string, language: string): Promise<void> {
  const page = await browser.context.newPage();
  await page.setViewportSize({ width: 1280, height: 900 });
  const open = async (section: string) => {
    await page.goto('about:blank');
    await page.goto(workspaceUrl(browser.extensionId, section));
  };
  const shoot = async (name: string) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: join(folder, `${name}-${language}-${colorScheme}.png`) });
    }
  };
  await open('settings');
  await page.getByRole('main').waitFor();
  await seedBook(page, mixedBook(400));
  await open('icp');
  await page.locator('[data-histogram]').waitFor();
  await page.locator('[data-rule="person.role"]').click();
  const handle = page.getByRole('slider').first();
  for (let press = 0; press < 3; press++) await handle.press('PageDown');
  await page.waitForTimeout(1000);
  await shoot('rules');
  await open('icp/try');
  await page.locator('[data-effect]').waitFor();
  await page.waitForTimeout(1000);
  await shoot('try');
  await open('icp/start');
  await page.locator('textarea').first().fill(good);
  await page.locator('textarea').nth(1).fill(bad);
  await page.waitForTimeout(1500);
  await shoot('start');
  await page.close();
}
