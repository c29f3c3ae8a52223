import { beforeEach, describe, expect, it } from 'vitest';
import type { TrayItem } from '../../../lib/domain/schema/tray.ts';
import { type Book, openBookAt } from '../../../lib/storage/book.ts';
import { compareDrafts, countLeads, getLead, readRows, saveItems, undoAction } from '../../../lib/storage/leads.ts';
import { putReading } from '../../../lib/storage/put-reading.ts';
import { getTrayPage } from '../../../lib/storage/tray.ts';
import { emptyBook, noBatch, page, person, readingOf } from './make.ts';

let book: Book;
beforeEach(async () => {
  book = await emptyBook();
});

const letters = (i: number) => [...String(i)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
const values = (i: number) => ({ name: `Anna Xu${letters(i)}`, emails: [`anna.number${i}@firm.example`] });
const people = (count: number): TrayItem[] => Array.from({ length: count }, (_, i) => person(`p${i}`, values(i)));

describe('a save of many', () => {
  it('saves 1,000 drafts, merges those that are known, and can be undone', async () => {
    await saveItems(book, { items: people(3), batch: noBatch, url: page, now: 2000 });
    await putReading(book, readingOf(people(1000).map(({ draft }) => draft)));
    const items = (await getTrayPage(book, page))?.items ?? [];
    const steps: number[] = [];
    const batch = { ...noBatch, list: 'Fair' };
    const { outcomes, actionId } = await saveItems(book, {
      items,
      batch,
      url: page,
      now: 3000,
      onProgress: (done) => steps.push(done),
    });
    const of = (outcome: string) => outcomes.filter((o) => o.outcome === outcome).length;
    expect([of('created'), of('merged'), of('unchanged')]).toEqual([997, 3, 0]);
    expect(steps.at(-1)).toBe(1000);
    expect(await countLeads(book)).toEqual({ people: 1000, companies: 0 });
    expect((await getTrayPage(book, page))?.items.every(({ state }) => state === 'saved')).toBe(true);
    const database = await book.connection();
    expect(await database.countFromIndex('actions', 'staging')).toBe(0);

    await undoAction(book, actionId, 4000);
    expect(await countLeads(book)).toEqual({ people: 3, companies: 0 });
    expect((await getTrayPage(book, page))?.items.some(({ state }) => state === 'saved')).toBe(false);
  }, 30_000);

  it('shows nothing before it is published, and leaves nothing when it is called off', async () => {
    const calledOff = new AbortController();
    const seen: number[] = [];
    const onProgress = (done: number) => {
      if (done >= 200) calledOff.abort();
    };
    const saving = saveItems(book, {
      items: people(300),
      batch: noBatch,
      url: page,
      now: 2000,
      onProgress,
      signal: calledOff.signal,
    });
    const watching = (async () => {
      for (let i = 0; i < 20; i += 1) {
        seen.push((await countLeads(book)).people);
        await readRows(book, 'person', (rows) => seen.push(rows.length));
      }
    })();
    await expect(saving).rejects.toThrow();
    await watching;
    expect(new Set(seen)).toEqual(new Set([0]));
    const database = await book.connection();
    const left = ['people', 'changes', 'interactions', 'receipts', 'actions'] as const;
    expect(await Promise.all(left.map((store) => database.count(store)))).toEqual([0, 0, 0, 0, 0]);
  });

  it('purges at opening what a page that died left unpublished, and finishes what was published', async () => {
    const { actionId, outcomes } = await saveItems(book, { items: people(2), batch: noBatch, url: page, now: 2000 });
    const database = await book.connection();
    const mark = async (staging: 'unpublished' | 'published') => {
      for (const row of await database.getAll('people')) await database.put('people', { ...row, stagedBy: actionId });
      const action = await database.get('actions', actionId);
      if (action) await database.put('actions', { ...action, staging });
    };
    await mark('published');
    expect(await countLeads(book)).toEqual({ people: 2, companies: 0 });
    (await openBookAt({ now: 3000 })).close();
    expect(await database.countFromIndex('people', 'stagedBy')).toBe(0);
    expect(await countLeads(book)).toEqual({ people: 2, companies: 0 });

    await mark('unpublished');
    expect(await countLeads(book)).toEqual({ people: 0, companies: 0 });
    expect(await getLead(book, outcomes[0]?.leadId ?? '')).toBeUndefined();
    expect((await compareDrafts(book, people(1)))[0]?.state).toBe('new');
    (await openBookAt({ now: 3000 })).close();
    expect(await database.count('people')).toBe(0);
    expect(await database.count('changes')).toBe(0);
  });

  it('merges with what another page saved while it was being staged', async () => {
    const other = await openBookAt({ now: 1000 });
    let saved: Promise<unknown> | undefined;
    const onProgress = (done: number) => {
      if (done === 100) saved = saveItems(other, { items: people(5), batch: noBatch, url: page, now: 2500 });
    };
    await saveItems(book, { items: people(300), batch: noBatch, url: page, now: 2000, onProgress });
    await saved;
    expect(await countLeads(book)).toEqual({ people: 300, companies: 0 });
    other.close();
  });
});
