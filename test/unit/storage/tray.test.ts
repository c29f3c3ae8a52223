import { beforeEach, describe, expect, it } from 'vitest';
import type { Book } from '../../../lib/storage/book.ts';
import { type BookEvent, onBookChange } from '../../../lib/storage/book-event.ts';
import { believeClock } from '../../../lib/storage/clock.ts';
import { saveItems } from '../../../lib/storage/leads.ts';
import { putReading } from '../../../lib/storage/put-reading.ts';
import { sweepBook } from '../../../lib/storage/sweep.ts';
import { clearTrayPage, getTrayPage, listProgress, trayKey, updateTrayItem } from '../../../lib/storage/tray.ts';
import { listKeyOf } from '../../../lib/storage/tray-key.ts';
import { companyOf, emptyBook, noBatch, page, personOf, readingOf } from './make.ts';

let book: Book;
beforeEach(async () => {
  book = await emptyBook();
});

describe('trayKey', () => {
  it.each([
    ['https://a.example/team#ada', 'https://a.example/team'],
    ['https://a.example/#/team', 'https://a.example/#/team'],
    ['https://a.example/#!team', 'https://a.example/#!team'],
    ['https://a.example/team?utm_source=x&id=7&fbclid=1&gclid=2', 'https://a.example/team?id=7'],
    ['https://a.example/team?utm_source=x', 'https://a.example/team'],
    ['https://a.example/s?q=a%20b', 'https://a.example/s?q=a%20b'],
    ['not an address', 'not an address'],
  ])('%s', (url, key) => {
    expect(trayKey(url)).toBe(key);
    expect(trayKey(key)).toBe(key);
  });
});

describe('listKeyOf', () => {
  it.each([
    [1, 'https://fair.example/exhibitors', 2, 'https://fair.example/exhibitors?page=2'],
    [1, 'https://fair.example/exhibitors?hall=3', 3, 'https://fair.example/exhibitors?hall=3&offset=40'],
    [1, 'https://fair.example/list/', 2, 'https://fair.example/list/page/2/'],
    [1, 'https://fair.example/list.html', 2, 'https://fair.example/list-2.html'],
    [1, 'https://fair.example/list-1.html', 3, 'https://fair.example/list-3.html'],
    [1, 'https://fair.example/#/list?page=1', 2, 'https://fair.example/#/list?page=2'],
  ])('page %i %s and page %i %s are one list', (first, a, second, b) => {
    expect(listKeyOf(a, { title: '', page: first })).toBe(listKeyOf(b, { title: '', page: second }));
  });

  it('keeps two lists apart', () => {
    const key = (url: string) => listKeyOf(url, { title: '', page: 1 });
    expect(key('https://fair.example/list?hall=3')).not.toBe(key('https://fair.example/list?hall=4'));
  });
});

describe('the tray', () => {
  const ada = personOf('p1', { name: 'Ada Sund' });

  it('keeps what the user did when the page is read again, and forgets drafts that are gone and done with', async () => {
    await putReading(
      book,
      readingOf([
        ada,
        personOf('p2', { name: 'Jonas Falk' }),
        personOf('p3', { name: 'Eva Lind' }),
        personOf('p4', { name: 'Bo Ek' }),
      ]),
    );
    await updateTrayItem(book, page, 'p1', { ticked: false, edits: { jobTitle: 'Buyer' }, note: 'call' });
    await updateTrayItem(book, `${page}#top`, 'p2', { note: 'later' });
    await updateTrayItem(book, page, 'p4', { state: 'skipped' });
    const again = await putReading(
      book,
      readingOf([personOf('p1', { name: 'Ada Sund', jobTitle: 'CEO' })], { at: 5000 }),
    );
    expect(again.items.map(({ draft }) => draft.id)).toEqual(['p1', 'p2']);
    expect(again.items[0]).toMatchObject({ ticked: false, edits: { jobTitle: 'Buyer' }, note: 'call' });
    expect(again.items[0]?.draft.fields).toMatchObject({ jobTitle: [{ value: 'CEO' }] });
    expect(again.readAt).toBe(5000);
    const cleared = await updateTrayItem(book, page, 'p1', { ticked: null });
    expect(cleared.items[0]).not.toHaveProperty('ticked');
  });

  it('takes back nothing that the user did while it was being read', async () => {
    await putReading(book, readingOf([ada]));
    await Promise.all([
      updateTrayItem(book, page, 'p1', { note: 'one' }),
      updateTrayItem(book, page, 'p1', { ticked: true }),
      putReading(book, readingOf([ada])),
    ]);
    expect((await getTrayPage(book, page))?.items[0]).toMatchObject({ note: 'one', ticked: true });
  });

  it('refuses what is not there, and clears', async () => {
    await expect(updateTrayItem(book, page, 'p1', { note: 'x' })).rejects.toMatchObject({ name: 'BookError' });
    await putReading(book, readingOf([ada]));
    await clearTrayPage(book, page);
    expect(await getTrayPage(book, page)).toBeUndefined();
  });

  it('offers nothing as new that was handled on another page of the list', async () => {
    const list = (n: number) => ({
      url: `https://fair.example/list?page=${n}`,
      list: { title: 'Fair', page: n, total: 30 },
    });
    const firm = (id: string, name: string) => companyOf(id, { name });
    const first = await putReading(
      book,
      readingOf([firm('a', 'Nordglas AB'), firm('b', 'Südglas'), firm('c', 'Ostglas')], list(1)),
    );
    await updateTrayItem(book, first.url, 'a', { state: 'skipped' });
    const items = first.items.filter(({ draft }) => draft.id === 'b');
    const { outcomes } = await saveItems(book, { items, batch: noBatch, url: first.url, now: 2000 });
    const second = await putReading(
      book,
      readingOf([firm('x', 'Nordglas AB'), firm('y', 'Südglas'), firm('z', 'Westglas')], list(2)),
    );
    expect(second.items.map(({ state }) => state)).toEqual(['skipped', 'saved', 'open']);
    expect(second.items[1]?.leadId).toBe(outcomes[0]?.leadId);
    expect(second.listKey).toBe(first.listKey);
    expect(await listProgress(book, first.listKey ?? '')).toEqual({ seen: 4, saved: 1, total: 30 });
  });

  describe('a list that goes on', () => {
    const list = { title: 'Visitors' };
    const named = (id: string) => personOf(id, { name: `Visitor ${id}` });
    const ids = (shown: { items: { draft: { id: string } }[] }) => shown.items.map(({ draft }) => draft.id);

    it('adds what came, in its place, keeps what the user did and what is scrolled away', async () => {
      await putReading(book, readingOf(['a', 'b', 'c'].map(named), { list }));
      await updateTrayItem(book, page, 'a', { ticked: false, edits: { jobTitle: 'Buyer' } });
      const grown = await putReading(book, readingOf(['x', 'c', 'd', 'b'].map(named), { list, at: 2000 }), 'grew');
      expect(ids(grown)).toEqual(['a', 'b', 'c', 'x', 'd']);
      expect(grown.items[0]).toMatchObject({ ticked: false, edits: { jobTitle: 'Buyer' } });
      const jumped = await putReading(book, readingOf(['p', 'q', 'r'].map(named), { list }), 'grew');
      expect(ids(jumped)).toEqual(['a', 'b', 'c', 'x', 'd', 'p', 'q', 'r']);
      const byHand = await putReading(book, readingOf(['r', 's', 't'].map(named), { list }));
      expect(ids(byHand)).toEqual(['a', 'b', 'c', 'x', 'd', 'p', 'q', 'r', 's', 't']);
    });

    it('keeps two of one name apart though only one of them is in view', async () => {
      const li = (id: string, mail: string) => personOf(id, { name: 'Li Na', emails: [mail] });
      const [first, second] = ['li.na@beilin.example', 'lina@tidemark.example'];
      await putReading(book, readingOf([named('a'), li('li', first), li('li1', second), named('b')], { list }));
      await updateTrayItem(book, page, 'li', { note: 'the first' });
      // The first is scrolled away: the page now numbers the second as the only one.
      const shifted = await putReading(book, readingOf([li('li', second), named('b'), named('c')], { list }), 'grew');
      expect(ids(shifted)).toEqual(['a', 'li', 'li1', 'b', 'c']);
      expect(shifted.items[1]).toMatchObject({ note: 'the first', draft: { fields: { emails: [{ value: first }] } } });
      const third = await putReading(
        book,
        readingOf([named('c'), li('li', 'na.li@ostwind.example')], { list }),
        'grew',
      );
      expect(ids(third)).toEqual(['a', 'li', 'li1', 'b', 'c', 'li.2']);
      const back = await putReading(book, readingOf([named('c'), li('li', 'na.li@ostwind.example')], { list }), 'grew');
      expect(ids(back)).toEqual(ids(third));
    });

    it('is another one where nothing of it is left, or its name changed', async () => {
      await putReading(book, readingOf(['a', 'b', 'c'].map(named), { list }));
      expect(ids(await putReading(book, readingOf(['d', 'e', 'f'].map(named), { list })))).toEqual(['d', 'e', 'f']);
      const other = readingOf(['f', 'g', 'h'].map(named), { list: { title: 'Speakers' } });
      expect(ids(await putReading(book, other))).toEqual(['f', 'g', 'h']);
      const elsewhere = readingOf(['k'].map(named), { list: { title: 'Press' } });
      expect(ids(await putReading(book, elsewhere, 'grew'))).toEqual(['k']);
    });
  });

  it('adds what the user pointed at, ticked, and keeps it when the page is read again', async () => {
    await putReading(book, readingOf([ada], { title: 'Team', list: { title: 'Team' } }));
    const code = readingOf([personOf('code', { name: 'Mei Tan' })], { title: 'Code', at: 2000 });
    const added = await putReading(book, code, 'part');
    expect(added).toMatchObject({ title: 'Team', readAt: 1000, list: { title: 'Team' } });
    expect(added.items.map(({ draft, ticked }) => [draft.id, ticked])).toEqual([
      ['p1', undefined],
      ['code', true],
    ]);
    expect((await putReading(book, readingOf([ada]))).items).toHaveLength(2);
  });

  it('saves somebody of whom only a link is known, each once', async () => {
    const nameless = (id: string, link: string) => personOf(id, { links: [link] });
    const both = [nameless('a', 'https://u.wechat.com/a1'), nameless('b', 'https://u.wechat.com/b2')];
    const { items } = await putReading(book, readingOf(both), 'part');
    const { outcomes } = await saveItems(book, { items, batch: noBatch, url: page, now: 2000 });
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['created', 'created']);
    const again = await putReading(book, readingOf(both.slice(0, 1), { url: `${page}/again` }), 'part');
    const saved = await saveItems(book, { items: again.items, batch: noBatch, url: again.url, now: 3000 });
    expect(saved.outcomes).toMatchObject([{ outcome: 'unchanged', leadId: outcomes[0]?.leadId }]);
  });

  it('tells every surface, this page’s too', async () => {
    const heard = Promise.withResolvers<BookEvent>();
    const stop = onBookChange(heard.resolve);
    await putReading(book, readingOf([ada]));
    expect(await heard.promise).toEqual({ stores: ['tray'], leadIds: [], urls: [page] });
    stop();
  });
});

describe('pages read long ago', () => {
  const year = 365 * 86_400_000;
  /** The book as one whose pages are written to between the look at the tray and what follows from it. */
  const meanwhile = (work: () => Promise<unknown>): Book => {
    let hasLooked = false;
    let isDone = false;
    return {
      ...book,
      async connection() {
        if (hasLooked && !isDone) {
          isDone = true;
          await work();
        }
        const database = await book.connection();
        return new Proxy(database, {
          get(target, name) {
            if (name !== 'transaction') return Reflect.get(target, name);
            return (stores: string[], ...rest: []) => {
              hasLooked = stores.length === 1 && stores[0] === 'tray';
              return target.transaction(stores as never, ...rest);
            };
          },
        });
      },
    };
  };
  const other = 'https://a.example/';
  beforeEach(async () => {
    for (const url of [page, other]) await putReading(book, readingOf([personOf('a', { name: 'Ada Wolf' })], { url }));
    await believeClock(book, year);
  });
  const left = async () => (await book.connection()).getAllKeys('tray');

  it('go', async () => {
    await sweepBook(book, year);
    expect(await left()).toEqual([]);
  });
  it('stay where they are read again just then', async () => {
    const again = readingOf([personOf('a', { name: 'Ada Wolf' })], { at: year });
    await sweepBook(
      meanwhile(() => putReading(book, again)),
      year,
    );
    expect(await left()).toEqual([page]);
  });
  it('stay where they are worked on just then', async () => {
    await sweepBook(
      meanwhile(() => updateTrayItem(book, page, 'a', { note: 'Met her' })),
      year,
    );
    expect(await left()).toEqual([page]);
  });
});
