import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { sitesFolder } from '../practice/serve.ts';
import type { Figure, Part } from './part.ts';
import { measureSpeed, percentile, type Timing } from './speed.ts';
import { timed } from './timed.ts';

/** Ours may take so much of defuddle's time, from injection to result. */
const wantedRatio = 0.6;

const htmlIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));

function ratio(what: string, of: number[], to: number[], ceiling?: number): Figure {
  const at = (part: number) => percentile(of, part) / percentile(to, part);
  return { what, unit: '', value: at(0.5), p95: at(0.95), ...(ceiling !== undefined && { ceiling }) };
}

/** The largest article that was saved, read first after the browser started; none where there are no articles. */
async function largestArticle(extension: string, data: string | undefined): Promise<Figure[]> {
  const folder = data === undefined ? '' : join(data, 'articles');
  if (!existsSync(folder)) return [];
  const size = (file: string) => statSync(file).size;
  const [largest = ''] = htmlIn(folder)
    .map((file) => join(folder, file))
    .sort((a, b) => size(b) - size(a));
  const [first] = (await measureSpeed(extension, [largest])).timings;
  const what = `the largest saved article (${(size(largest) / 1e6).toFixed(1)} MB), read first after the browser started`;
  return first ? [{ what, unit: 'ms', value: first.ours.whole, ceiling: 400 }] : [];
}

/** Readings beside defuddle's, on the same pages in the same tab. */
export const readingPart: Part = {
  name: 'reading',
  title: 'Reading a page',
  about: 'reads each saved page with Leadlight and with defuddle, in turns in the same tab',
  async measure({ extension, data, pages }) {
    const folder = data === undefined ? sitesFolder : join(data, 'webstruct');
    const files = htmlIn(folder)
      .filter((file) => data === undefined || /[\\/]clean[\\/]/.test(file))
      .sort()
      .slice(0, pages)
      .map((file) => join(folder, file));
    const { timings, leftOut } = await measureSpeed(extension, files);
    const numbers = (of: (timing: Timing) => number) => timings.map(of);
    const ours = numbers((timing) => timing.ours.whole);
    const theirs = numbers((timing) => timing.theirs.whole);
    const oursInPage = numbers((timing) => timing.ours.inPage);
    const theirsInPage = numbers((timing) => timing.theirs.inPage);
    const held = timings.filter((timing) => timing.ours.held.length > 0);
    return {
      figures: [
        timed(`${timings.length} pages: Leadlight, injection to finished draft`, ours),
        timed('defuddle, injection to its result', theirs),
        timed('Leadlight, inside the page', oursInPage),
        timed('defuddle, inside the page (parse() alone)', theirsInPage),
        ratio('ratio, injection to draft : injection to result', ours, theirs, wantedRatio),
        ratio('ratio, inside the page : parse() alone', oursInPage, theirsInPage),
        ratio('ratio, injection to draft : parse() alone', ours, theirsInPage),
        { what: 'pages held for more than 50 ms at a time', unit: '', value: held.length, ceiling: 0 },
        ...(await largestArticle(extension, data)),
      ],
      leftOut,
    };
  },
};
