import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { isSound } from '../../../lib/backup/book-report.ts';
import { checkBook } from '../../../lib/backup/check-book.ts';
import { fromJson } from '../../../lib/backup/values.ts';
import type { Lead } from '../../../lib/domain/schema/lead.ts';
import { type Book, openBookAt } from '../../../lib/storage/book.ts';
import { compareDrafts, getLead, saveItems, undoAction } from '../../../lib/storage/leads.ts';
import { migrations } from '../../../lib/storage/migrations/all.ts';
import { getSetting } from '../../../lib/storage/settings.ts';
import type { Store } from '../../../lib/storage/transact.ts';
import { type BookVersion, bookVersion } from './book-version.ts';
import { noBatch, page, person } from './make.ts';

const now = Date.UTC(2026, 8, 2);

/** The book of a fixture, as that version left it, opened by today's code. */
async function upgraded({ version, stores }: BookVersion): Promise<Book> {
  globalThis.indexedDB = new IDBFactory();
  const old = await openBookAt({ migrations: migrations.slice(0, version), asIs: true });
  const database = await old.connection();
  for (const [store, rows] of Object.entries(stores))
    for (const row of rows) await database.put(store as Store, fromJson(row) as never);
  old.close();
  return openBookAt({ now });
}

describe('a book of each earlier version', () => {
  it.each(migrations.map(({ name }, at) => [name, at + 1]))(
    '%s: everybody is there and the book is sound',
    async (_, version) => {
      // Where this finds no file: a migration came without a fixture of its own, see test/fixtures/book-versions/README.md.
      const fixture = bookVersion(version);
      expect(fixture.version).toBe(version);
      const book = await upgraded(fixture);
      const database = await book.connection();
      expect(database.version).toBe(migrations.length);
      for (const [store, rows] of Object.entries(fixture.stores))
        expect(await database.count(store as Store), store).toBeGreaterThanOrEqual(rows.length);
      for (const row of [...(fixture.stores.people ?? []), ...(fixture.stores.companies ?? [])]) {
        if (row.deletedAt !== undefined) continue;
        const found = (await getLead(book, row.id as string))?.lead as unknown as Record<string, unknown>;
        for (const field of [
          'name',
          'emails',
          'phones',
          'jobTitle',
          'companyId',
          'list',
          'tags',
          'createdAt',
        ] satisfies (keyof Lead | 'jobTitle' | 'companyId')[])
          expect(found?.[field], `${row.name}: ${field}`).toEqual(row[field]);
      }
      const report = await checkBook(book, now);
      expect(isSound(report), JSON.stringify(report)).toBe(true);
      expect(await getSetting(book, 'defaultCountry')).toBe('DE');

      // And it goes on as if it had always been there.
      const erika = person('p', { name: 'Erika Lindner', emails: ['erika@glasbau-lindner.example'] });
      expect(await compareDrafts(book, [erika])).toMatchObject([{ state: 'known' }]);
      const ada = person('p', { name: 'Ada Wolf', emails: ['ada@wolf.example'] });
      const { actionId } = await saveItems(book, { items: [ada], batch: noBatch, url: page, now });
      await undoAction(book, actionId, now);
      expect(isSound(await checkBook(book, now))).toBe(true);
      book.close();
    },
  );
});
