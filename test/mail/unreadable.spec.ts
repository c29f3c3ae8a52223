import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { cardOf, chipsOf, placeOf } from './chips.ts';
import { expect, test } from './harness.ts';
import { lena } from './seeds.ts';
import { servePage } from './serve-page.ts';

const list = readFileSync(join(import.meta.dirname, 'reused-rows.html'), 'utf8');

/**
 * A page that tries to read what we say: fonts that are asked for single letters, ears for every event and resource, a watch on
 * every element, all set up before our script comes.
 */
const spying = `<style>
${[...Array(16).keys()]
  .map((n) => {
    const from = (0x20 + n * 6).toString(16);
    const to = (0x25 + n * 6).toString(16);
    return `@font-face { font-family: trap; src: url(/trap-${n}.woff2); unicode-range: U+${from}-${to} }
@font-face { font-family: system-ui; src: url(/system-${n}.woff2); unicode-range: U+${from}-${to} }
@font-face { font-family: sans-serif; src: url(/sans-${n}.woff2); unicode-range: U+${from}-${to} }`;
  })
  .join('\n')}
span, button, i, svg, div::before { font-family: trap, sans-serif !important }
</style>
<script>
window.heard = [];
for (const kind of ['click', 'mousedown', 'mouseup', 'pointerdown', 'keydown', 'keyup', 'focusin', 'focus', 'copy', 'selectstart', 'beforeinput', 'input', 'pointerover', 'mouseover'])
  addEventListener(kind, (event) => {
    const path = event.composedPath().map((node) => node.nodeName || 'window');
    window.heard.push({ kind, path, target: event.target && event.target.nodeName, data: event.data, key: event.key });
  }, true);
new PerformanceObserver(() => {}).observe({ type: 'resource', buffered: true });
const attach = Element.prototype.attachShadow;
window.roots = [];
Element.prototype.attachShadow = function (options) { const root = attach.call(this, options); window.roots.push(root); return root; };
</script>`;

/** What chip and card say, word by word. */
async function wordsShown(page: Page): Promise<string[]> {
  const chips = await chipsOf(page);
  const card = (await cardOf(page)) ?? [];
  return [
    ...new Set([...chips.map(({ label }) => label), ...card].flatMap((line) => line.split(/[\s:,.·()+]+/))),
  ].filter((word) => word.length > 2 && !['Lena', 'Ortmann', 'Sender', 'lena', 'ortmann'].includes(word));
}

test("the page's own script finds nothing of what chip and card say", async ({ mail }) => {
  const server = await servePage(list.replace('<style>', `${spying}<style>`));
  const page = mail.context.pages()[0] ?? (await mail.context.newPage());
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  try {
    await page.goto(server.address);
    await expect.poll(async () => (await chipsOf(page)).length).toBe(20);
    // What the page's own letters ask for is asked for before we say anything.
    await page.waitForTimeout(500);
    const own = new Set(asked);
    const chip = (await chipsOf(page)).find(({ label }) => label.startsWith('Lena'));
    if (!chip) throw new Error('no chip');
    const { x, y } = await placeOf(page, chip);
    await page.mouse.move(x, y);
    await expect.poll(async () => (await cardOf(page))?.length ?? 0).toBeGreaterThan(4);
    const words = await wordsShown(page);
    expect(words).toContain('prospect');
    expect(words.length).toBeGreaterThan(10);

    const seen = await page.evaluate((all) => {
      const find = (globalThis as unknown as { find(text: string, ...more: boolean[]): boolean }).find;
      const found = all.filter((word) => {
        getSelection()?.removeAllRanges();
        return find(word, false, false, true, false, true);
      });
      getSelection()?.selectAllChildren(document.documentElement);
      const selected = String(getSelection());
      getSelection()?.removeAllRanges();
      const markup = new XMLSerializer().serializeToString(document);
      const hosts = [...document.querySelectorAll('span')].filter(
        (span) => span.childNodes.length === 0 && !span.className,
      );
      const sizes = hosts.map((host) => {
        const { width, height } = host.getBoundingClientRect();
        return `${width}×${height} ${host.offsetWidth}×${host.offsetHeight} ${host.scrollWidth}×${host.scrollHeight}`;
      });
      return {
        found,
        inSelection: all.filter((word) => selected.includes(word)),
        inText: all.filter((word) => String(Reflect.get(document.documentElement, 'innerText')).includes(word)),
        inMarkup: all.filter((word) => markup.includes(word)),
        hosts: hosts.length,
        attributes: hosts.flatMap((host) => host.getAttributeNames()),
        open: hosts.filter((host) => host.shadowRoot !== null).length,
        sizes: [...new Set(sizes)],
        styles: [...new Set(hosts.map((host) => getComputedStyle(host).cssText))].length,
        roots: (globalThis as unknown as { roots: unknown[] }).roots.length,
        globals: Object.keys(globalThis).filter((name) => /leadlight/i.test(name)),
        resources: performance
          .getEntriesByType('resource')
          .map(({ name }) => name)
          .filter((name) => /extension:/.test(name)),
      };
    }, words);
    expect(seen.found).toEqual([]);
    expect(seen.inSelection).toEqual([]);
    expect(seen.inText).toEqual([]);
    // "prospect" and the like stand nowhere; "alder" and "conveyors" stand in the page's own attributes.
    expect(seen.inMarkup.filter((word) => !(spying + list).toLowerCase().includes(word.toLowerCase()))).toEqual([]);
    expect(seen.hosts).toBe(21);
    expect(seen.attributes).toEqual([]);
    expect(seen.open).toBe(0);
    // All chips are of one size; the card's host has none at all.
    expect(seen.sizes.toSorted()).toEqual(['0×0 0×0 0×0', '16×16 16×16 16×16'].toSorted());
    expect(seen.roots).toBe(0);
    expect(seen.globals).toEqual([]);
    expect(seen.resources).toEqual([]);
    expect(asked.filter((path) => !own.has(path))).toEqual([]);

    // The card is of one size whatever it says: where a point lies is all that can be asked.
    const extent = () =>
      page.evaluate(() => {
        const hit = (px: number, py: number) =>
          document.elementFromPoint(px, py)?.parentElement === document.documentElement;
        let count = 0;
        for (let px = 0; px < innerWidth; px += 8)
          for (let py = 0; py < innerHeight; py += 8) if (hit(px, py)) count += 1;
        return count;
      });
    const known = await extent();
    await page.mouse.move(900, 890);
    await expect.poll(() => cardOf(page)).toBeUndefined();
    const stranger = (await chipsOf(page)).find(({ label }) => label.startsWith('Not yours'));
    const place = await placeOf(page, stranger as typeof chip);
    await page.mouse.move(place.x, place.y);
    await expect.poll(async () => (await cardOf(page))?.length ?? 0).toBeGreaterThan(2);
    expect(Math.abs((await extent()) - known)).toBeLessThan(80);

    const heard = await page.evaluate(
      () =>
        (globalThis as unknown as { heard: { path: string[]; target: string; key?: string; data?: string }[] }).heard,
    );
    const inside = heard.filter(({ path }) =>
      path.some((name) => /button|svg|path|^i$|#document-fragment/i.test(name)),
    );
    expect(inside).toEqual([]);
    expect(heard.some(({ data }) => data !== undefined && data !== null)).toBe(false);
    expect(words).not.toContain(lena.phone);
  } finally {
    await server.stop();
  }
});

test('a mail that carries our markup, or presses our chip by script, changes nothing', async ({ mail }) => {
  const server = await servePage(list);
  const page = mail.context.pages()[0] ?? (await mail.context.newPage());
  try {
    await page.goto(server.address);
    await expect.poll(async () => (await chipsOf(page)).length).toBe(20);
    const pages = mail.context.pages().length;
    await page.evaluate(() => {
      for (const host of document.querySelectorAll('span')) {
        host.click();
        for (const kind of ['pointerenter', 'mouseover', 'focus', 'click', 'keydown']) {
          host.dispatchEvent(new MouseEvent(kind, { bubbles: true, composed: true }));
        }
      }
      globalThis.postMessage({ type: 'mail.changed' }, '*');
      globalThis.postMessage({ type: 'mail.lookup', request: { people: [] } }, '*');
    });
    await page.waitForTimeout(800);
    expect(await cardOf(page)).toBeUndefined();
    expect(mail.context.pages().length).toBe(pages);
    expect((await chipsOf(page)).length).toBe(20);
  } finally {
    await server.stop();
  }
});
