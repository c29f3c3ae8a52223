import { useCallback, useEffect, useRef, useState } from 'react';
import type { MatchingSetup } from '../../lib/domain/schema/matching.ts';
import type { MatchMap } from '../../lib/scoring/match-map.ts';
import type { Match } from '../../lib/scoring/matching.ts';
import { type Book, openBook } from '../../lib/storage/book.ts';
import { getMatching, matchLead, saveMatching } from '../../lib/storage/matching.ts';
import { type BookFailure, bookFailure, useBookChange } from './use-book.ts';
import { scoreWork } from './use-score-work.ts';

export type { MatchMap };

/** Something read of the book, again after each write that could change it. In: a key of the question, the question. */
function useRead<T>(key: string, load: (book: Book) => Promise<T>) {
  const [state, setState] = useState<{ key: string; value: T }>();
  const [failure, setFailure] = useState<BookFailure>();
  const [version, setVersion] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for the question; a new version of the book asks again
  useEffect(() => {
    let stopped = false;
    const run = async () => {
      const value = await load(await openBook());
      if (stopped) return;
      setFailure(undefined);
      setState({ key, value });
    };
    run().catch((cause: unknown) => {
      if (!stopped) setFailure(bookFailure(cause));
    });
    return () => {
      stopped = true;
    };
  }, [key, version]);
  useBookChange(
    useCallback(({ stores }) => {
      if (stores.some((store) => store !== 'tray' && store !== 'scores')) setVersion((n) => n + 1);
    }, []),
  );
  return { value: state?.key === key ? state.value : undefined, failure };
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
