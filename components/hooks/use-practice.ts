import { useCallback, useEffect, useRef, useState } from 'react';
import { browser } from 'wxt/browser';
import { practiceUrl } from '../../lib/domain/practice.ts';
import type { Provenance } from '../../lib/domain/schema/value.ts';
import { askedKey, openFirstPage } from '../../lib/reading/first-page.ts';
import { openBook } from '../../lib/storage/book.ts';
import { practiceLeads } from '../../lib/storage/practice-leads.ts';
import type { Store } from './use-book.ts';
import { useFromBook } from './use-from-book.ts';

export { openFirstPage, practiceUrl };
export type PracticeState = { at: 'idle' | 'reading' } | { at: 'failed'; detail: string };

/**
 * Reads the practice page into the tray. In: its document, once it stands. Out: how it goes, the way to read it, and one to show
 * where a value stands on it.
 */
export function usePractice(page: Document | undefined) {
  const [state, setState] = useState<PracticeState>({ at: 'idle' });
  const spots = useRef<(line: number, snippet: string) => boolean>(undefined);
  const read = useCallback(async () => {
    if (!page) return;
    setState({ at: 'reading' });
    try {
      // What reads pages is loaded with the first reading: the words of this page are there before it.
      const [{ readPractice }, { putReading }, book] = await Promise.all([
        import('../../lib/reading/read-practice.ts'),
        import('../../lib/storage/put-reading.ts'),
        openBook(),
      ]);
      const { reading, show } = await readPractice(page, Date.now());
      spots.current = show;
      await putReading(book, reading);
      setState({ at: 'idle' });
    } catch (cause) {
      setState({ at: 'failed', detail: cause instanceof Error ? cause.message : String(cause) });
    }
  }, [page]);
  const show = useCallback(
    ({ line, snippet }: Provenance) => line !== undefined && spots.current?.(line, snippet) === true,
    [],
  );
  return { state, read, show };
}

/** Calls `listener` when the icon or the key is pressed on this page. */
export function useAskedToRead(listener: () => void): void {
  useEffect(() => {
    const onChanged = (changes: Record<string, unknown>) => {
      if (askedKey in changes) listener();
    };
    browser.storage.session.onChanged.addListener(onChanged);
    return () => browser.storage.session.onChanged.removeListener(onChanged);
  }, [listener]);
}

const leadStores: readonly Store[] = ['people', 'companies'];

/** How many of the practice page are in the book, kept up; undefined until known. */
export const usePracticeCount = (): number | undefined =>
  useFromBook('practice', async (book) => (await practiceLeads(book)).length, leadStores).value;

/** Throws the practice leads away. Resolves once it is stored, with the action that brings them back. */
export const throwPracticeAway = async () =>
  (await import('../../lib/storage/practice.ts')).throwAwayPractice(await openBook(), Date.now());
