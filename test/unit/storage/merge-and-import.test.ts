import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createImportSession } from '../../../lib/exchange/import/session.ts';
import type { Book } from '../../../lib/storage/book.ts';
import { getLead, saveItems, undoAction } from '../../../lib/storage/leads.ts';
import { mergeLeads } from '../../../lib/storage/merge-leads.ts';
import { emptyBook, noBatch, page, person } from './make.ts';

let book: Book;
beforeEach(async () => {
  book = await emptyBook();
});
afterEach(() => book.close());

/** One person of the book, and one of an import whose first entries of the history are worked out when asked for. */
async function known(unwrittenFrom: number): Promise<{ kept: string; gone: string; importId: string }> {
  const item = person('a', { name: 'Hans Müller', emails: ['h.mueller@glasbau.example'] });
  const { outcomes } = await saveItems(book, { items: [item], batch: noBatch, url: page, now: 2000 });
  const session = createImportSession(book, { unwrittenFrom });
  const view = await session.open({
    name: 'old.csv',
    text: 'Name;Job title;E-mail\nJohannes Mueller;Buyer;hm@other.example\n',
  });
  await session.plan({ mapping: view.mapping, choices: { replace: false, maybe: 'merge', tags: [] } });
  const done = await session.write();
  if (!('ids' in done)) throw new Error('the book was changed meanwhile');
  const people = await (await book.connection()).getAll('people');
  return {
    kept: outcomes[0]?.leadId ?? '',
    gone: people.find(({ name }) => name === 'Johannes Mueller')?.id ?? '',
    importId: done.actionId ?? '',
  };
}

describe.each([1000, 1])('a lead of an import (entries unwritten from %i leads on)', (unwrittenFrom) => {
  it('keeps its history when it is merged and taken apart', async () => {
    const { kept, gone } = await known(unwrittenFrom);
    const before = await getLead(book, gone);
    const { actionId } = await mergeLeads(book, [{ keptId: kept, leadIds: [kept, gone] }], Date.now());
    expect((await getLead(book, kept))?.lead).toMatchObject({ jobTitle: 'Buyer' });
    await undoAction(book, actionId, Date.now());
    const after = await getLead(book, gone);
    expect(after?.lead).toEqual(before?.lead);
    expect(after?.receipts).toEqual(before?.receipts);
    const entries = (changes: typeof after) => changes?.changes.map(({ cause }) => cause);
    expect(entries(after)).toEqual(['undo', 'merge', ...(entries(before) ?? [])]);
    // What it came with is told as before.
    expect(after?.changes.at(-1)).toEqual(before?.changes.at(-1));
  });

  it('stays what it became part of, when the import is taken back, and says so', async () => {
    const { kept, gone, importId } = await known(unwrittenFrom);
    const { actionId } = await mergeLeads(book, [{ keptId: kept, leadIds: [kept, gone] }], Date.now());
    const { conflicts } = await undoAction(book, importId, Date.now());
    expect(conflicts).toEqual([{ leadId: gone, field: 'createdAt' }]);
    expect((await getLead(book, kept))?.lead).toMatchObject({ jobTitle: 'Buyer' });
    await undoAction(book, actionId, Date.now());
    expect((await getLead(book, kept))?.lead).not.toHaveProperty('jobTitle');
    expect((await getLead(book, gone))?.lead).toMatchObject({ name: 'Johannes Mueller', jobTitle: 'Buyer' });
  });
});
