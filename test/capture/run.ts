import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { captureLine } from '../../lib/exchange/capture-line.ts';
import { ensureBuilt } from '../browser/build.ts';
import { readInput } from './inputs.ts';
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

async function lineOf(
  name: string,
  lane: number,
): Promise<ReturnType<typeof captureLine> | { input: string; error: string }> {
  try {
    const outcome = await reader.read(readInput(name, values.as === 'mail' ? 'mail' : undefined), lane);
    if (outcome.ok) return captureLine(name, outcome.reading);
    return { input: name, error: outcome.detail === '' ? outcome.refusal : `${outcome.refusal}: ${outcome.detail}` };
  } catch (cause) {
    return { input: name, error: cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause) };
  }
}

const lines = new Map<number, Awaited<ReturnType<typeof lineOf>>>();
let next = 0;
let printed = 0;
let errors = 0;
const print = () => {
  for (let line = lines.get(printed); line; line = lines.get(printed)) {
    if ('error' in line) errors++;
    process.stdout.write(values.json ? `${JSON.stringify(line)}\n` : `${leadTable(line)}\n`);
    lines.delete(printed++);
  }
};
try {
  await Promise.all(
    Array.from({ length: Math.min(lanes, names.length) }, async (_, lane) => {
      while (next < names.length) {
        const index = next++;
        lines.set(index, await lineOf(names[index] ?? '', lane));
        print();
      }
    }),
  );
} finally {
  await reader.close();
}
if (errors > 0 && !values.json) process.exitCode = 1;
