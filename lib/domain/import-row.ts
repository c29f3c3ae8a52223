import type { CompanyValues, PersonValues } from './schema/field.ts';
import type { LeadOutcome, LeadSource } from './schema/lead.ts';
import type { OwnValues } from './schema/own-field.ts';
import type { ConsentChannel, LawfulBasis } from './schema/privacy.ts';
import type { WholeNeed } from './schema/wallet.ts';

/** Why a row is not taken. nothing: it has nothing to know anyone by; cells, quotes: it is not as the table is; maybe: it may be somebody of the book, and such rows were to be left out; ambiguous: it may be several of the book; erased: they were erased. */
export type RefusalReason = 'nothing' | 'cells' | 'quotes' | 'maybe' | 'ambiguous' | 'erased';

/** A cell that could not be read as what its column is, and was left out. */
/** `isCut`: only the end of it, `text` being where that begins: it is longer than what its column takes. */
export type UnreadCell = { column: number; text: string; isCut?: true };

/** What a row says of their yes or no; `state` is absent where only a day is there, `at` where no day is. */
export type ConsentSaid = { state?: 'given' | 'withdrawn'; at?: number };

/** What a row says of a lead beside its fields. */
export type ImportCommon = {
  list?: string;
  leadSource?: LeadSource;
  tags: string[];
  owner?: string;
  nextStep?: { text: string; dueAt?: number };
  note?: string;
  createdAt?: number;
  doNotContact?: true;
  consent?: { [Channel in ConsentChannel]?: ConsentSaid };
  lawfulBasis?: LawfulBasis;
};

/** A row of a file, read: a person, a company, or a person with their company. */
export type ImportRow = {
  /** Its number in the file, as sheet programs count. */
  at: number;
  /** Id of the lead, where the file is one of our own exports. */
  id?: string;
  person?: PersonValues & { partial: boolean };
  company?: CompanyValues;
  common: ImportCommon;
  ownPerson: OwnValues;
  ownCompany: OwnValues;
  /** `at` is absent where the file has no date. */
  outcome?: Pick<LeadOutcome, 'result' | 'reason'> & { at?: number };
  /** Where the work stands; `isFirst`: where everybody stands who was never moved. */
  stage?: { id: string; isFirst: boolean };
  /** What they buy in a year in all; `day` is absent where the file has none. */
  need?: Omit<WholeNeed, 'day'> & { day?: number };
  refused?: RefusalReason;
  unread: UnreadCell[];
};

/** What the user decides for all rows of an import. */
export type ImportChoices = {
  /** Values of the file win over those of the book where they differ. */
  replace: boolean;
  /** What becomes of rows that may be somebody of the book, but are not surely: name and firm agree, no address or number. */
  maybe: 'merge' | 'create' | 'refuse';
  /** Given to every lead of the import that has none. */
  list?: string;
  tags: string[];
  leadSource?: LeadSource;
};
