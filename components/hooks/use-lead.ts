import { useCallback, useEffect, useState } from 'react';
import { openBook } from '../../lib/storage/book.ts';
import { type FullLead, getLead } from '../../lib/storage/leads.ts';
import { type BookFailure, bookFailure, useBookChange } from './use-book.ts';

export type { FullLead };

/** A lead with its company's people, for a person too. */
async function readFull(id: string): Promise<FullLead | undefined> {
  const book = await openBook();
  const full = await getLead(book, id);
  const people = full?.company && (await getLead(book, full.company.id))?.people;
  return full && people ? { ...full, people } : full;
}

/**
 * One lead with all that hangs on it, kept up to date with the book.
 * In: its id. Out: the lead (`null` when it is not in the book), or what went wrong and a way to try again.
 */
export function useLead(id: string) {
  const [state, setState] = useState<{ id: string; full: FullLead | null }>();
  const [failure, setFailure] = useState<BookFailure>();
  const [version, setVersion] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version of the book reads again
  useEffect(() => {
    let stopped = false;
    const load = async () => {
      const full = await readFull(id);
      if (stopped) return;
      setFailure(undefined);
      setState({ id, full: full ?? null });
    };
    load().catch((cause: unknown) => {
      if (!stopped) setFailure(bookFailure(cause));
    });
    return () => {
      stopped = true;
    };
  }, [id, version]);
  const again = useCallback(() => setVersion((n) => n + 1), []);
  // Any lead may turn out to be of the same company, so every write of people or companies counts.
  useBookChange(
    useCallback(
      (event) => {
        if (event.stores.some((store) => store !== 'tray' && store !== 'meta')) again();
      },
      [again],
    ),
  );
  return { full: state?.id === id ? state.full : undefined, failure, retry: again };
}
