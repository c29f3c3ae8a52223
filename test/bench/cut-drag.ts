import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { seededRandom } from '../../lib/value/special.ts';
import { launchExtension } from '../browser/extension-browser.ts';
import type { Part } from './part.ts';
import { percentile } from './speed.ts';
import { timed } from './timed.ts';
import { startTrace } from './trace.ts';

const customers = 100_000;
const moves = 120;
/** One frame at 60 a second. */
const frame = 1000 / 60;

/** Customers who buy at rates of their own and drop out by chance, few of them large. */
function list(): string {
  const random = seededRandom(7);
  const lines = ['Order number,Date,Customer,Email,Total,Currency'];
  const days = Array.from({ length: 700 }, (_, ago) =>
    new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10),
  );
  for (let who = 0; who < customers; who++) {
    const every = 20 / (0.05 - Math.log(1 - random()));
    const dropout = 0.2 + 0.3 * random();
    const size = 20 + 40_000 / (1 + who / 40);
    for (let ago = Math.floor(700 * random()); ago >= 0; ago -= Math.ceil(-Math.log(1 - random()) * every)) {
      const sum = (size * (0.5 + random())).toFixed(2);
      lines.push(`${lines.length},${days[ago]},Customer ${who},c${who}@firm-${who}.example,${sum},EUR`);
      if (random() < dropout) break;
    }
  }
  return lines.join('\n');
}

/** Takes the list in as a user does. Out: once the chart stands and nothing is worked out any more. */
async function takeIn(page: Page, root: string): Promise<void> {
  await page.goto(`${root}/workspace.html#/customers`);
  const file = { name: 'orders.csv', mimeType: 'text/csv', buffer: Buffer.from(list()) };
  await page.getByLabel('Choose a file').setInputFiles(file);
  await page.getByRole('button', { name: 'See what would happen' }).click({ timeout: 120_000 });
  await page.getByRole('button', { name: /^Take in/ }).click({ timeout: 120_000 });
  await page.getByRole('slider', { name: 'Cut between A and B' }).waitFor({ timeout: 120_000 });
  // The models say of the largest whether they still buy: then all questions are answered.
  await page.locator('tbody tr:first-child td:nth-child(8)').filter({ hasText: '%' }).waitFor({ timeout: 120_000 });
}

type Event = Awaited<ReturnType<Awaited<ReturnType<typeof startTrace>>>>[number];
const typeOf = ({ args }: Event): unknown => (args.data ? Reflect.get(args.data, 'type') : undefined);

/** What the page's main thread worked for each move of the pointer until the next: script, style, layout, paint. Milliseconds of its own clock. */
function workOf(events: readonly Event[]): number[] {
  const moved = events.filter((one) => one.name === 'EventDispatch' && typeOf(one) === 'pointermove');
  const [first] = moved;
  const own = events
    .filter(({ ph, pid, tid, dur }) => ph === 'X' && dur !== undefined && pid === first?.pid && tid === first.tid)
    .toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const times = moved.map(({ ts }) => ts).toSorted((a, b) => a - b);
  const work = times.map(() => 0);
  let [end, at] = [0, -1];
  for (const { ts, dur = 0, tdur = dur } of own) {
    while (at + 1 < times.length && (times[at + 1] as number) <= ts) at++;
    if (at < 0 || ts < end) continue;
    end = ts + dur;
    work[at] = (work[at] as number) + tdur / 1000;
  }
  // The last one is followed by letting go, which sets the classes anew.
  return work.slice(0, -1);
}

/** The cut between A and B dragged up and down over 100,000 customers, in a real window. */
export const cutDragPart: Part = {
  name: 'cut',
  title: 'A cut of ABC dragged over 100,000 customers',
  about: 'takes in the orders of 100,000 customers and drags a cut over them',
  async measure({ extension }) {
    const profile = mkdtempSync(join(tmpdir(), 'leadlight-cut-'));
    const browser = await launchExtension({ profile, extension });
    try {
      const page = browser.context.pages()[0] ?? (await browser.context.newPage());
      await page.setViewportSize({ width: 1280, height: 800 });
      await takeIn(page, `chrome-extension://${browser.extensionId}`);
      const cut = page.getByRole('slider', { name: 'Cut between A and B' });
      await cut.scrollIntoViewIfNeeded();
      const box = await cut.boundingBox();
      if (!box) throw new Error('The cut is not in sight');
      const [x, y] = [box.x + 120, box.y + box.height / 2];
      await page.mouse.move(x, y);
      await page.mouse.down();
      const end = await startTrace(browser.context);
      const seen = new Set<string | null>();
      for (let move = 0; move < moves; move++) {
        await page.mouse.move(x, y + 70 * Math.sin(move / 6));
        // A frame is painted in between, as where a hand moves.
        await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
        if (move % 10 === 0) seen.add(await cut.getAttribute('aria-valuenow'));
      }
      const work = workOf(await end());
      await page.mouse.up();
      if (work.length < moves / 2 || seen.size < 4) throw new Error(`only ${work.length} moves were followed`);
      const figure = timed('script, style, layout and paint of a move', work);
      return { figures: [{ ...figure, what: `${figure.what}, p95`, value: percentile(work, 0.95), ceiling: frame }] };
    } finally {
      await browser.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  },
};
