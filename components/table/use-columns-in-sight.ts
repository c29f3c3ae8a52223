import { type RefObject, useLayoutEffect, useMemo, useState } from 'react';
import type { PlacedColumn } from './table-row.tsx';

/** As far beside what is in sight columns exist already, and as far as one scrolls until others do, in pixels. */
const step = 120;

type Stretch = { from: number; to: number };

const stretchOf = (left: number, width: number): Stretch => ({
  from: Math.floor(left / step - 1) * step,
  to: Math.ceil((left + width) / step + 1) * step,
});

/**
 * The columns that rows need: those in sight, pinned ones, and the one that has the keys. A row of 13 has 8 in a window of 1280
 * pixels; the others would be drawn anew with each letter typed. In: the grid, its columns, the one with the keys.
 */
export function useColumnsInSight(
  grid: RefObject<HTMLElement | null>,
  placed: readonly PlacedColumn[],
  active: string,
): readonly PlacedColumn[] {
  const [{ from, to }, setStretch] = useState(() => stretchOf(0, window.innerWidth));
  useLayoutEffect(() => {
    const element = grid.current;
    if (!element) return;
    const look = () => {
      // From right to left it is scrolled below nothing.
      const next = stretchOf(Math.abs(element.scrollLeft), element.clientWidth);
      setStretch((before) => (before.from === next.from && before.to === next.to ? before : next));
    };
    look();
    element.addEventListener('scroll', look, { passive: true });
    const resized = new ResizeObserver(look);
    resized.observe(element);
    return () => {
      element.removeEventListener('scroll', look);
      resized.disconnect();
    };
  }, [grid]);
  const isActiveAway = placed.some(({ id, start, width }) => id === active && (start >= to || start + width <= from));
  const beside = isActiveAway ? active : undefined;
  return useMemo(
    () =>
      placed.filter(({ id, start, width, pinned }) => pinned || id === beside || (start < to && start + width > from)),
    [placed, from, to, beside],
  );
}
