import type { OwnFieldDefinition } from '../../domain/schema/own-field.ts';
import type { Book } from '../../storage/book.ts';
import { readErasedList } from '../../storage/erased-list.ts';
import { rememberHandover } from '../../storage/handovers.ts';
import { newestChange, readKnownLeads } from '../../storage/import/known-leads.ts';
import { rememberedMapping } from '../../storage/import/mappings.ts';
import { startPlan } from '../../storage/import/plan.ts';
import type { ImportPlan, RowResult } from '../../storage/import/plan-types.ts';
import { type ImportWrite, writeImport } from '../../storage/import/write.ts';
import { getOwnFields } from '../../storage/own-fields.ts';
import { getSetting } from '../../storage/settings.ts';
import { csvLine, disarm } from '../csv.ts';
import { mappingFor, type Recognised } from '../presets/recognise.ts';
import { presetIn, recordIds, told } from './file-says.ts';
import { readTable } from './formats/read-table.ts';
import { guessMapping, headingKey, type Mapping, ownFieldFor, samplesOf } from './guess.ts';
import { withNewFields } from './new-fields.ts';
import { rowReader } from './read-row.ts';
import { recalled, remember } from './remembered.ts';
import type {
  ColumnView,
  FileView,
  Following,
  ImportDone,
  ImportRequest,
  ImportSource,
  ImportSummary,
  ResultFilter,
  ResultPage,
} from './session-types.ts';
import type { Sheet } from './sheet.ts';

type Planned = {
  request: ImportRequest;
  plan: ImportPlan;
  fresh: OwnFieldDefinition[];
  lastChange: number;
  /** Rows of each view, worked out when it is first looked at. */
  views: Map<ResultFilter, RowResult[]>;
};

const largest = 400_000_000;
const mostValues = 40;
/** Rows between two looks at whether the import was called off. */
const stride = 1000;
const breathe = () => new Promise<void>((done) => setTimeout(done, 0));

/**
 * An import from a file to the book, step by step: open, plan (a dry run), look at what would become of each row, write.
 * In: the book, from how many new leads on their first entries are not written. Every step rejects with `BookError`, with the signal's reason, or with a RangeError for a file beyond 400 MB.
 */
export function createImportSession(book: Book, options: Pick<ImportWrite, 'unwrittenFrom'> = {}) {
  let source: ImportSource | undefined;
  let sheet: Sheet | undefined;
  let planned: Planned | undefined;
  let recognised: Recognised | undefined;

  const needSheet = (): Sheet => {
    if (!sheet) throw new Error('No file was opened');
    return sheet;
  };

  const makePlan = async (request: ImportRequest, { onStep, signal }: Following): Promise<Planned> => {
    const { rows } = needSheet();
    const state = await getOwnFields(book);
    const { mapping, fresh } = withNewFields(request.mapping, state);
    const { known, deleted, lastChange } = await readKnownLeads(
      book,
      (done) => onStep?.({ step: 'reading', done, total: 0 }),
      signal,
    );
    const { nameless, country, choices } = request;
    const [first] = (await getSetting(book, 'pipeline')).stages;
    const read = rowReader(mapping, [...state.fields, ...fresh], {
      ...(first && { firstStage: first.id }),
      ...(country && { country }),
      ...(nameless && { nameless: (at: number) => `${nameless} ${at}` }),
    });
    const { plan, add } = startPlan(known, deleted, choices, Date.now(), await readErasedList(book));
    for (const [index, row] of rows.entries()) {
      add(read(row));
      if (index % stride !== stride - 1) continue;
      onStep?.({ step: 'planning', done: index + 1, total: rows.length });
      await breathe();
      signal?.throwIfAborted();
    }
    return { request: { ...request, mapping }, plan, fresh, lastChange, views: new Map() };
  };

  return {
    /** Reads a file as a table and guesses how it is to be taken. */
    async open(next: ImportSource): Promise<FileView> {
      // The bytes are kept: another encoding or separator may be asked for.
      source = { ...(next.bytes || next.text !== undefined ? {} : source), ...next };
      planned = undefined;
      const { bytes, name } = source;
      if ((bytes?.length ?? source.text?.length ?? 0) > largest) throw new RangeError('The file is larger than 400 MB');
      const { table, encoding, separator } = await readTable(source);
      sheet = table.sheet;
      const { fields: ownFields } = await getOwnFields(book);
      recognised = presetIn(sheet, source.preset);
      const plain = told(guessMapping(sheet, ownFields, (await getSetting(book, 'pipeline')).stages), table);
      const guessed = recognised ? mappingFor(sheet, recognised, plain) : plain;
      const last = await rememberedMapping(book, headingKey(sheet.heading));
      const versions = last ? [last, ...(last.earlier ?? [])] : [];
      const version = Math.min(source.version ?? 0, versions.length - 1);
      const before = versions[version];
      const mapping = before ? recalled(guessed, sheet, before, ownFields) : guessed;
      return {
        name,
        format: table.format,
        encoding,
        separator,
        sheets: table.sheets,
        preset: recognised?.preset.id,
        hasRecordIds: recognised?.recordColumn !== undefined,
        hasHeading: table.hasHeading,
        rows: sheet.rows.length,
        columns: sheet.heading.map((heading, column) => viewOf(table.sheet, heading, column, mapping)),
        mapping,
        versions: versions.map(({ usedAt }) => usedAt),
        version,
        ownFields,
      };
    },

    /** The dry run: says what would become of every row. Nothing is written. */
    async plan(request: ImportRequest, following: Following = {}): Promise<ImportSummary> {
      planned = undefined;
      planned = await makePlan(request, following);
      return summaryOf(planned);
    },

    /** Rows of the dry run, a page at a time. `notes`: those where something of the row is not taken over as it stands. */
    page(filter: ResultFilter, offset: number, limit: number): ResultPage {
      if (!planned) return { rows: [], total: 0 };
      let rows = planned.views.get(filter);
      if (!rows) {
        rows = planned.plan.results.filter((row) => isIn(row, filter));
        planned.views.set(filter, rows);
      }
      return { rows: rows.slice(offset, offset + limit), total: rows.length };
    },

    /** The refused rows as CSV as they stood, with the reason in a column of its own. In: words for the reasons, the column's heading. */
    refused(words: Record<string, string>, heading: string): string {
      const { heading: headings, rows } = needSheet();
      const reasons = new Map(
        planned?.plan.results.flatMap(({ at, outcome, reason = '' }) =>
          outcome === 'refused' ? [[at, words[reason] ?? reason] as const] : [],
        ),
      );
      const lines = rows.flatMap(({ at, cells }) => {
        const why = reasons.get(at);
        return why === undefined ? [] : [[why, ...cells]];
      });
      return [[heading, ...headings], ...lines]
        .map((line) =>
          csvLine(
            line.map((cell) => disarm(cell)),
            ',',
          ),
        )
        .join('');
    },

    /**
     * Writes what the dry run said. Was the book changed since in a way that makes it come out otherwise, nothing is written
     * and the new figures are handed back to be looked at.
     */
    async write({ onStep, signal }: Following = {}): Promise<ImportDone> {
      if (!planned) throw new Error('Nothing was planned');
      if ((await newestChange(book)) !== planned.lastChange) {
        const before = summaryOf(planned);
        planned = await makePlan(planned.request, { ...(onStep && { onStep }), ...(signal && { signal }) });
        const now = summaryOf(planned);
        if (JSON.stringify(before) !== JSON.stringify(now)) return { changed: now };
      }
      const { plan, request, fresh } = planned;
      const ids = recordIds(needSheet(), plan, recognised, request.idsOnly === true);
      const { actionId } = request.idsOnly
        ? {}
        : await writeImport(book, {
            plan,
            file: source?.name ?? '',
            ownFields: fresh,
            replace: request.choices.replace,
            now: Date.now(),
            onProgress: (done, total) => onStep?.({ step: 'writing', done, total }),
            ...(signal && { signal }),
            ...options,
          });
      if (recognised && ids.length > 0)
        await rememberHandover(
          book,
          { at: Date.now(), target: recognised.preset.id, file: source?.name ?? '', way: 'back' },
          ids,
        );
      planned = undefined;
      await remember(book, needSheet(), request.mapping);
      return { ...(actionId && { actionId }), ids: ids.length };
    },
  };
}
export type ImportSession = ReturnType<typeof createImportSession>;

const summaryOf = ({ plan, fresh }: Planned): ImportSummary => ({
  ...plan.counts,
  ownFields: fresh.map(({ name }) => name),
  noted: plan.results.filter((row) => isIn(row, 'notes')).length,
});

const isIn = (row: RowResult, filter: ResultFilter) =>
  filter === 'all' ||
  row.outcome === filter ||
  (filter === 'notes' && Boolean(row.conflicts ?? row.unread ?? row.maybe));

function viewOf(sheet: Sheet, heading: string, column: number, { kind, spelling }: Mapping): ColumnView {
  const cells = samplesOf(sheet, column, Number.POSITIVE_INFINITY);
  const values = new Set<string>();
  for (const cell of cells) {
    values.add(cell);
    if (values.size > mostValues) break;
  }
  return {
    heading,
    samples: [...new Set(cells.slice(0, 50))].slice(0, 3),
    filled: cells.length,
    values: values.size > mostValues ? [] : [...values],
    field: ownFieldFor(sheet, column, kind, spelling),
  };
}
