import {
  columnOrderingFeature,
  columnPinningFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  functionalUpdate,
  tableFeatures,
  type Updater,
  useTable,
} from '@tanstack/react-table';
import { useMemo } from 'react';
import type { TableLayout } from '../hooks/use-views.ts';
import { isRightToLeft } from '../ui/direction.ts';
import { inRem } from '../ui/rem.ts';
import type { TableColumn } from './columns.ts';
import { type PlacedColumn, tickWidth } from './table-row.tsx';

const features = tableFeatures({
  columnOrderingFeature,
  columnPinningFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
});
/** Rows are the search worker's: the table library keeps order, widths and what stays in sight. */
const noRows: object[] = [];

/**
 * The columns of the table as they stand. In: what there is to show, the layout, how it is changed. Out: the shown columns
 * from the start with their places, the handlers for resizing by column, the width of all, and the ways to change them.
 */
export function useColumns(
  offered: readonly TableColumn[],
  layout: TableLayout,
  change: (to: (layout: TableLayout) => TableLayout) => void,
) {
  const definitions = useMemo(
    () => offered.map(({ id, width }) => ({ id, accessorFn: () => '', size: inRem(width), minSize: 48, maxSize: 900 })),
    [offered],
  );
  const state = useMemo(() => {
    const order = layout.columns.map(({ id }) => id);
    return {
      columnOrder: order,
      columnPinning: { start: layout.pinned, end: [] },
      columnSizing: Object.fromEntries(layout.columns.flatMap(({ id, width }) => (width ? [[id, width]] : []))),
      columnVisibility: Object.fromEntries(offered.map(({ id }) => [id, order.includes(id)])),
    };
  }, [layout, offered]);
  const table = useTable({
    features,
    columns: definitions,
    data: noRows,
    columnResizeMode: 'onChange',
    columnResizeDirection: isRightToLeft() ? 'rtl' : 'ltr',
    state,
    onColumnSizingChange(updater: Updater<Record<string, number>>) {
      change((before) => {
        const old = Object.fromEntries(before.columns.flatMap(({ id, width }) => (width ? [[id, width]] : [])));
        const sizes = functionalUpdate(updater, old);
        return {
          ...before,
          columns: before.columns.map(({ id }) => {
            const width = sizes[id];
            return width === undefined ? { id } : { id, width: Math.round(Math.min(900, Math.max(48, width))) };
          }),
        };
      });
    },
  });
  const start = table.getStartVisibleLeafColumns();
  const center = table.getCenterVisibleLeafColumns();
  const shown = [...start, ...center];
  const text = JSON.stringify(shown.map((column) => [column.id, column.getSize()])) + layout.pinned.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text stands for the columns: rows are drawn anew only where it differs
  const placed = useMemo(() => {
    let left = tickWidth;
    return shown.map((column, at): PlacedColumn => {
      const width = column.getSize();
      const place = { id: column.id, at, width, start: left, pinned: layout.pinned.includes(column.id) };
      left += width;
      return place;
    });
  }, [text]);
  const last = placed.at(-1);
  const resizers = new Map(
    [...table.getStartLeafHeaders(), ...table.getCenterLeafHeaders()].map((header) => [
      header.column.id,
      header.getResizeHandler(),
    ]),
  );

  const move = (id: string, by: number) =>
    change((before) => {
      const from = before.columns.findIndex((one) => one.id === id);
      const to = from + by;
      const column = before.columns[from];
      if (!column || to < 0 || to >= before.columns.length) return before;
      return { ...before, columns: before.columns.toSpliced(from, 1).toSpliced(to, 0, column) };
    });
  return {
    placed,
    width: last ? last.start + last.width : tickWidth,
    resizers,
    move,
    /** Puts a column before another one. */
    moveBefore: (id: string, other: string) =>
      change((before) => {
        const column = before.columns.find((one) => one.id === id);
        if (!column || id === other) return before;
        const rest = before.columns.filter((one) => one.id !== id);
        const to = rest.findIndex((one) => one.id === other);
        return { ...before, columns: rest.toSpliced(to < 0 ? rest.length : to, 0, column) };
      }),
    resize: (id: string, by: number) =>
      table.setColumnSizing((sizes) => ({ ...sizes, [id]: (sizes[id] ?? widthOf(placed, id)) + by })),
    show: (id: string, isShown: boolean) =>
      change((before) => {
        const rest = before.columns.filter((one) => one.id !== id);
        return { ...before, columns: isShown ? [...rest, { id }] : rest };
      }),
    pin: (id: string, isPinned: boolean) =>
      change((before) => {
        const pinned = before.pinned.filter((one) => one !== id);
        return { ...before, pinned: isPinned ? [...pinned, id] : pinned };
      }),
  };
}
export type Columns = ReturnType<typeof useColumns>;

const widthOf = (placed: readonly PlacedColumn[], id: string): number =>
  placed.find((one) => one.id === id)?.width ?? 140;

/** The next order when a heading is pressed: ascending, descending, none; dates and tiers begin with the greatest. `add` keeps the others. */
export function nextSort(sort: TableLayout['sort'], column: TableColumn, add: boolean): TableLayout['sort'] {
  const first = column.as === 'date' || column.as === 'number' || column.as === 'tier';
  const at = sort.findIndex(({ by }) => by === column.id);
  const now = sort[at];
  const next = !now
    ? { by: column.id, descending: first }
    : now.descending === first
      ? { by: column.id, descending: !first }
      : undefined;
  if (!add) return next ? [next] : [];
  if (at < 0) return next ? [...sort, next] : sort;
  return next ? sort.with(at, next) : sort.toSpliced(at, 1);
}
