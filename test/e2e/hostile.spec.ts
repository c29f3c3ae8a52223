import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { rowsOf } from '../browser/panel-acts.ts';
import { test as base, expect, openAndRead } from './harness.ts';

/** Names that try to run, links that try to be pressed, forms that hide what they hold, and far too much of everything. */
const hostile = `<!doctype html><html><head><title>Team <img src=x onerror="window.ran=1"></title></head><body>
<h1>Our team</h1>
<div class="card"><h3>Jane Roe &lt;script&gt;window.ran=2&lt;/script&gt;</h3><p>Head of &lt;img src=x onerror=alert(1)&gt; Sales</p>
<p><a href="javascript:window.ran=3">jane.roe@harbour-tools.example</a></p></div>
<div class="card"><h3>John Doe</h3><p>Purchasing Manager</p><a href="data:text/html,<script>window.ran=4</script>">profile</a>
<a id="trap" href="/pressed">john.doe@harbour-tools.example</a></div>
<form><input name="children"><input name="textContent"><input name="querySelectorAll"><input name="childNodes"><input name="getAttribute">
<input name="nodeType"><input name="parentNode"><input name="localName"><p>Mary Major<br>Buyer<br>mary.major@harbour-tools.example</p></form>
<script type="application/ld+json">{"@type":"Person","name":"<script>window.ran=5<\\/script>Eve","email":"javascript:alert(1)","url":"javascript:alert(2)","__proto__":{"polluted":true}}</script>
<div id="deep"></div><div id="many"></div>
<script>
  let at = document.getElementById('deep');
  for (let depth = 0; depth < 2000; depth++) { const next = document.createElement('div'); at.append(next); at = next; }
  at.textContent = 'the bottom';
  const many = document.createDocumentFragment();
  for (let count = 0; count < 300000; count++) many.append(document.createElement('i'));
  document.getElementById('many').append(many);
  let last = performance.now(); window.longest = 0;
  const tick = () => { const now = performance.now(); window.longest = Math.max(window.longest, now - last); last = now; setTimeout(tick, 0); };
  window.watch = () => { last = performance.now(); window.longest = 0; tick(); };
  document.getElementById('trap').addEventListener('click', () => { window.ran = 6; });
</script></body></html>`;

const test = base.extend<{ address: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern where a fixture uses no other
  address: async ({}, use) => {
    const server: Server = createServer((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(hostile);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    server.closeAllConnections();
    server.close();
  },
});

test('a hostile page runs nothing, presses nothing, and is not held for a second', async ({ launch, address }) => {
  const browser = await launch();
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  await page.goto(address);
  const before = await page.evaluate(() => document.documentElement.outerHTML.length);
  await browser.clickIcon(page);
  const panel = await browser.panel();
  await expect(rowsOf(panel).filter({ hasText: 'John Doe' })).toBeVisible({ timeout: 15_000 });
  // The panel's opening made the page narrower, and laying that out is the page's own work: the second reading is ours alone.
  await page.waitForTimeout(1500);
  await page.evaluate(() => (window as unknown as { watch(): void }).watch());
  await panel.getByRole('button', { name: 'Read this page again' }).click();
  await page.waitForTimeout(3000);
  expect(await page.evaluate(() => (window as unknown as { longest: number }).longest)).toBeLessThan(1000);
  expect(await page.evaluate(() => document.documentElement.outerHTML.length)).toBe(before);
  expect(await page.evaluate(() => (window as unknown as { ran?: number }).ran)).toBeUndefined();
  expect(page.url()).toBe(address);
  expect(await panel.evaluate(() => (window as unknown as { ran?: number }).ran)).toBeUndefined();
  expect(await panel.locator('img, script:not([src]), a[href^="javascript:"], a[href^="data:"]').count()).toBe(0);
  expect(await panel.evaluate(() => 'polluted' in {})).toBe(false);
});

test('a page that is moved on while it is read leaves nobody behind', async ({ launch, address }) => {
  const browser = await launch();
  const { page, panel } = await openAndRead(browser, address);
  await page.goto('http://www.alder-conveyors.example/');
  await page.waitForTimeout(1500);
  await expect(panel.getByText('John Doe')).toHaveCount(0);
});
