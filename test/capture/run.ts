import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { isSupportedCountry } from 'libphonenumber-js/max';
import { ensureBuilt } from '../browser/build.ts';
import { readInput } from './inputs.ts';
import { readAll } from './read-all.ts';
import { CaptureReader } from './reader.ts';
import { leadTable } from './table.ts';

const usage = `Usage: npm run -s capture -- [--json] [--country US] [--as mail] FILE|URL… | --list FILE
Reads .html, .txt and mail files (.eml, .msg, .mbox, .vcf) and http addresses with the extension, and prints what it found.`;

/** Ends with a sentence, and how it is meant to be called. */
function refuse(sentence: string): never {
  console.error(sentence === '' ? usage : `${sentence}\n${usage}`);
  process.exit(2);
}
const wordsOf = (cause: unknown) => (cause instanceof Error ? (cause.message.split('. ')[0] ?? '') : String(cause));

function given() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        country: { type: 'string' },
        as: { type: 'string' },
        list: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (cause) {
    return refuse(`${wordsOf(cause)}.`);
  }
}
function linesOf(file: string): string[] {
  try {
    const lines = readFileSync(file, 'utf8')
      .replace(/^\ufeff/, '')
      .split(/\r?\n/);
    return lines.map((line) => line.trim()).filter(Boolean);
  } catch (cause) {
    return refuse(`The list cannot be read: ${wordsOf(cause)}.`);
  }
}

const { values, positionals } = given();
if (values.help) {
  console.log(usage);
  process.exit(0);
}
const names = [...positionals, ...(values.list === undefined ? [] : linesOf(values.list))];
if (names.length === 0) refuse('');
if (values.as !== undefined && values.as !== 'mail') refuse(`--as knows "mail" only, not "${values.as}".`);
if (values.country !== undefined && !isSupportedCountry(values.country.toUpperCase()))
  refuse(`--country wants two letters as in US, not "${values.country}".`);

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
