import { useCallback, useEffect, useRef, useState } from 'react';
import type { Pipeline } from '../../lib/domain/schema/stage.ts';
import { type StageId, stagePatch } from '../../lib/domain/stage.ts';
import { readBoard, updateBoard } from '../../lib/storage/board.ts';
import { openBook } from '../../lib/storage/book.ts';
import { bulkEdit } from '../../lib/storage/edit.ts';
import { headsOf } from '../../lib/storage/search-query.ts';
import type { Card } from '../../lib/work/board.ts';
import { type BookFailure, bookFailure, useBookChange } from './use-book.ts';
import { search } from './use-leads.ts';

const peopleAlone = (): Promise<string[]> =>
  search().ids({ ...headsOf('person'), sort: { by: 'createdAt', descending: false }, offset: 0, limit: Infinity });

/** Every card of the board, kept up with the book; a card moved here stands at its new place at once. In: the pipeline once known. */
export function useBoard(pipeline: Pipeline | undefined) {
  const [cards, setCards] = useState<ReadonlyMap<string, Card>>();
  const [failure, setFailure] = useState<BookFailure>();
  const held = useRef<ReadonlyMap<string, Card>>(undefined);
  const running = useRef<Promise<void>>(Promise.resolve());
  /** Where cards are moved to that the book does not have there yet. */
  const moving = useRef(new Map<string, Pick<Card, 'stage' | 'since'>>());
  const show = useCallback((read: ReadonlyMap<string, Card>) => {
    const next = new Map(read);
    for (const [id, place] of moving.current) {
      const card = next.get(id);
      if (card) next.set(id, { ...card, ...place });
    }
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
          const first = held.current ? undefined : show;
          let from: typeof held.current;
          let next: ReadonlyMap<string, Card>;
          do {
            from = held.current;
            const changed = from && (await updateBoard(book, from, ids, pipeline, now));
            next = changed ?? (await readBoard(book, pipeline, now, peopleAlone, first));
            // A card that was moved while this was read must not go back: the next key would find it nowhere.
          } while (from && held.current !== from);
          show(next);
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
      const place = { stage: to, since: now };
      for (const id of ids) moving.current.set(id, place);
      show(before ?? new Map());
      const settle = () => {
        for (const id of ids) if (moving.current.get(id) === place) moving.current.delete(id);
      };
      try {
        const action = await bulkEdit(await openBook(), [...ids], stagePatch(to, now), now);
        settle();
        return action;
      } catch (cause) {
        settle();
        if (before) show(before);
        throw cause;
      }
    },
    [show],
  );
  return { cards, failure, move };
}
