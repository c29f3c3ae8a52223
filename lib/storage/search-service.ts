import type { Lead } from '../domain/schema/lead.ts';
import { tierCodes } from '../scoring/table.ts';
import type { Book } from './book.ts';
import { onBookChange } from './book-event.ts';
import { getLeads, walkRows } from './read-leads.ts';
import { hiddenBatches, isVisible, toLead } from './rows.ts';
import { onScores } from './score-event.ts';
import { briefScores } from './scores.ts';
import { type Firm, firmOf } from './search-columns.ts';
import { createSearchIndex, type SearchIndex } from './search-index.ts';
import type { Facet, Facets, LeadPage, LeadQuery, LeadSelection, TablePage } from './search-query.ts';
import { rankOf } from './search-tiers.ts';
import { getSetting } from './settings.ts';
import { read } from './transact.ts';
import { customerValues } from './value-rows.ts';

type Kind = Lead['kind'];
/** Both kinds are built in one go: people need their companies anyway. */
type Kept = {
  indexes: Record<Kind, SearchIndex>;
  firms: Map<string, Firm>;
  stages: readonly string[];
  ready: Promise<void>;
};

/** Changes beyond this many are taken in by building the indexes anew. */
const mostOneByOne = 5000;

/**
 * Searches the book: builds its indexes when it is first asked, and keeps them up with what is written. Before each answer
 * it takes in what the history has new, so that whoever wrote finds what they wrote; events tell of the rest.
 * In: the book. Out: the questions that can be asked, close. Rejects with `BookError`.
 */
export function createSearchService(book: Book, clock: () => number = Date.now) {
  let kept: Kept | undefined;
  let seen = 0;
  let syncing: Promise<void> = Promise.resolve();
  let failure: unknown;
  /** Of both kinds: a person has that of their company. */
  const ranks = new Map<string, number>();
  /** All scores were told of since the search began. */
  let heard = false;

  /** One after the other, so that an older state never overwrites a newer one. */
  const queue = (work: () => Promise<void>): Promise<void> => {
    syncing = syncing.then(work, work);
    return syncing;
  };
  let building: Promise<Kept> | undefined;
  const forget = (): void => {
    kept = undefined;
    building = undefined;
  };

  const refreshPart = async ({ indexes, firms }: Kept, ids: string[]): Promise<void> => {
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
  };

  const refresh = async (ids: string[]): Promise<void> => {
    // After an import or its undo reading the book anew is quicker than asking for each.
    if (ids.length > mostOneByOne) return forget();
    const now = kept;
    if (!now) return;
    await now.ready;
    for (let from = 0; from < ids.length; from += 1000) await refreshPart(now, ids.slice(from, from + 1000));
  };

  const catchUp = async (): Promise<void> => {
    const fresh = IDBKeyRange.lowerBound(seen, true);
    if ((await read(book, ['changes'], (tx) => tx.objectStore('changes').count(fresh))) > mostOneByOne) return forget();
    const news = await read(book, ['changes'], (tx) => tx.objectStore('changes').getAll(fresh));
    if (news.length === 0) return;
    // One entry stands for all leads of a large import.
    if (news.some(({ made }) => made !== undefined)) return forget();
    await refresh([...new Set(news.map(({ leadId }) => leadId))]);
    seen = news.at(-1)?.seq ?? seen;
  };

  const rankAll = (fresh: (readonly [string, number | undefined])[], all: boolean, { indexes }: Kept): void => {
    indexes.person.rank(fresh, all);
    indexes.company.rank(fresh, all);
  };

  /** Scores as they are kept; those of some leads, or of all. */
  const readRanks = async (ids: string[], into: Kept | undefined = kept): Promise<void> => {
    if (!into) return;
    const rows = await read(book, ['scores'], (tx) => {
      const store = tx.objectStore('scores');
      return ids.length > 0 ? Promise.all(ids.map((id) => store.get(id))) : store.getAll();
    });
    const gone = ids.filter((_id, at) => !rows[at]).map((id) => [id, undefined] as const);
    const fresh = rows.flatMap((row) => (row ? [[row.leadId, rankOf(row.tier, row.total, row.gated)] as const] : []));
    rankAll([...fresh, ...gone], ids.length === 0, into);
  };

  // A failure is told to whoever asks next: there is nobody else to tell it to.
  const later = (work: () => Promise<void>): void => {
    queue(work).catch((error: unknown) => {
      failure = error;
    });
  };
  const stopBook = onBookChange(({ stores, leadIds }) => {
    if (!kept) return;
    // Where leads stand is told by the stages there are.
    if (stores.includes('meta'))
      later(async () => {
        if (kept && (await readStages(book)).join('\n') !== kept.stages.join('\n')) forget();
      });
    // Classes of customers are worked out all at once, and seldom.
    if (stores.includes('customerValues')) forget();
    if (stores.includes('scores')) {
      // Those of all leads came by themselves, before they were written down.
      if (leadIds.length > 0 || !heard) later(() => readRanks(leadIds));
    } else if (leadIds.length > 0) later(() => refresh(leadIds));
  });
  // What was just worked out counts before it is written down.
  const stopScores = onScores(({ ids, tier, total, gated }) => {
    if (!kept) return;
    heard = true;
    const fresh = ids.map((id, at) => {
      const code = tierCodes[tier[at] ?? 0] ?? '?';
      return [id, rankOf(code, total[at] ?? 0, gated[at] === 1)] as const;
    });
    later(async () => {
      if (kept) rankAll(fresh, true, kept);
    });
  });

  const fill = async ({ indexes, firms }: Pick<Kept, 'indexes' | 'firms'>): Promise<void> => {
    seen = await lastSeq(book);
    // Scores are there first: each lead is then taken in with its own.
    if (ranks.size === 0) {
      const rows = await read(book, ['scores'], (tx) => tx.objectStore('scores').getAll());
      for (const { leadId, tier, total, gated } of rows) ranks.set(leadId, rankOf(tier, total, gated));
    }
    await walkRows(book, 'company', (rows) => {
      for (const row of rows) firms.set(row.id, firmOf(row));
      indexes.company.put(rows);
    });
    await walkRows(book, 'person', (rows) => indexes.person.put(rows));
  };

  const build = async (): Promise<Kept> => {
    const firms = new Map<string, Firm>();
    const [stages, worths] = await Promise.all([readStages(book), customerValues(book)]);
    const made = {
      firms,
      stages,
      indexes: {
        person: createSearchIndex({ kind: 'person', ranks, firms, worths, stages }),
        company: createSearchIndex({ kind: 'company', ranks, firms, worths, stages }),
      },
    };
    const ready = fill(made);
    return { ...made, ready };
  };
  const indexOf = async (kind: Kind): Promise<SearchIndex> => {
    building ??= build();
    try {
      const now = kept ?? (await building);
      kept = now;
      await now.ready;
    } catch (error) {
      forget();
      throw error;
    }
    await queue(catchUp);
    if (failure) {
      // What was missed is not known: start anew with the next question.
      const error = failure;
      failure = undefined;
      forget();
      ranks.clear();
      heard = false;
      throw error;
    }
    if (kept) return kept.indexes[kind];
    return indexOf(kind);
  };

  const timed = async <T>(work: () => Promise<T>): Promise<T & { tookMs: number }> => {
    const started = performance.now();
    const result = await work();
    return { ...result, tookMs: performance.now() - started };
  };

  return {
    async query({ kind, ...query }: LeadQuery): Promise<LeadPage> {
      const index = await indexOf(kind);
      return timed(async () => {
        const { ids, total } = index.query(query, clock());
        const [rows, briefs] = await Promise.all([getLeads(book, kind, ids), briefScores(book, ids, clock())]);
        return { rows, briefs, total };
      });
    },
    /** As `query`, for a table: without scores worked out, with what it shows beside the leads' own fields. */
    async table({ kind, ...query }: LeadQuery): Promise<TablePage> {
      const index = await indexOf(kind);
      return timed(async () => {
        const { ids, total, groups } = index.query(query, clock());
        const rows = await getLeads(book, kind, ids);
        const keys = index.keysOf(rows.map(({ id }) => id));
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
      stopBook();
      stopScores();
    },
  };
}
export type SearchService = ReturnType<typeof createSearchService>;

function lastSeq(book: Book): Promise<number> {
  return read(book, ['changes'], async (tx) => (await tx.objectStore('changes').openKeyCursor(null, 'prev'))?.key ?? 0);
}

const readStages = async (book: Book): Promise<string[]> =>
  (await getSetting(book, 'pipeline')).stages.map(({ id }) => id);

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
