import type { Company, Lead, LeadReceipts } from '../domain/schema/lead.ts';
import type { Book } from './book.ts';
import { readRows } from './read-leads.ts';

export type FullRow = { lead: Lead; receipts: LeadReceipts | undefined; company: Company | undefined };

const chunk = 500;

/**
 * Leads with where their values were read and, for people, their company: what an export needs.
 * In: the book, the kind, and the ids in the order wanted, or nothing for all of that kind. Out: the rows; ids that are
 * no longer in the book are left out. Reads in short steps, so that a save meanwhile does not wait.
 */
export async function readFullRows(book: Book, kind: Lead['kind'], ids?: string[]): Promise<FullRow[]> {
  const leads = new Map<string, Lead>();
  await readRows(book, kind, (rows) => {
    for (const row of rows) leads.set(row.id, row);
  });
  const companies = new Map<string, Company>();
  if (kind === 'person')
    await readRows(book, 'company', (rows) => {
      for (const row of rows) if (row.kind === 'company') companies.set(row.id, row);
    });
  const wanted = (ids ?? [...leads.keys()]).flatMap((id) => leads.get(id) ?? []);
  const full: FullRow[] = [];
  const db = await book.connection();
  for (let first = 0; first < wanted.length; first += chunk) {
    const part = wanted.slice(first, first + chunk);
    const store = db.transaction('receipts').store;
    const receipts = await Promise.all(part.map((lead) => store.get(lead.id)));
    part.forEach((lead, index) => {
      const company = lead.kind === 'person' && lead.companyId ? companies.get(lead.companyId) : undefined;
      full.push({ lead, receipts: receipts[index], company });
    });
  }
  return full;
}
