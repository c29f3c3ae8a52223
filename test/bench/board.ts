import { launchExtension } from '../browser/extension-browser.ts';
import { withFilledBook } from './filled-book.ts';
import type { Figure, Part } from './part.ts';
import { timed } from './timed.ts';

const moves = 12;

/** How soon the board stands, how smoothly a column scrolls, and how soon a card that was moved by a key is seen at its new place. */
async function measureBoard(extension: string, profile: string): Promise<Figure[]> {
  const browser = await launchExtension({ profile, extension });
  try {
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
      timed('scrolling: gap between frames', gaps),
      timed('a card moved by a key', times),
    ];
  } finally {
    await browser.close();
  }
}

export const boardPart: Part = {
  name: 'board',
  title: 'The board with 16,667 companies',
  about: 'opens the board of a book of 100,000 made-up leads, scrolls it and moves cards by key',
  measure: async ({ extension }) => ({
    figures: await withFilledBook(extension, 100_000, (profile) => measureBoard(extension, profile)),
  }),
};
