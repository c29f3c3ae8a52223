import { useCallback, useEffect, useRef, useState } from 'react';
import type { Pipeline } from '../../lib/domain/schema/stage.ts';
import { type StageId, stagePatch } from '../../lib/domain/stage.ts';
import { readBoard, updateBoard } from '../../lib/storage/board.ts';
import { openBook } from '../../lib/storage/book.ts';
import { bulkEdit } from '../../lib/storage/edit.ts';
import type { Card } from '../../lib/work/board.ts';
import { type BookFailure, bookFailure, useBookChange } from './use-book.ts';

/** Every card of the board, kept up with the book; a card moved here stands at its new place at once. In: the pipeline once known. */
export function useBoard(pipeline: Pipeline | undefined) {
  const [cards, setCards] = useState<ReadonlyMap<string, Card>>();
  const [failure, setFailure] = useState<BookFailure>();
  const held = useRef<ReadonlyMap<string, Card>>(undefined);
  const running = useRef<Promise<void>>(Promise.resolve());
  const show = useCallback((next: ReadonlyMap<string, Card>) => {
    held.current = next;
    setCards(next);
  }, []);

  /** One after the other: an older state never overwrites a newer one. In: what changed; nothing for all. */
  const load = useCallback(
    (ids: readonly string[]) => {
      if (!pipeline) return;
      running.current = running.current
        .then(async () => {
          const book = await openBook();
          const now = Date.now();
          const changed = held.current && (await updateBoard(book, held.current, ids, pipeline, now));
          const first = held.current ? undefined : show;
          show(changed ?? (await readBoard(book, pipeline, now, first)));
          setFailure(undefined);
        })
        .catch((cause: unknown) => setFailure(bookFailure(cause)));
    },
    [pipeline, show],
  );
  useEffect(() => load([]), [load]);
  useBookChange(
    useCallback(
      ({ stores, leadIds }) => {
        if (stores.some((store) => store === 'people' || store === 'companies' || store === 'scores')) load(leadIds);
      },
      [load],
    ),
  );

  /** Moves cards to a stage. Resolves once it is stored, with the action that undo takes back; else it rejects. */
  const move = useCallback(
    async (ids: readonly string[], to: StageId) => {
      const now = Date.now();
      const before = held.current;
      const moved = new Map(before);
      for (const id of ids) {
        const card = moved.get(id);
        if (card) moved.set(id, { ...card, stage: to, since: now });
      }
      show(moved);
      try {
        return await bulkEdit(await openBook(), [...ids], stagePatch(to, now), now);
      } catch (cause) {
        if (before) show(before);
        throw cause;
      }
    },
    [show],
  );
  return { cards, failure, move };
}
