import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

const file = resolve(import.meta.dirname, '../../README.md');
const [begin, end] = ['<!-- accuracy: written by npm run eval -- --readme -->', '<!-- /accuracy -->'];

/** Puts the accuracy table between its two markers in the readme. Throws when the markers are not there. */
export function writeReadme(markdown: string): void {
  const text = readFileSync(file, 'utf8');
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from === -1 || to < from) throw new Error(`README.md has no place for the table: ${begin} … ${end}`);
  writeFileSync(file, `${text.slice(0, from + begin.length)}\n\n${markdown}\n\n${text.slice(to)}`);
}
