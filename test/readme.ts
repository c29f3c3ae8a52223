import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

const file = resolve(import.meta.dirname, '../README.md');

/** What commands write into the readme, between two markers each. */
const sections = {
  accuracy: ['<!-- accuracy: written by npm run eval -- --readme -->', '<!-- /accuracy -->'],
  speed: ['<!-- speed: written by npm run bench -- --readme -->', '<!-- /speed -->'],
} as const;
type Section = keyof typeof sections;

function placeOf(text: string, section: Section): { from: number; to: number } {
  const [begin, end] = sections[section];
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from === -1 || to < from) throw new Error(`README.md has no place for the table: ${begin} … ${end}`);
  return { from: from + begin.length, to };
}

/** What stands in a section of the readme. Throws when its markers are not there. */
export function readReadme(section: Section): string {
  const text = readFileSync(file, 'utf8');
  const { from, to } = placeOf(text, section);
  return text.slice(from, to).trim();
}

/** Puts a table between the two markers of its section. Throws when they are not there. */
export function writeReadme(section: Section, markdown: string): void {
  const text = readFileSync(file, 'utf8');
  const { from, to } = placeOf(text, section);
  writeFileSync(file, `${text.slice(0, from)}\n\n${markdown}\n\n${text.slice(to)}`);
}
