import { useCallback, useEffect, useRef, useState } from 'react';
import { type LearnQuestion, type LearnResult, learnInWorker } from '../../lib/storage/learn-client.ts';
import { type BookFailure, bookFailure, useBookChange } from './use-book.ts';

export type { LearnQuestion, LearnResult };

/**
 * What the won and lost of the book tell of the rules, worked out in a worker. In: how. Out: the last result, how far a new
 * one is (undefined while none is under way), whether the book changed since, what went wrong, and ways to begin and to stop.
 */
export function useLearning({ penalty, withLate }: LearnQuestion) {
  const [result, setResult] = useState<LearnResult>();
  const [progress, setProgress] = useState<number>();
  const [failure, setFailure] = useState<BookFailure>();
  const [stale, setStale] = useState(false);
  const running = useRef<AbortController>(undefined);

  const stop = useCallback(() => {
    running.current?.abort();
    running.current = undefined;
    setProgress(undefined);
  }, []);

  const start = useCallback(async () => {
    running.current?.abort();
    const mine = new AbortController();
    running.current = mine;
    setProgress(0);
    setFailure(undefined);
    setStale(false);
    try {
      const told = await learnInWorker({ penalty, withLate }, setProgress, mine.signal);
      if (running.current === mine) setResult(told);
    } catch (cause) {
      if (!mine.signal.aborted) setFailure(bookFailure(cause));
    }
    if (running.current !== mine) return;
    running.current = undefined;
    setProgress(undefined);
  }, [penalty, withLate]);

  useEffect(() => {
    void start();
    return () => running.current?.abort();
  }, [start]);

  useBookChange(
    useCallback((event) => {
      const counts = ['people', 'companies', 'interactions'] as const;
      if (event.stores.some((store) => counts.some((one) => one === store))) setStale(true);
    }, []),
  );

  return { result, progress, failure, stale, start, stop };
}
