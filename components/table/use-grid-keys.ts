import type { KeyboardEvent } from 'react';
import type { Lead } from '../../lib/domain/schema/lead.ts';
import { attempt, undoLast } from '../leads/act.ts';
import { textKey } from '../ui/direction.ts';
import type { GridProps, Spot } from './table-grid.tsx';
import { headLine } from './table-head.tsx';
import type { CellEdits } from './use-cell-edits.ts';
import { nextSort } from './use-columns.ts';

type Keys = GridProps & {
  perPage: number;
  edits: CellEdits;
  leadOn: (line: number) => Lead | undefined;
  offsetOf: (line: number) => number | undefined;
  tick: (line: number) => void;
  onMenu: (column: string) => void;
};

/** Where a key leads from a cell; undefined for one that does not move. */
export function movedSpot(
  { key, ctrlKey, metaKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>,
  spot: Spot,
  columns: readonly string[],
  count: number,
  perPage: number,
): Spot | undefined {
  const far = ctrlKey || metaKey;
  const at = Math.max(0, columns.indexOf(spot.column));
  const to = (line: number, column: number): Spot => ({
    line: Math.min(count - 1, Math.max(headLine, line)),
    column: columns[Math.min(columns.length - 1, Math.max(0, column))] ?? 'tick',
  });
  switch (key) {
    case 'ArrowDown':
      return to(far ? count - 1 : spot.line + 1, at);
    case 'ArrowUp':
      return to(far ? 0 : spot.line - 1, at);
    case 'ArrowRight':
      return to(spot.line, far ? columns.length - 1 : at + 1);
    case 'ArrowLeft':
      return to(spot.line, far ? 0 : at - 1);
    case 'PageDown':
      return to(spot.line + perPage, at);
    case 'PageUp':
      return to(Math.max(0, spot.line - perPage), at);
    case 'Home':
      return to(far ? 0 : spot.line, 0);
    case 'End':
      return to(far ? count - 1 : spot.line, columns.length - 1);
    default:
      return undefined;
  }
}

/** The keys of the table. Letters are heard without modifiers only, so that none of the browser's own is taken. */
export function useGridKeys(keys: Keys): (event: KeyboardEvent) => void {
  const { spot, onSpot, columns, byId, lines, selection, edits, leadOn, offsetOf } = keys;
  const ids = ['tick', ...columns.placed.map(({ id }) => id)];
  const column = byId.get(spot.column);

  const onColumn = (event: KeyboardEvent): boolean => {
    // Of the headings: the column is moved, and with Shift made wider or narrower.
    const key = textKey(event.key);
    const by = key === 'ArrowLeft' ? -1 : key === 'ArrowRight' ? 1 : 0;
    if (!event.altKey || by === 0 || spot.line !== headLine || !column) return false;
    if (event.shiftKey) columns.resize(column.id, by * 16);
    else columns.move(column.id, by);
    return true;
  };

  const onGroupLine = (event: KeyboardEvent): boolean => {
    const at = spot.line >= 0 && spot.line < lines.count ? lines.at(spot.line) : undefined;
    if (!at || !('group' in at)) return false;
    const key = textKey(event.key);
    const toggles =
      key === 'Enter' || key === ' ' || (key === 'ArrowLeft' && !at.closed) || (key === 'ArrowRight' && at.closed);
    if (toggles) keys.onGroup(at.path);
    else if (key === 'ArrowLeft' && at.depth > 0) {
      // Closed already: to the head of the group around it.
      let line = spot.line - 1;
      for (let around = lines.at(line); !('group' in around && around.depth < at.depth); around = lines.at(line))
        line -= 1;
      onSpot({ ...spot, line });
    } else return false;
    return true;
  };

  const onGroups = ({ key }: KeyboardEvent): boolean => {
    if (lines.paths.length === 0 || (key !== '-' && key !== '+')) return false;
    keys.onGroups(key === '-' ? 'close' : 'open');
    return true;
  };

  const move = (event: KeyboardEvent): boolean => {
    if (event.altKey) return false;
    const { ctrlKey, metaKey } = event;
    const to = movedSpot({ key: textKey(event.key), ctrlKey, metaKey }, spot, ids, lines.count, keys.perPage);
    if (!to) return false;
    const offset = to.line >= 0 ? offsetOf(to.line) : undefined;
    if (event.shiftKey && to.line !== spot.line && offset !== undefined) {
      void attempt(() => selection.extendTo(offset, offsetOf(Math.max(0, spot.line)) ?? offset));
    }
    onSpot(to);
    return true;
  };

  const onLead = (event: KeyboardEvent, lead: Lead): boolean => {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) keys.onOpen(lead.id);
    else if (!plain) return false;
    else if (event.key === 'F2' || event.key === 'Enter') {
      if (!edits.begin(spot)) keys.onOpen(lead.id);
    } else if (event.key === 'o') keys.onOpen(lead.id);
    else if (event.key === 'Delete') keys.onDelete(selection.ids.size > 0 ? [...selection.ids] : [lead.id]);
    else return false;
    return true;
  };

  const onAny = (event: KeyboardEvent): boolean => {
    const control = event.ctrlKey || event.metaKey;
    if (control && event.key === 'a') void attempt(() => selection.selectAll(keys.rows.total ?? 0));
    else if (control && event.key === 'z') undoLast();
    else if (control) return false;
    else if (event.key === ' ') keys.tick(spot.line);
    else if (
      event.key === 'ContextMenu' ||
      (event.altKey && event.key === 'ArrowDown') ||
      (event.key === 'm' && !event.altKey)
    ) {
      if (!column) return false;
      keys.onMenu(column.id);
    } else if (event.altKey) return false;
    else if (event.key === 'Enter' && spot.line === headLine) {
      if (column) keys.change((before) => ({ ...before, sort: nextSort(before.sort, column, event.shiftKey) }));
      else keys.tick(headLine);
    } else if (onGroups(event)) return true;
    else if (event.key === 'Escape') keys.onLeave('escape');
    else if (event.key === '/') keys.onLeave('search');
    else return false;
    return true;
  };

  return (event) => {
    if (edits.open || event.defaultPrevented || event.nativeEvent.isComposing) return;
    const lead = leadOn(spot.line);
    const done =
      onColumn(event) ||
      onGroupLine(event) ||
      move(event) ||
      (lead !== undefined && onLead(event, lead)) ||
      onAny(event);
    if (done) event.preventDefault();
  };
}
