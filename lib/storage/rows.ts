import type { Change, Lead, LeadReceipts } from '../domain/schema/lead.ts';
import type { CompanyRow, LeadStore, PersonRow } from './book-schema.ts';
import type { AnyTx, WriteTx } from './transact.ts';

export type Row = PersonRow | CompanyRow;

/** The store of a kind of lead. */
export const storeOf = (kind: Lead['kind']): LeadStore => (kind === 'person' ? 'people' : 'companies');

/** A row as everybody else sees it: without what it carries for the book's own use. */
export function toLead(row: Row): Lead {
  const { keys: _keys, stagedBy: _stagedBy, ...lead } = row;
  return lead;
}

/** Ids of the bulk writes that are still unseen. Rows carrying one of them do not exist for anyone but that write. */
export async function hiddenBatches(tx: AnyTx): Promise<Set<string>> {
  return new Set(await tx.objectStore('actions').index('staging').getAllKeys('unpublished'));
}

/** Whether a row is to be seen. In: the row, `hiddenBatches`. */
export const isVisible = (row: Row, hidden: Set<string>): boolean =>
  row.deletedAt === undefined && !(row.stagedBy && hidden.has(row.stagedBy));

/** The row of an id, of either kind, deleted ones included. */
export async function findRow(tx: AnyTx, id: string): Promise<Row | undefined> {
  const [person, company] = await Promise.all([tx.objectStore('people').get(id), tx.objectStore('companies').get(id)]);
  return person ?? company;
}

/** The company that stands for a person; undefined where there is none to be seen, and they stand for themselves. In: the row, `hiddenBatches`. */
export async function companyRowOf(tx: AnyTx, row: Row, hidden: Set<string>): Promise<CompanyRow | undefined> {
  const company = row.kind === 'person' && row.companyId && (await tx.objectStore('companies').get(row.companyId));
  return company && isVisible(company, hidden) ? company : undefined;
}

/** A row, or the one that it became part of. In: the transaction, a row as found. */
export async function followMerges(tx: AnyTx, row: Row | undefined): Promise<Row | undefined> {
  let at = row;
  const seen = new Set<string>();
  while (at?.mergedInto !== undefined && !seen.has(at.id)) {
    seen.add(at.id);
    at = await findRow(tx, at.mergedInto);
  }
  return at;
}

/** The receipts of a lead; empty ones for a lead that has none yet. */
export async function receiptsOf(tx: AnyTx, leadId: string): Promise<LeadReceipts> {
  return (await tx.objectStore('receipts').get(leadId)) ?? { leadId, stamps: {}, readAt: {} };
}

/** Appends to the history, in the transaction of what it tells of. */
export async function appendChange(tx: WriteTx, change: Change): Promise<void> {
  await tx.objectStore('changes').add(change);
}

/** Removes a lead and all that hangs on it, for good. */
export async function eraseLead(tx: WriteTx, row: Row): Promise<void> {
  const { id } = row;
  const [changes, interactions] = await Promise.all([
    tx.objectStore('changes').index('leadId').getAllKeys(id),
    tx.objectStore('interactions').index('leadId').getAllKeys(id),
  ]);
  await Promise.all([
    tx.objectStore(storeOf(row.kind)).delete(id),
    tx.objectStore('receipts').delete(id),
    ...changes.map((key) => tx.objectStore('changes').delete(key)),
    ...interactions.map((key) => tx.objectStore('interactions').delete(key)),
  ]);
}
