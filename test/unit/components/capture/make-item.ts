import { type CompanyDraft, companyDraft, type PersonDraft, personDraft } from '../../../../lib/domain/schema/draft.ts';
import { type TrayItem, trayItem } from '../../../../lib/domain/schema/tray.ts';
import type { DraftStanding } from '../../../../lib/storage/leads.ts';

const provenance = [
  { url: 'https://firm.example/team', at: 1_700_000_000_000, detector: 'text-name', snippet: 'read' },
];

/** A reading of a value, as capture gives it. */
export const read = <T>(value: T, confidence = 0.9) => ({ value, confidence, provenance });

export const person = (
  id: string,
  fields: Partial<PersonDraft['fields']>,
  more: Partial<PersonDraft> = {},
): PersonDraft => personDraft.parse({ kind: 'person', id, fields, confidence: 0.9, ...more });

export const company = (
  id: string,
  fields: Partial<CompanyDraft['fields']>,
  more: Partial<CompanyDraft> = {},
): CompanyDraft => companyDraft.parse({ kind: 'company', id, fields, confidence: 0.9, ...more });

export const item = (draft: TrayItem['draft'], more: Partial<TrayItem> = {}): TrayItem =>
  trayItem.parse({ draft, ...more });

export const standing = (draftId: string, more: Partial<DraftStanding> = {}): DraftStanding => ({
  draftId,
  state: 'new',
  differences: [],
  maybe: [],
  ...more,
});
