import { beforeEach, describe, expect, it } from 'vitest';
import { practiceDomain, practiceUrl } from '../../../lib/domain/practice.ts';
import type { Book } from '../../../lib/storage/book.ts';
import { getLead, saveItems, undoAction } from '../../../lib/storage/leads.ts';
import { pagesRead } from '../../../lib/storage/ledger.ts';
import { throwAwayPractice } from '../../../lib/storage/practice.ts';
import { practiceLeads } from '../../../lib/storage/practice-leads.ts';
import { putReading } from '../../../lib/storage/put-reading.ts';
import { getTrayPage } from '../../../lib/storage/tray.ts';
import { company, companyOf, emptyBook, noBatch, page, person, personOf, readingOf } from './make.ts';

let book: Book;
beforeEach(async () => {
  book = await emptyBook();
  const invented = [
    personOf('p1', { name: 'Margaret Hale', emails: [`m.hale@${practiceDomain}`] }),
    companyOf('c1', { name: 'Kestrel Packaging Ltd', domain: practiceDomain }, { role: 'own' }),
  ];
  const { items } = await putReading(book, readingOf(invented, { url: practiceUrl }));
  await saveItems(book, { items, batch: noBatch, url: practiceUrl, now: 2000 });
  const real = [
    person('p2', { name: 'Margaret Hale', emails: ['m.hale@alder.example'] }),
    company('c2', { name: 'Alder', domain: 'alder.example' }),
  ];
  await saveItems(book, { items: real, batch: noBatch, url: page, now: 2100 });
});

const namesOf = async (ids: string[]) =>
  (await Promise.all(ids.map((id) => getLead(book, id)))).map((found) => found?.lead.name).sort();

describe('the practice leads', () => {
  it('are told from real ones of the same name', async () => {
    expect(await namesOf(await practiceLeads(book))).toEqual(['Kestrel Packaging Ltd', 'Margaret Hale']);
  });

  it('go with their drafts and the word of what was read, and come back by undo', async () => {
    const ids = await practiceLeads(book);
    const action = await throwAwayPractice(book, 3000);
    expect(await practiceLeads(book)).toEqual([]);
    expect(await getTrayPage(book, practiceUrl)).toBeUndefined();
    expect((await pagesRead(book, undefined, 10)).entries).toEqual([]);
    expect(await throwAwayPractice(book, 3100)).toBeUndefined();
    await undoAction(book, action?.actionId ?? '', 3200);
    expect((await practiceLeads(book)).sort()).toEqual(ids.sort());
  });
});
