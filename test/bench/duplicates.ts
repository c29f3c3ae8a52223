import { runInExtension } from './in-extension.ts';
import type { Part } from './part.ts';

type DuplicatesTime = { what: string; ms: number; ceiling?: number };

/** Runs in a page of the extension: fills a book with a made set, looks through it as the worker does, and merges what is certain. */
const source = `
import './no-eval.ts';
import { companyKeys, personKeys } from '../../lib/domain/lead-keys.ts';
import { openBook } from '../../lib/storage/book.ts';
import { findInBook } from '../../lib/storage/duplicates.ts';
import { likelySame } from '../../lib/storage/likely-same.ts';
import { mergeLeads } from '../../lib/storage/merge-leads.ts';
import { undoAction } from '../../lib/storage/undo.ts';
import { makeSet } from '../clean/generate.ts';

globalThis.bench = async (count) => {
  const times = [];
  const time = async (what, work, ceiling) => {
    const started = performance.now();
    const result = await work();
    times.push({ what, ms: performance.now() - started, ceiling });
    return result;
  };
  const book = await openBook();
  const database = await book.connection();
  const { leads } = makeSet(count, 1);
  for (let from = 0; from < leads.length; from += 4000) {
    const tx = database.transaction(['companies', 'people'], 'readwrite', { durability: 'relaxed' });
    for (const lead of leads.slice(from, from + 4000)) {
      if (lead.kind === 'person') tx.objectStore('people').put({ ...lead, keys: personKeys(lead, lead.partial) });
      else tx.objectStore('companies').put({ ...lead, keys: companyKeys(lead) });
    }
    await tx.done;
  }
  const { groups } = await time('look through ' + count.toLocaleString('en') + ' leads', () => findInBook(book, () => undefined), 30000);
  const certain = groups.filter(({ confidence }) => confidence === 'certain').slice(0, 100);
  const { actionId } = await time('merge 100 groups', () => mergeLeads(book, certain.map(({ ids }) => ({ leadIds: ids })), Date.now()));
  await time('take them apart again', () => undoAction(book, actionId, Date.now()));
  const likely = [];
  for (const { ids } of groups.slice(100, 140)) {
    const started = performance.now();
    await likelySame(book, ids[0]);
    likely.push(performance.now() - started);
  }
  times.push({ what: 'whom one lead may be the same as, median', ms: likely.sort((a, b) => a - b)[20] });
  return times;
};`;

/** Duplicates of a large book, in the real database of the browser. */
export const duplicatesPart: Part = {
  name: 'duplicates',
  title: 'Duplicates among 100,000 leads',
  about: 'looks through 100,000 made-up leads for those that are the same, merges some and takes them apart again',
  measure: async ({ extension }) => {
    const times = await runInExtension<DuplicatesTime[]>(extension, source, 100_000);
    return { figures: times.map(({ ms, ...rest }) => ({ ...rest, unit: 'ms', value: ms })) };
  },
};
