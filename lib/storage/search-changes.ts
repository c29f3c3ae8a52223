import type { Lead } from '../domain/schema/lead.ts';
import type { Book } from './book.ts';
import { inChunks } from './in-chunks.ts';
import { getLeads } from './read-leads.ts';
import { hiddenBatches, isVisible, toLead } from './rows.ts';
import { firmOf } from './search-columns.ts';
import type { FilledSearch } from './search-fill.ts';
import { rankOf } from './search-tiers.ts';
import { read } from './transact.ts';

/** More entries of the history than this are not taken in one by one. */
const mostOneByOne = 5000;
const chunk = 1000;

/** Takes some leads into the search as they are now, those that are gone out of it. Throws `BookError`. */
export async function takeIn(book: Book, search: FilledSearch, leadIds: readonly string[]): Promise<void> {
  for (let from = 0; from < leadIds.length; from += chunk)
    await takePartIn(book, search, leadIds.slice(from, from + chunk));
}

async function takePartIn(book: Book, { indexes, firms }: FilledSearch, ids: string[]): Promise<void> {
  const [companies, people] = await Promise.all([getLeads(book, 'company', ids), getLeads(book, 'person', ids)]);
  const there = new Set([...companies, ...people].map(({ id }) => id));
  const gone = ids.filter((id) => !there.has(id));
  const moved = companies.filter((one) => JSON.stringify(firmOf(one)) !== JSON.stringify(firms.get(one.id)));
  for (const one of companies) firms.set(one.id, firmOf(one));
  const left = gone.filter((id) => firms.delete(id));
  indexes.company.remove(gone);
  indexes.company.put(companies);
  indexes.person.remove(gone);
  indexes.person.put(people);
  const heads = [...left, ...moved.map(({ id }) => id)];
  if (heads.length > 0) indexes.person.put(await staffOf(book, heads));
}

/** Takes in what the history has new. Out: whether it could: not where it is too much, or of an import as a whole. Throws `BookError`. */
export async function catchUp(book: Book, search: FilledSearch): Promise<boolean> {
  const news = await read(book, ['changes'], (tx) =>
    tx.objectStore('changes').getAll(IDBKeyRange.lowerBound(search.seen, true), mostOneByOne + 1),
  );
  // One entry stands for all leads of a large import.
  if (news.length > mostOneByOne || news.some(({ made }) => made !== undefined)) return false;
  if (news.length === 0) return true;
  await takeIn(book, search, [...new Set(news.map(({ leadId }) => leadId))]);
  search.seen = news.at(-1)?.seq ?? search.seen;
  return true;
}

/** Rows of scores read at a time: small enough to be thrown away before they count as lasting. */
const scoreChunk = 2000;

/** How all leads stand, as it is kept. In: the book, what to do with each. Throws `BookError`. */
export const readRanks = (book: Book, put: (id: string, rank: number) => void): Promise<void> =>
  inChunks(
    book,
    ['scores'],
    (tx, after) => tx.objectStore('scores').getAll(after, scoreChunk),
    (rows) => (rows.length === scoreChunk ? rows.at(-1)?.leadId : undefined),
    (rows) => {
      for (const { leadId, tier, total, gated } of rows) put(leadId, rankOf(tier, total, gated));
    },
  );

/** How some leads stand, as it is kept. Out: ranks by ids, none for who has none any more. Throws `BookError`. */
export async function ranksOf(
  book: Book,
  leadIds: readonly string[],
): Promise<(readonly [id: string, rank: number | undefined])[]> {
  const rows = await read(book, ['scores'], (tx) => Promise.all(leadIds.map((id) => tx.objectStore('scores').get(id))));
  return leadIds.map((id, at) => {
    const row = rows[at];
    return [id, row && rankOf(row.tier, row.total, row.gated)];
  });
}

/** The people of some companies. */
function staffOf(book: Book, companyIds: readonly string[]): Promise<Lead[]> {
  return read(book, ['people', 'actions'], async (tx) => {
    const hidden = await hiddenBatches(tx);
    const byCompany = tx.objectStore('people').index('companyId');
    const rows = await Promise.all(companyIds.map((id) => byCompany.getAll(id)));
    return rows
      .flat()
      .filter((row) => isVisible(row, hidden))
      .map(toLead);
  });
}
