import { useCallback, useEffect, useState } from 'react';
import type { Batch } from '../../lib/domain/schema/tray.ts';
import { getBatch, setBatch } from '../../lib/storage/settings.ts';
import { type Book, useBookChange } from './use-book.ts';

const empty: Batch = { tags: [] };

/** What is set once for a run of saves. Kept in the book, the same in every window. `change` rejects where it could not be stored. */
export function useBatch(book: Book | undefined) {
  const [batch, setShown] = useState<Batch>(empty);
  const load = useCallback(async () => {
    if (book) setShown(await getBatch(book));
  }, [book]);
  useEffect(() => void load(), [load]);
  useBookChange(
    useCallback(
      (event) => {
        if (event.stores.includes('meta')) void load();
      },
      [load],
    ),
  );
  const change = useCallback(
    async (next: Batch) => {
      setShown(next);
      if (book) await setBatch(book, next);
    },
    [book],
  );
  return { batch, change };
}
