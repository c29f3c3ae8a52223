import { diffLeads, isSameValue } from '../domain/diff-leads.ts';
import type { Draft } from '../domain/schema/draft.ts';
import type { Change, Lead, LeadReceipts, Stamp } from '../domain/schema/lead.ts';
import type { Batch } from '../domain/schema/tray.ts';

/** What was set for the whole run fills what the lead has not; tags add up. */
export function withBatch(lead: Lead, batch: Batch): Lead {
  const { list, leadSource, owner, nextStep } = batch;
  return {
    ...lead,
    ...(list && !lead.list && { list }),
    ...(leadSource && !lead.leadSource && { leadSource }),
    ...(owner && !lead.owner && { owner }),
    ...(nextStep && !lead.nextStep && { nextStep }),
    tags: [...new Set([...lead.tags, ...batch.tags])],
  };
}

/** How we met, where the draft says it itself; what the lead has stays. */
export function withSource(lead: Lead, draft: Draft): Lead {
  const source = draft.kind === 'person' ? draft.leadSource : undefined;
  return source && !lead.leadSource ? { ...lead, leadSource: source } : lead;
}

/** The newest note first; each is also an interaction with its date. */
export function withNote<T extends Lead>(lead: T, note: string): T {
  const text = note.trim();
  if (!text || lead.note?.split('\n').includes(text)) return lead;
  return { ...lead, note: lead.note ? `${text}\n${lead.note}` : text };
}

/** A person belongs to the first company that they were found with. */
export function withCompany(lead: Lead, company: Lead | undefined): Lead {
  if (lead.kind !== 'person' || company?.kind !== 'company' || lead.companyId) return lead;
  const companyName = lead.companyName ?? company.name;
  return { ...lead, companyId: company.id, ...(companyName && { companyName }) };
}

const setForTheRun = ['list', 'leadSource', 'owner', 'nextStep', 'tags', 'note'] as const;

/** Stamps what the batch line and the note set as the user's. */
export function stamped(
  receipts: LeadReceipts,
  before: Lead | undefined,
  after: Lead,
  { now, origin }: { now: number; origin: string },
): LeadReceipts {
  const changed = diffLeads(before, after).map(({ field }) => field);
  const stamp: Stamp = { at: now, by: 'user', origin };
  const fresh = setForTheRun.filter((field) => changed.includes(field) && (field !== 'tags' || after.tags.length > 0));
  return { ...receipts, stamps: { ...receipts.stamps, ...Object.fromEntries(fresh.map((field) => [field, stamp])) } };
}

/** The entries of the receipts that an action replaced, as they were; `null` where there was none. */
export function changedReceipts(before: LeadReceipts, after: LeadReceipts): NonNullable<Change['receiptsBefore']> {
  const old = <T>(from: Record<string, T>, to: Record<string, T>): Record<string, T | null> =>
    Object.fromEntries(
      [...new Set([...Object.keys(from), ...Object.keys(to)])]
        .filter((key) => !isSameValue(from[key], to[key]))
        .map((key) => [key, from[key] ?? null]),
    );
  const elements = old(before.elements ?? {}, after.elements ?? {});
  return {
    stamps: old(before.stamps, after.stamps),
    readAt: old(before.readAt, after.readAt),
    ...(Object.keys(elements).length > 0 && { elements }),
  };
}
