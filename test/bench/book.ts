import { runInExtension } from './in-extension.ts';

export type BookTime = { what: string; ms: number };

/** Runs in a page of the extension: fills a book of its own with 10,000 made-up people, and searches it. */
const source = `
import './no-eval.ts';
import { openBook } from '../../lib/storage/book.ts';
import { saveItems } from '../../lib/storage/leads.ts';
import { createSearchService } from '../../lib/storage/search-service.ts';
import { person } from './people.ts';

globalThis.bench = async (count) => {
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
export function measureBook(extension: string, count = 10_000): Promise<BookTime[]> {
  return runInExtension(extension, source, count);
}
