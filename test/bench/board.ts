import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchExtension } from '../browser/extension-browser.ts';
import { fillBook } from './fill-book.ts';
import { percentile } from './speed.ts';

export type BoardFigure = { what: string; value: number; unit: string };

const moves = 12;

/**
 * The board with 10,000 cards: how soon it stands, how smoothly a column of all of them scrolls, and how soon a card that was
 * moved by a key is seen at its new place. In: folder of the built extension, how many leads (a sixth are companies). Out: figures.
 */
export async function measureBoard(extension: string, leads = 60_000): Promise<BoardFigure[]> {
  const profile = mkdtempSync(join(tmpdir(), 'leadlight-board-'));
  const browser = await launchExtension({ profile, extension });
  try {
    await fillBook(browser, leads);
    const page = await browser.controlPage();
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto('about:blank');
    const started = performance.now();
    await page.goto(`chrome-extension://${browser.extensionId}/workspace.html#/board`);
    await page.locator('[role=option]').first().waitFor();
    const opened = performance.now() - started;
    const gaps = await page.evaluate(async () => {
      const column = document.querySelector('[role=listbox]');
      const found: number[] = [];
      let last = performance.now();
      const until = last + 2000;
      while (last < until && column) {
        column.scrollTop += 120;
        const now = await new Promise<number>((resolve) => requestAnimationFrame(() => resolve(performance.now())));
        found.push(now - last);
        last = now;
      }
      return found;
    });
    const times: number[] = [];
    for (let move = 0; move < moves; move++) {
      const took = await page.evaluate(async () => {
        const [from, to] = [...document.querySelectorAll<HTMLElement>('[role=listbox]')];
        const before = to?.getAttribute('aria-label');
        from?.focus();
        const begun = performance.now();
        from?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', shiftKey: true, bubbles: true }));
        do await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
        while (to?.getAttribute('aria-label') === before && performance.now() - begun < 5000);
        return performance.now() - begun;
      });
      times.push(took);
      await page.waitForFunction(() => document.querySelector('[data-sonner-toast]') !== null);
    }
    return [
      { what: 'opened to the first card', value: opened, unit: 'ms' },
      { what: 'frames while scrolling, p50', value: percentile(gaps, 0.5), unit: 'ms' },
      { what: 'frames while scrolling, p95', value: percentile(gaps, 0.95), unit: 'ms' },
      { what: 'a card moved by a key, p50', value: percentile(times, 0.5), unit: 'ms' },
      { what: 'a card moved by a key, p95', value: percentile(times, 0.95), unit: 'ms' },
    ];
  } finally {
    await browser.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
