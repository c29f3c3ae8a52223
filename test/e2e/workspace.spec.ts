import { expect, test, violationsOf } from './harness.ts';
import { mixedBook } from './icp-book.ts';
import { seedBook, workspaceUrl } from './seed.ts';

test('the workspace is walked through by keyboard, from a phone’s width to a screen’s', async ({ launch }) => {
  const browser = await launch();
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  await page.goto(workspaceUrl(browser.extensionId, 'settings'));
  await expect(page).toHaveTitle(/^Settings/);
  await seedBook(page, mixedBook(30));
  const navigation = page.getByRole('navigation', { name: 'Workspace' });
  const pages = navigation.getByRole('link');
  const count = await pages.count();

  await page.setViewportSize({ width: 360, height: 640 });
  for (let at = 0; at < count; at++) {
    await page.keyboard.press('g');
    await page.keyboard.press(String(at + 1));
    const link = pages.nth(at);
    await expect(link).toHaveAttribute('aria-current', 'page');
    await expect(page).toHaveTitle(new RegExp(`^${await link.getAttribute('aria-label')}`));
    await expect(page.getByRole('main')).toBeFocused();
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wider, 'nothing runs out of the window').toBeLessThanOrEqual(0);
  }
  const violations = await violationsOf(page);
  expect(violations.map(({ id }) => id)).toEqual([]);

  // A lead lies over its list where it is narrow, and beside it where there is room.
  await page.goto('about:blank');
  await page.goto(workspaceUrl(browser.extensionId, 'leads'));
  const list = page.getByRole('listbox', { name: 'People' });
  await list.getByRole('option').first().click();
  const lead = page.getByRole('article');
  await expect(lead).toBeVisible();
  const places = async () => {
    const [left, right] = await Promise.all([list.boundingBox(), lead.boundingBox()]);
    return { end: (left?.x ?? 0) + (left?.width ?? 0), start: right?.x ?? 0 };
  };
  const narrow = await places();
  expect(narrow.start).toBeLessThan(narrow.end);
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect.poll(async () => (await places()).start >= (await places()).end).toBe(true);
  await list.getByRole('option').nth(1).click();
  await expect(lead).toBeVisible();
  await expect(page.getByRole('link', { name: 'Ideal customer' })).toContainText('Ideal customer');
});
