import { useCallback, useEffect, useState } from 'react';
import type { ScoreChange } from '../../lib/domain/schema/score.ts';
import { openBook } from '../../lib/storage/book.ts';
import { type FactPlace, type ScoreDetail, scoreDetail } from '../../lib/storage/score-detail.ts';
import { briefScores, type ScoreBrief, scoreHistory } from '../../lib/storage/scores.ts';
import { type Book, type BookFailure, bookFailure, useBookChange } from './use-book.ts';

export type { FactPlace, ScoreBrief, ScoreChange, ScoreDetail };

type Store = Parameters<Parameters<typeof useBookChange>[0]>[0]['stores'][number];
/** What a score depends on. */
const scored: readonly Store[] = ['people', 'companies', 'interactions', 'profiles'];

/** What is read from the book, again whenever one of these stores is written. */
function useFromBook<T>(key: string, load: (book: Book) => Promise<T>, watched = scored) {
  const [state, setState] = useState<{ key: string; value: T }>();
  const [failure, setFailure] = useState<BookFailure>();
  const [version, setVersion] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for what is loaded; a new version of the book reads again
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
  const retry = useCallback(() => setVersion((n) => n + 1), []);
  useBookChange(
    useCallback(
      ({ stores }) => {
        if (stores.some((store) => watched.includes(store))) retry();
      },
      [retry, watched],
    ),
  );
  return { key: state?.key, value: state?.value, failure };
}

/**
 * Scores of the leads in sight, kept up with the book and with what is published. In: their ids. Out: briefs by id; those
 * read before stay until the new ones are there.
 */
export function useBriefScores(ids: readonly string[]) {
  const { value, failure } = useFromBook(ids.join(' '), (book) => briefScores(book, ids, Date.now()));
  return { briefs: value ?? (none as ReadonlyMap<string, ScoreBrief>), failure };
}
const written: readonly Store[] = ['scores'];
const none = new Map<string, never>();

/** A lead's score with its reasons, the rules behind them and where each fact was read, kept up. In: its id. */
export function useScoreDetail(id: string) {
  const { key, value, failure } = useFromBook<ScoreDetail>(id, (book) => scoreDetail(book, id, Date.now()));
  return { detail: key === id ? value : undefined, failure };
}

/** How a lead's score came to be what it is, newest first, kept up. In: its id. */
export function useScoreHistory(id: string) {
  const { key, value, failure } = useFromBook<ScoreChange[]>(id, (book) => scoreHistory(book, id), written);
  return { history: key === id ? value : undefined, failure };
}
