import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { build } from 'esbuild';
import type { browser as extensionApi } from 'wxt/browser';
import { type BookVersion, bookVersion } from '../unit/storage/book-version.ts';

declare const chrome: typeof extensionApi;

/** In a page that `putOldBook` prepared. */
type OldBooks = { put(book: BookVersion): Promise<void> };

/** Replaces the book by one of an earlier version, as its fixture has it; the page holds it open until it is closed. In: an extension page, which has no scripts of its own. */
export async function putOldBook(page: Page, version: number): Promise<void> {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import { openBookAt } from './lib/storage/book.ts';
        import { migrations } from './lib/storage/migrations/all.ts';
        import { fromJson } from './lib/backup/values.ts';
        globalThis.oldBooks = {
          async put({ version, stores }) {
            const asked = (request) => new Promise((done, failed) => {
              request.onsuccess = () => done(request.result);
              request.onerror = () => failed(request.error);
            });
            // The background or the page after install may open a book of today's version in between: then once more.
            for (let left = 20; ; left--) {
              try {
                await asked(indexedDB.deleteDatabase('book'));
                const book = await openBookAt({ migrations: migrations.slice(0, version), asIs: true });
                const database = await book.connection();
                for (const [store, rows] of Object.entries(stores)) for (const row of rows) await database.put(store, fromJson(row));
                // Held from here on, so that nobody brings it to today's version before the test says so.
                globalThis.held = await asked(indexedDB.open('book', version));
                book.close();
                return;
              } catch (cause) {
                if (left === 0) throw cause;
                await new Promise((done) => setTimeout(done, 100));
              }
            }
          },
        };`,
      resolveDir: join(import.meta.dirname, '../..'),
    },
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    logLevel: 'error',
  });
  // The background of a browser that just started looks at the book: an old one must not be put beneath it.
  await expect
    .poll(() => page.evaluate(async () => 'bookSeen' in (await chrome.storage.session.get('bookSeen'))))
    .toBe(true);
  await page.evaluate(outputFiles[0]?.text ?? '');
  await page.evaluate(
    (book) => (globalThis as unknown as { oldBooks: OldBooks }).oldBooks.put(book),
    bookVersion(version),
  );
}
