import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { TrayItem } from '../../../lib/domain/schema/tray.ts';
import { type Book, openBookAt } from '../../../lib/storage/book.ts';
import { compareDrafts, countLeads, deleteLeads, getLead, saveItems, undoAction } from '../../../lib/storage/leads.ts';
import { putReading } from '../../../lib/storage/put-reading.ts';
import { getTrayPage, updateTrayItem } from '../../../lib/storage/tray.ts';
import { company, companyOf, emptyBook, noBatch, page, person, personOf, phone, readingOf } from './make.ts';

let book: Book;
beforeEach(async () => {
  book = await emptyBook();
});

const save = (items: TrayItem[], now = 2000) => saveItems(book, { items, batch: noBatch, url: page, now });
const outcomes = async (items: TrayItem[], now?: number) => (await save(items, now)).outcomes.map((o) => o.outcome);

describe('saveItems', () => {
  const erika = person('p1', { name: 'Erika Lindner', emails: ['erika.lindner@glasbau-lindner.example'] });

  it('creates, then finds unchanged, then merges what is new', async () => {
    expect(await outcomes([erika])).toEqual(['created']);
    expect(await outcomes([erika])).toEqual(['unchanged']);
    const more = person('p9', {
      name: 'Erika Lindner',
      emails: ['erika.lindner@glasbau-lindner.example'],
      phones: [phone('+498912345678', 'mobile')],
    });
    expect(await outcomes([more])).toEqual(['merged']);
    expect(await countLeads(book)).toEqual({ people: 1, companies: 0 });
  });

  it('keeps where each value was read, a stamp for each field and the history', async () => {
    const { outcomes: done } = await save([erika]);
    const full = await getLead(book, done[0]?.leadId ?? '');
    expect(full?.receipts.readAt['emails|erika.lindner@glasbau-lindner.example']?.[0]?.url).toBe(page);
    expect(full?.receipts.stamps.name?.by).toBe('capture');
    expect(full?.changes.map(({ cause }) => cause)).toEqual(['capture']);
    expect(full?.interactions.map(({ kind }) => kind)).toEqual(['capture']);
    expect(full?.lead).not.toHaveProperty('keys');
  });

  it('takes the company of a saved person along and ties them together', async () => {
    await putReading(
      book,
      readingOf([
        personOf('p1', { name: 'Erika Lindner', emails: ['erika@glasbau-lindner.example'] }, { companyDraftId: 'c1' }),
        personOf('p2', { name: 'Jonas Falk', emails: ['jonas@glasbau-lindner.example'] }, { companyDraftId: 'c1' }),
        companyOf('c1', { name: 'Glasbau Lindner GmbH', domain: 'glasbau-lindner.example' }, { role: 'own' }),
      ]),
    );
    const tray = await getTrayPage(book, page);
    const people = tray?.items.filter(({ draft }) => draft.kind === 'person') ?? [];
    const { outcomes: done } = await save(people);
    expect(done.map(({ outcome, along = false }) => [outcome, along])).toEqual([
      ['created', true],
      ['created', false],
      ['created', false],
    ]);
    const full = await getLead(book, done[2]?.leadId ?? '');
    expect(full?.company?.name).toBe('Glasbau Lindner GmbH');
    expect((await getLead(book, full?.company?.id ?? ''))?.people).toHaveLength(2);
    expect((await getTrayPage(book, page))?.items.map(({ state }) => state)).toEqual(['saved', 'saved', 'saved']);
  });

  it('dedupes among the items themselves', async () => {
    const twice = person('p2', { name: 'Lindner, Erika', emails: ['Erika.Lindner@glasbau-lindner.example'] });
    expect(await outcomes([erika, twice])).toEqual(['created', 'unchanged']);
  });

  it('dedupes among the items themselves when they come with a company', async () => {
    const own = { companyDraftId: 'c1' };
    const values = { name: 'Erika Lindner', emails: ['erika@glasbau-lindner.example'] };
    const firm = company('c1', { name: 'Glasbau Lindner GmbH', domain: 'glasbau-lindner.example' });
    const items = [firm, person('p1', values, own), person('p2', { ...values, name: 'E. Lindner' }, own)];
    await save(items);
    await save([...items, person('p3', values, own)], 3000);
    expect(await countLeads(book)).toEqual({ people: 1, companies: 1 });
  });

  it('does not bring back a deleted lead, and makes a new one', async () => {
    const { outcomes: done } = await save([erika]);
    await deleteLeads(book, [done[0]?.leadId ?? ''], 3000);
    expect(await getLead(book, done[0]?.leadId ?? '')).toBeUndefined();
    expect(await outcomes([erika], 4000)).toEqual(['created']);
  });

  it('offers a draft again when its lead was deleted, and shows it as saved when that is brought back', async () => {
    await putReading(book, readingOf([erika.draft]));
    const { outcomes: done } = await save([erika]);
    const states = async () => (await getTrayPage(book, page))?.items.map(({ state }) => state);
    const deleted = await deleteLeads(book, [done[0]?.leadId ?? ''], 3000);
    expect(await states()).toEqual(['open']);
    await undoAction(book, deleted.actionId, 3500);
    expect(await states()).toEqual(['saved']);
  });

  it('merges a likely match only when the user said so', async () => {
    const first = person('p1', { name: 'Erika Lindner', companyName: 'Glasbau Lindner GmbH' });
    const again = person('p2', { name: 'Erika Lindner', companyName: 'Glasbau Lindner' });
    const { outcomes: done } = await save([first]);
    const [standing] = await compareDrafts(book, [again]);
    expect(standing?.state).toBe('check');
    expect(standing?.maybe.map(({ reason, lead }) => [reason, lead.id])).toEqual([['nameAndFirm', done[0]?.leadId]]);
    expect(await outcomes([{ ...again, sameAs: done[0]?.leadId }])).toEqual(['unchanged']);
    expect(await outcomes([{ ...again, sameAs: 'new' }])).toEqual(['created']);
  });

  it('lets what the user typed win over every capture', async () => {
    const typed = { ...erika, edits: { jobTitle: 'Managing director', honorific: null } };
    const { outcomes: done } = await save([typed]);
    const other = person('p3', {
      name: 'Erika Lindner',
      emails: ['erika.lindner@glasbau-lindner.example'],
      jobTitle: 'Intern',
    });
    const [standing] = await compareDrafts(book, [other]);
    expect(standing?.differences).toEqual([{ field: 'jobTitle', ours: 'Managing director', read: 'Intern' }]);
    await save([other]);
    expect((await getLead(book, done[0]?.leadId ?? ''))?.lead).toMatchObject({ jobTitle: 'Managing director' });
    await save([{ ...other, edits: { jobTitle: 'Intern' } }]);
    expect((await getLead(book, done[0]?.leadId ?? ''))?.lead).toMatchObject({ jobTitle: 'Intern' });
  });

  it('gives the batch line to new leads, and keeps what a lead has', async () => {
    const batch = { list: 'Glass fair', tags: ['hall 3'], owner: 'Anna' };
    const { outcomes: done } = await saveItems(book, { items: [erika], batch, url: page, now: 2000 });
    await saveItems(book, { items: [erika], batch: { list: 'Other', tags: ['again'] }, url: page, now: 3000 });
    expect((await getLead(book, done[0]?.leadId ?? ''))?.lead).toMatchObject({
      list: 'Glass fair',
      owner: 'Anna',
      tags: ['hall 3', 'again'],
    });
  });

  it('keeps a note with the lead, once', async () => {
    await putReading(book, readingOf([erika.draft]));
    await updateTrayItem(book, page, 'p1', { note: 'Met at the stand' });
    const items = (await getTrayPage(book, page))?.items ?? [];
    const { outcomes: done } = await save(items);
    await save(items);
    const full = await getLead(book, done[0]?.leadId ?? '');
    expect(full?.lead.note).toBe('Met at the stand');
    expect(full?.interactions.filter(({ kind }) => kind === 'note')).toHaveLength(1);
  });

  it('saves people of whom there is only a phone or only a profile', async () => {
    const only = [
      person('p1', { phones: [phone('+4917611122233', 'mobile')] }),
      person('p2', { links: ['https://www.linkedin.com/in/erika-lindner'] }),
    ];
    expect(await outcomes(only)).toEqual(['created', 'created']);
    expect(await outcomes(only)).toEqual(['unchanged', 'unchanged']);
  });

  it('makes one lead when two connections save the same person at once', async () => {
    const other = await openBookAt({ now: 1000 });
    const request = { items: [erika], batch: noBatch, url: page, now: 2000 };
    const both = await Promise.all([saveItems(book, request), saveItems(other, request)]);
    expect(both.flatMap((r) => r.outcomes.map((o) => o.outcome)).sort()).toEqual(['created', 'unchanged']);
    expect(await countLeads(book)).toEqual({ people: 1, companies: 0 });
    other.close();
  });

  it('leaves nothing behind when it is called off in the middle', async () => {
    const items = Array.from({ length: 20 }, (_, i) =>
      person(`p${i}`, { name: `Person Number${i}`, emails: [`p${i}@a.example`] }),
    );
    const calledOff = new AbortController();
    const onProgress = (done: number) => {
      if (done === 10) calledOff.abort();
    };
    const request = { items, batch: noBatch, url: page, now: 2000, onProgress, signal: calledOff.signal };
    await expect(saveItems(book, request)).rejects.toThrow(calledOff.signal.reason);
    expect(await countLeads(book)).toEqual({ people: 0, companies: 0 });
  });

  it('shows nothing as saved when the disk is full', async () => {
    await putReading(book, readingOf([erika.draft]));
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore) {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await expect(save([erika])).rejects.toMatchObject({ name: 'BookError', code: 'quota' });
    put.mockRestore();
    expect((await getTrayPage(book, page))?.items[0]?.state).toBe('open');
    expect(await countLeads(book)).toEqual({ people: 0, companies: 0 });
    expect(await outcomes([erika])).toEqual(['created']);
  });

  it('asks before it makes a second firm of one whose place is not known', async () => {
    await save([company('c1', { name: 'Nordglas AG' })]);
    const [standing] = await compareDrafts(book, [company('c2', { name: 'Nordglas' })]);
    expect([standing?.state, standing?.maybe[0]?.reason]).toEqual(['check', 'sameFirm']);
  });
});

describe('opening the book', () => {
  it('lets deleted leads go for good after 30 days, and pages of the tray after 90', async () => {
    const day = 24 * 60 * 60 * 1000;
    await putReading(book, readingOf([personOf('p1', { name: 'Ada Sund' })], { at: 2000 }));
    const { outcomes: done } = await save([person('p1', { name: 'Ada Sund' })]);
    const id = done[0]?.leadId ?? '';
    await deleteLeads(book, [id], 3000);
    const database = await book.connection();
    (await openBookAt({ now: 3000 + 29 * day })).close();
    expect(await database.count('people')).toBe(1);
    (await openBookAt({ now: 3000 + 31 * day })).close();
    const left = ['people', 'receipts', 'changes', 'interactions', 'tray'] as const;
    expect(await Promise.all(left.map((store) => database.count(store)))).toEqual([0, 0, 0, 0, 1]);
    (await openBookAt({ now: 3000 + 91 * day })).close();
    expect(await database.count('tray')).toBe(0);
  });
});
