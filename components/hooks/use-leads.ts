import { useCallback, useEffect, useRef, useState } from 'react';
import type { Lead } from '../../lib/domain/schema/lead.ts';
import { openBook } from '../../lib/storage/book.ts';
import { readNewest } from '../../lib/storage/newest-leads.ts';
import { briefScores, type ScoreBrief } from '../../lib/storage/scores.ts';
import {
  createSearch,
  type Facets,
  type LeadFilter,
  type LeadQuery,
  type LeadSort,
  type Search,
} from '../../lib/storage/search-client.ts';
import { totalMeanwhile } from './total-meanwhile.ts';
import { type BookFailure, bookFailure, useBookChange } from './use-book.ts';

export type { Facets, LeadFilter, LeadSort };
export type LeadsQuery = Pick<LeadQuery, 'kind' | 'text'> & { filter: LeadFilter; sort: LeadSort };

/** Rows come in pages of this many: what is in sight is two pages at most. */
const pageSize = 100;

let shared: Search | undefined;
/** One search for as long as the panel lives: its index is built once, not at each visit of the tab. */
export const search = (): Search => {
  shared ??= createSearch();
  return shared;
};

type Found = {
  key: string;
  total: number;
  tookMs: number;
  pages: Map<number, Lead[]>;
  /** Scores of the rows, by their ids. */
  briefs: Map<string, ScoreBrief>;
  /** Shown until the search answers. */
  isMeanwhile?: boolean;
};

/**
 * The leads that match, as a window on a long list: only what is looked at is fetched, and it follows the book.
 * In: what is looked for. Out: how many there are, the row at an index and its score (absent until fetched), `want` to ask for rows
 * in sight, `idsOf` for selecting a range, counts of the whole book, values to filter by, and what went wrong.
 */
export function useLeads(query: LeadsQuery) {
  const key = JSON.stringify(query);
  const [found, setFound] = useState<Found>();
  const [failure, setFailure] = useState<BookFailure>();
  const [version, setVersion] = useState(0);
  const [scored, setScored] = useState(0);
  const byTier = query.sort.by === 'tier' || query.filter.tier !== undefined;
  const turn = useRef(0);
  const inSight = useRef({ first: 0, last: 0 });
  const asked = useRef(new Set<number>());
  const isSearched = useRef(false);
  const stopCounting = useRef<() => void>(undefined);

  useBookChange(
    useCallback(
      (event) => {
        if (
          event.stores.includes('people') ||
          event.stores.includes('companies') ||
          event.stores.includes('interactions') ||
          event.stores.includes('profiles') ||
          // What rows say of their score is worked out as they are fetched; only order and choice go by what is kept.
          (byTier && event.stores.includes('scores'))
        )
          setVersion((n) => n + 1);
        else if (event.stores.includes('scores')) setScored((n) => n + 1);
      },
      [byTier],
    ),
  );

  const fetchPages = useCallback(async (text: string, pages: number[], fresh: boolean) => {
    if (fresh) {
      turn.current += 1;
      asked.current = new Set();
    }
    const mine = turn.current;
    for (const page of pages) asked.current.add(page);
    const request = JSON.parse(text) as LeadsQuery;
    try {
      const answers = await Promise.all(
        pages.map((page) => search().query({ ...request, offset: page * pageSize, limit: pageSize })),
      );
      const first = answers[0];
      isSearched.current = true;
      stopCounting.current?.();
      if (mine !== turn.current || !first) return;
      setFailure(undefined);
      setFound((before) => ({
        key: text,
        total: first.total,
        tookMs: first.tookMs,
        pages: new Map([
          ...(fresh || !before ? [] : before.pages),
          ...answers.map((a, i) => [pages[i] ?? 0, a.rows] as const),
        ]),
        briefs: new Map([...(fresh || !before ? [] : before.briefs), ...answers.flatMap((a) => [...a.briefs])]),
      }));
    } catch (cause) {
      if (mine === turn.current) setFailure(bookFailure(cause));
    }
  }, []);

  // The search reads the whole book when first asked. Until it answers, the usual view comes from the book's own index.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the first view of all needs it
  useEffect(() => {
    const { kind, text, filter, sort } = query;
    if (text !== '' || Object.keys(filter).length > 0 || sort.by !== 'updatedAt' || !sort.descending) return;
    const onFailure = (cause: unknown) => setFailure(bookFailure(cause));
    const showNewest = async () => {
      const book = await openBook();
      const rows = await readNewest(book, kind, pageSize);
      setFound(
        (before) =>
          before ?? {
            key,
            total: rows.length,
            tookMs: 0,
            pages: new Map([[0, rows]]),
            briefs: new Map(),
            isMeanwhile: true,
          },
      );
      const tell = (total: number) => setFound((before) => (before?.isMeanwhile ? { ...before, total } : before));
      // Fewer than were asked for are all there are.
      if (rows.length === pageSize && !isSearched.current) stopCounting.current = totalMeanwhile(kind, tell, onFailure);
      const briefs = await briefScores(
        book,
        rows.map(({ id }) => id),
        Date.now(),
      );
      setFound((before) => (before && before.briefs.size === 0 ? { ...before, briefs } : before));
    };
    showNewest().catch(onFailure);
    return () => stopCounting.current?.();
  }, []);

  const before = useRef(key);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version of the book asks again
  useEffect(() => {
    const same = before.current === key;
    before.current = key;
    if (!same) inSight.current = { first: 0, last: 0 };
    const { first, last } = inSight.current;
    const pages = [...new Set([Math.floor(first / pageSize), Math.floor(last / pageSize)])];
    void fetchPages(key, pages, true);
  }, [key, version, fetchPages]);

  const want = useCallback(
    (first: number, last: number) => {
      inSight.current = { first, last };
      const pages = [...new Set([first - 20, first, last, last + 20])]
        .filter((index) => index >= 0)
        .map((index) => Math.floor(index / pageSize));
      const missing = [...new Set(pages)].filter((page) => !asked.current.has(page));
      if (missing.length > 0 && before.current === key) void fetchPages(key, missing, false);
    },
    [key, fetchPages],
  );

  const rowAt = useCallback(
    (index: number) => found?.pages.get(Math.floor(index / pageSize))?.[index % pageSize],
    [found],
  );

  const briefOf = useCallback((id: string) => found?.briefs.get(id), [found]);

  /** Where a lead now stands, among the rows that were fetched. */
  const indexOf = useCallback(
    (id: string): number | undefined => {
      for (const [page, rows] of found?.pages ?? []) {
        const index = rows.findIndex((row) => row.id === id);
        if (index >= 0) return page * pageSize + index;
      }
      return undefined;
    },
    [found],
  );

  const idsOf = useCallback(
    async (first: number, last: number): Promise<string[]> => {
      return search().ids({ ...(JSON.parse(key) as LeadsQuery), offset: first, limit: last - first + 1 });
    },
    [key],
  );

  const { counts, facets } = useBookFigures(query.kind, version + scored, setFailure);
  return {
    total: found?.total,
    tookMs: found?.tookMs,
    /** Rows shown belong to what is looked for now, not to the words before. */
    current: found?.key === key,
    rowAt,
    briefOf,
    indexOf,
    want,
    idsOf,
    counts,
    facets,
    failure,
    retry: useCallback(() => setVersion((n) => n + 1), []),
  };
}

function useBookFigures(kind: Lead['kind'], version: number, onFailure: (failure: BookFailure) => void) {
  const [counts, setCounts] = useState<{ people: number; companies: number }>();
  const [facets, setFacets] = useState<Facets>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version of the book counts again
  useEffect(() => {
    let stopped = false;
    const load = async () => {
      const [counted, values] = await Promise.all([search().sizes(), search().facets(kind)]);
      if (stopped) return;
      setCounts(counted);
      setFacets(values);
    };
    load().catch((cause: unknown) => {
      if (!stopped) onFailure(bookFailure(cause));
    });
    return () => {
      stopped = true;
    };
  }, [kind, version, onFailure]);
  return { counts, facets };
}
