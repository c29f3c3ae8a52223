import { type RefObject, useState } from 'react';
import type { Lead } from '../../lib/domain/schema/lead.ts';
import { type LeadPatch, leadActions } from '../hooks/use-lead-actions.ts';
import type { RowKeys } from '../hooks/use-table.ts';
import { attempt, rememberAction } from '../leads/act.ts';
import type { Then } from './cell-editor.tsx';
import type { TableColumn } from './columns.ts';
import { editOf } from './edits.ts';
import type { Spot } from './table-grid.tsx';
import type { Columns } from './use-columns.ts';

/**
 * Editing in place. In: the table's columns, the lead on a line, where the keys are. Out: the cell under edit, the ways to
 * begin, keep and give up.
 */
export function useCellEdits({
  columns,
  byId,
  rowOf,
  keysOf,
  onSpot,
  gridRef,
}: {
  columns: Columns;
  byId: ReadonlyMap<string, TableColumn>;
  rowOf: (line: number) => Lead | undefined;
  keysOf: (line: number) => RowKeys | undefined;
  onSpot: (spot: Spot) => void;
  gridRef: RefObject<HTMLDivElement | null>;
}) {
  const [open, setOpen] = useState<Spot>();

  const canEdit = ({ line, column }: Spot): boolean => {
    const [of, lead] = [byId.get(column), rowOf(line)];
    return (
      of !== undefined &&
      lead !== undefined &&
      editOf(of, lead, String(keysOf(line)?.stage ?? ''), Date.now) !== undefined
    );
  };
  const begin = (spot: Spot): boolean => {
    if (!canEdit(spot)) return false;
    onSpot(spot);
    setOpen(spot);
    return true;
  };
  const close = () => {
    setOpen(undefined);
    // Whoever pressed elsewhere goes on there.
    const at = document.activeElement;
    if (at === null || at === document.body || gridRef.current?.contains(at)) gridRef.current?.focus();
  };
  const step = (spot: Spot, by: 1 | -1) => {
    const ids = columns.placed.map(({ id }) => id);
    for (let at = ids.indexOf(spot.column) + by; at >= 0 && at < ids.length; at += by) {
      const next = { line: spot.line, column: ids[at] ?? '' };
      if (begin(next)) return;
    }
    close();
  };
  return {
    open,
    begin,
    cancel: close,
    done(lead: Lead, patch: LeadPatch | undefined, then: Then) {
      const spot = open;
      if (patch)
        void attempt(async () => {
          const { actionId } = await leadActions.edit(lead.id, patch);
          rememberAction(actionId);
        });
      if (spot && then !== 'stay') step(spot, then === 'next' ? 1 : -1);
      else close();
    },
  };
}
export type CellEdits = ReturnType<typeof useCellEdits>;
