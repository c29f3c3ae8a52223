import { beforeEach, describe, expect, it } from 'vitest';
import { suggestionsFor } from '../../../lib/reading/omnibox.ts';
import type { Book } from '../../../lib/storage/book.ts';
import { findByBeginning } from '../../../lib/storage/find-by-beginning.ts';
import { deleteLeads, saveItems } from '../../../lib/storage/leads.ts';
import { company, emptyBook, noBatch, page, person } from './make.ts';

let book: Book;
beforeEach(async () => {
  book = await emptyBook();
  const items = [
    person('p1', {
      name: 'Lena Örtmann',
      jobTitle: 'Buyer',
      companyName: 'Alder & Sons <Ltd>',
      emails: ['lo@alder.example'],
    }),
    person('p2', { name: '王小明', companyName: '蓝海泵业' }),
    company('c1', { name: 'Ortenau Pumpen GmbH', domain: 'ortenau.example' }),
  ];
  await saveItems(book, { items, batch: noBatch, url: page, now: 2000 });
});

describe('found by a beginning', () => {
  it.each([
    ['örtm', ['Lena Örtmann']],
    ['ort', ['Lena Örtmann', 'Ortenau Pumpen GmbH']],
    ['Ortenau Pu', ['Ortenau Pumpen GmbH']],
    ['王小', ['王小明']],
    ['lo@al', ['Lena Örtmann']],
    ['ortenau.', ['Ortenau Pumpen GmbH']],
    ['zzz', []],
    ['  ', []],
  ])('%s', async (typed, names) => {
    const found = await findByBeginning(book, typed, 6);
    expect(found.map(({ name }) => name).sort()).toEqual([...names].sort());
  });

  it('shows nobody who was deleted', async () => {
    const [lena] = await findByBeginning(book, 'örtm', 6);
    await deleteLeads(book, [lena?.id ?? ''], 3000);
    expect(await findByBeginning(book, 'örtm', 6)).toEqual([]);
  });

  it('says in the address line who it is, and nothing there becomes markup', async () => {
    const [xml] = await suggestionsFor(book, 'örtm', true);
    const [plain] = await suggestionsFor(book, 'örtm', false);
    expect(xml?.description).toBe('Lena Örtmann · Buyer · Alder &amp; Sons &lt;Ltd&gt;');
    expect(plain?.description).toBe('Lena Örtmann · Buyer · Alder & Sons <Ltd>');
    expect(xml?.content).toMatch(/^lead:[0-9a-f-]{36}$/);
  });
});
