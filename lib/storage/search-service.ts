import type { Lead } from '../domain/schema/lead.ts';
import { tierCodes } from '../scoring/table.ts';
import type { Book } from './book.ts';
import { onBookChange } from './book-event.ts';
import { getLeadsAsOf } from './read-leads.ts';
import { onScores } from './score-event.ts';
import { briefScores } from './scores.ts';
import { catchUp, ranksOf, readRanks, takeIn } from './search-changes.ts';
import { type FilledSearch, fillSearch, isWhole, readStages } from './search-fill.ts';
import type { SearchIndex } from './search-index.ts';
import type { Facet, Facets, LeadPage, LeadQuery, LeadSelection, TablePage } from './search-query.ts';
import { rankOf } from './search-tiers.ts';

type Kind = Lead['kind'];

/** Changes beyond this many are taken in by building the indexes anew. */
const mostOneByOne = 5000;

/**
 * Searches the book: fills its indexes when it is first asked, and keeps them up with what is written. Before each answer
 * it takes in what the history has new, so that whoever wrote finds what they wrote; events tell of the rest.
 * In: the book, the clock, how many milliseconds after it was filled it is kept for the next session: whoever opened the page
 * comes first. Out: the questions that can be asked, close. Rejects with `BookError`.
 */
export function createSearchService(book: Book, clock: () => number = Date.now, keptAfter = 2500) {
  let filling: Promise<FilledSearch> | undefined;
  let syncing: Promise<void> = Promise.resolve();
  let failure: unknown;
  let keeping: ReturnType<typeof setTimeout> | undefined;
  /** Of both kinds: a person has that of their company. */
  const ranks = new Map<string, number>();
  /** All scores were told of since the search began. */
  let heard = false;

  /** One after the other, so that an older state never overwrites a newer one. */
  const queue = (work: () => Promise<void>): Promise<void> => {
    syncing = syncing.then(work, work);
    return syncing;
  };
  const forget = (): void => {
    filling = undefined;
  };

  const fill = async (): Promise<FilledSearch> => {
    let filled = await fillSearch(book, ranks, false);
    // What was kept has to be brought up to now, and to be of this very book.
    if (filled.isFromKept && !((await catchUp(book, filled)) && (await isWhole(book, filled))))
      filled = await fillSearch(book, ranks, true);
    clearTimeout(keeping);
    // It is only the next start that would take longer.
    keeping = setTimeout(() => void queue(() => filled.keep().catch(() => undefined)), keptAfter);
    return filled;
  };
  const filled = async (): Promise<FilledSearch> => {
    filling ??= fill();
    const mine = filling;
    try {
      return await mine;
    } catch (error) {
      if (filling === mine) forget();
      throw error;
    }
  };

  // A failure is told to whoever asks next: there is nobody else to tell it to.
  const later = (work: (search: FilledSearch) => Promise<void>): void => {
    queue(async () => {
      const search = await filling?.catch(() => undefined);
      if (search) await work(search);
    }).catch((error: unknown) => {
      failure = error;
    });
  };
  const rankAll = (
    fresh: Iterable<readonly [string, number | undefined]>,
    all: boolean,
    { indexes }: FilledSearch,
  ): void => {
    indexes.person.rank(fresh, all);
    indexes.company.rank(fresh, all);
  };
  const stopBook = onBookChange(({ stores, leadIds }) => {
    if (!filling) return;
    // Where leads stand is told by the stages there are.
    if (stores.includes('meta'))
      later(async (search) => {
        if ((await readStages(book)).join('\n') !== search.stages.join('\n')) forget();
      });
    // Classes of customers are worked out all at once, and seldom.
    if (stores.includes('customerValues')) forget();
    if (stores.includes('scores')) {
      // Those of all leads came by themselves, before they were written down.
      if (leadIds.length > 0 || !heard)
        later(async (search) => {
          if (leadIds.length > 0) return rankAll(await ranksOf(book, leadIds), false, search);
          const all = new Map<string, number>();
          await readRanks(book, (id, rank) => all.set(id, rank));
          rankAll(all, true, search);
        });
      // After an import or its undo reading the book anew is quicker than asking for each.
    } else if (leadIds.length > mostOneByOne) later(async () => forget());
    else if (leadIds.length > 0) later((search) => takeIn(book, search, leadIds));
  });
  // What was just worked out counts before it is written down.
  const stopScores = onScores(({ ids, tier, total, gated }) => {
    if (!filling) return;
    heard = true;
    const fresh = ids.map((id, at) => {
      const code = tierCodes[tier[at] ?? 0] ?? '?';
      return [id, rankOf(code, total[at] ?? 0, gated[at] === 1)] as const;
    });
    later(async (search) => rankAll(fresh, true, search));
  });

  const isStill = async (search: FilledSearch): Promise<boolean> =>
    filling !== undefined && (await filling.catch(() => undefined)) === search;
  /** The search with all that was told of. */
  const settled = async (): Promise<FilledSearch> => {
    const search = await filled();
    await syncing.catch(() => undefined);
    if (failure) {
      // What was missed is not known: start anew with the next question.
      const error = failure;
      failure = undefined;
      forget();
      ranks.clear();
      heard = false;
      throw error;
    }
    return (await isStill(search)) ? search : settled();
  };
  /** As `settled`, with all that the history has. */
  const upToDate = async (): Promise<FilledSearch> => {
    const search = await settled();
    await queue(async () => {
      if (!(await catchUp(book, search))) forget();
    });
    return (await isStill(search)) ? search : upToDate();
  };
  const indexOf = async (kind: Kind): Promise<SearchIndex> => (await upToDate()).indexes[kind];

  const foundIn = async ({ indexes }: FilledSearch, { kind, ...query }: LeadQuery) => {
    const index = indexes[kind];
    const answer = index.query(query, clock());
    return { index, answer, ...(await getLeadsAsOf(book, kind, answer.ids)) };
  };
  /** What is found, with its rows: once more where the history turns out to have grown, which is seldom. */
  const found = async (query: LeadQuery) => {
    const search = await settled();
    const answer = await foundIn(search, query);
    return answer.seq <= search.seen ? answer : foundIn(await upToDate(), query);
  };

  const timed = async <T>(work: () => Promise<T>): Promise<T & { tookMs: number }> => {
    const started = performance.now();
    const result = await work();
    return { ...result, tookMs: performance.now() - started };
  };

  return {
    async query(query: LeadQuery): Promise<LeadPage> {
      await settled();
      return timed(async () => {
        const { answer, rows } = await found(query);
        return { rows, briefs: await briefScores(book, answer.ids, clock()), total: answer.total };
      });
    },
    /** As `query`, for a table: without scores worked out, with what it shows beside the leads' own fields. */
    async table(query: LeadQuery): Promise<TablePage> {
      await settled();
      return timed(async () => {
        const { index, answer, rows } = await found(query);
        const keys = index.keysOf(rows.map(({ id }) => id));
        const { total, groups } = answer;
        return { rows, keys, total, ...(groups && query.offset === 0 && { groups }) };
      });
    },
    /** The ids of all that is found, or of a stretch of it. */
    async ids({ kind, ...query }: LeadQuery): Promise<string[]> {
      return (await indexOf(kind)).query(query, clock()).ids;
    },
    /** Where a lead stands among what is found. */
    async place(id: string, { kind, ...selection }: LeadSelection): Promise<number | undefined> {
      return (await indexOf(kind)).placeOf(id, selection, clock());
    },
    /** How many people and companies there are: what the book would have to go through all its keys for. */
    async sizes(): Promise<{ people: number; companies: number }> {
      const { indexes } = await upToDate();
      return { people: indexes.person.size, companies: indexes.company.size };
    },
    async facets(kind: Kind): Promise<Facets> {
      return (await indexOf(kind)).facets();
    },
    /** The values of a column, the most frequent first. */
    async values(kind: Kind, column: string): Promise<Facet[]> {
      return (await indexOf(kind)).valuesOf(column);
    },
    /** Puts columns in order before somebody sorts by them. */
    async warm(kind: Kind, columns: readonly string[]): Promise<void> {
      for (const column of columns) {
        (await indexOf(kind)).warm(column);
        // Questions get through in between.
        await new Promise((resolve) => setTimeout(resolve));
      }
    },
    close(): void {
      clearTimeout(keeping);
      stopBook();
      stopScores();
    },
  };
}
export type SearchService = ReturnType<typeof createSearchService>;
