import { useCallback, useEffect, useState } from 'react';
import { openBook } from '../../lib/storage/book.ts';
import { recentImports } from '../../lib/storage/import/write.ts';
import { type BookFailure, bookFailure, useBookChange } from './use-book.ts';

export type RecentImport = {
  actionId: string;
  at: number;
  file: string;
  counts: { created: number; merged: number; unchanged: number; refused: number };
  isUndone: boolean;
};

/** The last imports, the newest first, those taken back included. Out: undefined until read; or what went wrong. */
export function useRecentImports() {
  const [imports, setImports] = useState<RecentImport[]>();
  const [failure, setFailure] = useState<BookFailure>();
  const load = useCallback(async () => {
    try {
      const rows = await recentImports(await openBook());
      setFailure(undefined);
      setImports(
        rows.flatMap(({ id, at, undoneAt, import: done }) =>
          done ? [{ actionId: id, at, file: done.file, counts: done.counts, isUndone: undoneAt !== undefined }] : [],
        ),
      );
    } catch (cause) {
      setFailure(bookFailure(cause));
    }
  }, []);
  useEffect(() => void load(), [load]);
  useBookChange(
    useCallback(
      (event) => {
        if (event.stores.includes('people') || event.stores.includes('companies')) void load();
      },
      [load],
    ),
  );
  return { imports, failure };
}
