import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { useBriefsInSight } from '../hooks/use-draft-scores.ts';
import type { ScoreBrief } from '../hooks/use-scores.ts';
import type { TrayPatch } from '../hooks/use-tray.ts';
import { textKey } from '../ui/direction.ts';
import { inRem } from '../ui/rem.ts';
import type { CardFocus, SpotActions } from './draft-card.tsx';
import { type RowActions, RowItem } from './row-item.tsx';
import { movedIndex, type RowAction, rowAction } from './row-keys.ts';
import type { Row } from './row-state.ts';

/** Height of a closed row: two lines and a hairline. */
const rowHeight = inRem(37);

type Opened = { open: boolean; focus?: CardFocus };

/** A few drafts are cards at once; of a short list the first is. */
const opensByItself = (index: number, count: number) => count <= 2 || (count <= 4 && index === 0);

/**
 * The drafts of a page as rows of two lines that open in place. One row has the focus (arrows, Home, End move it); Space ticks,
 * E edits, N notes, Esc closes, A ticks all or none, Enter saves. Only rows in view are in the document.
 */
export function RowList({
  rows,
  first,
  scoreOf,
  spot,
  onPatch,
  onSave,
}: {
  rows: readonly Row[];
  /** Who it is about, where that is not the first row: the sender of a mail stands under their firm. */
  first?: string | undefined;
  /** What a draft would be scored, were it saved now. */
  scoreOf: (draftId: string) => ScoreBrief | undefined;
  spot: SpotActions;
  onPatch: (changes: Record<string, TrayPatch>) => void;
  onSave: () => void;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const [activeId, setActiveId] = useState<string>();
  const [opened, setOpened] = useState<ReadonlyMap<string, Opened>>(new Map());
  // When the list first shows the focus lands on it, so that Enter saves at once.
  const wantsFocus = useRef(true);
  const indexOf = (id: string | undefined) =>
    id === undefined
      ? 0
      : Math.max(
          0,
          rows.findIndex((row) => row.id === id),
        );
  const begins = indexOf(first);
  const activeIndex = indexOf(activeId ?? first);

  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (isOpen(index) ? inRem(260) : rowHeight),
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 8,
    useFlushSync: false,
    // The row with the focus stays in the document however far one scrolls.
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), activeIndex])].sort((a, b) => a - b),
  });

  function isOpen(index: number): boolean {
    const row = rows[index];
    if (!row) return false;
    return opened.get(row.id)?.open ?? opensByItself(Math.abs(index - begins), rows.length);
  }

  const setOpen = (row: Row, next: Opened) => setOpened((before) => new Map(before).set(row.id, next));

  const focusRow = useCallback(
    (index: number) => {
      const row = rows[index];
      if (!row) return;
      setActiveId(row.id);
      virtual.scrollToIndex(index, { align: 'auto' });
      requestAnimationFrame(() =>
        scroller.current
          ?.querySelector<HTMLElement>(`[role=row][data-index="${index}"]`)
          ?.focus({ preventScroll: true }),
      );
    },
    [rows, virtual],
  );

  const live = useRef({ rows, onPatch, focusRow });
  useEffect(() => {
    live.current = { rows, onPatch, focusRow };
  });
  const actions = useMemo<RowActions>(() => {
    const focusOn = (id: string) => live.current.focusRow(live.current.rows.findIndex((row) => row.id === id));
    return {
      patch: (id, patch) => live.current.onPatch({ [id]: patch }),
      press: (id, open) => {
        setOpened((before) => new Map(before).set(id, { open }));
        focusOn(id);
      },
      enter: setActiveId,
      leave: focusOn,
    };
  }, []);

  useEffect(() => {
    if (!wantsFocus.current || rows.length === 0) return;
    wantsFocus.current = false;
    if (document.activeElement === document.body) focusRow(begins);
  }, [rows.length, begins, focusRow]);

  const tick = (row: Row, ticked: boolean) => onPatch({ [row.id]: { ticked } });
  const tickAll = () => {
    const able = rows.filter((row) => row.item.state === 'open');
    const ticked = !able.every((row) => row.ticked);
    onPatch(Object.fromEntries(able.map((row) => [row.id, { ticked }])));
  };

  const act = (action: RowAction, row: Row) => {
    switch (action) {
      case 'tick':
        if (row.item.state === 'open' || row.state.is === 'differs') tick(row, !row.ticked);
        return;
      case 'tickAll':
        return tickAll();
      case 'save':
        return onSave();
      case 'open':
      case 'close':
        return setOpen(row, { open: action === 'open' });
      case 'edit':
        return setOpen(row, { open: true, focus: { on: 'values' } });
      case 'note':
        return setOpen(row, { open: true, focus: { on: 'note' } });
    }
  };

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const target = event.target as HTMLElement;
    const row = rows[activeIndex];
    if (!row || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') {
      setOpen(row, { open: false });
      focusRow(activeIndex);
      return;
    }
    // Inside an open card the keys belong to its fields.
    if (!/^(row|gridcell)$/.test(target.getAttribute('role') ?? '')) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 400) / rowHeight) - 1);
    const moved = movedIndex(event.key, activeIndex, rows.length - 1, page);
    const action = rowAction(textKey(event.key));
    if (moved === undefined && action === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (moved !== undefined) focusRow(moved);
    if (action !== undefined) act(action, row);
  };

  const inSight = virtual.getVirtualItems();
  // Who is in the book already has the score of the book: more is known there than on this page.
  const leadOf = (row: Row | undefined) => row && (row.standing?.lead?.id ?? row.item.leadId);
  const keptScore = useBriefsInSight(inSight.flatMap(({ index }) => leadOf(rows[index]) ?? []));
  const briefOf = (row: Row) => keptScore(leadOf(row) ?? '') ?? scoreOf(row.id);

  return (
    <div ref={scroller} className="@container min-h-0 flex-1 overflow-y-auto overscroll-contain">
      <div
        role="treegrid"
        tabIndex={-1}
        aria-label={i18n.t('capture.list.label')}
        aria-description={i18n.t('capture.list.keys')}
        aria-rowcount={rows.length}
        aria-multiselectable="true"
        onKeyDown={onKeyDown}
        className="relative"
        style={{ height: virtual.getTotalSize() }}
      >
        {inSight.map(({ index, start }) => {
          const row = rows[index];
          return (
            row && (
              <RowItem
                key={row.id}
                row={row}
                brief={briefOf(row)}
                index={index}
                start={start}
                open={isOpen(index)}
                active={index === activeIndex}
                focus={opened.get(row.id)?.focus}
                spot={spot}
                actions={actions}
                measure={virtual.measureElement}
              />
            )
          );
        })}
      </div>
    </div>
  );
}
