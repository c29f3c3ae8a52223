import { memo, type Ref } from 'react';
import type { ScoreBrief } from '../hooks/use-scores.ts';
import type { TrayPatch } from '../hooks/use-tray.ts';
import { classNames } from '../ui/class-names.ts';
import { type CardFocus, DraftCard, type SpotActions } from './draft-card.tsx';
import { RowLine, rowName } from './row-line.tsx';
import type { Row } from './row-state.ts';

/** What a row asks of its list; the same object for as long as the list stands, so that scrolling draws no row anew. */
export type RowActions = {
  patch: (id: string, patch: TrayPatch) => void;
  /** The row was pressed: open or close it. */
  press: (id: string, open: boolean) => void;
  /** The focus came into the row. */
  enter: (id: string) => void;
  /** The focus goes back to the row itself. */
  leave: (id: string) => void;
};

/** One row of the list, placed by the virtualizer: two lines, and its card below them while it is open. */
export const RowItem = memo(function RowItem({
  row,
  brief,
  index,
  start,
  open,
  active,
  focus,
  spot,
  actions,
  measure,
}: {
  row: Row;
  brief: ScoreBrief | undefined;
  index: number;
  start: number;
  open: boolean;
  active: boolean;
  focus: CardFocus | undefined;
  spot: SpotActions;
  actions: RowActions;
  measure: Ref<HTMLDivElement>;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot be virtual; its rows are placed one by one
    <div
      ref={measure}
      role="row"
      data-index={index}
      data-draft={row.id}
      tabIndex={active ? 0 : -1}
      aria-rowindex={index + 1}
      aria-selected={row.ticked}
      aria-expanded={open}
      aria-label={rowName(row, brief)}
      aria-keyshortcuts="Space E N A Enter"
      onFocus={() => actions.enter(row.id)}
      className={classNames(
        'focus-inner absolute inset-x-0 top-0 border-b border-line',
        open ? 'bg-wash' : 'hover:bg-wash',
      )}
      style={{ transform: `translateY(${start}px)` }}
    >
      {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/useKeyWithClickEvents: as above; the row has the keys */}
      <div
        role="gridcell"
        tabIndex={-1}
        onClick={() => actions.press(row.id, !open)}
        className={classNames('flex gap-2 pe-3 py-0.5', row.nested ? 'ps-7' : 'ps-3')}
      >
        <RowLine row={row} brief={brief} onTick={(ticked) => actions.patch(row.id, { ticked })} />
      </div>
      {open && (
        // biome-ignore lint/a11y/useSemanticElements: as above
        <div role="gridcell" tabIndex={-1} className="ps-[2.1875rem] pe-2 pb-1">
          <DraftCard
            row={row}
            brief={brief}
            focus={focus}
            spot={spot}
            onPatch={(patch) => actions.patch(row.id, patch)}
            onLeave={() => actions.leave(row.id)}
          />
        </div>
      )}
    </div>
  );
});
