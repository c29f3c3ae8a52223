import type { Company } from '../domain/schema/lead.ts';
import type { Book } from './book.ts';
import type { WorkRow } from './book-schema.ts';
import { hiddenBatches, isVisible, toLead } from './rows.ts';
import { read, tell, write } from './transact.ts';
import { readWorkingOn, workingOnKey } from './working-on.ts';

export type WorkState = WorkRow['state'];
export type WorkEntry = { lead: Company; state: WorkState };

/** The firms of a list in the order in which they were saved, with how far each was worked. In: the list's name. Throws `BookError`. */
export function workQueue(book: Book, list: string): Promise<WorkEntry[]> {
  return read(book, ['companies', 'work', 'actions'], async (tx) => {
    const [rows, hidden] = await Promise.all([
      tx.objectStore('companies').index('list').getAll(list),
      hiddenBatches(tx),
    ]);
    const seen = rows.filter((row) => isVisible(row, hidden)).sort((a, b) => (a.id < b.id ? -1 : 1));
    return Promise.all(
      seen.map(async (row) => {
        const work = await tx.objectStore('work').get(row.id);
        return { lead: toLead(row) as Company, state: work?.state ?? 'open' };
      }),
    );
  });
}

/** The next firm of a list that is open, after the one being worked on if that is in it. Throws `BookError`. */
export async function nextToWork(book: Book, list: string): Promise<Company | undefined> {
  const [queue, current] = await Promise.all([workQueue(book, list), getWorkingOn(book)]);
  const at = queue.findIndex(({ lead }) => lead.id === current?.id);
  const inTurn = [...queue.slice(at + 1), ...queue.slice(0, at + 1)];
  return inTurn.find(({ lead, state }) => state === 'open' && lead.id !== current?.id)?.lead;
}

/** Marks a firm as done, skipped or open again. Throws `BookError`. */
export async function markWork(book: Book, leadId: string, state: WorkState, now = Date.now()): Promise<void> {
  await write(book, ['work'], (tx) => tx.objectStore('work').put({ leadId, state, at: now }));
  tell({ stores: ['companies'], leadIds: [leadId] });
}

/** Says which firm is being worked through (its site's own company then stands as that lead), or that none is. Throws `BookError`. */
export async function setWorkingOn(book: Book, leadId: string | undefined): Promise<void> {
  await write(book, ['meta'], async (tx) => {
    if (leadId) await tx.objectStore('meta').put({ key: workingOnKey, value: leadId });
    else await tx.objectStore('meta').delete(workingOnKey);
  });
  tell({ stores: ['meta'], leadIds: leadId ? [leadId] : [] });
}

/** The firm that is being worked through, if any. Throws `BookError`. */
export function getWorkingOn(book: Book): Promise<Company | undefined> {
  return read(book, ['meta', 'companies', 'actions'], async (tx) => {
    const [row, hidden] = await Promise.all([readWorkingOn(tx), hiddenBatches(tx)]);
    return row && isVisible(row, hidden) ? (toLead(row) as Company) : undefined;
  });
}
