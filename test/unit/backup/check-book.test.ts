import { beforeEach, describe, expect, test } from 'vitest';
import { isSound } from '../../../lib/backup/book-report.ts';
import { checkBook, mendBook } from '../../../lib/backup/check-book.ts';
import { deleteForGood, listDeleted } from '../../../lib/storage/bin.ts';
import type { Book } from '../../../lib/storage/book.ts';
import { addNote, deleteLeads, restoreLeads } from '../../../lib/storage/edit.ts';
import { emptyBook } from '../storage/make.ts';
import { allRows, saveTeam } from './make.ts';

let book: Book;
let firm: string;
let erika: string;
beforeEach(async () => {
  book = await emptyBook();
  [firm = '', erika = ''] = await saveTeam(book, ['Erika Lindner', 'Max Sund']);
  await addNote(book, erika, 'Met in Malmö', 2500);
});

describe('a look through the book', () => {
  test('finds nothing in a sound one', async () => {
    const report = await checkBook(book, 9000);
    expect(isSound(report)).toBe(true);
    expect(report).toMatchObject({ at: 9000, counts: { people: 2, companies: 1 } });
  });

  test('finds what leads nowhere, and mends what can be mended', async () => {
    const connection = await book.connection();
    const notes = await connection.count('interactions');
    await connection.delete('companies', firm);
    await connection.delete('people', erika);
    await connection.put('meta', { key: 'x', value: 1 });
    const report = await checkBook(book, 9000);
    expect(report.lostCompanies).toHaveLength(1);
    expect(report.leftovers).toEqual({ receipts: 2 });
    expect(report.orphans).toMatchObject({ interactions: 2 });
    expect(isSound(report)).toBe(false);
    expect(await mendBook(book, report)).toBe(3);
    const after = await checkBook(book, 9500);
    expect(after.lostCompanies).toEqual([]);
    expect(after.leftovers).toEqual({});
    // Notes are somebody's words: they stay.
    expect(await connection.count('interactions')).toBe(notes);
  });

  test('takes nobody for lost who was saved while it looked', async () => {
    let saved: Promise<unknown> | undefined;
    // Each store is looked at after this was asked: the first time, all leads were listed already.
    const signal = {
      throwIfAborted: () => {
        saved ??= saveTeam(book, ['Ada Berg', 'Ole Sund']);
      },
    } as AbortSignal;
    const report = await checkBook(book, 9000, signal);
    await saved;
    expect([report.leftovers, report.orphans]).toEqual([{}, {}]);
  });

  test('finds rows that are none', async () => {
    const connection = await book.connection();
    const [row] = await connection.getAll('people');
    await connection.put('people', Object.assign({}, row, { emails: 'none' }) as never);
    expect((await checkBook(book, 9000)).unreadable).toEqual({ people: 1 });
  });
});

describe('the bin', () => {
  test('has what was deleted, until it goes', async () => {
    await deleteLeads(book, [erika], 3000);
    await deleteLeads(book, [firm], 4000);
    const deleted = await listDeleted(book);
    expect(deleted.map(({ lead, deletedAt }) => [lead.name, deletedAt])).toEqual([
      ['Glasbau Lindner GmbH', 4000],
      ['Erika Lindner', 3000],
    ]);
    await restoreLeads(book, [firm], 5000);
    expect(await listDeleted(book)).toHaveLength(1);
  });

  test('emptied, nothing of them is left; what was brought back stays', async () => {
    await deleteLeads(book, [erika, firm], 3000);
    await restoreLeads(book, [firm], 4000);
    expect(await deleteForGood(book, [erika, firm])).toBe(1);
    expect(JSON.stringify(await allRows(book, ['actions', 'meta', 'tray']))).not.toContain(erika);
    expect(await (await book.connection()).count('companies')).toBe(1);
  });
});
