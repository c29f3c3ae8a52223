import { diffLeads } from '../domain/diff-leads.ts';
import { flattenLead, unflattenLead } from '../domain/flat-lead.ts';
import type { Change, Lead } from '../domain/schema/lead.ts';
import { type Row, toLead } from './rows.ts';
import type { AnyTx } from './transact.ts';

/** The import that a lead came with. */
export type CameBy = { actionId: string; at: number; origin: string };

/**
 * What the history says first of an imported lead: all that it came with, since the day it is known, and how it ended, on the
 * day that it did. In: the lead as it came, the import.
 */
export function firstEntries(lead: Lead, { actionId, at: recordedAt, origin }: CameBy): Change[] {
  const told = (at: number, fields: Change['fields']): Change => ({
    leadId: lead.id,
    kind: lead.kind,
    at,
    ...(at !== recordedAt && { recordedAt }),
    origin,
    actionId,
    cause: 'import',
    fields,
  });
  const all = diffLeads(undefined, lead).filter(
    ({ field, after }) => field !== 'stagedBy' && !(Array.isArray(after) && after.length === 0),
  );
  const first = told(
    lead.createdAt,
    all.filter(({ field }) => field !== 'outcome'),
  );
  return lead.outcome ? [first, told(lead.outcome.at, [{ field: 'outcome', after: lead.outcome }])] : [first];
}

/** A lead as it came, before its changes. In: the lead as it is, all that its history has. */
function asItCame(lead: Lead, changes: readonly Change[]): Lead {
  const values = flattenLead(lead);
  for (const { fields } of changes.toSorted((a, b) => (b.seq ?? 0) - (a.seq ?? 0)))
    for (const { field, before } of fields.toReversed()) {
      if (before !== undefined) values[field] = before;
      else if (Array.isArray(values[field])) values[field] = [];
      else delete values[field];
    }
  return unflattenLead(values) as Lead;
}

/**
 * The first entries of a lead that came with a large import, which writes none for each: they are what the lead is but for
 * what changed since. In: a transaction that holds `actions`, the lead's row, what its history has. Out: nothing for other leads.
 */
export async function unwrittenEntries(tx: AnyTx, row: Row, changes: readonly Change[]): Promise<Change[]> {
  if (!row.stagedBy) return [];
  const action = await tx.objectStore('actions').get(row.stagedBy);
  const unwritten = action?.import?.unwritten;
  if (!action || !unwritten) return [];
  const { id: actionId, at } = action;
  const entries = firstEntries(asItCame(toLead(row), changes), { actionId, at, origin: unwritten.origin });
  // Before all that is written: those are numbered from 1.
  return entries.map((entry, place) => ({ ...entry, seq: place + 1 - entries.length }));
}

/** The history of a lead, the oldest entry first. In: a transaction that holds `changes` and `actions`, the lead's row. */
export async function historyOf(tx: AnyTx, row: Row): Promise<Change[]> {
  const changes = await tx.objectStore('changes').index('leadId').getAll(row.id);
  return [...(await unwrittenEntries(tx, row, changes)), ...changes];
}
