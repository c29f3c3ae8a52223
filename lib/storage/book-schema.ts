import type { DBSchema } from 'idb';
import type { CompanyKeys, PersonKeys } from '../domain/lead-keys.ts';
import type { PackChoice } from '../domain/pack-choice.ts';
import type { Handover, Reference, ReferenceList } from '../domain/schema/handover.ts';
import type { Change, Company, Interaction, LeadReceipts, Person } from '../domain/schema/lead.ts';
import type { MergeRecord, NotSame } from '../domain/schema/merge.ts';
import type { CustomerValue, OrderBatch, OrderBlock, OrderCustomer } from '../domain/schema/order.ts';
import type { ErasedKey, ErasedMark, LedgerEntry, PackAlias } from '../domain/schema/privacy.ts';
import type { ProfileRow, ProfileVersion, ScoreChange, ScoreRow } from '../domain/schema/score.ts';
import type { Task } from '../domain/schema/task.ts';
import type { TrayPage } from '../domain/schema/tray.ts';

/** `keys` is written beside a row for its indexes only and never handed out; empty for a deleted lead, so that no look-up finds it. */
export type PersonRow = Person & { keys: PersonKeys };
export type CompanyRow = Company & { keys: CompanyKeys };

/** To whom a customer of order lists is tied. */
export type CustomerTie = Pick<OrderCustomer, 'leadId' | 'by' | 'maybe' | 'settled'>;

/** One action of the user: what undo needs beside the changes, and how far a staged bulk write has come. */
export type ActionRow = {
  id: string;
  at: number;
  cause: Change['cause'];
  /** Tray page and drafts that it saved. */
  url?: string;
  draftIds: string[];
  interactionIds: string[];
  /** Tasks that it changed, as they were; `null`: there was none. */
  tasks?: { id: string; before: Task | null; after: Task | null }[];
  undoneAt?: number;
  /** Of an import: the file, what came of its rows, the own fields that it made, and the newest entry of the history before it changed leads that were there. */
  import?: {
    file: string;
    counts: ImportCounts;
    ownFields: string[];
    newestBefore: number;
    /** The first entries of its leads are not written but worked out: by the install that made them. */
    unwritten?: { origin: string };
  };
  /** Of a list of orders that was taken in, under the id of the list. */
  orders?: { file: string; orders: number; customers: number };
  /** Customers of order lists that it tied to leads, or took from them. */
  customers?: { id: number; before: CustomerTie; after: CustomerTie }[];
  /** Of a pack that was taken over: whose it was, what came of its leads, and what was chosen where both books had a value. */
  pack?: { by: string; counts: ImportCounts; choices?: PackActionChoice[] };
  /** Set while rows carry its id as `stagedBy`: written but unseen, or published and not yet swept. */
  staging?: 'unpublished' | 'published';
};

/** `keys.due` stands for the index only: when an open task is due, never for one of some day; a done one has none. */
export type TaskRow = Task & { keys: { due?: number; remind?: number } };

export type PackActionChoice = PackChoice & { leadId: string };
export type ImportCounts = { created: number; merged: number; unchanged: number; refused: number };
export type WorkRow = { leadId: string; state: 'open' | 'done' | 'skipped'; at: number };
export type MetaRow = { key: string; value: unknown };

export interface BookSchema extends DBSchema {
  people: {
    key: string;
    value: PersonRow;
    indexes: {
      emails: string;
      phones: string;
      links: string;
      names: string;
      domains: string;
      wechat: string;
      qq: string;
      companyId: string;
      list: string;
      updatedAt: number;
      nextStepDue: number;
      nextStepRemind: number;
      nextStepText: string;
      stageSince: number;
      deletedAt: number;
      stagedBy: string;
    };
  };
  companies: {
    key: string;
    value: CompanyRow;
    indexes: {
      emails: string;
      phones: string;
      links: string;
      domain: string;
      firm: string;
      list: string;
      register: string;
      vatId: string;
      creditCode: string;
      wechat: string;
      qq: string;
      updatedAt: number;
      nextStepDue: number;
      nextStepRemind: number;
      nextStepText: string;
      stageSince: number;
      deletedAt: number;
      stagedBy: string;
    };
  };
  receipts: { key: string; value: LeadReceipts };
  changes: { key: number; value: Change; indexes: { leadId: string; actionId: string } };
  interactions: { key: string; value: Interaction; indexes: { leadId: string; occurredAt: number } };
  tray: { key: string; value: TrayPage; indexes: { listKey: string; readAt: number } };
  actions: { key: string; value: ActionRow; indexes: { staging: string; at: number } };
  work: { key: string; value: WorkRow };
  tasks: { key: string; value: TaskRow; indexes: { leadId: string; due: number; remind: number; doneAt: number } };
  profiles: { key: string; value: ProfileRow };
  profileVersions: { key: [string, number]; value: ProfileVersion };
  scores: { key: string; value: ScoreRow };
  scoreChanges: { key: number; value: ScoreChange; indexes: { leadId: string } };
  merges: { key: string; value: MergeRecord; indexes: { leadIds: string; actionId: string } };
  notSame: { key: string; value: NotSame; indexes: { leadIds: string } };
  erased: { key: string; value: ErasedMark; indexes: { erasureId: string } };
  erasedKeys: { key: string; value: ErasedKey };
  ledger: { key: string; value: LedgerEntry; indexes: { at: number; site: string } };
  packAliases: { key: string; value: PackAlias; indexes: { leadId: string } };
  handovers: { key: string; value: Handover; indexes: { leadIds: string } };
  referenceLists: { key: string; value: ReferenceList };
  references: { key: string; value: Reference; indexes: { keys: string; listId: string } };
  orderCustomers: { key: number; value: OrderCustomer; indexes: { leadId: string } };
  orderBatches: { key: string; value: OrderBatch };
  orderBlocks: { key: [string, number]; value: OrderBlock };
  customerValues: { key: string; value: CustomerValue };
  meta: { key: string; value: MetaRow };
  /** Of this machine alone: in no backup, pack or report. */
  vault: { key: string; value: MetaRow };
}

export type LeadStore = 'people' | 'companies';
