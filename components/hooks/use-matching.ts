import { useCallback, useEffect, useRef, useState } from 'react';
import type { MatchingSetup } from '../../lib/domain/schema/matching.ts';
import type { MatchMap } from '../../lib/scoring/match-map.ts';
import type { Match } from '../../lib/scoring/matching.ts';
import { type Book, openBook } from '../../lib/storage/book.ts';
import { getMatching, matchLead, saveMatching } from '../../lib/storage/matching.ts';
import { type BookFailure, bookFailure, type Store, useBookChange } from './use-book.ts';
import { useFromBook } from './use-from-book.ts';
import { scoreWork } from './use-score-work.ts';

export type { MatchMap };

/** All that a place depends on; scores follow from these. */
const placed: readonly Store[] = ['people', 'companies', 'meta', 'interactions', 'profiles'];

/** As `useFromBook`, with nothing where the answer is still the last question's. */
function useRead<T>(key: string, load: (book: Book) => Promise<T>) {
  const { key: of, value, failure } = useFromBook(key, load, placed);
  return { value: of === key ? value : undefined, failure };
}

/** Where one lead's company stands, and by what setup; kept up with the book. In: the lead's id. */
export function useMatch(id: string): { match: Match | undefined; setup: MatchingSetup | undefined } {
  const { value } = useRead(id, async (book) => {
    const now = Date.now();
    const [match, setup] = await Promise.all([matchLead(book, id, now), getMatching(book, now)]);
    return { match, setup };
  });
  return { match: value?.match, setup: value?.setup };
}

/** Writes come in rows: companies are placed anew once they pause. */
const pauseMs = 200;

/** Where all companies stand, worked out in the scoring worker, again after each change of the book, the rules or what we can do. */
export function useMatchMap() {
  const [map, setMap] = useState<MatchMap>();
  const [progress, setProgress] = useState<number>();
  const [failure, setFailure] = useState<BookFailure>();
  const [version, setVersion] = useState(0);
  const begun = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version of the book asks again
  useEffect(() => {
    const control = new AbortController();
    const run = async () => {
      setProgress(0);
      try {
        const value = await scoreWork().ask('matching', [], { signal: control.signal, onProgress: setProgress });
        if (control.signal.aborted) return;
        setFailure(undefined);
        setMap(value);
      } catch (cause) {
        if (control.signal.aborted) return;
        setFailure(bookFailure(cause));
      }
      setProgress(undefined);
    };
    const timer = setTimeout(() => void run(), begun.current ? pauseMs : 0);
    begun.current = true;
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [version]);
  useBookChange(
    useCallback(({ stores }) => {
      if (stores.some((store) => store !== 'tray' && store !== 'scores')) setVersion((n) => n + 1);
    }, []),
  );
  return { map, progress, failure };
}

/**
 * How companies and we are matched. Out: the setup once read, `change` to keep another (shown at once, stored one after the
 * other), what went wrong.
 */
export function useMatchingSetup() {
  const [setup, setSetup] = useState<MatchingSetup>();
  const [failure, setFailure] = useState<BookFailure>();
  const saving = useRef(0);
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const load = useCallback(async () => {
    try {
      const value = await getMatching(await openBook(), Date.now());
      // What is being typed is newer than what the book says.
      if (saving.current === 0) setSetup(value);
    } catch (cause) {
      setFailure(bookFailure(cause));
    }
  }, []);
  useEffect(() => void load(), [load]);
  useBookChange(
    useCallback(
      ({ stores }) => {
        if (stores.includes('meta')) void load();
      },
      [load],
    ),
  );
  const change = useCallback((next: MatchingSetup) => {
    setSetup(next);
    saving.current++;
    const store = async () => {
      try {
        await saveMatching(await openBook(), next);
        setFailure(undefined);
      } catch (cause) {
        setFailure(bookFailure(cause));
      } finally {
        saving.current--;
      }
    };
    last.current = last.current.then(store);
  }, []);
  return { setup, change, failure };
}
