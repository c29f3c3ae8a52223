import type { Lead } from '../domain/schema/lead.ts';
import { tierCodes } from '../scoring/table.ts';
import type { Book } from './book.ts';
import { onBookChange } from './book-event.ts';
import { getLeads, readRows } from './read-leads.ts';
import { onScores } from './score-event.ts';
import { briefScores } from './scores.ts';
import { createSearchIndex, rankOf, type SearchIndex } from './search-index.ts';
import type { Facets, LeadPage, LeadQuery } from './search-query.ts';
import { read } from './transact.ts';

type Kept = { index: SearchIndex; ready: Promise<void> };
type Indexed = Pick<Kept, 'index'>;

/** Changes beyond this many are taken in by building the indexes anew. */
const mostOneByOne = 5000;

/**
 * Searches the book: builds an index of each kind when it is first asked for, and keeps it up with what is written. Before
 * each answer it takes in what the history has new, so that whoever wrote finds what they wrote; events tell of the rest.
 * In: the book. Out: query, facets, close. Rejects with `BookError`.
 */
export function createSearchService(book: Book, clock: () => number = Date.now) {
  const kinds = new Map<Lead['kind'], Kept>();
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

  const refresh = async (ids: string[]): Promise<void> => {
    // After an import or its undo reading the book anew is quicker than asking for each.
    if (ids.length > mostOneByOne) return kinds.clear();
    for (const [kind, { index, ready }] of kinds) {
      await ready;
      for (let from = 0; from < ids.length; from += 1000) {
        const part = ids.slice(from, from + 1000);
        const leads = await getLeads(book, kind, part);
        const there = new Set(leads.map(({ id }) => id));
        index.remove(part.filter((id) => !there.has(id)));
        index.put(leads);
        if (kind === 'person') index.firms(await getLeads(book, 'company', part));
      }
    }
  };

  const catchUp = async (): Promise<void> => {
    const fresh = IDBKeyRange.lowerBound(seen, true);
    if ((await read(book, ['changes'], (tx) => tx.objectStore('changes').count(fresh))) > mostOneByOne)
      return kinds.clear();
    const news = await read(book, ['changes'], (tx) => tx.objectStore('changes').getAll(fresh));
    if (news.length === 0) return;
    await refresh([...new Set(news.map(({ leadId }) => leadId))]);
    seen = news.at(-1)?.seq ?? seen;
  };

  /** Scores as they are kept; those of some leads, or of all. */
  const readRanks = async (ids: string[], into: Iterable<Indexed> = kinds.values()): Promise<void> => {
    const rows = await read(book, ['scores'], (tx) => {
      const store = tx.objectStore('scores');
      return ids.length > 0 ? Promise.all(ids.map((id) => store.get(id))) : store.getAll();
    });
    const gone = ids.filter((_id, at) => !rows[at]).map((id) => [id, undefined] as const);
    const fresh = rows.flatMap((row) => (row ? [[row.leadId, rankOf(row.tier, row.total, row.gated)] as const] : []));
    for (const { index } of into) index.rank([...fresh, ...gone], ids.length === 0);
  };

  // A failure is told to whoever asks next: there is nobody else to tell it to.
  const later = (work: () => Promise<void>): void => {
    queue(work).catch((error: unknown) => {
      failure = error;
    });
  };
  const stopBook = onBookChange(({ stores, leadIds }) => {
    if (kinds.size === 0) return;
    if (stores.includes('scores')) {
      // Those of all leads came by themselves, before they were written down.
      if (leadIds.length > 0 || !heard) later(() => readRanks(leadIds));
    } else if (leadIds.length > 0) later(() => refresh(leadIds));
  });
  // What was just worked out counts before it is written down.
  const stopScores = onScores(({ ids, tier, total, gated }) => {
    if (kinds.size === 0) return;
    heard = true;
    const fresh = ids.map((id, at) => {
      const code = tierCodes[tier[at] ?? 0] ?? '?';
      return [id, rankOf(code, total[at] ?? 0, gated[at] === 1)] as const;
    });
    later(async () => {
      for (const { index } of kinds.values()) index.rank(fresh, true);
    });
  });

  const build = async (kind: Lead['kind'], index: SearchIndex): Promise<void> => {
    if (kinds.size === 0) seen = await lastSeq(book);
    await readRows(book, kind, (rows) => index.put(rows));
    if (kind === 'person') await readRows(book, 'company', (rows) => index.firms(rows));
    if (ranks.size === 0) await readRanks([], [{ index }]);
  };

  const indexOf = async (kind: Lead['kind']): Promise<SearchIndex> => {
    let kept = kinds.get(kind);
    if (!kept) {
      const index = createSearchIndex(ranks);
      kept = { index, ready: build(kind, index) };
      kinds.set(kind, kept);
      kept.ready.catch(() => kinds.delete(kind));
    }
    await kept.ready;
    await queue(catchUp);
    if (failure) {
      // What was missed is not known: start anew with the next question.
      const error = failure;
      failure = undefined;
      kinds.clear();
      ranks.clear();
      heard = false;
      throw error;
    }
    return kinds.get(kind) === kept ? kept.index : indexOf(kind);
  };

  return {
    async query({ kind, ...query }: LeadQuery): Promise<LeadPage> {
      const index = await indexOf(kind);
      const started = performance.now();
      const { ids, total } = index.query(query);
      const [rows, briefs] = await Promise.all([getLeads(book, kind, ids), briefScores(book, ids, clock())]);
      return { rows, briefs, total, tookMs: performance.now() - started };
    },
    async facets(kind: Lead['kind']): Promise<Facets> {
      return (await indexOf(kind)).facets();
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
