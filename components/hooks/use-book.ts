import { useCallback, useEffect, useState } from 'react';
import { type Book, BookError, onBookChange, openBook } from '../../lib/storage/book.ts';
import type { BookErrorCode } from '../../lib/storage/book-error.ts';

export type { Book, BookErrorCode };

/** What went wrong with the book, in a form that the interface has words for. */
export type BookFailure = { code: BookErrorCode; detail: string };

export function bookFailure(cause: unknown): BookFailure {
  if (cause instanceof BookError) return { code: cause.code, detail: cause.message };
  return { code: 'unknown', detail: cause instanceof Error ? cause.message : String(cause) };
}

/** Opens the book. Out: the book once it is open, or why it is not, and a way to try again. */
export function useBook() {
  const [book, setBook] = useState<Book>();
  const [failure, setFailure] = useState<BookFailure>();
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt opens anew
  useEffect(() => {
    let stopped = false;
    openBook().then(
      (opened) => {
        if (stopped) return;
        setFailure(undefined);
        setBook(opened);
      },
      (cause: unknown) => {
        if (!stopped) setFailure(bookFailure(cause));
      },
    );
    return () => {
      stopped = true;
    };
  }, [attempt]);
  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  return { book, failure, retry };
}

type Event = Parameters<Parameters<typeof onBookChange>[0]>[0];
export type Store = Event['stores'][number];

/** Calls `listener` after every write of this or another surface that it cares for. */
export function useBookChange(listener: (event: Event) => void): void {
  useEffect(() => onBookChange(listener), [listener]);
}
