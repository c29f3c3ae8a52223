import type { Lead } from '../../domain/schema/lead.ts';
import type { ExportRow } from '../columns.ts';
import type { PresetColumn, PresetTable } from './preset.ts';
import { isBarred, isClosed, type Source, type SourceWords, sourceText } from './source.ts';

/** How a lead stands to its last hand-over. */
export type HandoverState = 'new' | 'changed' | 'same';
/** Why a row does not go along by itself: the system would refuse it, they are not to be contacted, or it could not tell whether it has it already. */
export type HandoverProblem = 'refused' | 'barred' | 'unmatched';

/** A lead as another system's file would have it. */
export type HandoverRow = {
  lead: Lead;
  cells: string[];
  digest: string;
  /** Its id there, as far as the system's file has a place for it. */
  recordId?: string;
  state: HandoverState;
  problem?: HandoverProblem;
  /** What it lacks: of `refused` all that would do, else what the system matches on where it has none of it. */
  missing: Source[];
};

/**
 * A digest of texts: 53 bits, for telling whether they are still the same, not for secrets. After the public-domain cyrb53 of
 * bryc. In: texts in order. Out: letters and digits.
 */
export function digestOf(texts: readonly string[]): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  const take = (code: number): void => {
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  };
  for (const text of texts) {
    for (let at = 0; at < text.length; at++) take(text.charCodeAt(at));
    take(0x1f);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}

/**
 * What would go to another system, row by row: the dry run of a hand-over, and its file. In: what the system takes, the rows,
 * the digest of each lead's last hand-over there, words, the ids that came back from there. Out: a row for each lead, none left out.
 */
export function planHandover(
  table: PresetTable,
  rows: readonly ExportRow[],
  last: ReadonlyMap<string, string>,
  words: SourceWords,
  recordIds: ReadonlyMap<string, string> = new Map(),
): HandoverRow[] {
  return rows.map((row): HandoverRow => {
    const said = table.columns.map((column) => columnText(row, column, words));
    const has = (source: Source) => sourceText(row, source, words) !== '';
    // A column that came later says nothing while it is empty: what went out before it is still the same.
    const digest = digestOf(said.filter((cell, at) => cell !== '' || !laterSources.has(table.columns[at]?.source)));
    const before = last.get(row.lead.id);
    const state = before === undefined ? 'new' : before === digest ? 'same' : 'changed';
    const refusedFor = table.needs.filter((any) => !any.some(has)).flat();
    const known = recordIds.get(row.lead.id);
    const recordId = known && (table.record?.takes?.test(known) ?? table.record) ? known : undefined;
    const isMatched = recordId !== undefined || table.matchesOn.some(has);
    const problem =
      refusedFor.length > 0 ? 'refused' : isHeldBack(row, table) ? 'barred' : isMatched ? undefined : 'unmatched';
    const missing = refusedFor.length > 0 ? refusedFor : isMatched ? [] : [...table.matchesOn];
    // The id says nothing of the lead itself: it takes its place once it is digested.
    const own = table.record?.source;
    const cells =
      recordId && own ? said.map((cell, at) => (table.columns[at]?.source === own ? recordId : cell)) : said;
    return {
      lead: row.lead,
      cells,
      digest,
      state,
      missing,
      ...(recordId && !own && { recordId }),
      ...(problem && { problem }),
    };
  });
}

const columnText = (row: ExportRow, { source, joined }: PresetColumn, words: SourceWords): string =>
  source === 'tags' && joined !== undefined ? row.lead.tags.join(joined) : sourceText(row, source, words);

const laterSources: ReadonlySet<Source | undefined> = new Set<Source>(['emailOptOut', 'noCalls']);
const closedBy = [
  ['email', 'emailOptOut'],
  ['call', 'noCalls'],
] as const;

/** Who is not to be contacted goes along only if that is wished; so does who refused a way that the system has no column for. */
function isHeldBack(row: ExportRow, { columns }: PresetTable): boolean {
  if (isBarred(row)) return true;
  return closedBy.some(([channel, source]) => isClosed(row, channel) && !columns.some((one) => one.source === source));
}

/** What goes along beside what does so by itself. */
export type HandoverScope = { onlyNews: boolean; withUnmatched: boolean; withBarred?: boolean };

/** The rows that go into the file. Refused ones never do. In: all rows, what the user chose. */
export const chosenRows = (
  rows: readonly HandoverRow[],
  { onlyNews, withUnmatched, withBarred = false }: HandoverScope,
): HandoverRow[] =>
  rows.filter(
    ({ state, problem }) =>
      (problem === undefined || (problem === 'unmatched' && withUnmatched) || (problem === 'barred' && withBarred)) &&
      !(onlyNews && state === 'same'),
  );
