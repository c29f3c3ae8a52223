import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt } from '../browser/build.ts';
import { table } from '../capture/table.ts';
import { sitesFolder } from '../practice/serve.ts';
import { measureBook } from './book.ts';
import { measureScoring } from './scoring.ts';
import { measureSizes } from './sizes.ts';
import { measureSpeed, percentile } from './speed.ts';

const { values } = parseArgs({ options: { data: { type: 'string' }, pages: { type: 'string' } } });
const data = values.data ?? process.env.LEADLIGHT_DATA;
const folder = data === undefined ? sitesFolder : join(data, 'webstruct');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.html') && (data === undefined || /[\\/]clean[\\/]/.test(file)))
  .sort()
  .slice(0, values.pages === undefined ? undefined : Number(values.pages))
  .map((file) => join(folder, file));

const extension = ensureBuilt();
const ms = (value: number) => `${value.toFixed(1)} ms`;
let over = false;

console.log('Sizes');
const sizes = measureSizes(extension).map(({ what, bytes, ceiling }) => {
  if (ceiling !== undefined && bytes > ceiling) over = true;
  return [what, `${(bytes / 1000).toFixed(1)} kB`, ceiling === undefined ? '' : `of ${ceiling / 1000} kB`];
});
console.log(table(['What', 'Size', 'Ceiling'], sizes));

console.log(
  `\nReading ${files.length} pages${data === undefined ? ' of the practice web (set LEADLIGHT_DATA for more)' : ''}`,
);
const { timings, leftOut } = await measureSpeed(extension, files);
const row = (what: string, numbers: number[]) => [
  what,
  ms(percentile(numbers, 0.5)),
  ms(percentile(numbers, 0.95)),
  ms(Math.max(...numbers)),
];
const ours = timings.map((timing) => timing.ms);
const theirs = timings.map((timing) => timing.defuddle);
const inPage = timings.map((timing) => timing.msPage);
const ratio = (of: number[], part: number) => (percentile(of, part) / percentile(theirs, part)).toFixed(2);
console.log(
  table(
    ['What', 'Median', 'p95', 'Longest'],
    [
      row('Leadlight, injection to finished draft', ours),
      row('Leadlight, inside the page', inPage),
      row('defuddle, same pages and browser', theirs),
      ['ratio, Leadlight to defuddle', ratio(ours, 0.5), ratio(ours, 0.95), ''],
      ['ratio, inside the page to defuddle', ratio(inPage, 0.5), ratio(inPage, 0.95), ''],
    ],
  ),
);
if (leftOut.length > 0) console.log(`Left out:\n${leftOut.map((what) => `  ${what}`).join('\n')}`);

console.log('\nThe book at 10,000 leads');
console.log(
  table(
    ['What', 'Time'],
    (await measureBook(extension)).map(({ what, ms: time }) => [what, ms(time)]),
  ),
);

console.log('\nScoring, on one core');
console.log(
  table(
    ['What', 'Time', 'Ceiling'],
    measureScoring().map(({ what, ms: time, ceiling }) => {
      if (time > ceiling) over = true;
      return [what, `${time.toFixed(3)} ms`, `of ${ceiling} ms`];
    }),
  ),
);
process.exitCode = over ? 1 : 0;
