import type { FieldChange } from '../../domain/diff-leads.ts';
import type { ImportChoices, RefusalReason, UnreadCell } from '../../domain/import-row.ts';
import type { Lead } from '../../domain/schema/lead.ts';
import type { ErasedList } from '../erased-list.ts';
import type { Row } from '../rows.ts';
import type { KnownLeads } from './known-leads.ts';
import type { Conflict, Part } from './merge-part.ts';

export const rowOutcomes = ['created', 'merged', 'unchanged', 'refused'] as const;
export type RowOutcome = (typeof rowOutcomes)[number];

/** What becomes of a row. */
export type RowResult = {
  at: number;
  outcome: RowOutcome;
  name: string;
  leadId?: string;
  reason?: RefusalReason;
  /** What changes in leads of the book, or of rows before this one. */
  changes?: FieldChange[];
  /** Where the book says otherwise and stays. */
  conflicts?: Conflict[];
  unread?: UnreadCell[];
  /** A row before this one that is the same lead. */
  sameAs?: number;
  /** Made new though somebody in the book may be the same. */
  maybe?: string;
  /** The company that the row makes beside its person. */
  makesCompany?: string;
};

/** A lead that the import writes: what it was in the book (absent: it is new), what it becomes, and the rows that say so. */
export type PlannedLead = {
  before?: Lead;
  row: Row;
  parts: Part[];
  firstRow: number;
  /** What its rows said so far: the firm of a hundred people is compared once. */
  said: Set<string>;
};
export type ImportPlan = {
  results: RowResult[];
  /** In the order in which they come into the book. */
  leads: Map<string, PlannedLead>;
  counts: Record<RowOutcome, number> & {
    rows: number;
    people: number;
    companies: number;
    conflicts: number;
    unread: number;
  };
};

/** What planning goes by and what it fills. */
export type Planning = {
  known: KnownLeads;
  deleted: Set<string>;
  erased: ErasedList | undefined;
  choices: ImportChoices;
  now: number;
  plan: ImportPlan;
};
/** A lead that a row was put into. */
export type Placed = {
  row: Row;
  isNew: boolean;
  changes: FieldChange[];
  conflicts: Conflict[];
  sameAs?: number;
  maybe?: string;
};
