import type { Company } from '../../domain/schema/lead.ts';
import type { Book } from '../../storage/book.ts';
import { handedOverTo } from '../../storage/handovers.ts';
import { getOwnFields } from '../../storage/own-fields.ts';
import { readRows } from '../../storage/read-leads.ts';
import type { ExportRow } from '../columns.ts';
import { type CsvSeparator, csvFile, csvLine, disarm } from '../csv.ts';
import { jsonLines } from '../json-lines.ts';
import { droppedBy } from '../presets/dropped.ts';
import { chosenRows, type HandoverRow, type HandoverScope, planHandover } from '../presets/hand-over.ts';
import type { PresetTable } from '../presets/preset.ts';
import { presetOf } from '../presets/registry.ts';
import { isClosed, isPhoneSource, type Source } from '../presets/source.ts';
import { vcardText } from '../vcard.ts';
import { plainDigest, rememberOut } from './out-memory.ts';
import type { OutFilter, OutPage, OutRequest, OutSummary } from './out-types.ts';

type Planned = { request: OutRequest; rows: HandoverRow[]; from: Map<string, ExportRow> };

/** The leads asked for, people with their company. */
async function readOut(book: Book, { kind, list, ids }: OutRequest): Promise<ExportRow[]> {
  const companies = new Map<string, Company>();
  if (kind === 'person')
    await readRows(book, 'company', (leads) => {
      for (const lead of leads) if (lead.kind === 'company') companies.set(lead.id, lead);
    });
  const wanted = ids && new Set(ids);
  const rows: ExportRow[] = [];
  await readRows(book, kind, (leads) => {
    for (const lead of leads) {
      if ((wanted && !wanted.has(lead.id)) || (list !== undefined && lead.list !== list)) continue;
      const company = lead.kind === 'person' && lead.companyId ? companies.get(lead.companyId) : undefined;
      rows.push({ lead, ...(company && { company }) });
    }
  });
  return rows;
}

/** A plain file takes everybody; what it says of a lead is the lead itself. A card has no place for who is not to be contacted. */
function planPlain(
  rows: readonly ExportRow[],
  last: ReadonlyMap<string, string>,
  target: OutRequest['target'],
): HandoverRow[] {
  return rows.map((row) => {
    const { lead } = row;
    const digest = plainDigest(row);
    const before = last.get(lead.id);
    const state = before === undefined ? 'new' : before === digest ? 'same' : 'changed';
    const isHeld = target === 'vcard' && (isClosed(row, 'email') || isClosed(row, 'call'));
    return { lead, cells: [], digest, state, missing: [], ...(isHeld && { problem: 'barred' as const }) };
  });
}

const isIn = ({ state, problem }: HandoverRow, filter: OutFilter) =>
  filter === 'all' || problem === filter || (problem === undefined && state === filter);

/** Lines in one piece of text. */
const chunk = 1000;

/** Rows as the system's file has them, the headings first. */
function csvOf(lines: string[][], { columns }: PresetTable, separator: CsvSeparator, skipped = 0): Blob {
  const isPhone = columns.map(({ source }) => isPhoneSource(source));
  const line = (cells: string[]) =>
    csvLine(
      cells.map((cell, at) => disarm(cell, isPhone[at - skipped])),
      separator,
    );
  function* pieces(): Generator<string> {
    for (let first = 0; first < lines.length; first += chunk)
      yield lines
        .slice(first, first + chunk)
        .map(line)
        .join('');
  }
  return csvFile(pieces(), 'utf-8');
}

/**
 * A hand-over to another system or into a plain file, step by step: plan (a dry run), look at the rows, make the file, remember.
 * In: the book, the clock. Every step rejects with `BookError`.
 */
export function createOutSession(book: Book, clock: () => number = Date.now) {
  let planned: Planned | undefined;
  const need = (): Planned => {
    if (!planned) throw new Error('Nothing was planned');
    return planned;
  };
  const tableOf = ({ target, kind }: OutRequest) => presetOf(target)?.tables[kind];

  return {
    /** The dry run: how each lead stands to its last hand-over there, and what the system would say of it. */
    async plan(request: OutRequest): Promise<OutSummary> {
      const table = tableOf(request);
      const [found, { digests, recordIds }, { fields }] = await Promise.all([
        readOut(book, request),
        handedOverTo(book, request.target),
        getOwnFields(book),
      ]);
      const words = {
        group: ({ lead }: ExportRow) => (lead.leadSource ? request.groups[lead.leadSource.group] : ''),
      };
      const rows = table
        ? planHandover(table, found, digests, words, recordIds)
        : planPlain(found, digests, request.target);
      planned = { request, rows, from: new Map(found.map((row) => [row.lead.id, row])) };
      const able = rows.flatMap(({ lead, problem }) => (problem === 'refused' ? [] : [lead]));
      const ownNames = new Map(fields.map(({ key, name }) => [key, name]));
      const count = (filter: OutFilter) => rows.filter((row) => isIn(row, filter)).length;
      return {
        all: rows.length,
        new: count('new'),
        changed: count('changed'),
        same: count('same'),
        unmatched: count('unmatched'),
        barred: count('barred'),
        refused: count('refused'),
        news: count('new') + count('changed'),
        dropped: table || request.target === 'vcard' ? droppedBy(table ?? 'vcard', able, ownNames) : [],
        newsBarred: rows.filter(({ problem, state }) => problem === 'barred' && state !== 'same').length,
        newsUnmatched: rows.filter(({ problem, state }) => problem === 'unmatched' && state !== 'same').length,
      };
    },

    /** Rows of the dry run, a page at a time. */
    page(filter: OutFilter, offset: number, limit: number): OutPage {
      const rows = planned?.rows.filter((row) => isIn(row, filter)) ?? [];
      const shown = rows.slice(offset, offset + limit).map(({ lead, state, problem, missing }) => ({
        leadId: lead.id,
        name: lead.name ?? lead.emails[0] ?? lead.phones[0]?.text ?? '',
        state,
        missing,
        ...(problem && { problem }),
      }));
      return { rows: shown, total: rows.length };
    },

    ids: (scope: HandoverScope): string[] => chosenRows(need().rows, scope).map(({ lead }) => lead.id),

    /** The file: sheets and most systems take UTF-8 for what it is only with a mark, address books and JSON Lines want none. */
    async file(scope: HandoverScope): Promise<Blob> {
      const { request, rows, from } = need();
      const chosen = chosenRows(rows, scope);
      const full = chosen.flatMap(({ lead }) => from.get(lead.id) ?? []);
      const table = tableOf(request);
      if (table) {
        const lines = [table.columns.map(({ heading }) => heading), ...chosen.map(({ cells }) => cells)];
        const separator = presetOf(request.target)?.separator ?? ',';
        // Where nobody has an id there, the file has no column for it.
        const record = chosen.some(({ recordId }) => recordId) ? table.record : undefined;
        if (!record) return csvOf(lines, table, separator);
        const ids = [record.heading, ...chosen.map(({ recordId = '' }) => recordId)];
        return csvOf(
          lines.map((cells, at) => [ids[at] ?? '', ...cells]),
          table,
          separator,
          1,
        );
      }
      if (request.target === 'vcard') return new Blob([vcardText(full)], { type: 'text/vcard' });
      return new Blob([jsonLines(full, (await getOwnFields(book)).fields)], { type: 'application/x-ndjson' });
    },

    /** The rows that do not go, as CSV with the reason in front. In: the scope, the reason's heading, words for what is lacking. */
    left(scope: HandoverScope, heading: string, words: Record<string, string>): Blob {
      const { request, rows } = need();
      const table = tableOf(request);
      if (!table) return csvFile([], 'utf-8');
      const gone = new Set(chosenRows(rows, scope));
      const reason = (missing: Source[]) => missing.map((source) => words[source] ?? words.other ?? '').join(', ');
      const lines = rows
        .filter((row) => row.problem !== undefined && !gone.has(row))
        .map(({ missing, problem, cells }) => [`${words[problem ?? ''] ?? ''} ${reason(missing)}`.trim(), ...cells]);
      return csvOf([[heading, ...table.columns.map((column) => column.heading)], ...lines], table, ',', 1);
    },

    /** Remembers that the rows of the file went there. Out: how many. */
    async remember(scope: HandoverScope, file: string): Promise<number> {
      const { request, rows } = need();
      const chosen = chosenRows(rows, scope);
      const at = clock();
      const entries = chosen.map(({ lead, digest }) => ({ leadId: lead.id, value: digest }));
      await rememberOut(book, { at, target: request.target, file }, entries);
      return chosen.length;
    },
  };
}
export type OutSession = ReturnType<typeof createOutSession>;
