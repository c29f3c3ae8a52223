import { useVirtualizer } from '@tanstack/react-virtual';
import { type MouseEvent, type RefObject, useEffect, useState } from 'react';
import { i18n } from '#i18n';
import type { Pipeline } from '../../lib/domain/schema/stage.ts';
import type { useTableRows } from '../hooks/use-table.ts';
import type { TableLayout } from '../hooks/use-views.ts';
import { attempt } from '../leads/act.ts';
import type { useSelection } from '../leads/use-selection.ts';
import { isRightToLeft } from '../ui/direction.ts';
import { Still } from '../ui/still.tsx';
import { CellEditor } from './cell-editor.tsx';
import type { TableColumn } from './columns.ts';
import { editOf } from './edits.ts';
import type { Lines } from './group-rows.ts';
import { groupingOf } from './grouping.ts';
import { headHeight, headLine, TableHead } from './table-head.tsx';
import { cellId, GroupRow, rowHeight, TableRow, tickWidth } from './table-row.tsx';
import { useCellEdits } from './use-cell-edits.ts';
import type { Columns } from './use-columns.ts';
import { useColumnsInSight } from './use-columns-in-sight.ts';
import { useGridKeys } from './use-grid-keys.ts';

/** The cell that has the keys: its line (-1: the headings) and column. */
export type Spot = { line: number; column: string };

export type GridProps = {
  label: string;
  rows: ReturnType<typeof useTableRows>;
  lines: Lines;
  columns: Columns;
  byId: ReadonlyMap<string, TableColumn>;
  layout: TableLayout;
  change: (to: (layout: TableLayout) => TableLayout) => void;
  pipeline: Pipeline;
  selection: ReturnType<typeof useSelection>;
  spot: Spot;
  onSpot: (spot: Spot) => void;
  /** Opens or closes a group, by its name among all of them. */
  onGroup: (path: string) => void;
  /** Closes all groups, or opens them. */
  onGroups: (how: 'close' | 'open') => void;
  onOpen: (id: string) => void;
  onDelete: (ids: string[]) => void;
  onLeave: (how: 'search' | 'escape') => void;
  onFilter: (column: string) => void;
  gridRef: RefObject<HTMLDivElement | null>;
};

/** The table itself: only what is in sight exists. One stop for Tab; arrows move from cell to cell. */
export function TableGrid(props: GridProps) {
  const { label, rows, lines, columns, byId, layout, change, pipeline, selection, spot, onSpot, gridRef } = props;
  const [menuOf, setMenuOf] = useState<string>();
  const grouping = groupingOf(layout);
  const virtual = useVirtualizer({
    count: lines.count,
    getScrollElement: () => gridRef.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  const { want, rowAt, keysAt } = rows;
  const offsetOf = (line: number): number | undefined => {
    const at = lines.at(line);
    return 'offset' in at ? at.offset : undefined;
  };
  const wanted = lines.count === 0 ? undefined : [nearestOffset(lines, first, 1), nearestOffset(lines, last, -1)];
  const [from = 0, to = 0] = wanted ?? [];
  useEffect(() => want(from, to), [want, from, to]);

  // Coming back to the table finds it where it was left; a move brings its cell into sight.
  const place = columns.placed.find(({ id }) => id === spot.column);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a move scrolls
  useEffect(() => {
    if (spot.line >= 0) virtual.scrollToIndex(spot.line);
    const grid = gridRef.current;
    if (!grid || !place || place.pinned) return;
    const pinnedWidth = columns.placed.reduce((sum, one) => sum + (one.pinned ? one.width : 0), tickWidth);
    const scrolled = Math.abs(grid.scrollLeft);
    const scrollTo = (start: number) => grid.scrollTo({ left: isRightToLeft() ? -start : start });
    if (place.start - scrolled < pinnedWidth) scrollTo(place.start - pinnedWidth);
    else if (place.start + place.width > scrolled + grid.clientWidth)
      scrollTo(place.start + place.width - grid.clientWidth);
  }, [spot.line, spot.column]);

  const edits = useCellEdits({ ...props, rowOf: (line) => leadOn(line), keysOf: (line) => keysOn(line) });
  const leadOn = (line: number) => {
    const offset = line < 0 ? undefined : offsetOf(line);
    return offset === undefined ? undefined : rowAt(offset);
  };
  const keysOn = (line: number) => {
    const offset = offsetOf(line);
    return offset === undefined ? undefined : keysAt(offset);
  };
  const allSelected = rows.total !== undefined && rows.total > 0 && selection.ids.size >= rows.total;
  const toggleAll = () => (allSelected ? selection.clear() : void attempt(() => selection.selectAll(rows.total ?? 0)));
  const tick = (line: number) => {
    if (line === headLine) return toggleAll();
    const [lead, offset] = [leadOn(line), offsetOf(line)];
    if (lead && offset !== undefined) selection.toggle(lead.id, offset);
  };

  const onKeyDown = useGridKeys({
    ...props,
    perPage: Math.max(1, Math.floor(((gridRef.current?.clientHeight ?? 400) - headHeight) / rowHeight) - 1),
    edits,
    leadOn,
    offsetOf,
    tick,
    onMenu: setMenuOf,
  });

  const onClick = (event: MouseEvent) => {
    const target = event.target instanceof Element ? event.target : undefined;
    const cell = target?.closest<HTMLElement>('[role=gridcell], [role=columnheader]');
    const row = target?.closest<HTMLElement>('[data-line]');
    const column = cell?.dataset.column ?? 'tick';
    if (!cell) return;
    if (!row) {
      if (column === 'tick') toggleAll();
      return;
    }
    const line = Number(row.dataset.line);
    const at = lines.at(line);
    if ('group' in at) {
      onSpot({ line, column: 'tick' });
      return props.onGroup(at.path);
    }
    const lead = rowAt(at.offset);
    if (!lead) return;
    if (event.shiftKey) void attempt(() => selection.extendTo(at.offset, offsetOf(Math.max(0, spot.line)) ?? 0));
    else if (column === 'tick' || event.ctrlKey || event.metaKey) selection.toggle(lead.id, at.offset);
    if (event.shiftKey || event.ctrlKey || event.metaKey) event.preventDefault();
    onSpot({ line, column });
  };
  const onDoubleClick = (event: MouseEvent) => {
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[role=gridcell]') : null;
    const line = Number(cell?.closest<HTMLElement>('[data-line]')?.dataset.line ?? Number.NaN);
    const column = cell?.dataset.column;
    if (column && column !== 'tick' && !Number.isNaN(line)) edits.begin({ line, column });
  };

  const open = edits.open;
  const editedLead = open && leadOn(open.line);
  const edited = open && byId.get(open.column);
  const editedPlace = open && columns.placed.find(({ id }) => id === open.column);
  const edit =
    editedLead && edited && editOf(edited, editedLead, String(keysOn(open.line)?.stage ?? ''), () => Date.now());
  const inSight = useColumnsInSight(gridRef, columns.placed, spot.column);
  const activeId = cellId(spot.line, spot.column);
  return (
    <div
      ref={gridRef}
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-multiselectable="true"
      aria-busy={!rows.current}
      aria-rowcount={lines.count + 1}
      aria-colcount={columns.placed.length + 1}
      aria-activedescendant={open ? undefined : activeId}
      aria-keyshortcuts="Enter F2 Space O M Delete Control+A Control+Z"
      onKeyDown={onKeyDown}
      onClick={onClick}
      onDoubleClick={onDoubleClick}
      className="group/grid relative min-h-0 flex-1 overflow-auto overscroll-contain select-none outline-none"
    >
      <div role="rowgroup" style={{ width: columns.width }} className="contents">
        <Still by={[columns.placed, byId, layout, spot.line === headLine && spot.column, allSelected, menuOf]}>
          {() => (
            <TableHead
              columns={columns}
              byId={byId}
              layout={layout}
              change={change}
              active={spot.line === headLine ? spot.column : undefined}
              allSelected={allSelected}
              menuOf={menuOf}
              onMenu={setMenuOf}
              onFilter={props.onFilter}
            />
          )}
        </Still>
      </div>
      <div role="rowgroup" style={{ height: virtual.getTotalSize(), width: columns.width, position: 'relative' }}>
        {items.map(({ index, start }) => {
          const at = lines.at(index);
          const lead = 'offset' in at ? rowAt(at.offset) : undefined;
          const selected = lead !== undefined && selection.ids.has(lead.id);
          return (
            <div
              key={index}
              role="row"
              data-line={index}
              aria-rowindex={index + 2}
              aria-selected={'offset' in at ? selected : undefined}
              className="group/row absolute start-0 top-0"
              style={{ height: rowHeight, width: columns.width, transform: `translateY(${start - headHeight}px)` }}
            >
              {'offset' in at ? (
                <TableRow
                  lead={lead}
                  keys={keysAt(at.offset)}
                  line={index}
                  columns={inSight}
                  width={columns.width}
                  selected={selected}
                  active={index === spot.line ? spot.column : undefined}
                  pipeline={pipeline}
                />
              ) : (
                <GroupRow
                  group={at.group}
                  closed={at.closed}
                  column={grouping[at.depth] ?? ''}
                  depth={at.depth}
                  line={index}
                  active={index === spot.line}
                  columnCount={columns.placed.length + 1}
                  pipeline={pipeline}
                />
              )}
            </div>
          );
        })}
        {open && editedLead && edited && editedPlace && edit && (
          <div
            role="row"
            className="absolute z-[4]"
            style={{
              top: open.line * rowHeight,
              insetInlineStart: editedPlace.pinned
                ? editedPlace.start + Math.abs(gridRef.current?.scrollLeft ?? 0)
                : editedPlace.start,
              width: Math.max(editedPlace.width, 220),
            }}
          >
            <div role="gridcell" data-column={open.column}>
              <CellEditor
                key={`${open.line} ${open.column}`}
                column={edited}
                edit={edit}
                lead={editedLead}
                pipeline={pipeline}
                onDone={(patch, then) => edits.done(editedLead, patch, then)}
                onCancel={edits.cancel}
              />
            </div>
          </div>
        )}
      </div>
      <p className="sr-only">{i18n.t('table.keysHint')}</p>
    </div>
  );
}

/** The offset of the lead that is nearest to a line, in this direction: heads of groups have none. */
function nearestOffset(lines: Lines, line: number, by: 1 | -1): number {
  for (let at = line; at >= 0 && at < lines.count; at += by) {
    const here = lines.at(at);
    if ('offset' in here) return here.offset;
  }
  return 0;
}
