import Papa from 'papaparse';
import type { ImportChoices } from '../../domain/import-row.ts';
import { foldWords } from '../../domain/normalize/fold.ts';
import type { OwnFieldDefinition } from '../../domain/schema/own-field.ts';
import type { Book } from '../../storage/book.ts';
import { readErasedList } from '../../storage/erased-list.ts';
import { newestChange, readKnownLeads } from '../../storage/import/known-leads.ts';
import { rememberedMapping, rememberMapping } from '../../storage/import/mappings.ts';
import { type ImportPlan, type RowOutcome, type RowResult, startPlan } from '../../storage/import/plan.ts';
import { type ImportWrite, writeImport } from '../../storage/import/write.ts';
import { defineOwnField, getOwnFields, type OwnFieldsKept } from '../../storage/own-fields.ts';
import { disarm } from '../csv.ts';
import { decodeBytes, guessEncoding, type ImportEncoding } from './decode.ts';
import { guessMapping, headingKey, type Mapping, ownFieldFor, samplesOf } from './guess.ts';
import { rowReader } from './read-row.ts';
import { guessSeparator, readSheet, type Separator, type Sheet } from './sheet.ts';

/** A file or pasted text, and what the user says of it where the guess was wrong. */
export type ImportSource = {
  name: string;
  bytes?: Uint8Array;
  text?: string;
  encoding?: ImportEncoding;
  separator?: Separator;
  hasHeading?: boolean;
};

export type ColumnView = {
  heading: string;
  samples: string[];
  filled: number;
  /** Its different values, where they are few. */
  values: string[];
  /** The own field that it would become. */
  field: Omit<OwnFieldDefinition, 'key'>;
};
export type FileView = {
  name: string;
  encoding: ImportEncoding | undefined;
  separator: Separator;
  hasHeading: boolean;
  rows: number;
  columns: ColumnView[];
  mapping: Mapping;
  /** The mapping is the one that was used for such a file before. */
  remembered: boolean;
  ownFields: OwnFieldDefinition[];
};

export type ImportRequest = {
  mapping: Mapping;
  choices: ImportChoices;
  /** ISO country of numbers without a code. */
  country?: string;
  /** What rows without name, address or number are called, with their number behind; absent: they are refused. */
  nameless?: string;
};
export type ImportSummary = ImportPlan['counts'] & {
  ownFields: string[] /** Rows of the view `notes`. */;
  noted: number;
};
export type ResultFilter = RowOutcome | 'all' | 'notes';
export type ResultPage = { rows: RowResult[]; total: number };
export type ImportStep = { step: 'reading' | 'planning' | 'writing'; done: number; total: number };
export type ImportDone = { actionId: string } | { changed: ImportSummary };

type Planned = {
  request: ImportRequest;
  plan: ImportPlan;
  fresh: OwnFieldDefinition[];
  lastChange: number;
  /** Rows of each view, worked out when it is first looked at. */
  views: Map<ResultFilter, RowResult[]>;
};
export type Following = { onStep?: (step: ImportStep) => void; signal?: AbortSignal };

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
    const read = rowReader(mapping, [...state.fields, ...fresh], {
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
      const encoding = bytes ? (source.encoding ?? guessEncoding(bytes)) : undefined;
      const text = bytes && encoding ? decodeBytes(bytes, encoding) : (source.text ?? '');
      const separator = source.separator ?? guessSeparator(text);
      const read = readSheet(text, separator, source.hasHeading);
      sheet = read.sheet;
      const { fields: ownFields } = await getOwnFields(book);
      const guessed = guessMapping(sheet, ownFields);
      const before = await rememberedMapping(book, headingKey(sheet.heading));
      const mapping = before ? recalled(guessed, sheet, before, ownFields) : guessed;
      return {
        name,
        encoding,
        separator,
        hasHeading: read.hasHeading,
        rows: sheet.rows.length,
        columns: sheet.heading.map((heading, column) => viewOf(read.sheet, heading, column, mapping)),
        mapping,
        remembered: before !== undefined,
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
      const text = [[heading, ...headings], ...lines].map((line) => line.map((cell) => disarm(cell)));
      return `${Papa.unparse(text, { newline: '\r\n' })}\r\n`;
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
      const { actionId } = await writeImport(book, {
        plan,
        file: source?.name ?? '',
        ownFields: fresh,
        replace: request.choices.replace,
        now: Date.now(),
        onProgress: (done, total) => onStep?.({ step: 'writing', done, total }),
        ...(signal && { signal }),
        ...options,
      });
      planned = undefined;
      await remember(book, needSheet(), request.mapping);
      return { actionId };
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

/** Gives columns that become new fields their definitions. A field of that name and type is taken as it is, also one deleted lately. */
function withNewFields(mapping: Mapping, state: OwnFieldsKept): { mapping: Mapping; fresh: OwnFieldDefinition[] } {
  const fresh: OwnFieldDefinition[] = [];
  const columns = mapping.columns.map((column) => {
    if (column.to !== 'new' || !column.field) return column;
    const { field } = column;
    const isSame = (one: OwnFieldDefinition) =>
      foldWords(one.name) === foldWords(field.name) && one.name.trim() !== '' && one.type === field.type;
    const known = state.fields.find(isSame);
    if (known) return { to: `own.${known.key}` };
    const gone = state.deleted.find(({ definition }) => isSame(definition))?.definition;
    const made = gone ?? defineOwnField({ fields: [...state.fields, ...fresh], deleted: state.deleted }, field);
    fresh.push({ ...made, of: field.of });
    return { to: `own.${made.key}` };
  });
  return { mapping: { ...mapping, columns }, fresh };
}

type Headed = { heading: string };
/** Columns by heading; where a heading stands twice, by which of them it is. */
function headed<T>(columns: readonly T[], heading: (column: T) => string): Map<string, T> {
  const result = new Map<string, T>();
  for (const column of columns) {
    const base = foldWords(heading(column));
    let key = base;
    for (let n = 2; result.has(key); n++) key = `${base} #${n}`;
    result.set(key, column);
  }
  return result;
}

function recalled(
  guessed: Mapping,
  sheet: Sheet,
  before: {
    kind: Mapping['kind'];
    columns: (Headed & { to: string; outcomes?: Record<string, 'won' | 'lost' | 'open'> | undefined })[];
  },
  own: readonly OwnFieldDefinition[],
): Mapping {
  const known = headed(before.columns, ({ heading }) => heading);
  const names = [
    ...headed(
      sheet.heading.map((heading, column) => ({ heading, column })),
      ({ heading }) => heading,
    ),
  ];
  const columns = [...guessed.columns];
  for (const [name, { column }] of names) {
    const past = known.get(name);
    const isGone = past?.to.startsWith('own.') && !own.some(({ key }) => past.to === `own.${key}`);
    if (past && !isGone)
      columns[column] = {
        to: past.to,
        // Values that were not there the last time are guessed.
        ...(past.outcomes && { outcomes: { ...guessed.columns[column]?.outcomes, ...past.outcomes } }),
      };
  }
  return { ...guessed, kind: before.kind, columns };
}

async function remember(book: Book, sheet: Sheet, mapping: Mapping): Promise<void> {
  if (sheet.heading.every((heading) => heading === '')) return;
  await rememberMapping(book, {
    key: headingKey(sheet.heading),
    kind: mapping.kind,
    columns: sheet.heading.map((heading, column) => {
      const { to = 'ignore', outcomes } = mapping.columns[column] ?? {};
      return { heading, to, ...(outcomes && { outcomes }) };
    }),
    usedAt: Date.now(),
  });
}
