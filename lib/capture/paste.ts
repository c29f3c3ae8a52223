import Papa from 'papaparse';
import type { Reading } from '../domain/schema/draft.ts';
import type { Outline } from '../domain/schema/snapshot.ts';
import { assemble } from './assemble.ts';
import { type Body, type BodyLine, bodyOfHtml, bodyOfText } from './mail/body.ts';
import { type Card, readCard } from './mail/card.ts';
import { cardOfEntries } from './mail/form.ts';
import { mergeCompanies } from './mail/gather.ts';
import { labelKind } from './mail/labels.ts';
import { draftsOf } from './subjects-drafts.ts';

type PasteOptions = { now: number; country?: string };
type PastedReading = Omit<Reading, 'ms' | 'msPage'>;
/** A row of a table: its cells, each with what the clipboard told of it. */
type Row = BodyLine[];

const most = { rows: 2000, columns: 40 };
const titleLength = 60;

/**
 * Reads text that was pasted: from a chat, a PDF, a mail, or rows of a sheet (separated by tabs, semicolons or commas).
 * In: text, time, and the country for numbers without a code. Out: a reading of its own address `pasted:TIME`. Never throws.
 */
export function readText(text: string, options: PasteOptions): PastedReading {
  const rows = rowsOfText(text);
  if (rows) return readRows(rows, options);
  return readFree(bodyOfText(text), options, titleOf(text));
}

/**
 * Reads HTML that was pasted: a table copied from a sheet or a page becomes one person or company a row, anything else is read as a page.
 * In: HTML of the clipboard, time, country. Out: a reading as `readText` gives.
 */
export function readHtml(html: string, options: PasteOptions): PastedReading {
  const body = bodyOfHtml(html);
  const rows = rowsOfHtml(body);
  return rows ? readRows(rows, options) : readFree(body, options, titleOf(body.lines.map((l) => l.s).join('\n')));
}

/** The first words of what was pasted. */
function titleOf(text: string): string {
  const first =
    text
      .slice(0, 5000)
      .split('\n')
      .map((l) => l.replace(/\s+/g, ' ').trim())
      .find((l) => /[\p{L}\p{N}]/u.test(l)) ?? '';
  return first.length > titleLength ? `${first.slice(0, titleLength - 1).trimEnd()}…` : first;
}

/** The rows of separated text; undefined when it is no table. */
function rowsOfText(text: string): Row[] | undefined {
  const lines = text
    .slice(0, 1_000_000)
    .split(/\r?\n/)
    .filter((l) => l.trim());
  const tabs = lines.filter((l) => l.includes('\t')).length;
  if (lines.length === 0) return undefined;
  const delimiters = tabs > 0 && tabs >= lines.length * 0.6 ? ['\t'] : lines.length >= 2 ? [';', ','] : [];
  for (const delimiter of delimiters) {
    const { data } = Papa.parse<string[]>(text.slice(0, 1_000_000).trim(), { delimiter, skipEmptyLines: 'greedy' });
    const widths = data.map((row) => row.length);
    const width = widths[0] ?? 0;
    const even = widths.filter((w) => w === width).length;
    // commas stand in prose and addresses too: only a heading or many even rows make them columns
    const least = delimiter === '\t' ? 2 : 3;
    const headed = isHeading(data[0] ?? []);
    if (width < least || even < data.length * (delimiter === '\t' ? 0.6 : 0.95)) continue;
    if (delimiter === ',' && !headed) continue;
    return data.slice(0, most.rows).map((row) => row.slice(0, most.columns).map((cell) => cellLine(cell)));
  }
  return undefined;
}

const cellLine = (text: string): BodyLine => {
  const s = text.replace(/\s+/g, ' ').trim().slice(0, 1000);
  return { s, raw: s, m: [], quote: 0, gap: false, rule: false, signature: false };
};

/** The rows of a pasted table; undefined when what was pasted is not one table of at least two rows. */
function rowsOfHtml({ outline, lines }: Body): Row[] | undefined {
  const rowOf = outline.blocks.map(({ t, p }, i) => ({ t, p, i }));
  const climb = (b: number, tags: RegExp): number => {
    for (let at = b, steps = 0; at >= 0 && steps < 400; at = rowOf[at]?.p ?? -1, steps++)
      if (tags.test(rowOf[at]?.t ?? '')) return at;
    return -1;
  };
  const rows = new Map<number, Map<number, BodyLine[]>>();
  let outside = 0;
  lines.forEach((line, i) => {
    const b = outline.lines[i]?.b ?? 0;
    const [row, cell] = [climb(b, /^tr$/), climb(b, /^t[dh]$/)];
    if (row < 0 || cell < 0) {
      if (line.s) outside++;
      return;
    }
    const cells = rows.get(row) ?? new Map<number, BodyLine[]>();
    cells.set(cell, [...(cells.get(cell) ?? []), line]);
    rows.set(row, cells);
  });
  const empty = cellsOf(outline);
  const found = [...rows]
    .slice(0, most.rows)
    .map(([row, cells]) =>
      (empty.get(row) ?? []).slice(0, most.columns).map((cell) => joinLines(cells.get(cell) ?? [])),
    );
  const wide = found.filter((row) => row.length >= 2).length;
  return found.length >= 2 && wide >= found.length * 0.8 && outside <= found.length ? found : undefined;
}

/** The cells of each row in their order, empty ones too. */
function cellsOf({ blocks }: Outline): Map<number, number[]> {
  const cells = new Map<number, number[]>();
  blocks.forEach(({ t, p }, i) => {
    if (!/^t[dh]$/.test(t) || blocks[p]?.t !== 'tr') return;
    const list = cells.get(p);
    if (list) list.push(i);
    else cells.set(p, [i]);
  });
  return cells;
}

function joinLines(lines: BodyLine[]): BodyLine {
  const [first] = lines;
  if (!first) return cellLine('');
  if (lines.length === 1) return first;
  const s = lines
    .map((l) => l.s)
    .filter(Boolean)
    .join(' | ')
    .slice(0, 1000);
  return { ...first, s, raw: s, m: lines.flatMap((l) => l.m.filter((m) => m.u).map((m) => ({ ...m, a: 0, z: 0 }))) };
}

/** Whether a row names columns: most of its cells are labels that we know, none is a number or address. */
function isHeading(cells: string[]): boolean {
  const filled = cells.map((c) => c.trim()).filter(Boolean);
  const known = filled.filter((c) => labelKind(c) !== 'other').length;
  return (
    filled.length >= 2 &&
    known >= Math.min(2, filled.length) &&
    known >= filled.length * 0.4 &&
    !filled.some((c) => /@|\d{4}/.test(c))
  );
}

function readRows(rows: Row[], { now, country }: PasteOptions): PastedReading {
  const url = `pasted:${now}`;
  const labels = (rows[0] ?? []).map((cell) => cell.s);
  const headed = isHeading(labels);
  const cards = rows.slice(headed ? 1 : 0).map((row, r): Card => {
    const line = r + (headed ? 1 : 0);
    if (!headed)
      return readCard({
        block: row.filter((c) => c.s || c.m.length > 0).map((cell) => ({ line: cell, index: line })),
        country,
      });
    const entries = row.map((cell, c) => ({
      kind: labelKind(labels[c] ?? ''),
      label: labels[c] ?? '',
      value: cell.s,
      line,
    }));
    return cardOfEntries(entries, country, 'paste-table');
  });
  for (const { company } of cards) if (company) company.role = 'listed';
  const people = cards.flatMap((c) => c.person ?? []);
  return {
    url,
    title: titleOf(labels.filter(Boolean).join(' · ')),
    at: now,
    ...(country && { country }),
    ...draftsOf({ people, companies: mergeCompanies(cards) }, { url, at: now }, 'given'),
    closedFrames: [],
    truncated: rows.length >= most.rows,
  };
}

/** Text that is no table: read as a page would be; a lone block of contact lines as a signature. */
function readFree(body: Body, { now, country }: PasteOptions, title: string): PastedReading {
  const url = `pasted:${now}`;
  const snapshot = {
    url,
    // what was pasted has no title of its own that could name a firm
    meta: { title: '' },
    outline: body.outline,
    structured: [],
    closedFrames: [],
    truncated: 'no' as const,
    msPage: 0,
  };
  const reading = assemble([snapshot], { now, ...(country && { country }) });
  const whole = { ...reading, url, title, truncated: reading.truncated || body.truncated };
  if (whole.people.length > 0) return whole;
  const block = body.lines.map((line, index) => ({ line, index })).filter(({ line }) => line.s || line.m.length > 0);
  if (block.length > 25) return whole;
  const card = readCard({ block, country });
  if (!card.person && whole.companies.length > 0) return whole;
  return {
    ...whole,
    ...draftsOf(
      { people: card.person ? [card.person] : [], companies: card.company ? [card.company] : [] },
      { url, at: now },
    ),
  };
}
