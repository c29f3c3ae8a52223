import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt } from '../browser/build.ts';
import { writeReadme } from '../readme.ts';
import { machineInWords, whatIsMeasured } from './around.ts';
import { isOver } from './part.ts';
import { parts } from './parts.ts';
import { partTable, readmeSpeed } from './print.ts';
import { type Result, readResults, writeResults } from './results.ts';

const usage = `Usage: npm run bench -- [--only NAME[,NAME]…] [--data FOLDER] [--pages N] [--write]
Measures what Leadlight costs and how fast it is, beside what was measured last. LEADLIGHT_DATA can name a folder of saved pages.
Parts: ${parts.map(({ name }) => name).join(', ')}
  --write   keeps the figures as those of this commit in test/bench/results.json and draws the README's table from them;
            with --only those of the other parts stay. --readme does only the drawing`;

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    data: { type: 'string' },
    pages: { type: 'string' },
    write: { type: 'boolean', default: false },
    readme: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const only = values.only?.split(',').map((name) => name.trim());
const unknown = only?.filter((name) => !parts.some((part) => part.name === name)) ?? [];
if (values.help || unknown.length > 0) {
  console.error(unknown.length > 0 ? `no such part: ${unknown.join(', ')}\n${usage}` : usage);
  process.exit(values.help ? 0 : 2);
}
if (values.readme) {
  writeReadme('speed', readmeSpeed(readResults()));
  process.exit(0);
}

const data = values.data ?? process.env.LEADLIGHT_DATA;
const around = {
  extension: ensureBuilt(),
  data: data === undefined ? undefined : resolve(data),
  pages: values.pages === undefined ? undefined : Number(values.pages),
};
const chosen = only ? parts.filter(({ name }) => only.includes(name)) : parts;
const last = new Map(readResults().map((result) => [result.name, result]));
const machine = machineInWords();
const date = new Date().toISOString().slice(0, 10);
const measured: Result[] = [];
const failed: string[] = [];

for (const [index, { name, title, about, measure }] of chosen.entries()) {
  console.log(`[${index + 1}/${chosen.length}] ${name}: ${about}`);
  const started = performance.now();
  try {
    const { figures, leftOut = [] } = await measure(around);
    const seconds = Math.round((performance.now() - started) / 1000);
    const result = { name, title, date, ...whatIsMeasured(), machine, seconds, figures, leftOut };
    measured.push(result);
    console.log(`\n${partTable(result, last.get(name)?.figures)}\n${seconds} s\n`);
  } catch (cause) {
    // The other parts are measured all the same; what failed keeps its last figures and is said at the end.
    failed.push(`${name}: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`);
    console.error(failed.at(-1));
  }
}
const over = measured.flatMap(({ title, figures }) => figures.filter(isOver).map(({ what }) => `${title}: ${what}`));
if (over.length > 0) console.log(['Not as wanted:', ...over].join('\n  '));
if (failed.length > 0) console.error(['Could not be measured:', ...failed].join('\n  '));
if (values.write) {
  const kept = writeResults(
    measured,
    parts.map(({ name }) => name),
  );
  writeReadme('speed', readmeSpeed(kept));
}
process.exitCode = over.length + failed.length > 0 ? 1 : 0;
