import { useCallback, useRef, useState } from 'react';

/** Ids of a stretch of the list, also of rows that were never in sight. */
type IdsOf = (first: number, last: number) => Promise<string[]>;

/**
 * Which leads are selected, by id, so that it holds while the list is sorted or grows.
 * In: how to name the rows of a stretch. Out: the ids, and the ways to change them.
 */
export function useSelection(idsOf: IdsOf) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const anchor = useRef<{ index: number; base: ReadonlySet<string> }>(undefined);
  const turn = useRef(0);

  const toggle = useCallback((id: string, index: number) => {
    turn.current += 1;
    setIds((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      anchor.current = { index, base: next };
      return next;
    });
  }, []);

  /** From where the selecting began to this row, on top of what was selected before. */
  const extendTo = useCallback(
    async (index: number, from: number) => {
      turn.current += 1;
      const mine = turn.current;
      anchor.current ??= { index: from, base: new Set() };
      const { index: start, base } = anchor.current;
      const stretch = await idsOf(Math.min(start, index), Math.max(start, index));
      if (mine === turn.current) setIds(new Set([...base, ...stretch]));
    },
    [idsOf],
  );

  const selectAll = useCallback(
    async (total: number) => {
      turn.current += 1;
      const mine = turn.current;
      const every = await idsOf(0, total - 1);
      if (mine === turn.current) setIds(new Set(every));
    },
    [idsOf],
  );

  const clear = useCallback(() => {
    turn.current += 1;
    anchor.current = undefined;
    setIds(new Set());
  }, []);

  return { ids, toggle, extendTo, selectAll, clear };
}
