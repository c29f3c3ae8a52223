import type { Lead } from '../domain/schema/lead.ts';
import type { Book } from './book.ts';
import { countLeads } from './count-leads.ts';
import { walkRows } from './read-leads.ts';
import { readRanks } from './search-changes.ts';
import { type Firm, firmOf } from './search-columns.ts';
import { createSearchIndex, type IndexOptions, type SearchIndex } from './search-index.ts';
import { type KeptSearch, keepSearch, markSearch, readKeptSearch } from './search-keep.ts';
import { getSetting } from './settings.ts';
import { read } from './transact.ts';
import { customerValues } from './value-rows.ts';

/** The search of both kinds in memory: people need their companies anyway. */
export type FilledSearch = {
  indexes: Record<Lead['kind'], SearchIndex>;
  firms: Map<string, Firm>;
  stages: readonly string[];
  /** The newest entry of the history that it knows of. */
  seen: number;
  isFromKept: boolean;
  /** Keeps it for the next session, where it is not kept as it is. Rejects with `BookError`. */
  keep(): Promise<void>;
};

/** Rows read at a time: of more, many would be taken for lasting and stay in memory for long. */
const chunk = 250;
/** Entries of the history that may be taken in at each start, before the search is kept anew. */
const mostBehind = 200;

/**
 * The search over the book, from all rows or as it was kept. In: the book, how leads stand, by their ids: filled where it is
 * empty; whether what was kept is of no use. Throws `BookError`.
 */
export async function fillSearch(book: Book, ranks: Map<string, number>, isAnew: boolean): Promise<FilledSearch> {
  const [stages, worths] = await Promise.all([readStages(book), customerValues(book)]);
  const options = { ranks, worths, stages };
  const kept = isAnew ? undefined : await readKeptSearch(book, stages);
  if (kept) {
    const search = fromKept(book, kept, options);
    const { person, company } = search.indexes;
    if (ranks.size === 0) {
      await readRanks(book, (id, rank) => ranks.set(person.heldId(id) ?? company.heldId(id) ?? id, rank));
      person.rank([], false);
      company.rank([], false);
    }
    return search;
  }
  // Scores are there first: each lead is then taken in with its own.
  if (ranks.size === 0) await readRanks(book, (id, rank) => ranks.set(id, rank));
  return fromRows(book, options);
}

/** Whether it holds as many leads as the book has: what was kept is trusted only then. Throws `BookError`. */
export async function isWhole(book: Book, { indexes }: FilledSearch): Promise<boolean> {
  const { people, companies } = await countLeads(book);
  return indexes.person.size === people && indexes.company.size === companies;
}

function fromKept(book: Book, kept: KeptSearch & { mark: string }, options: IndexOptions): FilledSearch {
  const { firms, indexes, seen } = kept;
  const made = {
    person: createSearchIndex({ ...options, firms, kind: 'person', saved: indexes.person }),
    company: createSearchIndex({ ...options, firms, kind: 'company', saved: indexes.company }),
  };
  return withKeeping(book, kept.mark, seen, { indexes: made, firms, stages: kept.stages, seen });
}

async function fromRows(book: Book, options: IndexOptions): Promise<FilledSearch> {
  const mark = await markSearch(book);
  const seen = await lastSeq(book);
  const firms = new Map<string, Firm>();
  const indexes = {
    person: createSearchIndex({ ...options, firms, kind: 'person' }),
    company: createSearchIndex({ ...options, firms, kind: 'company' }),
  };
  const takeFirms = (rows: readonly Lead[]): void => {
    for (const row of rows) firms.set(row.id, firmOf(row));
    indexes.company.put(rows);
  };
  await walkRows(book, 'company', takeFirms, chunk);
  await walkRows(book, 'person', indexes.person.put, chunk);
  return withKeeping(book, mark, undefined, { indexes, firms, stages: options.stages ?? [], seen });
}

function withKeeping(
  book: Book,
  mark: string,
  at: number | undefined,
  search: Omit<FilledSearch, 'keep' | 'isFromKept'>,
): FilledSearch {
  let keptAt = at;
  return Object.assign(search, {
    isFromKept: at !== undefined,
    async keep() {
      const { seen, stages, firms } = search;
      if (keptAt !== undefined && seen - keptAt < mostBehind) return;
      const indexes = { person: search.indexes.person.save(), company: search.indexes.company.save() };
      keptAt = seen;
      await keepSearch(book, mark, { seen, stages, firms, indexes });
    },
  });
}

/** Number of the newest entry of the history. */
function lastSeq(book: Book): Promise<number> {
  return read(book, ['changes'], async (tx) => (await tx.objectStore('changes').openKeyCursor(null, 'prev'))?.key ?? 0);
}

export const readStages = async (book: Book): Promise<string[]> =>
  (await getSetting(book, 'pipeline')).stages.map(({ id }) => id);
