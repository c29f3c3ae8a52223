import { useCallback, useRef, useState } from 'react';
import type { ReferenceList, ReferencePurpose } from '../../lib/domain/schema/handover.ts';
import {
  type ReferenceColumn,
  type ReferenceFile,
  readReferences,
  referenceEntries,
} from '../../lib/exchange/references/read-list.ts';
import { openBook } from '../../lib/storage/book.ts';
import { referenceLists, removeReferences, saveReferences } from '../../lib/storage/references.ts';
import type { Store } from './use-book.ts';
import { useFromBook } from './use-from-book.ts';

export type { ReferenceColumn, ReferenceFile, ReferenceList, ReferencePurpose };

const watched: Store[] = ['references'];

/** The lists that are checked, the newest first. */
export const useReferenceLists = () => useFromBook('lists', referenceLists, watched);

/** Takes a list away, or brings it back. Rejects where that fails. */
export const setRemoved = async (id: string, isRemoved: boolean): Promise<void> =>
  removeReferences(await openBook(), id, isRemoved ? Date.now() : undefined);

export type NewList = { name: string; source: string; purpose: ReferencePurpose; columns: ReferenceColumn[] };
type State = {
  file?: { name: string; file: ReferenceFile };
  busy?: { done: number; total: number };
  failure?: string;
};

/** A list being added: a file, what its columns are, its keeping. */
export function useNewList() {
  const [state, setState] = useState<State>({});
  const running = useRef<AbortController>(undefined);
  const fail = (cause: unknown) =>
    setState(({ busy: _busy, ...before }) =>
      running.current?.signal.aborted
        ? before
        : { ...before, failure: cause instanceof Error ? cause.message : String(cause) },
    );
  return {
    state,
    open: (source: { name: string; bytes?: Uint8Array; text?: string }) => {
      readReferences(source).then((file) => setState({ file: { name: source.name, file } }), fail);
    },
    /** Entries and rows without any, as the columns are now. */
    preview: useCallback(
      (file: ReferenceFile, columns: ReferenceColumn[], purpose: ReferencePurpose) =>
        referenceEntries(file, columns, purpose),
      [],
    ),
    save: async ({ columns, ...about }: NewList, onDone: (list: ReferenceList) => void) => {
      const { file } = state;
      if (!file) return;
      running.current = new AbortController();
      const { signal } = running.current;
      const { entries } = referenceEntries(file.file, columns, about.purpose);
      setState({ file, busy: { done: 0, total: entries.length } });
      try {
        const list = await saveReferences(await openBook(), { ...about, file: file.name, at: Date.now() }, entries, {
          signal,
          onProgress: (done) => setState({ file, busy: { done, total: entries.length } }),
        });
        setState({});
        onDone(list);
      } catch (cause) {
        fail(cause);
      }
    },
    cancel: () => running.current?.abort(),
    close: () => setState({}),
  };
}
