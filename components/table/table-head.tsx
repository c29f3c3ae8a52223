import { ArrowDownIcon, ArrowUpIcon, ChevronDownIcon, PinIcon } from 'lucide-react';
import { useState } from 'react';
import { i18n } from '#i18n';
import type { TableLayout } from '../hooks/use-views.ts';
import { TickBox } from '../leads/lead-row.tsx';
import { classNames } from '../ui/class-names.ts';
import { inRem } from '../ui/rem.ts';
import { ColumnMenu, type ColumnMenuProps } from './column-menu.tsx';
import type { TableColumn } from './columns.ts';
import { cellId, tickWidth } from './table-row.tsx';
import { type Columns, nextSort } from './use-columns.ts';

/** The line above the first row: its cells are reached by the same keys. */
export const headLine = -1;
export const headHeight = inRem(32);

/** The headings: press to sort (Shift adds), drag to move, the edge to resize, the arrow for everything else. */
export function TableHead({
  columns,
  byId,
  layout,
  active,
  allSelected,
  menuOf,
  onMenu,
  ...ways
}: {
  columns: Columns;
  byId: ReadonlyMap<string, TableColumn>;
  layout: TableLayout;
  active: string | undefined;
  allSelected: boolean;
  /** The column whose menu is open. */
  menuOf: string | undefined;
  onMenu: (id: string | undefined) => void;
} & Pick<ColumnMenuProps, 'change' | 'onFilter'>) {
  const [dragged, setDragged] = useState<string>();
  const ring = (id: string) =>
    active === id &&
    'outline-offset-[-2px] outline-accent/60 outline-1 outline group-focus-visible/grid:outline-2 group-focus-visible/grid:outline-accent';
  return (
    <div
      role="row"
      aria-rowindex={1}
      className="sticky top-0 z-[3] flex border-b border-edge bg-paper text-sm text-soft"
      style={{ height: headHeight, width: columns.width }}
    >
      <div
        role="columnheader"
        id={cellId(headLine, 'tick')}
        aria-colindex={1}
        data-column="tick"
        className={classNames('sticky start-0 z-[2] flex shrink-0 items-center justify-center bg-paper', ring('tick'))}
        style={{ width: tickWidth }}
      >
        <span className="sr-only">{i18n.t('table.selectAll')}</span>
        <TickBox on={allSelected} />
      </div>
      {columns.placed.map(({ id, width, start, pinned }, at) => {
        const column = byId.get(id);
        if (!column) return null;
        const rank = layout.sort.findIndex(({ by }) => by === id);
        const sorted = layout.sort[rank];
        const Arrow = sorted?.descending ? ArrowDownIcon : ArrowUpIcon;
        return (
          <div
            key={id}
            role="columnheader"
            id={cellId(headLine, id)}
            aria-colindex={at + 2}
            aria-label={column.label}
            aria-sort={sorted ? (sorted.descending ? 'descending' : 'ascending') : 'none'}
            data-column={id}
            draggable
            onDragStart={(event) => {
              event.dataTransfer.setData('text/plain', id);
              event.dataTransfer.effectAllowed = 'move';
              setDragged(id);
            }}
            onDragOver={(event) => {
              if (dragged && dragged !== id) event.preventDefault();
            }}
            onDrop={(event) => {
              event.preventDefault();
              if (dragged) columns.moveBefore(dragged, id);
              setDragged(undefined);
            }}
            onDragEnd={() => setDragged(undefined)}
            className={classNames(
              'group/head flex shrink-0 items-center border-e border-line bg-paper',
              pinned ? 'sticky z-[1]' : 'relative',
              dragged === id && 'opacity-50',
              ring(id),
            )}
            style={{ width, ...(pinned && { insetInlineStart: start }) }}
          >
            {/* biome-ignore lint/a11y/noStaticElementInteractions: a short cut of the pointer; Enter does the same in the grid */}
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: see above */}
            <span
              className="flex h-full min-w-0 flex-1 items-center gap-1 ps-2"
              title={column.label}
              onClick={(event) =>
                ways.change((before) => ({ ...before, sort: nextSort(before.sort, column, event.shiftKey) }))
              }
            >
              <span className={classNames('truncate', sorted && 'font-medium text-ink')}>{column.label}</span>
              {sorted && <Arrow size={13} aria-hidden="true" className="shrink-0 text-ink" />}
              {sorted && layout.sort.length > 1 && (
                <span aria-hidden="true" className="text-xs">
                  {rank + 1}
                </span>
              )}
              {pinned && <PinIcon size={12} aria-hidden="true" className="shrink-0" />}
            </span>
            <ColumnMenu
              {...ways}
              column={column}
              columns={columns}
              layout={layout}
              open={menuOf === id}
              onOpenChange={(open) => onMenu(open ? id : undefined)}
              trigger={
                <button
                  type="button"
                  tabIndex={-1}
                  aria-label={i18n.t('table.menuOf', [column.label])}
                  className="flex size-6 shrink-0 items-center justify-center rounded-md opacity-0 group-hover/head:opacity-100 hover:bg-press data-[state=open]:opacity-100"
                >
                  <ChevronDownIcon size={14} aria-hidden="true" />
                </button>
              }
            />
            <span
              aria-hidden="true"
              onPointerDown={(event) => event.stopPropagation()}
              onMouseDown={(event) => {
                event.preventDefault();
                columns.resizers.get(id)?.(event);
              }}
              onTouchStart={(event) => columns.resizers.get(id)?.(event)}
              onDragStart={(event) => event.preventDefault()}
              className="absolute inset-y-0 end-0 w-1.5 cursor-col-resize touch-none hover:bg-accent/40"
            />
          </div>
        );
      })}
    </div>
  );
}
