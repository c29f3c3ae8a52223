import type { SheetRow } from '../sheet.ts';
import { cellText, type Table } from './format.ts';

const mostColumns = 500;
const deepest = 4;

type Cells = Map<string, string[]>;
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `jobTitle` as `job title`, `postal_code` as `postal code`. */
const words = (name: string) => name.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ').replace(/[_-]+/g, ' ');

const scalar = (value: unknown) => (typeof value === 'string' ? cellText(value) : String(value));

/** An entry of a list as one text: numbers and addresses have one of their own. */
function entryText(entry: unknown): string {
  if (!isObject(entry)) return entry === null || entry === undefined ? '' : scalar(entry);
  const said = entry.e164 ?? entry.text ?? entry.value ?? entry.number ?? entry.address ?? entry.email ?? entry.url;
  const ext = typeof entry.ext === 'string' && entry.ext ? ` ext. ${entry.ext}` : '';
  return typeof said === 'string' || typeof said === 'number' ? `${scalar(said)}${ext}` : '';
}

function put(cells: Cells, path: string[], texts: string[]): void {
  // Own fields go by the names that the user gave them.
  const name = path.at(-2) === 'own' ? (path.at(-1) ?? '') : path.join(' ');
  if (texts.some(Boolean)) cells.set(name, texts);
}

function flatten(cells: Cells, path: string[], value: unknown): void {
  if (value === null || value === undefined || path.length > deepest) return;
  if (Array.isArray(value)) {
    put(cells, path, value.map(entryText).filter(Boolean));
    if (value.some((entry) => isObject(entry) && typeof entry.kind === 'string'))
      put(
        cells,
        [...path, 'kind'],
        value.filter(isObject).map(({ kind }) => (typeof kind === 'string' ? kind : '')),
      );
    // The parts of the first address; the others stand whole beside it.
    const [first] = value;
    if (isObject(first) && (first.city ?? first.street ?? first.country) !== undefined)
      for (const part of ['street', 'postalCode', 'city', 'region', 'country'])
        flatten(
          cells,
          ['address', words(part)].map((p, i) => (i === 0 && path.length > 1 ? `${path[0]} ${p}` : p)),
          first[part],
        );
  } else if (isObject(value))
    for (const [key, one] of Object.entries(value))
      flatten(cells, [...path, path.at(-1) === 'own' ? key : words(key)], one);
  else put(cells, path, [scalar(value)]);
}

/** Rows of JSON: a line each, or all in one list. A line that is none is marked. */
function rowsOf(text: string): { at: number; value: unknown }[] {
  if (text.trimStart().startsWith('[')) {
    try {
      const list: unknown = JSON.parse(text);
      if (Array.isArray(list)) return list.map((value, index) => ({ at: index + 1, value }));
    } catch {
      // no list after all: line by line
    }
  }
  return text.split(/\r?\n/).flatMap((line, index) => {
    if (!line.trim()) return [];
    try {
      return [{ at: index + 1, value: JSON.parse(line) as unknown }];
    } catch {
      return [{ at: index + 1, value: undefined }];
    }
  });
}

/**
 * Reads JSON Lines, or a list of objects: each becomes a row, what is inside it columns ("address city"), lists one cell.
 * In: the text. A line that is no object is marked as not like the table. Never throws.
 */
export function readJsonTable(text: string): Table {
  const heading: string[] = [];
  const known = new Map<string, number>();
  const rows: SheetRow[] = rowsOf(text).map(({ at, value }) => {
    if (!isObject(value)) return { at, cells: [value === undefined ? '' : scalar(value)], wrong: 'cells' };
    const found: Cells = new Map();
    flatten(found, [], value);
    const cells: string[] = [];
    for (const [name, texts] of found) {
      const column = known.get(name) ?? heading.length;
      if (column >= mostColumns) continue;
      if (column === heading.length) {
        heading.push(name);
        known.set(name, column);
      }
      cells[column] = texts.join('; ');
    }
    return { at, cells };
  });
  const wide = rows.map((row) => ({ ...row, cells: Array.from(heading, (_name, at) => row.cells[at] ?? '') }));
  return { format: 'jsonl', sheet: { heading, rows: wide }, hasHeading: true };
}
