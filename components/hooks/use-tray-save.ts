import { useCallback, useRef, useState } from 'react';
import type { Batch, TrayItem } from '../../lib/domain/schema/tray.ts';
import type { SaveResult } from '../../lib/storage/leads.ts';
import { getTrayPage } from '../../lib/storage/tray.ts';
import { trayKey } from '../../lib/storage/tray-key.ts';
import { type Book, type BookFailure, bookFailure } from './use-book.ts';
import { loadLeads, type Tray } from './use-tray.ts';

export type SaveState =
  | { at: 'idle' }
  | { at: 'saving'; done: number; total: number }
  | { at: 'saved'; when: number; actionId: string; created: number; merged: number; unchanged: number }
  | { at: 'undone'; conflicts: number }
  | { at: 'failed'; failure: BookFailure; ids: readonly string[] };

function count(result: SaveResult, when: number): SaveState {
  const own = result.outcomes.filter((outcome) => !outcome.along);
  const of = (kind: string) => own.filter((outcome) => outcome.outcome === kind).length;
  return {
    at: 'saved',
    when,
    actionId: result.actionId,
    created: of('created'),
    merged: of('merged'),
    unchanged: of('unchanged'),
  };
}

/**
 * Saves drafts of the tray. `saved` is said only once the book has stored it; a failure keeps every draft as it was.
 * Out: how it stands, and ways to save, cancel (before anything is stored) and undo.
 */
export function useSave(book: Book | undefined, url: string | undefined, tray: Tray, batch: Batch) {
  const [state, setState] = useState<SaveState>({ at: 'idle' });
  const abort = useRef<AbortController>(undefined);
  const { flush, patch, showSaved } = tray;

  const save = useCallback(
    async (ids: readonly string[]): Promise<SaveResult | undefined> => {
      if (!book || url === undefined || ids.length === 0 || abort.current) return undefined;
      const controller = new AbortController();
      abort.current = controller;
      setState({ at: 'saving', done: 0, total: ids.length });
      try {
        await flush();
        const stored = await getTrayPage(book, trayKey(url));
        // In the order in which they are shown: so they lie in the book, and so they are worked through.
        const byId = new Map(stored?.items.map((item) => [item.draft.id, item]));
        const items: TrayItem[] = ids.flatMap((id) => byId.get(id) ?? []);
        const { saveItems } = await loadLeads();
        const result = await saveItems(book, {
          items,
          batch,
          url: trayKey(url),
          now: Date.now(),
          signal: controller.signal,
          onProgress: (done, total) => setState({ at: 'saving', done, total }),
        });
        showSaved(new Map(result.outcomes.map(({ draftId, leadId }) => [draftId, leadId])));
        setState(count(result, Date.now()));
        // A tick has done its work: should the draft differ later, nobody has ticked that.
        patch(
          Object.fromEntries(items.filter(({ ticked }) => ticked).map(({ draft }) => [draft.id, { ticked: null }])),
        );
        return result;
      } catch (cause) {
        setState(controller.signal.aborted ? { at: 'idle' } : { at: 'failed', failure: bookFailure(cause), ids });
        return undefined;
      } finally {
        abort.current = undefined;
      }
    },
    [book, url, batch, flush, patch, showSaved],
  );

  const cancel = useCallback(() => abort.current?.abort(), []);
  const undo = useCallback(
    async (actionId: string) => {
      if (!book) return;
      try {
        const { undoAction } = await loadLeads();
        const { conflicts } = await undoAction(book, actionId, Date.now());
        setState({ at: 'undone', conflicts: conflicts.length });
      } catch (cause) {
        setState({ at: 'failed', failure: bookFailure(cause), ids: [] });
      }
    },
    [book],
  );
  const settle = useCallback(() => setState((now) => (now.at === 'saving' ? now : { at: 'idle' })), []);
  return { state, save, cancel, undo, settle };
}
