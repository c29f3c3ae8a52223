import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { TrayItem, TrayPage } from '../../lib/domain/schema/tray.ts';
import type { DraftStanding } from '../../lib/storage/leads.ts';
import {
  getTrayPage,
  type ListProgress,
  listProgress,
  type TrayPatch,
  updateTrayItems,
} from '../../lib/storage/tray.ts';
import { trayKey } from '../../lib/storage/tray-key.ts';
import { type Book, type BookFailure, bookFailure, useBookChange } from './use-book.ts';

export type { DraftStanding, ListProgress, TrayPatch };

export type Tray = {
  /** `loading` only until the first answer for this address. */
  state: 'loading' | 'ready' | 'failed';
  /** Undefined where nothing was read from this address. */
  page: TrayPage | undefined;
  standings: ReadonlyMap<string, DraftStanding>;
  progress: ListProgress | undefined;
  failure: BookFailure | undefined;
  /** Shown at once, written soon after. */
  patch(changes: Record<string, TrayPatch>): void;
  /** Shows drafts as saved at once; how they stand follows when the book was asked. In: lead ids by draft id. */
  showSaved(leads: ReadonlyMap<string, string>): void;
  /** Writes what is still to be written; resolves with the page as stored. */
  flush(): Promise<TrayPage | undefined>;
  retry(): void;
};

const writeAfterMs = 120;

/** An item with what the user just did to it. */
export function patchItem(item: TrayItem, change: TrayPatch): TrayItem {
  const { ticked, sameAs, ...rest } = change;
  const next: TrayItem = { ...item, ...rest };
  if (ticked === null) delete next.ticked;
  else if (ticked !== undefined) next.ticked = ticked;
  if (sameAs === null) delete next.sameAs;
  else if (sameAs !== undefined) next.sameAs = sameAs;
  return next;
}

function patchPage(page: TrayPage, changes: ReadonlyMap<string, TrayPatch>): TrayPage {
  if (changes.size === 0) return page;
  return {
    ...page,
    items: page.items.map((item) => {
      const change = changes.get(item.draft.id);
      return change ? patchItem(item, change) : item;
    }),
  };
}

/** What a comparison with the book depends on: a tick or a note alone is no reason to compare a thousand drafts again. */
const comparisonBasis = (page: TrayPage): string =>
  JSON.stringify([page.readAt, page.items.map(({ draft, edits, sameAs, state }) => [draft.id, edits, sameAs, state])]);

type Loaded = { key: string; page: TrayPage | undefined };
type Compared = { key: string; standings: ReadonlyMap<string, DraftStanding>; progress: ListProgress | undefined };
/** What compares and saves is heavy (public suffixes, names): it is no part of the panel's first load. */
export const loadLeads = () => import('../../lib/storage/leads.ts');

const none: ReadonlyMap<string, DraftStanding> = new Map();

/**
 * The drafts of one address and how each stands to the book, kept fresh when any surface writes. Ticks, edits and notes show
 * at once and are stored within 150 ms, also when the panel is hidden or closed. In: the open book and the address.
 */
export function useTray(book: Book | undefined, url: string | undefined): Tray {
  const key = url === undefined ? undefined : trayKey(url);
  const [loaded, setLoaded] = useState<Loaded>();
  const [compared, setCompared] = useState<Compared>();
  const [failure, setFailure] = useState<BookFailure>();
  const pending = useRef(new Map<string, TrayPatch>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const writing = useRef<Promise<TrayPage | undefined>>(Promise.resolve(undefined));
  const turn = useRef(0);
  const stale = useRef(false);
  const comparedBy = useRef<string>(undefined);

  const load = useCallback(
    async (leadsChanged: boolean) => {
      if (!book || key === undefined) return;
      turn.current += 1;
      const mine = turn.current;
      stale.current ||= leadsChanged;
      try {
        const page = await getTrayPage(book, key);
        if (mine !== turn.current) return;
        // What could not be stored is still to be said.
        if (pending.current.size === 0) setFailure(undefined);
        const basis = page && `${key} ${comparisonBasis(page)}`;
        const fresh = stale.current || basis !== comparedBy.current;
        const [standings, progress] = await Promise.all([
          page && fresh ? loadLeads().then(({ compareDrafts }) => compareDrafts(book, page.items)) : undefined,
          page?.listKey === undefined ? undefined : listProgress(book, page.listKey),
        ]);
        if (mine !== turn.current) return;
        if (standings) {
          stale.current = false;
          comparedBy.current = basis;
        }
        // Together, so that no row shows first as new and then as known.
        setLoaded({ key, page: page && patchPage(page, pending.current) });
        setCompared((before) => ({
          key,
          standings: standings
            ? new Map(standings.map((standing) => [standing.draftId, standing]))
            : (before?.standings ?? none),
          progress,
        }));
      } catch (cause) {
        if (mine === turn.current) setFailure(bookFailure(cause));
      }
    },
    [book, key],
  );

  const showSaved = useCallback((leads: ReadonlyMap<string, string>) => {
    setLoaded((before) => {
      if (!before?.page) return before;
      const items = before.page.items.map((item): TrayItem => {
        const leadId = leads.get(item.draft.id);
        return leadId === undefined ? item : { ...item, state: 'saved', leadId };
      });
      return { ...before, page: { ...before.page, items } };
    });
  }, []);

  const flush = useCallback((): Promise<TrayPage | undefined> => {
    clearTimeout(timer.current);
    if (!book || key === undefined || pending.current.size === 0) return writing.current;
    const changes = pending.current;
    pending.current = new Map();
    writing.current = writing.current
      .catch(() => undefined)
      .then(() => updateTrayItems(book, key, Object.fromEntries(changes)))
      .catch((cause: unknown) => {
        // Not stored: what was done stays in view and is tried again with the next change or by the user.
        pending.current = new Map([...changes, ...pending.current]);
        setFailure(bookFailure(cause));
        throw cause;
      });
    return writing.current;
  }, [book, key]);

  const patch = useCallback(
    (changes: Record<string, TrayPatch>) => {
      const added = new Map(Object.entries(changes));
      for (const [id, change] of added) pending.current.set(id, { ...pending.current.get(id), ...change });
      setLoaded((before) => before?.page && { ...before, page: patchPage(before.page, added) });
      clearTimeout(timer.current);
      // A failure is shown by the tray itself (`failure`).
      timer.current = setTimeout(() => void flush().catch(() => undefined), writeAfterMs);
    },
    [flush],
  );

  useEffect(() => {
    void load(true);
    const leave = () => {
      if (document.visibilityState === 'hidden') void flush().catch(() => undefined);
    };
    document.addEventListener('visibilitychange', leave);
    window.addEventListener('pagehide', leave);
    return () => {
      turn.current += 1;
      void flush().catch(() => undefined);
      document.removeEventListener('visibilitychange', leave);
      window.removeEventListener('pagehide', leave);
    };
  }, [load, flush]);

  useBookChange(
    useCallback(
      (event) => {
        const leads = event.stores.includes('people') || event.stores.includes('companies');
        if (leads || (key !== undefined && event.urls.includes(key))) void load(leads);
      },
      [key, load],
    ),
  );

  const current = loaded && loaded.key === key ? loaded : undefined;
  const standing = compared && compared.key === key ? compared : undefined;
  return useMemo(
    () => ({
      state: current ? 'ready' : failure ? 'failed' : 'loading',
      page: current?.page,
      standings: standing?.standings ?? none,
      progress: standing?.progress,
      failure,
      patch,
      showSaved,
      flush,
      retry: () => {
        setFailure(undefined);
        void flush()
          .then(() => load(true))
          .catch(() => undefined);
      },
    }),
    [current, standing, failure, patch, showSaved, flush, load],
  );
}
