import { readFields, valuesOf } from '../domain/draft-values.ts';
import { parseName } from '../domain/normalize/name.ts';
import type { Company, Lead, Person } from '../domain/schema/lead.ts';
import type { TrayItem } from '../domain/schema/tray.ts';
import type { ScoreInput } from './input.ts';

const nowhere = { url: '', now: 0 };

/** A draft with the user's edits as the lead that saving would make of it. */
function leadOf({ draft, edits, note }: TrayItem): Lead {
  const common = {
    id: draft.id,
    tags: [],
    createdAt: 0,
    updatedAt: 0,
    ...(note.trim() && { note }),
  };
  const fields = readFields(draft, edits, nowhere);
  if (draft.kind === 'company') return { ...valuesOf('company', fields), ...common, kind: 'company' } satisfies Company;
  const partial = typeof edits.name === 'string' ? parseName(edits.name).partial : draft.partial;
  return { ...valuesOf('person', fields), ...common, kind: 'person', partial } satisfies Person;
}

/** What a draft is scored with: its company and everybody who belongs to that on the page; alone where it has none. */
export type DraftUnit = { head: TrayItem; people: TrayItem[] };

/** The units of a page's drafts. In: all of them. Out: each draft's unit by its id. */
export function draftUnits(items: readonly TrayItem[]): Map<string, DraftUnit> {
  const units = new Map<string, DraftUnit>();
  for (const head of items) if (head.draft.kind === 'company') units.set(head.draft.id, { head, people: [] });
  for (const item of items) {
    if (item.draft.kind !== 'person') continue;
    const firm = item.draft.companyDraftId === undefined ? undefined : units.get(item.draft.companyDraftId);
    if (firm) firm.people.push(item);
    units.set(item.draft.id, firm ?? { head: item, people: [] });
  }
  return units;
}

/** What a unit would be scored by, were it saved now: nobody has had to do with it yet. */
export function draftInput({ head, people }: DraftUnit): ScoreInput {
  const lead = leadOf(head);
  if (lead.kind === 'person') return { lead, interactions: [] };
  return { lead, people: people.map(leadOf) as Person[], interactions: [] };
}
