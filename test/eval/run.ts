import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt } from '../browser/build.ts';
import { CaptureReader } from '../capture/reader.ts';
import { writeReadme } from '../readme.ts';
import { readFigures, writeFigures } from './figures.ts';
import { type Measured, measureCapture, measureFields } from './measure.ts';
import { readmeTable, setTable } from './print.ts';
import { readTruth, type Truth } from './rows.ts';
import type { Figure } from './score/tally.ts';
import { type EvalSet, isNamed, sets } from './sets.ts';

const usage = `Usage: npm run -s eval -- [--data FOLDER] [--split dev|heldout] [--set NAME]… [--misses N] [--json] [--save FOLDER] [--write]
Scores what Leadlight reads in sets of pages, mails and fields against their truth. LEADLIGHT_DATA can name the folder.
  --save    keeps the lines that capture and fields printed, a file for each set
  --write   keeps the figures as those of this commit and puts them into README.md; --readme does only the latter`;

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    split: { type: 'string' },
    set: { type: 'string', multiple: true },
    misses: { type: 'string', default: '0' },
    json: { type: 'boolean', default: false },
    save: { type: 'string' },
    write: { type: 'boolean', default: false },
    readme: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const { split } = values;
const data = values.data ?? process.env.LEADLIGHT_DATA;
const misses = Number(values.misses);
const chosen = values.set ? sets.filter((set) => values.set?.some((name) => isNamed(set, name))) : sets;
const known = split === undefined || split === 'dev' || split === 'heldout';
if (values.help || !known || !Number.isInteger(misses) || chosen.length === 0 || (values.write && split)) {
  console.error(chosen.length === 0 ? `no such set; there are: ${sets.map(({ name }) => name).join(', ')}` : usage);
  process.exit(values.help ? 0 : 2);
}
if (values.readme) {
  writeReadme('accuracy', readmeTable(sets, readFigures()));
  process.exit(0);
}

const committed = readFigures();
const measured = new Map<string, Figure[]>();
const leftOut: string[] = [];
const unread: string[] = [];
let reader: CaptureReader | undefined;

function measure(set: EvalSet, truth: Truth): Promise<Measured> | Measured {
  if ('fields' in set) return measureFields(set.fields, truth);
  reader ??= new CaptureReader({ extension: ensureBuilt(), lanes: 2 });
  return measureCapture(set.capture, truth, reader);
}

function report(set: EvalSet, result: Measured): void {
  const figures = result.tally.figures(misses);
  measured.set(set.name, figures);
  unread.push(...result.unread.map((line) => `${set.name}: ${line}`));
  if (values.save !== undefined) {
    const folder = resolve(values.save);
    mkdirSync(folder, { recursive: true });
    const lines = result.printed.map((line) => `${JSON.stringify(line)}\n`).join('');
    writeFileSync(join(folder, `${set.name.replaceAll('/', '_')}.jsonl`), lines);
  }
  if (!values.json) {
    console.log(setTable(set, figures, committed[set.name], result.times));
    return;
  }
  const { name, task } = set;
  for (const figure of figures) {
    const last = committed[name]?.find(({ what }) => what === figure.what);
    console.log(JSON.stringify({ set: name, task, ...figure, ...(last && { committed: last }) }));
  }
  if (result.times) console.log(JSON.stringify({ set: name, task, what: 'time', ...result.times }));
}

try {
  for (const set of chosen) {
    const truth = readTruth(set, data, split);
    if (typeof truth === 'string') leftOut.push(`${set.name}: ${truth}`);
    else report(set, await measure(set, truth));
  }
} finally {
  await reader?.close();
}
const tell = (head: string, lines: string[]) => {
  if (lines.length > 0) (values.json ? console.error : console.log)([head, ...lines].join('\n  '));
};
tell(`Could not be read, counted as nothing found: ${unread.length}`, unread.slice(0, 20));
tell('Left out:', leftOut);
// What could not be read scores as nothing found: such figures are seen, but never kept as those of a commit.
if (unread.length > 0) process.exitCode = 1;
if (values.write && unread.length > 0) console.error('Nothing was written: some inputs could not be read.');
else if (values.write) {
  const kept = writeFigures(
    measured,
    sets.map(({ name }) => name),
  );
  writeReadme('accuracy', readmeTable(sets, kept));
}
