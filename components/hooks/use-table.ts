import { useCallback, useEffect, useRef, useState } from 'react';
import type { Lead } from '../../lib/domain/schema/lead.ts';
import { openBook } from '../../lib/storage/book.ts';
import { readNewest } from '../../lib/storage/newest-leads.ts';
import { getLeads } from '../../lib/storage/read-leads.ts';
import type { Facet, LeadGroup, LeadSelection, LeadSort, RowKeys, TablePage } from '../../lib/storage/search-client.ts';
import { columnsOf } from '../../lib/storage/search-columns.ts';
import { keepTop, lastTop } from './table-top.ts';
import { totalMeanwhile } from './total-meanwhile.ts';
import { type BookFailure, bookFailure, type Store, useBookChange } from './use-book.ts';
import { useFromBook } from './use-from-book.ts';
import { search } from './use-leads.ts';

export type { Facet, LeadGroup, LeadSelection, RowKeys };

/** Rows come in pages of this many: about what is in sight, and each is there sooner the fewer it has. */
const pageSize = 32;

/** The columns that leads of a kind can be sorted, filtered and grouped by, and what each holds. */
export const sortableColumns = (kind: Lead['kind']): { id: string; as: ReturnType<typeof columnsOf>[number]['as'] }[] =>
  columnsOf(kind).map(({ id, as }) => ({ id, as }));

/** The values of a column, the most frequent first. Rejects with `BookError`. */
export const columnValues = (kind: Lead['kind'], column: string): Promise<Facet[]> => search().values(kind, column);

type Found = {
  key: string;
  total: number;
  groups: LeadGroup[] | undefined;
  rows: Map<number, Lead>;
  keys: Map<number, RowKeys>;
};

/** The search has read the book: from then on it is the quicker one. */
let isSearchReady = false;

/** The view that the book's own order gives: everybody, what was changed last first. */
function isUsual({ text, filter = {}, sort, groupBy }: LeadSelection): boolean {
  const [first, ...more] = [sort].flat() as LeadSort[];
  const isNewestFirst = first?.by === 'updatedAt' && first.descending && more.length === 0;
  return isNewestFirst && text === '' && Object.keys(filter).length === 0 && groupBy === undefined;
}

/** The pages that hold these rows and all between. */
function pagesOf(first: number, last: number): number[] {
  const from = Math.floor(Math.max(0, first) / pageSize);
  return Array.from({ length: Math.floor(last / pageSize) - from + 1 }, (_, at) => from + at);
}

/** The leads that stood first when this view was last seen, as they are now. In: what is looked for. Out: none where it was another view. */
async function rowsOfLastTime(text: string, kind: Lead['kind']): Promise<Lead[]> {
  const ids = lastTop(kind, text);
  return ids.length > 0 ? getLeads(await openBook(), kind, ids) : [];
}

/** Settled once the first rows were read: what is less urgent gives them the first turn. */
const first = Promise.withResolvers<void>();

async function newestPages(kind: Lead['kind'], pages: readonly number[]) {
  const book = await openBook();
  const rows = await Promise.all(pages.map((page) => readNewest(book, kind, pageSize, page * pageSize)));
  return rows.map((part) => ({ rows: part, keys: [] }));
}

const watched: readonly Store[] = ['people', 'companies', 'scores', 'profiles', 'customerValues'];

/**
 * The leads that a table shows, as a window on a long list: only what is in sight is fetched, and it follows the book.
 * In: what is looked for, in which order. Out: how many there are, the groups, the row at an offset and what it shows beside its own fields
 * (absent until fetched), `want` to ask for rows, `idsOf` a stretch, `placeOf` a lead, what went wrong.
 */
export function useTableRows(selection: LeadSelection) {
  const key = JSON.stringify(selection);
  const [found, setFound] = useState<Found>();
  const [failure, setFailure] = useState<BookFailure>();
  const [version, setVersion] = useState(0);
  const turn = useRef(0);
  const inSight = useRef({ first: 0, last: 0 });
  const ahead = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asked = useRef(new Set<number>());
  const again = useCallback(() => setVersion((n) => n + 1), []);

  useBookChange(
    useCallback(
      ({ stores }) => {
        if (stores.some((store) => watched.includes(store))) again();
      },
      [again],
    ),
  );

  const fetchPages = useCallback(async (text: string, pages: number[], fresh: boolean) => {
    if (fresh) {
      turn.current += 1;
      asked.current = new Set();
    }
    const mine = turn.current;
    for (const page of pages) asked.current.add(page);
    const request = JSON.parse(text) as LeadSelection;
    const put = (
      total: number,
      groups: LeadGroup[] | undefined,
      answers: Pick<TablePage, 'rows' | 'keys'>[],
      isAnew = fresh,
    ) => {
      setFailure(undefined);
      setFound((before) => {
        const base = isAnew || before?.key !== text ? undefined : before;
        const rows = new Map(base?.rows);
        const keys = new Map(base?.keys);
        answers.forEach((answer, at) => {
          const first = (pages[at] ?? 0) * pageSize;
          answer.rows.forEach((row, index) => {
            rows.set(first + index, row);
            keys.set(first + index, answer.keys[index] ?? {});
          });
        });
        return { key: text, total, groups: groups ?? base?.groups, rows, keys };
      });
    };
    let stopCounting: (() => void) | undefined;
    try {
      // The search reads much when first asked. Until then the usual view comes from the book's own order: what is in sight
      // before the search begins, and how many there are where that takes long.
      if (!isSearchReady && isUsual(request)) {
        const newest = await newestPages(request.kind, pages);
        const known = Math.max(...newest.map(({ rows }, at) => (pages[at] ?? 0) * pageSize + rows.length));
        if (mine === turn.current && !isSearchReady && fresh && pages[0] === 0) put(known, undefined, newest);
        const tell = (total: number) => {
          if (mine === turn.current && !isSearchReady) put(total, undefined, newest, false);
        };
        // Fewer than were asked for are all there are.
        if (newest.at(-1)?.rows.length === pageSize)
          stopCounting = totalMeanwhile(request.kind, tell, (cause) => setFailure(bookFailure(cause)));
      }
      // Any other order only the search knows. Meanwhile those are shown that stood first the last time.
      else if (!isSearchReady && fresh && pages[0] === 0) {
        const rows = await rowsOfLastTime(text, request.kind);
        if (rows.length > 0 && mine === turn.current && !isSearchReady)
          put(rows.length, undefined, [{ rows, keys: [] }]);
      }
      first.resolve();
      const answers = await Promise.all(
        pages.map((page) => search().table({ ...request, offset: page * pageSize, limit: pageSize })),
      );
      isSearchReady = true;
      // Groups come with the top of the list alone.
      const groups =
        fresh && request.groupBy !== undefined && !pages.includes(0)
          ? (await search().table({ ...request, offset: 0, limit: 0 })).groups
          : answers[0]?.groups;
      const total = answers[0]?.total;
      if (mine === turn.current && total !== undefined) {
        put(total, groups, answers);
        const isAll = request.text === '' && Object.keys(request.filter ?? {}).length === 0;
        const top = pages[0] === 0 && request.groupBy === undefined && !isUsual(request) ? answers[0]?.rows : undefined;
        // What was looked for may name somebody: it is in no store but the book.
        if (top && isAll)
          keepTop(
            request.kind,
            text,
            top.map(({ id }) => id),
          );
      }
    } catch (cause) {
      first.resolve();
      if (mine === turn.current) setFailure(bookFailure(cause));
    } finally {
      stopCounting?.();
    }
  }, []);

  const before = useRef(key);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version of the book asks again
  useEffect(() => {
    const same = before.current === key;
    before.current = key;
    const { first, last } = inSight.current;
    // Something else is shown from its top.
    if (!same) inSight.current = { first: 0, last: last - first };
    const pages = pagesOf(inSight.current.first, inSight.current.last);
    void fetchPages(key, pages, true);
  }, [key, version, fetchPages]);

  const want = useCallback(
    (first: number, last: number) => {
      const isMoved = inSight.current.first !== first;
      inSight.current = { first, last };
      const fetchRows = (from: number, to: number) => {
        const missing = pagesOf(from, to).filter((page) => !asked.current.has(page));
        if (missing.length > 0 && before.current === key) void fetchPages(key, missing, false);
      };
      const fetchAhead = () => fetchRows(first - 2 * pageSize, last + 2 * pageSize);
      clearTimeout(ahead.current);
      fetchRows(first, last);
      // Who scrolls goes on. Who types is not there yet: what is next in line would only be in the way of the next key.
      if (isMoved) fetchAhead();
      else ahead.current = setTimeout(fetchAhead, 150);
    },
    [key, fetchPages],
  );

  return {
    total: found?.total,
    groups: found?.groups,
    /** Rows shown belong to what is looked for now, not to the words before. */
    current: found?.key === key,
    rowAt: useCallback((offset: number) => found?.rows.get(offset), [found]),
    keysAt: useCallback((offset: number) => found?.keys.get(offset), [found]),
    want,
    idsOf: useCallback(
      (first: number, last: number) =>
        search().ids({ ...(JSON.parse(key) as LeadSelection), offset: first, limit: last - first + 1 }),
      [key],
    ),
    placeOf: useCallback((id: string) => search().place(id, JSON.parse(key) as LeadSelection), [key]),
    failure,
    retry: again,
  };
}

/** Puts columns in order in the background once the table stands: sorting by them is then at once. In: the kind, its columns. */
export function useWarmColumns(kind: Lead['kind'], columns: readonly string[], isShown: boolean): void {
  const text = columns.join(' ');
  useEffect(() => {
    if (!isShown) return;
    const soon = setTimeout(() => {
      // Who sorts by them then waits for it; what went wrong is told by the rows themselves.
      search()
        .warm(kind, text.split(' '))
        .catch(() => undefined);
    }, 1500);
    return () => clearTimeout(soon);
  }, [kind, text, isShown]);
}

/** How many people and companies there are, and what there is to filter by; kept up with the book. */
export function useTableFigures(kind: Lead['kind']) {
  const { key, value } = useFromBook(
    kind,
    async () => {
      await first.promise;
      const [counts, facets] = await Promise.all([search().sizes(), search().facets(kind)]);
      return { counts, facets };
    },
    watched,
  );
  return { counts: value?.counts, facets: key === kind ? value?.facets : undefined };
}

/** The leads before and after one, in the order of the table. In: the lead, its selection's `placeOf` and `idsOf`. */
export function useNeighbours(
  id: string | undefined,
  { placeOf, idsOf }: Pick<ReturnType<typeof useTableRows>, 'placeOf' | 'idsOf'>,
) {
  const [found, setFound] = useState<{ of: string; previous: string | undefined; next: string | undefined }>();
  useEffect(() => {
    if (id === undefined) return;
    let stopped = false;
    const look = async () => {
      const at = await placeOf(id);
      if (at === undefined) return;
      const ids = await idsOf(Math.max(0, at - 1), at + 1);
      const here = ids.indexOf(id);
      if (!stopped) setFound({ of: id, previous: ids[here - 1], next: ids[here + 1] });
    };
    // Without them there is only the way back; what went wrong is told by the table.
    look().catch(() => undefined);
    return () => {
      stopped = true;
    };
  }, [id, placeOf, idsOf]);
  return found?.of === id ? found : undefined;
}
