import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ensureBuilt } from '../browser/build.ts';
import { readInput } from './inputs.ts';
import { readAll } from './read-all.ts';
import { CaptureReader } from './reader.ts';
import { leadTable } from './table.ts';

const usage = `Usage: npm run -s capture -- [--json] [--country US] [--as mail] FILE|URL… | --list FILE
Reads .html, .eml and .txt files and http addresses with the extension, and prints what it found.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    country: { type: 'string' },
    as: { type: 'string' },
    list: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
const listed = values.list === undefined ? [] : readFileSync(values.list, 'utf8').split(/\r?\n/).filter(Boolean);
const names = [...positionals, ...listed];
if (values.help || names.length === 0 || (values.as !== undefined && values.as !== 'mail')) {
  console.error(usage);
  process.exit(values.help ? 0 : 2);
}

const lanes = 2;
const { country } = values;
const reader = new CaptureReader({
  extension: ensureBuilt(),
  lanes,
  ...(country && { country: country.toUpperCase() }),
});

let errors = 0;
const as = values.as === 'mail' ? 'mail' : undefined;
const entries = names.map((name) => ({ name, open: () => readInput(name, as) }));
try {
  await readAll(reader, entries, lanes, (line) => {
    if ('error' in line) errors++;
    process.stdout.write(values.json ? `${JSON.stringify(line)}\n` : `${leadTable(line)}\n`);
  });
} finally {
  await reader.close();
}
if (errors > 0 && !values.json) process.exitCode = 1;
