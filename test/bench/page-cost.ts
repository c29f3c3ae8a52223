import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededRandom } from '../../lib/value/special.ts';
import { servePractice, sitesFolder } from '../practice/serve.ts';
import { type Arm, type ArmName, arms, startArms } from './page-arms.ts';
import { difference } from './paired.ts';
import type { Figure, Part } from './part.ts';
import { timed } from './timed.ts';
import { type Load, loadsOf, startTrace } from './trace.ts';

/** Browsers are started anew so often: what one of them has by chance is not taken for what the extension costs. */
const blocks = 3;
const leastPairs = 75;
const savedPages = 12;
/** How long after its load event a page is looked at. */
const windowMs = 250;
/** An allowed site is read once its page stood still for 400 ms. */
const readingMs = 1500;

/** Copies the practice web, and some of the saved pages under a host of their own, for one server. Out: paths under their hosts. */
function pagesIn(root: string, data: string | undefined): string[] {
  cpSync(sitesFolder, root, { recursive: true });
  if (data !== undefined) {
    const folder = join(data, 'webstruct');
    const saved = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));
    mkdirSync(join(root, 'www.saved.example'));
    const step = Math.max(1, Math.floor(saved.length / savedPages));
    for (let at = 0; at < savedPages && at * step < saved.length; at++)
      cpSync(join(folder, saved.sort()[at * step] ?? ''), join(root, 'www.saved.example', `page-${at}.html`));
  }
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
}

/** Numbers in an order of their own. */
function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const order = list.map((one) => ({ one, key: random() }));
  return order.toSorted((a, b) => a.key - b.key).map(({ one }) => one);
}

type Seen = Map<ArmName, Load>;

/** Loads every page in every arm, in random order of pages and of arms, each time one after the other. Out: what was seen, load by load. */
async function block(all: Arm[], pages: string[], turns: number, random: () => number): Promise<Seen[]> {
  const wanted = new Set<string>();
  const traces = await Promise.all(all.map(async ({ name, context }) => ({ name, end: await startTrace(context) })));
  const keys: string[] = [];
  for (let turn = 0; turn < turns; turn++) {
    for (const path of shuffled(pages, random)) {
      const key = `?load=${keys.length}`;
      keys.push(key);
      for (const arm of shuffled(all, random)) {
        const url = `http://${path}${key}`;
        wanted.add(url);
        if (arm.name === 'installed') await arm.rest();
        await arm.page.goto(url, { waitUntil: 'load' });
        await arm.page.waitForTimeout(windowMs);
      }
    }
  }
  const seen = new Map<string, Seen>(keys.map((key) => [key, new Map()]));
  for (const { name, end } of traces)
    for (const load of loadsOf(await end(), wanted)) seen.get(new URL(load.url).search)?.set(name, load);
  return [...seen.values()].filter((one) => one.size === all.length);
}

/** Script that ran before the page was idle: outside of idle callbacks, up to a quarter of a second after its load event. */
const busy = ({ scripts, loaded }: Load): number =>
  scripts.filter(({ at, idle }) => !idle && at < loaded + windowMs).reduce((sum, { ms }) => sum + ms, 0);

function differences(seen: readonly Seen[], arm: ArmName, to: ArmName, of: (load: Load) => number): number[] {
  return seen.flatMap((one) => {
    const [a, b] = [one.get(arm), one.get(to)];
    return a && b ? [of(a) - of(b)] : [];
  });
}

/** Lets an allowed site be read, page by page. Out: figures of when that begins and in whose time it is done. */
async function readings(arm: Arm, pages: string[]): Promise<Figure[]> {
  const end = await startTrace(arm.context);
  const urls = pages.map((path) => `http://${path}?reading`);
  for (const url of urls) {
    await arm.page.goto(url, { waitUntil: 'load' });
    await arm.page.waitForTimeout(readingMs);
  }
  const loads = loadsOf(await end(), new Set(urls));
  const read = loads.map(({ scripts, loaded }) => ({
    loaded,
    ours: scripts.filter(({ url }) => url.startsWith('chrome-extension:')),
  }));
  const of = (idle: boolean) =>
    read.map(({ ours }) => ours.filter((one) => one.idle === idle).reduce((sum, { ms }) => sum + ms, 0));
  const early = read.filter(({ ours, loaded }) => ours.some(({ at }) => at < loaded));
  return [
    {
      what: `an allowed site is read: pages where it began before the load event, of ${read.length}`,
      unit: '',
      value: early.length,
      ceiling: 0,
    },
    timed('the reading, in idle callbacks', of(true)),
    timed('the reading, outside of them', of(false), 2),
  ];
}

/** What an installed Leadlight costs pages. */
export const pageCostPart: Part = {
  name: 'pages',
  title: 'What a page pays',
  about:
    'loads pages in random order without an extension, with Leadlight, on allowed sites, and with an empty content script',
  async measure({ extension, data }) {
    const folder = mkdtempSync(join(tmpdir(), 'leadlight-pages-'));
    const pages = pagesIn(join(folder, 'sites'), data);
    const server = await servePractice(join(folder, 'sites'));
    const args = [`--host-resolver-rules=MAP *.example 127.0.0.1:${server.port},MAP * ~NOTFOUND`];
    const random = seededRandom(8);
    const turns = Math.ceil(leastPairs / blocks / pages.length);
    const seen: Seen[] = [];
    const figures: Figure[] = [];
    try {
      for (let turn = 0; turn < blocks; turn++) {
        const all = await startArms(join(folder, `block-${turn}`), extension, args);
        try {
          seen.push(...(await block(all, pages, turns, random)));
          const allowed = all.find(({ name }) => name === 'allowed');
          if (turn === 0 && allowed) figures.push(...(await readings(allowed, pages.slice(0, 14))));
        } finally {
          for (const arm of all) await arm.close();
        }
      }
    } finally {
      await server.stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
    const against = (
      what: string,
      arm: ArmName,
      to: ArmName,
      of: (load: Load) => number,
      wanted: Parameters<typeof difference>[2] = {},
    ) => difference(what, differences(seen, arm, to, of), wanted);
    const loaded = (load: Load) => load.loaded;
    const parsed = (load: Load) => load.parsed;
    const zero = { wantsZero: true } as const;
    return {
      figures: [
        timed(
          `${seen.length} loads in each of ${arms.length} browsers: load event without an extension`,
          seen.flatMap((one) => one.get('none')?.loaded ?? []),
        ),
        against('installed, nothing allowed, against none: script', 'installed', 'none', busy, zero),
        against('installed, nothing allowed, against none: DOMContentLoaded', 'installed', 'none', parsed),
        against('installed, nothing allowed, against none: load event', 'installed', 'none', loaded, zero),
        against('an empty content script against none: script', 'empty', 'none', busy),
        against('an allowed site against an empty content script: script', 'allowed', 'empty', busy, { ceiling: 2 }),
        against('an allowed site against an empty content script: load event', 'allowed', 'empty', loaded),
        against('an allowed mailbox against an empty content script: script', 'mailbox', 'empty', busy, { ceiling: 2 }),
        against('an allowed mailbox against an empty content script: load event', 'mailbox', 'empty', loaded),
        ...figures,
      ],
    };
  },
};
