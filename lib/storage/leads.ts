import type { Change, Company, Interaction, Lead, LeadReceipts, Person } from '../domain/schema/lead.ts';
import type { Batch, TrayItem } from '../domain/schema/tray.ts';
import type { DraftStanding } from '../domain/standing.ts';
import type { Book } from './book.ts';

export type { DraftStanding } from '../domain/standing.ts';

const notYet = (): Promise<never> => Promise.reject(new Error('not built yet'));

export type SaveRequest = {
  items: TrayItem[];
  batch: Batch;
  /** Address of the tray page that the items are on. */
  url: string;
  now: number;
  onProgress?: (done: number, total: number) => void;
  signal?: AbortSignal;
};
export type Outcome = {
  draftId: string;
  outcome: 'created' | 'merged' | 'unchanged';
  leadId: string;
  /** Not asked for: the company of a saved person. */
  along?: boolean;
};
export type SaveResult = { actionId: string; outcomes: Outcome[] };
export type Action = { actionId: string };
export type UndoResult = { leadIds: string[]; conflicts: { leadId: string; field: string }[] };
export type LeadPatch = Record<string, unknown>;
export type BulkPatch = {
  list?: string | null;
  addTags?: string[];
  removeTags?: string[];
  owner?: string | null;
  leadSource?: Lead['leadSource'] | null;
  nextStep?: Lead['nextStep'] | null;
};
export type FullLead = {
  lead: Lead;
  receipts: LeadReceipts;
  changes: Change[];
  interactions: Interaction[];
  /** A person's company. */
  company?: Company;
  /** A company's people. */
  people?: Person[];
};

export const compareDrafts: (book: Book, items: TrayItem[]) => Promise<DraftStanding[]> = notYet;
export const saveItems: (book: Book, request: SaveRequest) => Promise<SaveResult> = notYet;
export const undoAction: (book: Book, actionId: string, now: number) => Promise<UndoResult> = notYet;
export const getLead: (book: Book, id: string) => Promise<FullLead | undefined> = notYet;
/** Fields of the lead to their new values; `null` empties a field. */
export const editLead: (book: Book, id: string, patch: LeadPatch, now: number) => Promise<Action> = notYet;
export const bulkEdit: (book: Book, ids: string[], patch: BulkPatch, now: number) => Promise<Action> = notYet;
export const deleteLeads: (book: Book, ids: string[], now: number) => Promise<Action> = notYet;
export const restoreLeads: (book: Book, ids: string[], now: number) => Promise<Action> = notYet;
export const addNote: (book: Book, leadId: string, text: string, now: number) => Promise<Action> = notYet;
export const readRows: (book: Book, kind: Lead['kind'], onChunk: (rows: Lead[]) => void) => Promise<void> = notYet;
export const countLeads: (book: Book) => Promise<{ people: number; companies: number }> = notYet;
