import type { Lead } from '../domain/schema/lead.ts';
import type { BookErrorCode } from '../storage/book-error.ts';
import type { BookReport } from './book-report.ts';
import type { LeadDifference, LeadState, ValueDifference } from './compare-books.ts';
import type { BackupHead, BackupProblem, GivenPermissions } from './format.ts';
import type { MadeBackup } from './make-backup.ts';

/** What only a page of the extension can find out, told to the worker. */
export type Surroundings = { app: string; permissions: GivenPermissions };

export type BackupProgress = {
  step: 'writing' | 'verifying' | 'reading' | 'comparing' | 'restoring';
  done: number;
  total: number;
};
export type OpenedBackup = {
  head: BackupHead;
  /** Rows that were none, and people who were erased: neither comes back. */
  leftOut: number;
  erased: number;
  counts: Record<LeadState, number> & { same: number };
  /** Rows of other kinds (settings, rules, drafts, tasks) that differ. */
  others: number;
};
export type DifferenceQuery = {
  state: LeadState | 'all';
  kind?: Lead['kind'];
  text: string;
  /** Leaves out whom the user deleted or merged since. */
  lostOnly?: boolean;
  offset: number;
  limit: number;
};
export type DifferencePage = { rows: (LeadDifference & { values: ValueDifference[] })[]; total: number };

/** Every question to the worker: what it asks and what comes back. */
export type BackupCalls = {
  /** Makes a backup and copies it out. */
  backUp: { ask: Surroundings; answer: MadeBackup };
  open: { ask: { file: Blob; passphrase?: string | undefined }; answer: OpenedBackup };
  page: { ask: DifferenceQuery; answer: DifferencePage };
  /** The ids of all that a query shows, whatever its page. */
  ids: { ask: DifferenceQuery; answer: string[] };
  restoreLeads: { ask: { ids: string[] }; answer: { actionId: string; leads: number } };
  /** Backs up what is there, then makes the book what the backup holds. Out: the name of that safety copy. */
  restoreAll: { ask: Surroundings; answer: { safety: string; leads: number } };
  /** Looks through the book, and remembers what it found. */
  check: { ask: null; answer: BookReport };
  /** Mends what that found, and looks again. */
  mend: { ask: BookReport; answer: BookReport };
  close: { ask: null; answer: null };
};
export type BackupCall = keyof BackupCalls;
export type BackupQuestion =
  | { [C in BackupCall]: { id: number; call: C; ask: BackupCalls[C]['ask'] } }[BackupCall]
  | { cancel: true };
export type BackupFailure = { problem?: BackupProblem; code: BookErrorCode | 'cancelled'; message: string };
export type BackupAnswer =
  | { id: number; answer: BackupCalls[BackupCall]['answer'] }
  | { id: number; step: BackupProgress }
  | { id: number; error: BackupFailure };
