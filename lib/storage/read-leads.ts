import type { Change, Company, Interaction, Lead, LeadReceipts, Person } from '../domain/schema/lead.ts';
import type { Book } from './book.ts';
import { historyOf } from './first-entry.ts';
import { inChunks } from './in-chunks.ts';
import { findRow, followMerges, hiddenBatches, isVisible, type Row, storeOf, toLead } from './rows.ts';
import { type AnyTx, read } from './transact.ts';

export type FullLead = {
  lead: Lead;
  receipts: LeadReceipts;
  /** Newest first. */
  changes: Change[];
  /** Newest first. */
  interactions: Interaction[];
  /** A person's company. */
  company?: Company;
  /** A company's people. */
  people?: Person[];
};

/** Everything the book has of a lead; undefined where there is none or it is deleted. Throws `BookError`. */
export function getLead(book: Book, asked: string): Promise<FullLead | undefined> {
  return read(book, ['people', 'companies', 'receipts', 'changes', 'interactions', 'actions'], async (tx) => {
    const [found, hidden] = await Promise.all([findRow(tx, asked), hiddenBatches(tx)]);
    // Who asks for what became part of another is shown that one.
    const row = await followMerges(tx, found);
    if (!row || !isVisible(row, hidden)) return undefined;
    const { id } = row;
    const [receipts, changes, interactions, related] = await Promise.all([
      tx.objectStore('receipts').get(id),
      historyOf(tx, row),
      tx.objectStore('interactions').index('leadId').getAll(id),
      relatedOf(tx, row, hidden),
    ]);
    return {
      lead: toLead(row),
      receipts: receipts ?? { leadId: id, stamps: {}, readAt: {} },
      changes: changes.reverse(),
      interactions: interactions.sort((a, b) => b.occurredAt - a.occurredAt || (a.id < b.id ? 1 : -1)),
      ...related,
    };
  });
}

async function relatedOf(tx: AnyTx, row: Row, hidden: Set<string>): Promise<Pick<FullLead, 'company' | 'people'>> {
  if (row.kind === 'company') {
    const rows = await tx.objectStore('people').index('companyId').getAll(row.id);
    return { people: rows.filter((r) => isVisible(r, hidden)).map((r) => toLead(r) as Person) };
  }
  const company = row.companyId ? await tx.objectStore('companies').get(row.companyId) : undefined;
  return company && isVisible(company, hidden) ? { company: toLead(company) as Company } : {};
}

/** Leads by id, in the order asked for; those that are gone are left out. Throws `BookError`. */
export function getLeads(book: Book, kind: Lead['kind'], ids: string[]): Promise<Lead[]> {
  return read(book, ['people', 'companies', 'actions'], async (tx) => {
    const hidden = await hiddenBatches(tx);
    const rows: (Row | undefined)[] = await Promise.all(ids.map((id) => tx.objectStore(storeOf(kind)).get(id)));
    return rows.filter((row) => row !== undefined && isVisible(row, hidden)).map((row) => toLead(row as Row));
  });
}

/** As `getLeads`, with the newest entry of the history at that moment, in one go. Throws `BookError`. */
export function getLeadsAsOf(book: Book, kind: Lead['kind'], ids: string[]): Promise<{ rows: Lead[]; seq: number }> {
  return read(book, ['people', 'companies', 'actions', 'changes'], async (tx) => {
    const [last, hidden, ...rows] = await Promise.all([
      tx.objectStore('changes').openKeyCursor(null, 'prev'),
      hiddenBatches(tx),
      ...ids.map((id): Promise<Row | undefined> => tx.objectStore(storeOf(kind)).get(id)),
    ]);
    const seen = rows.filter((row) => row !== undefined && isVisible(row, hidden));
    return { rows: seen.map((row) => toLead(row as Row)), seq: last?.key ?? 0 };
  });
}

const chunk = 1000;

/**
 * Goes through all rows of a kind that are to be seen, a chunk at a time, in the order in which they came into the book; other
 * look-ups get through in between. Rows are handed out as they are kept, for work that takes only a few values of each: nothing
 * of them is to be changed or shown. In: kind, what to do with a chunk, how many rows one has: the fewer, the less memory it takes.
 * Throws `BookError`.
 */
export function walkRows(
  book: Book,
  kind: Lead['kind'],
  onChunk: (rows: readonly Row[]) => void,
  many = chunk,
): Promise<void> {
  return inChunks(
    book,
    ['people', 'companies', 'actions'],
    async (tx, after): Promise<{ rows: Row[]; hidden: Set<string> }> => {
      const [rows, hidden] = await Promise.all([
        tx.objectStore(storeOf(kind)).getAll(after, many) as Promise<Row[]>,
        hiddenBatches(tx),
      ]);
      return { rows, hidden };
    },
    ({ rows }) => (rows.length === many ? rows.at(-1)?.id : undefined),
    ({ rows, hidden }) => {
      const seen = rows.filter((row) => isVisible(row, hidden));
      if (seen.length > 0) onChunk(seen);
    },
  );
}

/** As `walkRows`, with rows as everybody else sees them. In: kind, what to do with a chunk. Throws `BookError`. */
export const readRows = (book: Book, kind: Lead['kind'], onChunk: (rows: Lead[]) => void): Promise<void> =>
  walkRows(book, kind, (rows) => onChunk(rows.map(toLead)));
