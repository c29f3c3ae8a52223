import type { Page } from 'playwright';
import { type ExtensionBrowser, launchExtension } from '../browser/extension-browser.ts';
import { practice, servePractice } from '../practice/serve.ts';
import { withFilledBook } from './filled-book.ts';
import type { Part } from './part.ts';
import { timed } from './timed.ts';

/** The browser is started so often for what is opened cold; each time all is opened warm so often. */
const starts = 3;
const warmOpenings = 3;

/** Milliseconds from the press or the address to the first paint, and to the rows. */
type Opening = { painted: number; rows: number };

/** When a page was painted first, and when the largest thing in it was (its rows), by its own clock since 1970. */
function paintsOf(page: Page): Promise<{ first: number; largest: number }> {
  return page.evaluate(async () => {
    const largest = await new Promise<number>((done) => {
      new PerformanceObserver((list) => done(list.getEntries().at(-1)?.startTime ?? Number.NaN)).observe({
        type: 'largest-contentful-paint',
        buffered: true,
      });
    });
    const first = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN;
    return { first: performance.timeOrigin + first, largest: performance.timeOrigin + largest };
  });
}

/** Presses the icon on a page that stands still. Out: when the panel was painted and when the people of the page were. */
async function openPanel(browser: ExtensionBrowser, page: Page): Promise<Opening> {
  await page.goto(practice.team);
  // Somebody has read the page before they press.
  await page.waitForTimeout(500);
  const pressed = Date.now();
  await browser.clickIcon(page);
  const panel = await browser.panel();
  await panel.getByRole('treegrid').getByRole('row').first().waitFor();
  const { first, largest } = await paintsOf(panel);
  await panel.evaluate(() => window.close());
  await page.waitForTimeout(300);
  return { painted: first - pressed, rows: largest - pressed };
}

async function openWorkspace(browser: ExtensionBrowser, page: Page): Promise<Opening> {
  await page.goto('about:blank');
  const started = Date.now();
  await page.goto(`chrome-extension://${browser.extensionId}/workspace.html#/leads`);
  await page.locator('[role=grid] [data-open]').first().waitFor();
  const rows = Date.now() - started;
  const { first } = await paintsOf(page);
  return { painted: first - started, rows };
}

/** Opens a surface once after each start of the browser, then some times more. Out: the cold openings and the warm ones. */
async function measure(
  extension: string,
  profile: string,
  args: string[],
  open: (browser: ExtensionBrowser, page: Page) => Promise<Opening>,
): Promise<{ cold: Opening[]; warm: Opening[] }> {
  const cold: Opening[] = [];
  const warm: Opening[] = [];
  for (let start = 0; start < starts; start++) {
    const browser = await launchExtension({ profile, extension, args });
    try {
      const page = browser.context.pages()[0] ?? (await browser.context.newPage());
      await page.waitForTimeout(1000);
      cold.push(await open(browser, page));
      for (let time = 0; time < warmOpenings; time++) warm.push(await open(browser, page));
    } finally {
      await browser.close();
    }
  }
  return { cold, warm };
}

/** How soon the panel and the workspace are there, over a large book. */
export const openingPart: Part = {
  name: 'opening',
  title: 'Opening, with 100,000 leads in the book',
  about: 'opens panel and workspace over 100,000 made-up leads, first thing after the browser started and again',
  async measure({ extension }) {
    const server = await servePractice();
    try {
      const figures = await withFilledBook(extension, 100_000, async (profile) => {
        const panel = await measure(extension, profile, server.args, openPanel);
        const workspace = await measure(extension, profile, server.args, openWorkspace);
        const told = (what: string, openings: Opening[], ceiling?: number) => [
          timed(
            `${what}: first paint`,
            openings.map(({ painted }) => painted),
          ),
          timed(
            `${what}: rows painted`,
            openings.map(({ rows }) => rows),
            ceiling,
          ),
        ];
        return [
          ...told('panel, first press after the browser started', panel.cold),
          ...told('panel, pressed again', panel.warm, 1000),
          ...told('workspace, first after the browser started', workspace.cold),
          ...told('workspace, opened again', workspace.warm, 1000),
        ];
      });
      return { figures };
    } finally {
      await server.stop();
    }
  },
};
