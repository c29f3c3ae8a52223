import type { Company, Person } from '../domain/schema/lead.ts';
import type { ReportInput } from '../privacy/report.ts';
import { type Retention, retentionOf } from '../privacy/retention.ts';
import type { Book } from './book.ts';
import { BookError } from './book-error.ts';
import { wentOutWith } from './ledger.ts';
import { getOwnFields } from './own-fields.ts';
import { getLead, readRows } from './read-leads.ts';
import { toldElsewhere } from './told-elsewhere.ts';
import { read } from './transact.ts';

export type DuePerson = { person: Person; retention: Retention };
export type DueList = {
  /** Of the first `most`: those to be decided on, the longest kept first. */
  due: DuePerson[];
  total: number;
  /** How many are kept longer for a reason. */
  kept: number;
};

/** People whose usual period is over. In: the period in months, the time, how many to answer with. Throws `BookError`. */
export async function duePeople(book: Book, months: number, now: number, most: number): Promise<DueList> {
  const due: DuePerson[] = [];
  let kept = 0;
  await readRows(book, 'person', (rows) => {
    for (const row of rows) {
      if (row.kind !== 'person') continue;
      const retention = retentionOf(row, months, now);
      if (retention.is === 'due') due.push({ person: row, retention });
      if (retention.is === 'kept') kept += 1;
    }
  });
  due.sort((a, b) => a.retention.endsAt - b.retention.endsAt);
  return { due: due.slice(0, most), total: due.length, kept };
}

/** What the book's record of a lead holds, for a report or a notice. Throws `BookError` where there is none. */
export async function reportInputOf(book: Book, id: string): Promise<ReportInput> {
  const full = await getLead(book, id);
  if (!full) throw new BookError('unknown', `There is no lead ${id}`);
  const { lead, receipts, changes, interactions, company } = full;
  const [tasks, score, value, own, wentOut] = await Promise.all([
    read(book, ['tasks'], (tx) => tx.objectStore('tasks').index('leadId').getAll(id)),
    read(book, ['scores'], (tx) => tx.objectStore('scores').get(lead.kind === 'person' ? (lead.companyId ?? id) : id)),
    read(book, ['customerValues'], (tx) => tx.objectStore('customerValues').get(id)),
    getOwnFields(book),
    wentOutWith(book, [id], lead.createdAt),
  ]);
  return {
    lead,
    receipts,
    changes,
    interactions,
    tasks,
    company: company as Company | undefined,
    score,
    value,
    ownFields: [...own.fields, ...own.deleted.map(({ definition }) => definition)],
    wentOut,
  };
}

/** All that the book has of a lead, whatever record it stands in: what somebody can ask for. Throws `BookError` where there is none. */
export async function wholeReportInputOf(book: Book, id: string): Promise<ReportInput> {
  const [input, elsewhere] = await Promise.all([reportInputOf(book, id), toldElsewhere(book, id)]);
  return { ...input, elsewhere };
}
