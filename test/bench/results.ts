import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { figure } from './part.ts';

const file = join(import.meta.dirname, 'results.json');

const result = z.object({
  name: z.string(),
  title: z.string(),
  /** The day it was measured. */
  date: z.string(),
  version: z.string(),
  /** The commit it was measured at, with a `+` where files were changed since; empty outside of a clone. */
  commit: z.string(),
  machine: z.string(),
  seconds: z.number(),
  figures: z.array(figure),
  leftOut: z.array(z.string()),
});
/** What a part of the bench last gave, and where and when. */
export type Result = z.infer<typeof result>;

/** What was measured last, part by part; nothing where nothing was written yet. Throws when the file is not ours. */
export function readResults(): Result[] {
  return existsSync(file) ? z.array(result).parse(JSON.parse(readFileSync(file, 'utf8'))) : [];
}

/** Replaces the parts that were measured and keeps the others. In: the results, the names of all parts in order. Out: all of them. */
export function writeResults(measured: readonly Result[], order: readonly string[]): Result[] {
  const kept = new Map([...readResults(), ...measured].map((one) => [one.name, one]));
  const all = order.flatMap((name) => kept.get(name) ?? []);
  writeFileSync(file, layOut(all));
  return all;
}

/** JSON with a line for each figure, so that the difference between two commits can be read. */
function layOut(all: readonly Result[]): string {
  const parts = all.map(({ figures, ...rest }) => {
    const known = Object.entries(rest).map(([key, value]) => `    ${JSON.stringify(key)}: ${JSON.stringify(value)},`);
    const lines = figures.map((one) => `      ${JSON.stringify(one)}`).join(',\n');
    return `  {\n${known.join('\n')}\n    "figures": [\n${lines}\n    ]\n  }`;
  });
  return `[\n${parts.join(',\n')}\n]\n`;
}
