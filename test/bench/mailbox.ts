import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { CDPSession, Page } from 'playwright';
import { type ExtensionBrowser, launchExtension } from '../browser/extension-browser.ts';
import { prepareBook } from '../mail/book.ts';
import { chipsOf } from '../mail/chips.ts';
import { startLab } from '../mail/lab.ts';
import { whyNoServer } from '../mail/machine.ts';
import { manySeeds } from '../mail/seeds.ts';
import { servePage } from '../mail/serve-page.ts';
import type { Figure, Part } from './part.ts';
import { measureLookUps } from './senders.ts';
import { percentile } from './speed.ts';

const loopback = 'http://127.0.0.1/*';
const mails = 5000;

type Profile = {
  nodes: { id: number; callFrame: { url: string; functionName: string }; children?: number[] }[];
  samples: number[];
  timeDeltas: number[];
};

/** Calls that make the browser work out styles or layout at once. */
const forcing =
  /^(?:checkVisibility|getComputedStyle|getBoundingClientRect|getClientRects|focus|get (?:offset|client|scroll|backgroundColor).*)$/;

/** Milliseconds of the main thread spent in our script or in what it called while something happened, and the longest layout forced in it. */
async function workOfOurs(session: CDPSession, happen: () => Promise<void>): Promise<Work> {
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: 100 });
  await session.send('Profiler.start');
  await happen();
  const { profile } = (await session.send('Profiler.stop')) as unknown as { profile: Profile };
  const ours = new Set<number>();
  const forced = new Set<number>();
  const byId = new Map(profile.nodes.map((node) => [node.id, node]));
  const mark = (id: number, inside: boolean): void => {
    const node = byId.get(id);
    if (!node) return;
    const within = inside || node.callFrame.url.endsWith('/webmail.js');
    if (within) ours.add(id);
    if (within && forcing.test(node.callFrame.functionName)) forced.add(id);
    for (const child of node.children ?? []) mark(child, within);
  };
  const root = profile.nodes[0];
  if (root) mark(root.id, false);
  // A delta is the time since the sample before it: it belongs to that one.
  let all = 0;
  let run = 0;
  let longest = 0;
  for (let at = 1; at < profile.samples.length; at++) {
    const node = profile.samples[at - 1] ?? -1;
    const lasted = profile.timeDeltas[at] ?? 0;
    if (ours.has(node)) all += lasted;
    run = forced.has(node) ? run + lasted : 0;
    longest = Math.max(longest, run);
  }
  return { all: all / 1000, forced: longest / 1000 };
}

type Work = { all: number; forced: number };

const longestForced = (where: string, works: Work[]): Figure => ({
  what: `${where}: styles or layout forced by us, longest`,
  value: Math.max(...works.map(({ forced }) => forced)),
  unit: 'ms',
  ceiling: 10,
});

async function stillChips(page: Page, count: number): Promise<void> {
  for (let left = 100; left > 0 && (await chipsOf(page)).length < count; left--) await page.waitForTimeout(100);
}

async function measureRoundcube(browser: ExtensionBrowser, address: string): Promise<Figure[]> {
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  await page.goto(address);
  await page.fill('#rcmloginuser', 'testuser');
  await page.fill('#rcmloginpwd', 'testpass');
  await page.press('#rcmloginpwd', 'Enter');
  await page.waitForSelector('#messagelist tbody tr.message');
  const session = await page.context().newCDPSession(page);
  const rows = page.locator('#messagelist tbody tr.message');

  const lists: Work[] = [];
  for (let turn = 0; turn < 6; turn++) {
    const first = await rows.first().getAttribute('id');
    lists.push(
      await workOfOurs(session, async () => {
        await page.evaluate(() =>
          (globalThis as unknown as { rcmail: { command(name: string, how: string): void } }).rcmail.command(
            'nextpage',
            '',
          ),
        );
        await page.waitForFunction((id) => document.querySelector('#messagelist tbody tr.message')?.id !== id, first);
        await page.waitForTimeout(900);
      }),
    );
  }
  const opened: Work[] = [];
  for (let turn = 0; turn < 10; turn++) {
    const subject = (await rows.nth(turn).locator('.subject a, td.subject a').first().textContent())?.trim() ?? '';
    opened.push(
      await workOfOurs(session, async () => {
        await rows.nth(turn).click();
        await page.frameLocator('#messagecontframe').locator('h2.subject', { hasText: subject }).waitFor();
        await page.waitForTimeout(700);
      }),
    );
  }
  const idle = await workOfOurs(session, () => page.waitForTimeout(3000));
  return [
    {
      what: 'Roundcube, 5,000 mails: a list of 50 rows, median',
      value: percentile(
        lists.map(({ all }) => all),
        0.5,
      ),
      unit: 'ms',
      ceiling: 30,
    },
    {
      what: 'Roundcube: opening a mail, median',
      value: percentile(
        opened.map(({ all }) => all),
        0.5,
      ),
      unit: 'ms',
      ceiling: 20,
    },
    longestForced('Roundcube', [...lists, ...opened]),
    { what: 'Roundcube: three seconds of standing still', value: idle.all, unit: 'ms', ceiling: 0.5 },
  ];
}

async function measureSogo(browser: ExtensionBrowser, address: string): Promise<Figure[]> {
  const page = await browser.context.newPage();
  await page.goto(address);
  await page.fill('input[ng-model="app.creds.username"]', 'testuser');
  await page.fill('input[type=password]', 'testpass');
  await page.click('button[type=submit]');
  const rows = page.locator('#messagesList md-list-item.sg-message-list-item');
  await rows.first().waitFor();
  const session = await page.context().newCDPSession(page);
  const opened: Work[] = [];
  for (let turn = 0; turn < 6; turn++) {
    const subject = (await rows.nth(turn).locator('.sg-tile-subject').textContent())?.trim() ?? '';
    opened.push(
      await workOfOurs(session, async () => {
        await rows.nth(turn).click();
        await page.locator('#detailView [ng-bind="viewer.message.subject"]', { hasText: subject }).waitFor();
        await page.waitForTimeout(900);
      }),
    );
  }
  return [
    {
      what: 'SOGo, 5,000 mails: opening a mail, median',
      value: percentile(
        opened.map(({ all }) => all),
        0.5,
      ),
      unit: 'ms',
      ceiling: 20,
    },
    longestForced('SOGo', opened),
  ];
}

/** Rows that the browser compiles our script over: its machine code is no growth of ours (of 120 kB after the first 200 rows 115 kB were that). */
const warmUp = 600;

/** How much the heap grew between 200 and 2,000 rows that were given to others while scrolling, once the script is warm. */
async function measureReused(browser: ExtensionBrowser): Promise<Figure[]> {
  const server = await servePage(readFileSync(resolve(import.meta.dirname, '../mail/reused-rows.html'), 'utf8'));
  const page = await browser.context.newPage();
  try {
    await page.goto(server.address);
    await stillChips(page, 20);
    const session = await page.context().newCDPSession(page);
    let row = 0;
    const scrollTo = async (to: number) => {
      for (; row < to; row += 10) {
        await page.evaluate((at) => {
          const scroller = document.getElementById('scroller');
          if (scroller) scroller.scrollTop = at * 48;
        }, row);
        await page.waitForTimeout(60);
      }
      await page.waitForTimeout(500);
      await session.send('HeapProfiler.collectGarbage');
      await session.send('HeapProfiler.collectGarbage');
      return (await session.send('Runtime.getHeapUsage')).usedSize;
    };
    await scrollTo(warmUp);
    const before = await scrollTo(warmUp + 200);
    const after = await scrollTo(warmUp + 2000);
    return [
      {
        what: 'Heap after 2,000 reused rows, over that after 200',
        value: (after / before - 1) * 100,
        unit: '%',
        ceiling: 5,
      },
    ];
  } finally {
    await page.close();
    await server.stop();
  }
}

/** What the script that stays in a mailbox costs there. In: the built extension. Out: figures, and what could not be measured here. */
async function measureMailbox(extension: string): Promise<{ figures: Figure[]; leftOut: string[] }> {
  const figures = [await measureLookUps(extension)];
  const leftOut: string[] = [];
  const servers = (['roundcube', 'sogo'] as const).filter((server) => {
    const why = whyNoServer(server);
    if (why) leftOut.push(`${server}: ${why}`);
    return why === undefined;
  });
  const lab = servers.length > 0 ? await startLab(servers, manySeeds(mails)) : undefined;
  const profile = mkdtempSync(join(tmpdir(), 'leadlight-bench-'));
  const browser = await launchExtension({ profile, extension, granted: [loopback] });
  try {
    await prepareBook(browser, [loopback]);
    figures.push(...(await measureReused(browser)));
    // A server that does not get ready is said; the other figures stand.
    const tried = async (server: string, measure: () => Promise<Figure[]>): Promise<void> => {
      try {
        figures.push(...(await measure()));
      } catch (cause) {
        leftOut.push(`${server}: ${cause instanceof Error ? cause.message.split('\n')[0] : String(cause)}`);
      }
    };
    const { elastic, sogo } = lab?.addresses ?? {};
    if (elastic) await tried('roundcube', () => measureRoundcube(browser, elastic));
    if (sogo) await tried('sogo', () => measureSogo(browser, sogo));
  } finally {
    await browser.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    await lab?.stop();
  }
  return { figures, leftOut };
}

export const mailboxPart: Part = {
  name: 'mailbox',
  title: 'The script that stays in a mailbox',
  about:
    'looks senders up, scrolls a list of mails, and opens lists and mails of real webmails where they are installed',
  measure: ({ extension }) => measureMailbox(extension),
};
