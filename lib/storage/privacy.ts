import { toE164 } from '../domain/normalize/phone.ts';
import { identifiersOf } from '../domain/privacy/identifiers.ts';
import type { Company, Person } from '../domain/schema/lead.ts';
import type { ErasedMark } from '../domain/schema/privacy.ts';
import type { ReportInput } from '../privacy/report.ts';
import { type Retention, retentionOf } from '../privacy/retention.ts';
import type { Book } from './book.ts';
import { BookError } from './book-error.ts';
import { erasedStores, hashOf } from './erased-list.ts';
import { wentOutWith } from './ledger.ts';
import { getLead, readRows } from './read-leads.ts';
import { read, tell, write } from './transact.ts';

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

/** All that the book has of a lead, for a report or a notice. Throws `BookError` where there is none. */
export async function reportInputOf(book: Book, id: string): Promise<ReportInput> {
  const full = await getLead(book, id);
  if (!full) throw new BookError('unknown', `There is no lead ${id}`);
  const { lead, receipts, changes, interactions, company } = full;
  const [tasks, score, wentOut] = await Promise.all([
    read(book, ['tasks'], (tx) => tx.objectStore('tasks').index('leadId').getAll(id)),
    read(book, ['scores'], (tx) => tx.objectStore('scores').get(lead.kind === 'person' ? (lead.companyId ?? id) : id)),
    wentOutWith(book, [id], lead.createdAt),
  ]);
  return { lead, receipts, changes, interactions, tasks, company: company as Company | undefined, score, wentOut };
}

export type Erasure = { erasureId: string; at: number; marks: number };

/** When people were erased, the newest first: nothing else is known of them. Throws `BookError`. */
export function erasures(book: Book): Promise<Erasure[]> {
  return read(book, ['erased'], async (tx) => {
    const all = new Map<string, Erasure>();
    for (const { erasureId, at } of await tx.objectStore('erased').getAll()) {
      const known = all.get(erasureId) ?? { erasureId, at, marks: 0 };
      all.set(erasureId, { ...known, marks: known.marks + 1 });
    }
    return [...all.values()].sort((a, b) => b.at - a.at);
  });
}

/**
 * Whether somebody was erased. In: an address, a number (of the country given, where it has no code) or a link, as typed.
 * Throws `BookError`.
 */
export function findErasure(book: Book, typed: string, country?: string): Promise<Erasure | undefined> {
  const text = typed.trim();
  const e164 = toE164(text, country);
  const identifiers = identifiersOf(
    {
      emails: text.includes('@') ? [text] : [],
      phones: /^[+\d\s()./-]{6,}$/.test(text) ? [{ text, kind: 'work', ...(e164 && { e164 }) }] : [],
      links: /[./]/.test(text) && !text.includes('@') ? [text] : [],
      addresses: [],
      wechat: text,
      qq: text,
    },
    true,
  );
  return read(book, erasedStores, async (tx) => {
    const keys = await tx.objectStore('erasedKeys').getAll();
    for (const { secret } of keys)
      for (const identifier of identifiers) {
        const mark = await tx.objectStore('erased').get(hashOf(identifier, secret));
        if (!mark) continue;
        const marks = await tx.objectStore('erased').index('erasureId').count(mark.erasureId);
        return { erasureId: mark.erasureId, at: mark.at, marks };
      }
    return undefined;
  });
}

/** Lets somebody who was erased be kept again: they came back on their own. Out: the marks that went, for undo. Throws `BookError`. */
export async function allowAgain(book: Book, erasureId: string): Promise<ErasedMark[]> {
  const gone = await write(book, ['erased'], async (tx) => {
    const marks = await tx.objectStore('erased').index('erasureId').getAll(erasureId);
    await Promise.all(marks.map(({ hash }) => tx.objectStore('erased').delete(hash)));
    return marks;
  });
  tell({ stores: ['erased'] });
  return gone;
}

/** Puts marks back that `allowAgain` took. Throws `BookError`. */
export async function forbidAgain(book: Book, marks: readonly ErasedMark[]): Promise<void> {
  await write(book, ['erased'], (tx) => Promise.all(marks.map((mark) => tx.objectStore('erased').put(mark))));
  tell({ stores: ['erased'] });
}
