import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { type ExtensionBrowser, launchExtension } from '../browser/extension-browser.ts';
import { withFilledBook } from './filled-book.ts';
import type { Figure, Part } from './part.ts';
import { percentile } from './speed.ts';

/** Typed one letter after the other, as somebody does who looks for a name, a firm, a number. */
const typed = ['petersen', 'okafor 7', 'firm 42', '0161 49 9', 'marta', 'purch', '王小明5'];

/** Milliseconds from one key to the next: as fast as it goes, and 12 letters a second, which hardly anybody types. */
const paces = [0, 80];

/** The time until what was done is seen: the table is busy no more, and a frame with it was painted. */
const paintedAfter = (page: Page, act: { key: string } | { heading: string; shift?: boolean }): Promise<number> =>
  page.evaluate(async (what) => {
    const grid = () => document.querySelector('[role=grid]');
    const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const started = performance.now();
    if ('key' in what) {
      const field = document.querySelector<HTMLInputElement>('main input[type=search]');
      const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
      set?.call(field, what.key);
      field?.dispatchEvent(new Event('input', { bubbles: true }));
    } else {
      const cells = [...document.querySelectorAll('[role=columnheader]')];
      const cell = cells.find((one) => one.textContent?.trim().startsWith(what.heading));
      cell
        ?.querySelector('span')
        ?.dispatchEvent(new MouseEvent('click', { bubbles: true, shiftKey: what.shift === true }));
    }
    do await frame();
    while (grid()?.getAttribute('aria-busy') !== 'false' && document.querySelector('main [role=grid]'));
    return performance.now() - started;
  }, act);

/** Turns the wheel for two seconds. Out: the gaps between frames, and how often a row in sight was still empty. */
const scrolled = (page: Page): Promise<{ gaps: number[]; empty: number; frames: number }> =>
  page.evaluate(async () => {
    const grid = document.querySelector('[role=grid]');
    const gaps: number[] = [];
    let [empty, last] = [0, performance.now()];
    const until = last + 2000;
    while (last < until && grid) {
      grid.scrollTop += 120;
      const now = await new Promise<number>((resolve) => requestAnimationFrame(() => resolve(performance.now())));
      gaps.push(now - last);
      last = now;
      const rows = [...grid.querySelectorAll('[data-line]')];
      if (rows.some((row) => row.querySelector('[data-open]') === null)) empty += 1;
    }
    return { gaps, empty, frames: gaps.length };
  });

/** Memory of its own of the largest page process below this browser, in MB, as the system counts it; undefined where it tells nothing. */
function pageMemory(profile: string): number | undefined {
  try {
    const sizes = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((pid) => {
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        if (!command.includes('--type=renderer') || !command.includes(profile)) return [];
        const own = /RssAnon:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
        return own ? [Number(own[1]) / 1000] : [];
      });
    return sizes.length > 0 ? Math.max(...sizes) : undefined;
  } catch {
    return undefined;
  }
}

/** The highest memory between beginning and `stop`, in MB. */
function watchMemory(profile: string): () => number | undefined {
  let highest = pageMemory(profile);
  const look = () => {
    const now = pageMemory(profile);
    if (now !== undefined && now > (highest ?? 0)) highest = now;
  };
  const timer = setInterval(look, 250);
  return () => {
    clearInterval(timer);
    return highest;
  };
}

/** Lets the page and its workers throw away what nobody holds. The browser was started with `--expose-gc`. */
async function collectGarbage(page: Page): Promise<void> {
  const collect = () => (globalThis as { gc?: () => void }).gc?.();
  await Promise.all([page.evaluate(collect), ...page.workers().map((worker) => worker.evaluate(collect))]);
  // The system has it back a moment later.
  await page.waitForTimeout(2000);
}

/** Marks the moment at which the first rows were painted: looking from outside would be late by up to half a second. */
const markFirstRows = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const seen = new MutationObserver(() => {
      if (!document.querySelector('[role=grid] [data-open]')) return;
      seen.disconnect();
      requestAnimationFrame(() => setTimeout(() => performance.mark('first rows')));
    });
    seen.observe(document, { childList: true, subtree: true });
  });

/** Opens the table in a tab. Out: milliseconds from the navigation until its first rows were painted, and until the search was ready. */
async function opened(browser: ExtensionBrowser, page: Page): Promise<{ rows: number; sorted: number }> {
  await page.goto('about:blank');
  const started = performance.now();
  await page.goto(`chrome-extension://${browser.extensionId}/workspace.html#/leads`);
  await page.waitForFunction(() => performance.getEntriesByName('first rows').length > 0);
  const rows = await page.evaluate(() => performance.getEntriesByName('first rows')[0]?.startTime ?? Number.NaN);
  await page.locator('[role=grid][aria-busy=false]').waitFor();
  // The search has read the book once it knows how everybody stands.
  await page.locator('[role=grid] [data-line="0"] svg[role=img]').waitFor();
  return { rows, sorted: performance.now() - started };
}

/** A tab of a browser that was just started, as wide as a laptop's. */
async function freshPage(browser: ExtensionBrowser): Promise<Page> {
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  await page.setViewportSize({ width: 1280, height: 800 });
  await markFirstRows(page);
  return page;
}

const median = (values: number[]): number => percentile(values, 0.5);

async function measureWorkspace(extension: string, profile: string): Promise<Figure[]> {
  const start = () => launchExtension({ profile, extension, args: ['--js-flags=--expose-gc'] });
  const figures: Figure[] = [];
  const add = (what: string, value: number | undefined, unit: Figure['unit'], ceiling?: number) => {
    if (value !== undefined) figures.push({ what, value, unit, ...(ceiling !== undefined && { ceiling }) });
  };
  // The first time the search reads the whole book, and keeps what it made of it.
  let browser = await start();
  try {
    const building = watchMemory(profile);
    const page = await freshPage(browser);
    const anew = await opened(browser, page);
    await page.waitForTimeout(8000);
    add('first opening of all: whole book read, search ready', anew.sorted, 'ms');
    add('first opening of all: highest memory', building(), 'MB', 300);
    const openings: Awaited<ReturnType<typeof opened>>[] = [];
    for (let run = 0; run < 5; run++) openings.push(await opened(browser, page));
    add('first rows after opening, median', median(openings.map(({ rows }) => rows)), 'ms', 1000);
    add('search ready, as it was kept', median(openings.map(({ sorted }) => sorted)), 'ms');
  } finally {
    await browser.close();
  }

  // A day of work: the browser is started, the table opened, searched, sorted and scrolled.
  browser = await start();
  try {
    const working = watchMemory(profile);
    const page = await freshPage(browser);
    const cold = await opened(browser, page);
    add('first rows, browser just started', cold.rows, 'ms', 1000);
    // What is put in order ahead, in the background.
    await page.waitForTimeout(4000);
    for (const pause of paces) {
      const strokes: number[] = [];
      for (const word of typed) {
        for (let end = 1; end <= word.length; end++) {
          strokes.push(await paintedAfter(page, { key: word.slice(0, end) }));
          await page.waitForTimeout(pause);
        }
        await paintedAfter(page, { key: '' });
      }
      const pace = pause === 0 ? 'no pause between keys' : `${pause} ms between keys`;
      add(`keystroke to painted hits, ${pace}, median`, median(strokes), 'ms');
      add(`keystroke to painted hits, ${pace}, p95`, percentile(strokes, 0.95), 'ms', 50);
    }
    const sorts: number[] = [];
    for (const heading of ['Name', 'Company', 'Tier', 'Job title', 'Stage', 'E-mail', 'Name', 'Company'])
      sorts.push(await paintedAfter(page, { heading }));
    add('sort by a column, median', median(sorts), 'ms');
    add('sort by a column, slowest', Math.max(...sorts), 'ms', 200);
    const { gaps, empty, frames } = await scrolled(page);
    add('scrolling: gap between frames, p95', percentile(gaps, 0.95), 'ms', 50);
    add('scrolling: frames with an empty row', (100 * empty) / Math.max(1, frames), '%');
    add('memory while working, highest', working(), 'MB', 300);
    await collectGarbage(page);
    add('memory after a collection', pageMemory(profile), 'MB', 300);
    return figures;
  } finally {
    await browser.close();
  }
}

/** The workspace over a large book, in the real browser. */
export const workspacePart: Part = {
  name: 'workspace',
  title: 'The workspace over 100,000 leads',
  about: 'types, sorts and scrolls in the table of a workspace over 100,000 made-up leads',
  measure: async ({ extension }) => ({
    figures: await withFilledBook(extension, 100_000, (profile) => measureWorkspace(extension, profile)),
  }),
};
