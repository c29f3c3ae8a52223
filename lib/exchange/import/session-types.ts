import type { ImportChoices } from '../../domain/import-row.ts';
import type { OwnFieldDefinition } from '../../domain/schema/own-field.ts';
import type { ImportPlan, RowOutcome, RowResult } from '../../storage/import/plan-types.ts';
import type { ImportEncoding } from './decode.ts';
import type { ImportFormat, Table } from './formats/format.ts';
import type { Mapping } from './guess.ts';
import type { Separator } from './sheet.ts';

/** A file or pasted text, and what the user says of it where the guess was wrong. */
export type ImportSource = {
  name: string;
  bytes?: Uint8Array;
  text?: string;
  encoding?: ImportEncoding;
  separator?: Separator;
  hasHeading?: boolean;
  /** Of a workbook: the sheet to be read. */
  sheetName?: string;
  /** Which of the remembered mappings: 0 the last, 1 the one before it; -1: as guessed. */
  version?: number;
  /** Whose export it is, where the guess was wrong; `plain`: nobody's. */
  preset?: string;
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
  format: ImportFormat;
  /** Of text. */
  encoding: ImportEncoding | undefined;
  /** Of CSV. */
  separator: Separator | undefined;
  /** Of a workbook. */
  sheets: Table['sheets'];
  /** Id of the system whose export it is. */
  preset: string | undefined;
  /** It has that system's ids of its records. */
  hasRecordIds: boolean;
  hasHeading: boolean;
  rows: number;
  columns: ColumnView[];
  mapping: Mapping;
  /** When such files were mapped otherwise, the newest first; none: never before. */
  versions: number[];
  /** The one of these that it is; -1: as guessed. */
  version: number;
  ownFields: OwnFieldDefinition[];
};

export type ImportRequest = {
  mapping: Mapping;
  choices: ImportChoices;
  /** ISO country of numbers without a code. */
  country?: string;
  /** Only the ids that the other system gave are taken from rows of leads that are known; nothing is made or changed. */
  idsOnly?: boolean;
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
/** `ids`: of how many leads the other system's id was taken. */
export type ImportDone = { actionId?: string; ids: number } | { changed: ImportSummary };

export type Following = { onStep?: (step: ImportStep) => void; signal?: AbortSignal };
