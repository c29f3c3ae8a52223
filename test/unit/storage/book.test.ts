import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openBookAt } from '../../../lib/storage/book.ts';
import { compareDrafts, saveItems } from '../../../lib/storage/leads.ts';
import { migrations } from '../../../lib/storage/migrations/all.ts';
import type { Migration } from '../../../lib/storage/migrations/migration.ts';
import { emptyBook, noBatch, page, person } from './make.ts';

const erika = person('p1', { name: 'Erika Lindner', emails: ['erika@glasbau-lindner.example'] });
const next: Migration = {
  name: 'next',
  async run(_database, transaction) {
    const people = transaction.objectStore('people');
    for (const row of await people.getAll()) await people.put?.({ ...row, moved: true });
  },
};
const failing: Migration = {
  name: 'failing',
  async run(database, transaction) {
    await next.run(database, transaction);
    throw new Error('cannot move');
  },
};

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

async function bookWithErika() {
  const book = await emptyBook();
  await saveItems(book, { items: [erika], batch: noBatch, url: page, now: 2000 });
  return book;
}

describe('openBook', () => {
  it('moves an older book on, step by step', async () => {
    (await bookWithErika()).close();
    const moved = await openBookAt({ migrations: [...migrations, next] });
    const rows = await (await moved.connection()).getAll('people');
    expect(rows).toMatchObject([{ name: 'Erika Lindner', moved: true }]);
    moved.close();
  });

  it('leaves version and data whole when a step fails, and says why', async () => {
    (await bookWithErika()).close();
    const opening = openBookAt({ migrations: [...migrations, failing] });
    await expect(opening).rejects.toMatchObject({
      name: 'BookError',
      code: 'migration',
      cause: { message: 'cannot move' },
    });
    const again = await openBookAt();
    const rows = await (await again.connection()).getAll('people');
    expect(rows).toMatchObject([{ name: 'Erika Lindner' }]);
    expect(rows[0]).not.toHaveProperty('moved');
    again.close();
  });

  it('refuses a book of a newer version and does it no harm', async () => {
    (await bookWithErika()).close();
    (await openBookAt({ migrations: [...migrations, next] })).close();
    await expect(openBookAt()).rejects.toMatchObject({ code: 'newer' });
    const newer = await openBookAt({ migrations: [...migrations, next] });
    expect(await (await newer.connection()).count('people')).toBe(1);
    newer.close();
  });

  it('lets a newer version in, and then says so instead of writing', async () => {
    const old = await bookWithErika();
    const newer = await openBookAt({ migrations: [...migrations, next] });
    await expect(compareDrafts(old, [erika])).rejects.toMatchObject({ code: 'newer' });
    newer.close();
  });

  it('says that it is blocked where another page holds an older version', async () => {
    (await bookWithErika()).close();
    const stubborn = await openDB('book');
    const opening = openBookAt({ migrations: [...migrations, next], patience: 20 });
    await expect(opening).rejects.toMatchObject({ code: 'blocked' });
    stubborn.close();
  });

  it('opens itself again after the browser closed it', async () => {
    const book = await bookWithErika();
    for (const close of [() => book.close(), async () => (await book.connection()).close()]) {
      await close();
      const [standing] = await compareDrafts(book, [erika]);
      expect(standing?.state).toBe('known');
    }
  });

  it('asks for strict durability in every write', async () => {
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await bookWithErika();
    const writes = transaction.mock.calls.filter(([, mode]) => mode === 'readwrite');
    expect(writes.length).toBeGreaterThan(1);
    expect(writes.map(([, , options]) => options)).toEqual(writes.map(() => ({ durability: 'strict' })));
    transaction.mockRestore();
  });
});
