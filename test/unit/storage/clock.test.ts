import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { openBookAt } from '../../../lib/storage/book.ts';
import { believeClock, doubtOfClock } from '../../../lib/storage/clock.ts';
import { deleteLeads } from '../../../lib/storage/edit.ts';
import { saveItems } from '../../../lib/storage/leads.ts';
import { noBatch, page, person } from './make.ts';

const day = 24 * 60 * 60 * 1000;
const start = Date.UTC(2026, 10, 22);

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

/** A book with somebody in the bin, closed again. */
async function bookWithBin(): Promise<void> {
  const book = await openBookAt({ now: start });
  const items = [person('p1', { name: 'Erika Lindner', emails: ['erika@glasbau-lindner.example'] })];
  const { outcomes } = await saveItems(book, { items, batch: noBatch, url: page, now: start });
  await deleteLeads(
    book,
    outcomes.map(({ leadId }) => leadId),
    start + 1,
  );
  book.close();
}
const inBin = async (now: number): Promise<number> => {
  const book = await openBookAt({ now });
  const count = await (await book.connection()).count('people');
  book.close();
  return count;
};

describe('what goes for its age', () => {
  it('goes after 30 days, and not before', async () => {
    await bookWithBin();
    expect(await inBin(start + 29 * day)).toBe(1);
    expect(await inBin(start + 31 * day)).toBe(0);
  });

  it('stays where the clock jumped ahead by ten years, until somebody says that it is right', async () => {
    await bookWithBin();
    const later = start + 3650 * day;
    expect(await inBin(later)).toBe(1);
    expect(await inBin(later + 40 * day)).toBe(1);
    const book = await openBookAt({ now: later });
    expect(await doubtOfClock(book, later)).toEqual({ lastUsedAt: start });
    await believeClock(book, later);
    expect(await doubtOfClock(book, later)).toBeUndefined();
    book.close();
    expect(await inBin(later)).toBe(0);
  });

  it('stays after the clock is set right again, and goes in its time', async () => {
    await bookWithBin();
    expect(await inBin(start + 3650 * day)).toBe(1);
    expect(await inBin(start + 2 * day)).toBe(1);
    expect(await inBin(start + 31 * day)).toBe(0);
  });

  it.each([1, 400, 9000])(
    'stays where the clock was turned back by %i days, and the way forward asks nothing',
    async (days) => {
      await bookWithBin();
      expect(await inBin(start - days * day)).toBe(1);
      const book = await openBookAt({ now: start + day });
      expect(await doubtOfClock(book, start + day)).toBeUndefined();
      book.close();
    },
  );

  it('takes the newest entry of the history for the last use where none was noted', async () => {
    await bookWithBin();
    const book = await openBookAt({ now: start });
    await (await book.connection()).delete('vault', 'clock:seen');
    expect(await doubtOfClock(book, start + 3650 * day)).toEqual({ lastUsedAt: start + 1 });
    book.close();
  });
});
