import { useCallback, useEffect, useState } from 'react';
import { openBook } from '../../lib/storage/book.ts';
import { getSetting, setSetting } from '../../lib/storage/settings.ts';
import { type BookFailure, bookFailure, useBookChange } from './use-book.ts';

type Reading = { byItself: boolean; never: string[] };

/** A host as it is kept: without scheme, www and path. In: what was typed, an address or a host. Out: '' for none. */
export function hostOf(typed: string): string {
  const host = typed
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/[/?#:].*$/, '')
    .replace(/^www\./, '');
  return /^[^\s.]+(\.[^\s.]+)+$/.test(host) ? host : '';
}

/**
 * Whether allowed sites are read by themselves, and on which never. Out: the choice once known, why it is not, and
 * `choose`, which rejects where it could not be stored.
 */
export function useSitesReading() {
  const [reading, setReading] = useState<Reading>();
  const [failure, setFailure] = useState<BookFailure>();
  const load = useCallback(async () => {
    try {
      const book = await openBook();
      setReading({
        byItself: await getSetting(book, 'readAllowedSites'),
        never: await getSetting(book, 'neverReadSites'),
      });
      setFailure(undefined);
    } catch (cause) {
      setFailure(bookFailure(cause));
    }
  }, []);
  useEffect(() => void load(), [load]);
  useBookChange(
    useCallback(
      (event) => {
        if (event.stores.includes('meta')) void load();
      },
      [load],
    ),
  );
  const choose = useCallback(async (next: Reading) => {
    const book = await openBook();
    await setSetting(book, 'readAllowedSites', next.byItself);
    await setSetting(book, 'neverReadSites', next.never);
    setReading(next);
  }, []);
  return { reading, failure, choose };
}
