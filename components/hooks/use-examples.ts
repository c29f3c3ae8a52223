import { useEffect, useState } from 'react';
import { openBook } from '../../lib/storage/book.ts';
import { type Example, findExamples } from '../../lib/storage/find-examples.ts';
import { type BookFailure, bookFailure } from './use-book.ts';

export type { Example };

const pauseMs = 250;
/** More lines than anybody looks through say no more. */
const mostLines = 300;

/** Pasted text as its lines, without empty ones and repetitions. */
const linesOf = (text: string): string[] =>
  [...new Set(text.split(/\r?\n/).map((line) => line.trim()))].filter(Boolean).slice(0, mostLines);

/** Good and bad customers as they were pasted, found in the book where it has them; read once the typing pauses. */
export function useExamples(goodText: string, badText: string) {
  const [examples, setExamples] = useState<{ good: Example[]; bad: Example[] }>({ good: [], bad: [] });
  const [failure, setFailure] = useState<BookFailure>();
  useEffect(() => {
    let stopped = false;
    const load = async () => {
      const book = await openBook();
      const [good, bad] = await Promise.all([
        findExamples(book, linesOf(goodText)),
        findExamples(book, linesOf(badText)),
      ]);
      if (stopped) return;
      setFailure(undefined);
      setExamples({ good, bad });
    };
    const timer = setTimeout(
      () =>
        load().catch((cause: unknown) => {
          if (!stopped) setFailure(bookFailure(cause));
        }),
      pauseMs,
    );
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [goodText, badText]);
  return { ...examples, failure };
}
