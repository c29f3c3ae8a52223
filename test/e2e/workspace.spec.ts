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
    const link = pages.nth(at);
    const keys = (await link.getAttribute('aria-keyshortcuts'))?.split(' ') ?? [];
    for (const key of keys) await page.keyboard.press(key);
    await expect(link).toHaveAttribute('aria-current', 'page');
    await expect(page).toHaveTitle(new RegExp(`^${await link.getAttribute('aria-label')}`));
    await expect(page.getByRole('main')).toBeFocused();
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wider, 'nothing runs out of the window').toBeLessThanOrEqual(0);
  }
  const violations = await violationsOf(page);
  expect(violations.map(({ id }) => id)).toEqual([]);

  // A lead lies over the table: in one column where it is narrow, in two where there is room.
  await page.goto('about:blank');
  await page.goto(workspaceUrl(browser.extensionId, 'leads'));
  const table = page.getByRole('grid', { name: 'People' });
  await table.locator('[data-open]').first().click();
  const lead = page.getByRole('article');
  await expect(lead).toBeVisible();
  const places = async () => {
    const [fields, outcome] = await Promise.all(
      ['Contact', 'Outcome'].map((name) => lead.getByRole('region', { name, exact: true }).boundingBox()),
    );
    return { end: (fields?.x ?? 0) + (fields?.width ?? 0), start: outcome?.x ?? 0 };
  };
  const narrow = await places();
  expect(narrow.start).toBeLessThan(narrow.end);
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect.poll(async () => (await places()).start >= (await places()).end).toBe(true);
  await page.getByRole('button', { name: 'Back to the list' }).click();
  await expect(table).toBeFocused();
  await expect(page.getByRole('link', { name: 'Ideal customer' })).toContainText('Ideal customer');
});
