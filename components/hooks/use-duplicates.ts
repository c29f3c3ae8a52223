import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { DuplicateGroup } from '../../lib/domain/duplicates/find.ts';
import type { Held } from '../../lib/domain/merge.ts';
import { openBook } from '../../lib/storage/book.ts';
import type { FoundDuplicates } from '../../lib/storage/duplicates.ts';
import { findInWorker } from '../../lib/storage/duplicates-client.ts';
import { getLead } from '../../lib/storage/leads.ts';
import { type BookFailure, bookFailure, useBookChange } from './use-book.ts';

export type { DuplicateGroup };

type State = { found?: FoundDuplicates; progress?: number; failure?: BookFailure; stale: boolean };

/** What was found last is kept as long as the page lives: coming back to it does not look again. */
let state: State = { stale: true };
let running: AbortController | undefined;
const listeners = new Set<() => void>();

function set(next: State): void {
  state = next;
  for (const listener of listeners) listener();
}

function stop(): void {
  running?.abort();
  running = undefined;
  const { progress: _progress, ...rest } = state;
  set(rest);
}

async function start(): Promise<void> {
  running?.abort();
  const mine = new AbortController();
  running = mine;
  set({ ...(state.found && { found: state.found }), progress: 0, stale: false });
  try {
    const found = await findInWorker((progress) => running === mine && set({ ...state, progress }), mine.signal);
    if (running === mine) set({ found, stale: state.stale });
  } catch (cause) {
    if (running === mine) set({ ...(state.found && { found: state.found }), failure: bookFailure(cause), stale: true });
  }
  if (running === mine) running = undefined;
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/**
 * Leads of the whole book that are probably one, looked for in a worker when the page is first opened and when asked again.
 * Out: what was found, how far a search is (undefined while none is under way), whether the book changed since, what went
 * wrong; ways to begin, to stop, and to take groups out of the list (with the way to put them back).
 */
export function useDuplicates() {
  const { found, progress, failure, stale } = useSyncExternalStore(subscribe, () => state);
  useEffect(() => {
    if (state.stale && state.progress === undefined && !state.failure) void start();
  }, []);
  // What is merged or ruled out here is taken out of the list by hand: that does not make the list stale.
  const ownWrites = useRef(0);
  useBookChange(
    useCallback(({ stores }) => {
      if (!stores.includes('people') && !stores.includes('companies')) return;
      if (ownWrites.current > 0) ownWrites.current -= 1;
      else if (!state.stale && state.progress === undefined) set({ ...state, stale: true });
    }, []),
  );
  const drop = useCallback((gone: readonly DuplicateGroup[]) => {
    const before = state.found;
    if (!before) return () => undefined;
    set({ ...state, found: { ...before, groups: before.groups.filter((group) => !gone.includes(group)) } });
    return () => {
      const now = state.found;
      if (!now) return;
      const back = before.groups.filter((group) => gone.includes(group) || now.groups.includes(group));
      const fresh = now.groups.filter((group) => !before.groups.includes(group));
      set({ ...state, found: { ...now, groups: [...back, ...fresh] } });
    };
  }, []);
  const expectWrite = useCallback((count = 1) => {
    ownWrites.current = Math.max(0, ownWrites.current + count);
  }, []);
  return { found, progress, failure, stale, start: useCallback(() => void start(), []), stop, drop, expectWrite };
}

/** Leads of a group with where their values were read; undefined until read. In: their ids. */
export function useHeld(ids: readonly string[]) {
  const key = ids.join(' ');
  const [held, setHeld] = useState<{ key: string; held: Held[] }>();
  const [failure, setFailure] = useState<BookFailure>();
  const [version, setVersion] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version of the book reads again
  useEffect(() => {
    let stopped = false;
    const load = async () => {
      const book = await openBook();
      const all = await Promise.all(
        key
          .split(' ')
          .filter(Boolean)
          .map((id) => getLead(book, id)),
      );
      if (stopped) return;
      setFailure(undefined);
      // What became part of another is shown as that one, once.
      const once = new Map(all.flatMap((full) => (full ? [[full.lead.id, full] as const] : [])));
      setHeld({ key, held: [...once.values()].map(({ lead, receipts }) => ({ lead, receipts })) });
    };
    load().catch((cause: unknown) => {
      if (!stopped) setFailure(bookFailure(cause));
    });
    return () => {
      stopped = true;
    };
  }, [key, version]);
  useBookChange(
    useCallback(({ stores }) => {
      if (stores.includes('people') || stores.includes('companies')) setVersion((n) => n + 1);
    }, []),
  );
  return { held: held?.key === key ? held.held : undefined, failure };
}
