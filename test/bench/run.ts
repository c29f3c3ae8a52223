import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt } from '../browser/build.ts';
import { table } from '../capture/table.ts';
import { sitesFolder } from '../practice/serve.ts';
import { measureBackup } from './backup.ts';
import { measureBoard } from './board.ts';
import { measureBook } from './book.ts';
import { measureDuplicates } from './duplicates.ts';
import { measureImport } from './import.ts';
import { measureMailbox } from './mailbox.ts';
import { measureScores } from './scores.ts';
import { measureScoring } from './scoring.ts';
import { measureSizes } from './sizes.ts';
import { measureSpeed, percentile, type Timing } from './speed.ts';
import { measureValue } from './value.ts';
import { measureWorkspace } from './workspace.ts';

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
const numbers = (of: (timing: Timing) => number) => timings.map(of);
const ours = numbers((timing) => timing.ours.whole);
const theirs = numbers((timing) => timing.theirs.whole);
const oursInPage = numbers((timing) => timing.ours.inPage);
const theirsInPage = numbers((timing) => timing.theirs.inPage);
const ratio = (what: string, of: number[], to: number[]) => [
  what,
  ...[0.5, 0.95].map((part) => (percentile(of, part) / percentile(to, part)).toFixed(2)),
  '',
];
console.log(
  table(
    ['What', 'Median', 'p95', 'Longest'],
    [
      row('Leadlight, injection to finished draft', ours),
      row('defuddle, injection to its result', theirs),
      row('Leadlight, inside the page', oursInPage),
      row('defuddle, inside the page (parse() alone)', theirsInPage),
      ratio('ratio, injection to draft : injection to result', ours, theirs),
      ratio('ratio, inside the page : parse() alone', oursInPage, theirsInPage),
      ratio('ratio, injection to draft : parse() alone', ours, theirsInPage),
    ],
  ),
);
const held = timings.flatMap((timing) => timing.ours.held);
const longest = held.length === 0 ? '' : `, the longest ${ms(Math.max(...held))}`;
console.log(`Times that a page was held for more than 50 ms while Leadlight read it: ${held.length}${longest}`);
const articles = data === undefined ? '' : join(data, 'articles');
if (existsSync(articles)) {
  const size = (file: string) => statSync(file).size;
  const [largest = ''] = readdirSync(articles, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .map((file) => join(articles, file))
    .sort((a, b) => size(b) - size(a));
  const [first] = (await measureSpeed(extension, [largest])).timings;
  if (first)
    console.log(
      `The largest saved article (${(size(largest) / 1e6).toFixed(1)} MB), read first after the browser started: ` +
        `${ms(first.ours.whole)} of 400 ms (defuddle ${ms(first.theirs.whole)})`,
    );
}
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
    (await measureScoring()).map(({ what, ms: time, ceiling }) => {
      if (time > ceiling) over = true;
      return [what, `${time.toFixed(3)} ms`, `of ${ceiling} ms`];
    }),
  ),
);
console.log('\nThe script that stays in a mailbox');
const mailbox = await measureMailbox(extension);
console.log(
  table(
    ['What', 'Measured', 'Ceiling'],
    mailbox.figures.map(({ what, value, unit, ceiling }) => {
      if (value > ceiling) over = true;
      return [what, `${value.toFixed(1)} ${unit}`, `of ${ceiling} ${unit}`];
    }),
  ),
);
if (mailbox.leftOut.length > 0) console.log(`Left out:\n${mailbox.leftOut.map((what) => `  ${what}`).join('\n')}`);

console.log('\nScores in a book of 100,000 leads');
console.log(
  table(
    ['What', 'Time', 'Ceiling'],
    (await measureScores(extension)).map(({ what, ms: time, ceiling }) => {
      if (ceiling !== undefined && time > ceiling) over = true;
      return [what, ms(time), ceiling === undefined ? '' : `of ${ceiling} ms`];
    }),
  ),
);

console.log('\nBackup and restore of 100,000 leads');
console.log(
  table(
    ['What', 'Measured'],
    (await measureBackup(extension)).map(({ what, value, unit }) => [what, `${value.toFixed(1)} ${unit}`]),
  ),
);

console.log('\nOrders, and what customers are worth');
console.log(
  table(
    ['What', 'Time', 'Ceiling'],
    (await measureValue(extension)).map(({ what, ms: time, ceiling }) => {
      if (ceiling !== undefined && time > ceiling) over = true;
      return [what, ms(time), ceiling === undefined ? '' : `of ${ceiling} ms`];
    }),
  ),
);
console.log('\nDuplicates in a book of 100,000 leads');
console.log(
  table(
    ['What', 'Time', 'Ceiling'],
    (await measureDuplicates(extension)).map(({ what, ms: time, ceiling }) => {
      if (ceiling !== undefined && time > ceiling) over = true;
      return [what, ms(time), ceiling === undefined ? '' : `of ${ceiling} ms`];
    }),
  ),
);
console.log('\nThe board with 10,000 cards');
console.log(
  table(
    ['What', 'Measured'],
    (await measureBoard(extension)).map(({ what, value, unit }) => [what, `${value.toFixed(1)} ${unit}`]),
  ),
);
console.log('\nThe workspace over 100,000 leads');
console.log(
  table(
    ['What', 'Measured', 'Ceiling'],
    (await measureWorkspace(extension)).map(({ what, value, unit, ceiling }) => {
      if (ceiling !== undefined && value > ceiling) over = true;
      return [what, `${value.toFixed(1)} ${unit}`, ceiling === undefined ? '' : `of ${ceiling} ${unit}`];
    }),
  ),
);
console.log('\nFiles in and out, 100,000 rows');
console.log(
  table(
    ['What', 'Time', 'Ceiling'],
    (await measureImport(extension)).map(({ what, ms: time, ceiling }) => {
      if (ceiling !== undefined && time > ceiling) over = true;
      return [what, ms(time), ceiling === undefined ? '' : `of ${ceiling} ms`];
    }),
  ),
);
process.exitCode = over ? 1 : 0;
