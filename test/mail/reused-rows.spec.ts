import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chipsOf, type SeenChip } from './chips.ts';
import { expect, test } from './harness.ts';
import { lena } from './seeds.ts';
import { servePage } from './serve-page.ts';

const html = readFileSync(join(import.meta.dirname, 'reused-rows.html'), 'utf8');

/** Each chip must say what belongs to the address beside it, at any moment. */
function wrong(chips: SeenChip[]): string[] {
  return chips
    .filter(({ label, beside }) => beside.includes(lena.email) !== label.startsWith('Lena Ortmann: '))
    .map(({ label, beside }) => `${label} beside ${beside}`);
}

test('rows that are given to others while one scrolls carry the right chip or none, at every moment', async ({
  mail,
}) => {
  const server = await servePage(html);
  const page = mail.context.pages()[0] ?? (await mail.context.newPage());
  try {
    await page.goto(server.address);
    await expect.poll(async () => (await chipsOf(page)).length).toBe(20);
    expect(wrong(await chipsOf(page))).toEqual([]);
    for (let turn = 0; turn < 12; turn++) {
      await page.evaluate(
        (by) => {
          const scroller = document.getElementById('scroller');
          if (scroller) scroller.scrollTop += by;
        },
        turn % 3 === 0 ? 48 * 7 : 48 * 33,
      );
      // Looked at without waiting: what is not known yet has no chip.
      expect(wrong(await chipsOf(page))).toEqual([]);
    }
    await expect.poll(async () => (await chipsOf(page)).length).toBe(20);
    expect(wrong(await chipsOf(page))).toEqual([]);

    // Ten thousand rows, as fast as the page can.
    await page.evaluate(async () => {
      const scroller = document.getElementById('scroller');
      for (let at = 0; scroller && at < 470_000; at += 4000) {
        scroller.scrollTop = at;
        await new Promise(requestAnimationFrame);
      }
    });
    expect(wrong(await chipsOf(page))).toEqual([]);
    await expect.poll(async () => (await chipsOf(page)).length).toBe(20);
    expect(wrong(await chipsOf(page))).toEqual([]);
  } finally {
    await server.stop();
  }
});

test('a page that throws our chips out again and again is left alone in the end', async ({ mail }) => {
  const server = await servePage(html);
  const page = mail.context.pages()[0] ?? (await mail.context.newPage());
  try {
    await page.goto(server.address);
    await expect.poll(async () => (await chipsOf(page)).length).toBe(20);
    await page.evaluate(() => {
      const counter = globalThis as unknown as { thrown: number };
      counter.thrown = 0;
      const clear = () => {
        for (const sender of document.querySelectorAll('.sender')) {
          const next = sender.nextElementSibling;
          if (next && next.tagName === 'SPAN' && next.childElementCount === 0 && next.textContent === '') {
            next.remove();
            counter.thrown += 1;
          }
        }
      };
      new MutationObserver(clear).observe(document.body, { childList: true, subtree: true });
      clear();
      // Something of its own keeps changing.
      setInterval(() => {
        document.title = `Inbox ${Math.random()}`;
        document.querySelector('.subject')?.append('.');
      }, 50);
    });
    await page.waitForTimeout(6000);
    const thrown = () => page.evaluate(() => (globalThis as unknown as { thrown: number }).thrown);
    const before = await thrown();
    await page.waitForTimeout(1500);
    expect(await thrown()).toBe(before);
  } finally {
    await server.stop();
  }
});
