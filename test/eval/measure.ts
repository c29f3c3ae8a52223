import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { readInput } from '../capture/inputs.ts';
import { type Entry, type Line, readAll } from '../capture/read-all.ts';
import type { CaptureReader } from '../capture/reader.ts';
import type { Truth } from './rows.ts';
import { type CapturedLine, capturedLine } from './score/line.ts';
import { Tally } from './score/tally.ts';
import type { CaptureTask, FieldTask, TaskInput } from './score/task.ts';

/** How long readings took, in ms. */
export type Times = { pages: number; median: number; p95: number; longest: number };
/** What a set gave: its counts, the lines that were printed for it, and the inputs that could not be read. */
export type Measured = { tally: Tally; printed: unknown[]; times?: Times; unread: string[] };

const lanes = 2;

function timesOf(lines: CapturedLine[]): Times | undefined {
  const sorted = lines.flatMap(({ ms }) => (ms > 0 ? [ms] : [])).sort((a, b) => a - b);
  const at = (part: number) => sorted[Math.floor(sorted.length * part)] ?? 0;
  if (sorted.length === 0) return undefined;
  return { pages: sorted.length, median: at(0.5), p95: at(0.95), longest: sorted.at(-1) ?? 0 };
}

/** The input as the command line of capture would have it. */
function entryOf(input: TaskInput, folder: string, written: string, as: 'mail' | undefined): Entry {
  const name = 'file' in input ? join(folder, input.file) : join(written, input.name);
  if ('text' in input) writeFileSync(name, input.text);
  const url = 'file' in input ? input.url : undefined;
  return {
    name,
    open: () => {
      const read = readInput(name, as);
      return url !== undefined && read.kind === 'page' ? { ...read, url } : read;
    },
  };
}

/** Captures what the rows of a set name, and scores it. Throws when a row is not of the task's shape. */
export async function measureCapture(
  task: CaptureTask,
  { folder, rows }: Truth,
  reader: CaptureReader,
): Promise<Measured> {
  const prepared = rows.map((row) => task.prepare(row, folder));
  const written = mkdtempSync(join(tmpdir(), 'leadlight-eval-'));
  mkdirSync(written, { recursive: true });
  const as = task.reads === 'mails' ? 'mail' : undefined;
  const printed: Line[] = [];
  try {
    const entries = prepared.flatMap(({ inputs }) => inputs.map((input) => entryOf(input, folder, written, as)));
    await readAll(reader, entries, lanes, (line) => printed.push(line));
  } finally {
    rmSync(written, { recursive: true, force: true });
  }
  const lines = printed.map((line) => capturedLine.parse(line));
  const tally = new Tally();
  let next = 0;
  for (const { inputs, score } of prepared) {
    const mine = lines.slice(next, next + inputs.length);
    next += inputs.length;
    if (mine.length > 0) score(mine, tally);
  }
  const times = timesOf(lines);
  const unread = lines.flatMap(({ input, error }) => (error === undefined ? [] : [`${input}: ${error}`]));
  return { tally, printed, unread, ...(times && { times }) };
}

const withId = z.looseObject({ id: z.string() });

/** Runs the fields command over a set and scores its answers. Throws with its words when it fails. */
export function measureFields(task: FieldTask, { file, rows }: Truth): Measured {
  const command = join(import.meta.dirname, 'fields.ts');
  const run = spawnSync(process.execPath, [command, '--kind', task.kind, file], {
    encoding: 'utf8',
    maxBuffer: 200_000_000,
  });
  if (run.status !== 0) throw new Error(`the fields command failed on ${file}:\n${run.stderr}`);
  const printed = run.stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => withId.parse(JSON.parse(line)));
  const answers = new Map(printed.map((answer) => [answer.id, answer]));
  const tally = new Tally();
  const unread: string[] = [];
  for (const row of rows) {
    const { id } = withId.parse(row);
    const answer = answers.get(id);
    if (answer) task.score(row, answer, tally);
    else unread.push(`${id}: no answer`);
  }
  return { tally, printed, unread };
}
