import type { Tier } from '../../domain/schema/icp.ts';
import type { Lead } from '../../domain/schema/lead.ts';
import type { CustomerValue } from '../../domain/schema/order.ts';
import type { BuyingRole } from '../../scoring/role.ts';
import type { ColumnWord, ValueWords } from '../columns.ts';
import type { CsvEncoding, CsvSeparator } from '../csv.ts';
import type { ExportScore } from '../score-columns.ts';

/** Every word that a file may need, in the user's language: a worker knows none of its own. */
export type ExportTables = Pick<ValueWords, 'group' | 'phoneKind' | 'outcome' | 'consent' | 'basis'> & {
  column: Record<ColumnWord, string>;
  sheet: Record<Lead['kind'], string>;
  /** Of stages that the user gave no name, by their ids. */
  stage: Record<string, string>;
  tier: Record<Tier, string>;
  role: Record<BuyingRole, string>;
  valueClass: Record<'A' | 'B' | 'C', string>;
  segment: Record<string, string>;
  phase: Record<NonNullable<CustomerValue['phase']>, string>;
};

/** All of a kind (a workbook then holds both kinds), or these. */
export type ExportRequest = {
  kind: Lead['kind'];
  ids?: string[];
  /** Only what is new or changed since the last file of this format. */
  onlyNews?: boolean;
};
export type ExportJob = {
  request: ExportRequest;
  format: 'xlsx' | 'csv';
  separator: CsvSeparator;
  encoding: CsvEncoding;
  tables: ExportTables;
  /** The file's name, under which it is remembered that they went out; absent where somebody else remembers it. */
  rememberAs?: string;
};

/** What scores say depends on the user's rules: known only once they were worked out. Each is said once. */
export type ScoreSayings = { reasons: ExportScore['reasons'][number][]; gates: ExportScore['gates'][] };
export type ScoreSaid = { reasons: string[]; gates: string[] };

/** How far it is: rows read and rows written count alike. */
export type ExportStep = { done: number; total: number };

export type ExportQuestion = { job: ExportJob } | { said: ScoreSaid };
export type ExportAnswer =
  | { step: ExportStep }
  | { say: ScoreSayings }
  | { file: Blob; count: number }
  | { remembered: true }
  | { error: string };
