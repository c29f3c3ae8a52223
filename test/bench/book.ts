import { measureGrowth } from './grown.ts';
import type { Part } from './part.ts';

/** Runs in a page of the extension: fills a book of its own with made-up people, five of a firm, and searches it. */
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
  const median = async (what, works) => {
    const took = [];
    for (const work of works) {
      const started = performance.now();
      await work();
      took.push(performance.now() - started);
    }
    times.push({ what, ms: took.sort((a, b) => a - b)[took.length >> 1] });
  };
  const book = await openBook();
  const save = (from, many) => {
    const url = 'https://firm.example/people/' + from;
    return saveItems(book, { items: Array.from({ length: many }, (_, i) => person(from + i, url)), batch: { tags: [] }, url, now: Date.now() });
  };
  await time('save them all, 500 of a page', async () => {
    for (let from = 0; from < count; from += 500) await save(from, Math.min(500, count - from));
  });
  await median('save 20 more', [0, 1, 2, 3, 4].map((turn) => () => save(count + turn * 20, 20)));
  if (count <= 10_000) await time('save as many from one page', () => save(count + 100, count));
  const service = createSearchService(book);
  const search = (text) => service.query({ kind: 'person', text, sort: { by: 'updatedAt', descending: true }, offset: 0, limit: 50 });
  await time('first search, the book read for it', () => search('petersen'));
  await median('search, median of six', ['mar', 'petersen lars', '小明', '0161490', 'firm-77', 'a'].map((text) => () => search(text)));
  return times;
};`;

/** Saving and searching, in the real database of the browser. */
export const bookPart: Part = {
  name: 'book',
  title: 'The book',
  about: 'saves and searches books of 1,000, 10,000 and 100,000 made-up people',
  measure: async ({ extension }) => ({
    figures: await measureGrowth(extension, source, {}),
  }),
};
