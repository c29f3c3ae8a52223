import type { Lead } from '../../domain/schema/lead.ts';
import type { ExportRow } from '../columns.ts';
import type { PresetTable } from './preset.ts';
import { type Source, type SourceWords, sourceText } from './source.ts';

/** How a lead stands to its last hand-over. */
export type HandoverState = 'new' | 'changed' | 'same';
/** Why a row does not go along by itself: the system would refuse it, or could not tell whether it has it already. */
export type HandoverProblem = 'refused' | 'unmatched';

/** A lead as another system's file would have it. */
export type HandoverRow = {
  lead: Lead;
  cells: string[];
  digest: string;
  state: HandoverState;
  problem?: HandoverProblem;
  /** What it lacks: of `refused` all that would do, of `unmatched` what the system matches on. */
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
 * the digest of each lead's last hand-over there, words. Out: a row for each lead, none left out.
 */
export function planHandover(
  table: PresetTable,
  rows: readonly ExportRow[],
  last: ReadonlyMap<string, string>,
  words: SourceWords,
): HandoverRow[] {
  return rows.map((row): HandoverRow => {
    const cells = table.columns.map(({ source }) => sourceText(row, source, words));
    const has = (source: Source) => sourceText(row, source, words) !== '';
    const digest = digestOf(cells);
    const before = last.get(row.lead.id);
    const state = before === undefined ? 'new' : before === digest ? 'same' : 'changed';
    const refusedFor = table.needs.filter((any) => !any.some(has)).flat();
    const isMatched = table.matchesOn.some(has);
    const problem = refusedFor.length > 0 ? 'refused' : isMatched ? undefined : 'unmatched';
    const missing = refusedFor.length > 0 ? refusedFor : isMatched ? [] : [...table.matchesOn];
    return { lead: row.lead, cells, digest, state, missing, ...(problem && { problem }) };
  });
}

export type HandoverScope = { onlyNews: boolean; withUnmatched: boolean };

/** The rows that go into the file. Refused ones never do. In: all rows, what the user chose. */
export const chosenRows = (rows: readonly HandoverRow[], { onlyNews, withUnmatched }: HandoverScope): HandoverRow[] =>
  rows.filter(
    ({ state, problem }) =>
      problem !== 'refused' && (problem === undefined || withUnmatched) && !(onlyNews && state === 'same'),
  );
