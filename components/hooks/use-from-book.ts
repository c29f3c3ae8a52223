import { useCallback, useEffect, useState } from 'react';
import { openBook } from '../../lib/storage/book.ts';
import { type Book, type BookFailure, bookFailure, type Store, useBookChange } from './use-book.ts';

/**
 * Something read of the book, again whenever one of these stores is written. In: a key that stands for the question, the
 * question, the stores (the same list at each call). Out: the answer and the key it is of, which may still be the last one's;
 * why there is none.
 */
export function useFromBook<T>(key: string, load: (book: Book) => Promise<T>, watched: readonly Store[]) {
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
  useBookChange(
    useCallback(
      ({ stores }) => {
        if (stores.some((store) => watched.includes(store))) setVersion((n) => n + 1);
      },
      [watched],
    ),
  );
  return { key: state?.key, value: state?.value, failure };
}
