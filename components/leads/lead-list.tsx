import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, type RefObject, useEffect, useRef } from 'react';
import { useValueClasses } from '../hooks/use-customer-values.ts';
import type { useLeads } from '../hooks/use-leads.ts';
import { attempt } from './act.ts';
import { LeadRow, leadName, rowHeight } from './lead-row.tsx';
import { scoreSentence } from './score-words.ts';
import type { useSelection } from './use-selection.ts';

type Props = {
  label: string;
  leads: ReturnType<typeof useLeads>;
  total: number;
  selection: ReturnType<typeof useSelection>;
  active: number;
  onActive: (index: number) => void;
  onOpen: (id: string, edit: boolean) => void;
  onDelete: (ids: string[]) => void;
  onLeave: (how: 'search' | 'escape') => void;
  listRef: RefObject<HTMLDivElement | null>;
};

/** The long list: only the rows in sight exist. One stop for Tab; arrows move within. */
export function LeadList({
  label,
  leads,
  total,
  selection,
  active,
  onActive,
  onOpen,
  onDelete,
  onLeave,
  listRef,
}: Props) {
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => listRef.current,
    estimateSize: () => rowHeight,
    overscan: 6,
  });
  const items = rows.getVirtualItems();
  const classOf = useValueClasses();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  const { want, rowAt } = leads;
  useEffect(() => want(first, last), [want, first, last]);
  // Coming back to the list finds it where it was left.
  const moved = useRef(active > 0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a move scrolls, a new virtualizer object does not
  useEffect(() => {
    if (moved.current) rows.scrollToIndex(active);
    moved.current = false;
  }, [active]);

  const perPage = Math.max(1, Math.floor((listRef.current?.clientHeight ?? 400) / rowHeight) - 1);
  const moves: Record<string, number> = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + perPage,
    PageUp: active - perPage,
    Home: 0,
    End: total - 1,
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const lead = rowAt(active);
    const target = moves[event.key];
    const control = event.ctrlKey || event.metaKey;
    if (event.altKey || (control && event.key !== 'a')) return;
    if (target !== undefined) {
      const index = Math.min(total - 1, Math.max(0, target));
      if (event.shiftKey) void attempt(() => selection.extendTo(index, active));
      moved.current = true;
      onActive(index);
    } else if (control) void attempt(() => selection.selectAll(total));
    else if (event.key === ' ' && lead) selection.toggle(lead.id, active);
    else if (event.key === 'Enter' && lead) onOpen(lead.id, false);
    else if (event.key === 'e' && lead) onOpen(lead.id, true);
    else if (event.key === 'Delete' && lead) onDelete(selection.ids.size > 0 ? [...selection.ids] : [lead.id]);
    else if (event.key === 'Escape') onLeave('escape');
    else if (event.key === '/') onLeave('search');
    else return;
    event.preventDefault();
  };

  const onClick = (event: MouseEvent) => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null;
    const index = Number(row?.dataset.index);
    const lead = row ? rowAt(index) : undefined;
    if (!lead) return;
    onActive(index);
    const onTick = event.target instanceof Element && event.target.closest('[data-tick]') !== null;
    if (event.shiftKey) void attempt(() => selection.extendTo(index, active));
    else if (onTick || event.ctrlKey || event.metaKey) selection.toggle(lead.id, index);
    else onOpen(lead.id, false);
  };

  return (
    <div
      ref={listRef}
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-multiselectable="true"
      aria-activedescendant={rowAt(active) ? `lead-${active}` : undefined}
      aria-keyshortcuts="Enter Space E Delete"
      onKeyDown={onKeyDown}
      onClick={onClick}
      className="group @container relative min-h-0 flex-1 overflow-y-auto overscroll-contain select-none outline-none"
    >
      <div role="presentation" style={{ height: rows.getTotalSize(), position: 'relative' }}>
        {items.map(({ index, start }) => {
          const lead = rowAt(index);
          const brief = lead && leads.briefOf(lead.id);
          const selected = lead !== undefined && selection.ids.has(lead.id);
          return (
            <div
              key={index}
              id={`lead-${index}`}
              data-index={index}
              role="option"
              tabIndex={-1}
              aria-selected={selected}
              aria-setsize={total}
              aria-posinset={index + 1}
              aria-label={lead ? undefined : '…'}
              title={lead && [leadName(lead), ...(brief ? [scoreSentence(brief)] : [])].join('\n')}
              className="absolute inset-x-0 top-0"
              style={{ height: rowHeight, transform: `translateY(${start}px)` }}
            >
              {lead && (
                <LeadRow
                  lead={lead}
                  brief={brief}
                  valueClass={classOf(lead)}
                  selected={selected}
                  active={index === active}
                />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
