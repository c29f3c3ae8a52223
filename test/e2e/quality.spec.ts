import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { browser as extensionApi } from 'wxt/browser';
import { rowsOf, saveButton, saveEveryone } from '../browser/panel-acts.ts';
import { practice } from '../practice/serve.ts';
import { test as base, expect, openAndRead } from './harness.ts';

/** Inside a page of the extension. */
declare const chrome: typeof extensionApi;

const profilePage = (name: string, title: string, mail: string) =>
  `<h1>${name}</h1><p>${title}</p><p>${mail}@harbour-tools.example</p>`;

/** A site whose pages change within themselves: the address at once, the person later. */
const test = base.extend<{ app: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern where a fixture uses no other
  app: async ({}, use) => {
    const server = createServer((request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      if (request.url?.startsWith('/frames')) {
        const { port } = server.address() as AddressInfo;
        response.end(
          `<title>Frames</title><h1>Harbour Tools Ltd</h1><iframe src="http://localhost:${port}/inside"></iframe>`,
        );
        return;
      }
      if (request.url === '/inside') {
        response.end(`<title>Inside</title>${profilePage('Fred Framed', 'Head of Sales', 'fred.framed')}`);
        return;
      }
      response.end(`<!doctype html><title>Profile</title><main>${profilePage('Jane Roe', 'Head of Sales', 'jane.roe')}</main>
        <script>
          globalThis.go = (late) => {
            history.pushState(null, '', '/profile/mary');
            setTimeout(() => { document.querySelector('main').innerHTML = ${JSON.stringify(profilePage('Mary Major', 'Head of Purchasing', 'mary.major'))}; }, late);
          };
        </script>`);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    await use(`http://127.0.0.1:${port}`);
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  },
});

test('a move within the page never puts the person of before under the new address', async ({ launch, app }) => {
  const browser = await launch({ granted: ['http://*/*'] });
  const { page, panel } = await openAndRead(browser, `${app}/profile/jane`);
  await expect(rowsOf(panel).filter({ hasText: 'Jane Roe' })).toHaveCount(1);
  await page.evaluate('go(1500)');
  await expect(rowsOf(panel).filter({ hasText: 'Mary Major' })).toHaveCount(1, { timeout: 8000 });
  await expect(rowsOf(panel).filter({ hasText: 'Jane Roe' })).toHaveCount(0);
});

test('frames of other sites are counted, and read once their site is allowed', async ({ launch, app }) => {
  const browser = await launch();
  const first = await openAndRead(browser, `${app}/frames`);
  await expect(first.panel.getByText('1 frame of another site was not read')).toBeVisible();
  await expect(first.panel.getByText('Fred Framed')).toHaveCount(0);
  await browser.close();
  const again = await launch({ granted: ['http://*/*'] });
  const { panel } = await openAndRead(again, `${app}/frames`);
  await expect(panel.getByText('Fred Framed').first()).toBeVisible();
  await expect(panel.getByText('1 frame of another site was not read')).toHaveCount(0);
});

test('the icon tells the truth after a save though the background slept', async ({ launch }) => {
  const browser = await launch();
  const { page, panel } = await openAndRead(browser, practice.team);
  await expect(rowsOf(panel).first()).toBeVisible();
  const control = await browser.controlPage();
  const titleOf = () =>
    control.evaluate(async () => {
      const tabs = await chrome.tabs.query({});
      const titles = await Promise.all(tabs.map(({ id }) => chrome.action.getTitle({ tabId: id ?? 0 })));
      return titles.join(' / ');
    });
  await expect.poll(titleOf).toContain('that are not yours yet');
  await page.bringToFront();
  // Ends the worker as thirty idle seconds would.
  const session = (await browser.context.browser()?.newBrowserCDPSession()) as unknown as {
    send(method: string, params: object): Promise<{ targetInfos: { type: string; targetId: string }[] }>;
  };
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{}] });
  for (const { type, targetId } of targetInfos)
    if (type === 'service_worker') await session.send('Target.closeTarget', { targetId });
  await saveEveryone(panel);
  await expect.poll(titleOf).toContain('already yours');
});

test('the icon shows the page though the panel showed the leads', async ({ launch }) => {
  const browser = await launch();
  const { page, panel } = await openAndRead(browser, practice.team);
  await expect(rowsOf(panel).first()).toBeVisible();
  await panel.getByRole('tab', { name: 'Leads' }).click();
  await expect(panel.getByText('Nobody here yet')).toBeVisible();
  await browser.clickIcon(page);
  await expect(rowsOf(panel).first()).toBeVisible();
});

test('each window has its own page in its own panel', async ({ launch }) => {
  const browser = await launch({ granted: ['http://*/*'] });
  const { panel } = await openAndRead(browser, practice.team);
  await expect(rowsOf(panel).filter({ hasText: 'Lars Hinrichsen' })).toBeVisible();
  const control = await browser.controlPage();
  const opened = browser.context.waitForEvent('page');
  await control.evaluate((url) => chrome.windows.create({ url, focused: true }), practice.imprint);
  const other = await opened;
  await other.waitForLoadState();
  await other.waitForTimeout(2000);
  await control.close();
  await expect(rowsOf(panel).filter({ hasText: 'Lars Hinrichsen' })).toBeVisible();
  await expect(panel.getByText('HRB 990017')).toHaveCount(0);
});

test('the way back scrolls to the very words and marks them', async ({ launch }) => {
  const browser = await launch();
  const { page, panel } = await openAndRead(browser, practice.team);
  await page.evaluate(() => {
    document.body.style.paddingTop = '3000px';
    scrollTo(0, 0);
  });
  const row = rowsOf(panel).filter({ hasText: 'Claire Dubois-Martin' });
  await row.click();
  const value = panel.getByRole('button', { name: /^Name: Claire/ });
  await value.hover();
  await expect(panel.getByRole('tooltip')).toContainText('Claire Dubois-Martin');
  await panel.getByRole('button', { name: /^Show where it was read: Claire/ }).click();
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100);
  expect(
    await page.evaluate(() =>
      [...(CSS as unknown as { highlights: Map<string, Iterable<Range>> }).highlights.values()]
        .flatMap((mark) => [...mark].map(String))
        .join(),
    ),
  ).toContain('Claire Dubois-Martin');
});

test('what the user typed wins over every later reading; undo turns the rows back', async ({ launch }) => {
  const browser = await launch();
  const { page, panel } = await openAndRead(browser, practice.team);
  await saveEveryone(panel);
  await panel.keyboard.press('Control+z');
  await expect(panel.getByText('Taken back').first()).toBeVisible();
  await expect(saveButton(panel)).toHaveText(/Save 11/);
  await saveEveryone(panel);
  await panel.getByRole('tab', { name: 'Leads' }).click();
  await panel.getByText('Lars Hinrichsen').first().click();
  await panel.getByRole('button', { name: 'Edit Job title' }).focus();
  await panel.keyboard.press('Enter');
  await panel.keyboard.press('Control+a');
  await panel.keyboard.type('Board member');
  await panel.keyboard.press('Enter');
  await expect(panel.getByText('Board member').first()).toBeVisible();
  await panel.getByRole('tab', { name: 'This page' }).click();
  await page.reload();
  await browser.clickIcon(page);
  const row = rowsOf(panel).filter({ hasText: 'Lars Hinrichsen' });
  await expect(row).toContainText('job title differs');
  await row.getByRole('checkbox').click();
  await saveButton(panel).click();
  await expect(panel.getByText(/^1 saved/).first()).toBeVisible();
  await panel.getByRole('tab', { name: 'Leads' }).click();
  await expect(panel.getByText('Board member').first()).toBeVisible();
});
