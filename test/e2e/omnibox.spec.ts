import { type Display, startDisplay, whyNoDisplay } from '../browser/display.ts';
import { test as base, expect } from './harness.ts';
import { seedBook, seedPerson, workspaceUrl } from './seed.ts';

const test = base.extend<{ display: Display }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern where a fixture uses no other
  display: async ({}, use) => {
    const display = await startDisplay();
    await use(display);
    display.stop();
  },
});
test.skip(whyNoDisplay !== undefined, whyNoDisplay);

test('"ll" and a name in the address line open that person in the workspace', async ({ launch, display }) => {
  const browser = await launch({ display: display.name, args: ['--window-position=0,0', '--window-size=1280,900'] });
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  await page.goto(workspaceUrl(browser.extensionId, 'settings'));
  await expect(page.getByRole('main')).toBeVisible();
  await seedBook(page, {
    people: [seedPerson(1, { name: 'Ada Sund' }), seedPerson(2, { name: 'Bo Lund' })],
    indexed: true,
  });
  await page.goto('about:blank');
  await page.bringToFront();
  const find = () => browser.context.pages().find((one) => one.url().includes('workspace.html#/leads/'));
  // The line is the browser's own: what is typed there no page sees, so only what comes of it tells that it was taken.
  await expect(async () => {
    await display.key('ctrl+l', 'l', 'l', 'space', 's', 'u', 'n', 'd', 'Return');
    await expect.poll(() => find() !== undefined, { timeout: 3000 }).toBe(true);
  }).toPass({ timeout: 30_000 });
  const opened = find();
  expect(opened?.url()).toContain(seedPerson(1).id);
  await expect(opened?.getByRole('heading', { name: 'Ada Sund' }) ?? page.locator('nothing')).toBeVisible();
});
