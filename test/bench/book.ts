import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { launchExtension } from '../browser/extension-browser.ts';

export type BookTime = { what: string; ms: number };

/** Runs in a page of the extension: fills a book of its own with 10,000 made-up people, and searches it. */
const source = `
import './no-eval.ts';
import { openBook } from '../../lib/storage/book.ts';
import { saveItems } from '../../lib/storage/leads.ts';
import { createSearchService } from '../../lib/storage/search-service.ts';
import { person } from './people.ts';

globalThis.benchBook = async (count) => {
  const times = [];
  const time = async (what, work) => {
    const started = performance.now();
    const result = await work();
    times.push({ what, ms: performance.now() - started });
    return result;
  };
  const book = await openBook();
  const save = (items, url) => saveItems(book, { items, batch: { tags: [] }, url, now: Date.now() });
  await time('save ' + count.toLocaleString('en') + ' people, 500 at a time', async () => {
    for (let from = 0; from < count; from += 500) {
      const url = 'https://firm.example/people/' + from;
      await save(Array.from({ length: Math.min(500, count - from) }, (_, i) => person(from + i, url)), url);
    }
  });
  await time('save 20 more', () => save(Array.from({ length: 20 }, (_, i) => person(count + i, 'https://firm.example/more')), 'https://firm.example/more'));
  const service = createSearchService(book);
  const search = (text) => service.query({ kind: 'person', text, sort: { by: 'updatedAt', descending: true }, offset: 0, limit: 50 });
  await time('first search, index built', () => search('petersen'));
  for (const text of ['mar', 'petersen lars', '小明', '0161490', 'firm-77', 'a']) await time('search "' + text + '"', () => search(text));
  return times;
};`;

/** Saving and searching at 10,000 leads, in the real database of the browser. In: the built extension. Out: a time each. */
export async function measureBook(extension: string, count = 10_000): Promise<BookTime[]> {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: import.meta.dirname, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    platform: 'browser',
    logLevel: 'error',
  });
  const profile = mkdtempSync(join(tmpdir(), 'leadlight-bench-'));
  const browser = await launchExtension({ profile, extension });
  try {
    const page = await browser.controlPage();
    await page.evaluate(outputFiles[0]?.text ?? '');
    return await page.evaluate(
      (many) => (globalThis as unknown as { benchBook(count: number): Promise<BookTime[]> }).benchBook(many),
      count,
    );
  } finally {
    await browser.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
