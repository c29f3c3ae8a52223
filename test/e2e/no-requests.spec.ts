import { mkdtempSync, readFileSync } from 'node:fs';
import { request as ask, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { exportCsv, rowsOf, saveEveryone } from '../browser/panel-acts.ts';
import { practice, servePractice } from '../practice/serve.ts';
import { test as base, expect, openAndRead } from './harness.ts';
import { monthlyOrders } from './orders-file.ts';
import { workspaceUrl } from './seed.ts';

/** What Chromium asks its maker for by itself, with any extension or none: signing in, updates, lists. */
const ofTheBrowser = /^CONNECT [\w.-]+\.(?:google|googleapis|gvt1)\.com:443$/;

type Counter = { port: number; asked: string[] };

/** A proxy through which the whole browser goes, loopback included: it lets the practice web through and writes down every request. */
const test = base.extend<{ counter: Counter }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern where a fixture uses no other
  counter: async ({}, use) => {
    const web = await servePractice();
    const asked: string[] = [];
    const proxy = createServer((request, response) => {
      const url = URL.parse(request.url ?? '');
      asked.push(`${request.method} ${url?.href} ${request.headers.origin ?? ''}`);
      if (!url?.hostname.endsWith('.example')) return void response.writeHead(502).end();
      const onward = ask(
        { host: '127.0.0.1', port: web.port, path: url.pathname + url.search, headers: { host: url.host } },
        (answer) => {
          response.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(response);
        },
      );
      onward.once('error', () => response.writeHead(502).end());
      onward.end();
    });
    proxy.on('connect', (request, socket) => {
      asked.push(`CONNECT ${request.url}`);
      socket.end('HTTP/1.1 502 No\r\n\r\n');
    });
    await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done));
    await use({ port: (proxy.address() as AddressInfo).port, asked });
    proxy.closeAllConnections();
    proxy.close();
    await web.stop();
  },
});

test('from install to export nothing is asked of any network, and no policy of the pages is broken', async ({
  launch,
  profile,
  counter,
}) => {
  test.setTimeout(120_000);
  const browser = await launch({
    firstPage: true,
    args: [`--proxy-server=127.0.0.1:${counter.port}`, '--proxy-bypass-list=<-loopback>'],
  });
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  await page.goto(practice.team);
  await page.waitForLoadState('networkidle');
  expect(counter.asked, 'the proxy sees what the page itself asks for').not.toEqual([]);
  counter.asked.length = 0;

  const broken: string[] = [];
  await browser.clickIcon(page);
  const panel = await browser.panel();
  const hear = (where: typeof page) => {
    where.on('console', (message) => {
      if (/security policy|trusted/i.test(message.text())) broken.push(message.text());
    });
  };
  hear(panel);
  expect(await saveEveryone(panel)).toBeGreaterThan(5);
  const exports = mkdtempSync(join(profile, 'exports-'));
  await browser.downloadTo(exports);
  await exportCsv(panel, 'People', exports);

  // The page that an install opens, and what can be done there.
  const welcome = () => browser.context.pages().find((each) => each.url().endsWith('/welcome.html'));
  await expect.poll(() => welcome() !== undefined).toBe(true);
  await welcome()?.getByRole('button', { name: 'Read this page' }).click();
  await expect
    .poll(async () => (await welcome()?.getByRole('treegrid').getByRole('row').count()) ?? 0)
    .toBeGreaterThan(0);

  // A mail in a mailbox: the mailbox's own host is served here, so that it asks for nothing either.
  const fixture = join(import.meta.dirname, '../fixtures/mailbox/gmail/conversation');
  const { url: mailUrl } = JSON.parse(readFileSync(`${fixture}.json`, 'utf8')) as { url: string };
  await browser.context.route(`${new URL(mailUrl).origin}/**`, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: readFileSync(`${fixture}.html`, 'utf8') }),
  );
  const mail = await browser.context.newPage();
  await mail.goto(mailUrl);
  await browser.clickIcon(mail);
  await expect(rowsOf(await browser.panel()).filter({ hasText: 'Tunde Oyelaran' })).toBeVisible();

  const workspace = await browser.context.newPage();
  hear(workspace);
  workspace.setDefaultTimeout(15_000);
  await workspace.goto(workspaceUrl(browser.extensionId, 'customers'));
  const list = await workspace.evaluateHandle(
    (text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], 'orders.csv', { type: 'text/csv' }));
      return transfer;
    },
    monthlyOrders(
      [
        ['Muster 1', 300, 300],
        ['Muster 2', 100, 900],
      ],
      Date.now(),
    ),
  );
  await workspace
    .getByRole('region', { name: 'Drop a list of orders here' })
    .dispatchEvent('drop', { dataTransfer: list });
  await workspace.getByRole('button', { name: 'See what would happen' }).click();
  await workspace.getByRole('button', { name: /^Take in/ }).click();
  await expect(workspace.getByRole('slider', { name: 'Cut between A and B' })).toBeVisible();
  await workspace.goto(workspaceUrl(browser.extensionId, 'packs'));
  const send = workspace.getByRole('region', { name: 'Make a pack' });
  await send.getByLabel('Your name for colleagues').fill('Li');
  await send.getByRole('button', { name: 'Save the pack' }).click();
  await expect(workspace.getByText(/^Saved: team-/)).toBeVisible();
  await workspace.goto(workspaceUrl(browser.extensionId, 'leads'));
  const links = workspace.getByRole('navigation').getByRole('link');
  await expect(links.first()).toBeVisible();
  const count = await links.count();
  expect(count).toBeGreaterThan(5);
  for (let at = 0; at < count; at++) {
    await links.nth(at).click();
    await expect(links.nth(at)).toHaveAttribute('aria-current', 'page');
    await expect(workspace.getByRole('main')).toBeVisible();
  }
  // The palette finds somebody, whose page is opened with all that stands on it.
  await workspace.keyboard.press('Control+k');
  await workspace.keyboard.type('a');
  await expect(workspace.getByRole('option').first()).toBeVisible();
  await workspace.keyboard.press('Enter');
  // Loaded anew: whatever the palette opened is closed by that.
  await workspace.goto('about:blank');

  await workspace.goto(workspaceUrl(browser.extensionId, 'backup'));
  await workspace.getByRole('button', { name: 'Back up now' }).click();
  await expect(workspace.getByText(/There is no backup yet/)).toBeHidden({ timeout: 20_000 });

  // The workers of the pages and the background are given a moment for whatever they might still want.
  await workspace.waitForTimeout(2000);
  expect(counter.asked.filter((one) => !ofTheBrowser.test(one))).toEqual([]);
  expect(broken).toEqual([]);
});

test('another page of the web is answered nothing, and no page can hold the panel', async ({ launch }) => {
  const browser = await launch();
  const { page } = await openAndRead(browser, practice.team);
  const answers = await page.evaluate(async (id) => {
    const reached = async (path: string) =>
      fetch(`chrome-extension://${id}/${path}`).then(
        () => 'reached',
        () => 'refused',
      );
    const frame = document.createElement('iframe');
    frame.src = `chrome-extension://${id}/sidepanel.html`;
    document.body.append(frame);
    await new Promise((done) => setTimeout(done, 500));
    let inside = 'shut';
    try {
      inside = frame.contentDocument?.querySelector('#root') ? 'open' : 'shut';
    } catch {
      // Another origin: it could be anything, but nothing that is ours can be in it.
      inside = 'shut';
    }
    frame.remove();
    const runtime = (globalThis as { chrome?: { runtime?: { sendMessage?: unknown } } }).chrome?.runtime;
    return {
      manifest: await reached('manifest.json'),
      panel: await reached('sidepanel.html'),
      inside,
      canSend: typeof runtime?.sendMessage,
    };
  }, browser.extensionId);
  expect(answers).toEqual({ manifest: 'refused', panel: 'refused', inside: 'shut', canSend: 'undefined' });
});
