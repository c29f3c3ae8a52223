import { useVirtualizer } from '@tanstack/react-virtual';
import { Building2Icon, UserIcon } from 'lucide-react';
import { type KeyboardEvent, type MouseEvent, type RefObject, useEffect, useRef } from 'react';
import { i18n } from '#i18n';
import type { DuplicateGroup } from '../hooks/use-duplicates.ts';
import { useLeadCache } from '../hooks/use-lead-cache.ts';
import { leadName } from '../leads/lead-row.tsx';
import { classNames } from '../ui/class-names.ts';
import { inRem } from '../ui/rem.ts';
import { isAgainst, reasonText } from './words.ts';

type Props = {
  groups: readonly DuplicateGroup[];
  active: number;
  onActive: (index: number) => void;
  onOpen: () => void;
  listRef: RefObject<HTMLDivElement | null>;
};

const rowHeight = inRem(60);

/** What is probably one, a group a line: its names, why, and how sure that is. One stop for Tab; arrows move within. */
export function GroupList({ groups, active, onActive, onOpen, listRef }: Props) {
  const rows = useVirtualizer({
    count: groups.length,
    getScrollElement: () => listRef.current,
    estimateSize: () => rowHeight,
    overscan: 4,
  });
  const items = rows.getVirtualItems();
  const shown = items.flatMap(({ index }) => groups[index] ?? []);
  const idsOf = (kind: DuplicateGroup['kind']) =>
    shown.filter((group) => group.kind === kind).flatMap(({ ids }) => ids.slice(0, 3));
  const { leadOf } = useLeadCache(idsOf('person'), idsOf('company'));
  const moved = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a move scrolls, a new virtualizer object does not
  useEffect(() => {
    if (moved.current) rows.scrollToIndex(active);
    moved.current = false;
  }, [active]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, Math.floor((listRef.current?.clientHeight ?? 400) / rowHeight) - 1);
    const moves: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: groups.length - 1,
    };
    const target = moves[event.key];
    if (target !== undefined) {
      moved.current = true;
      onActive(Math.min(groups.length - 1, Math.max(0, target)));
    } else if (event.key === 'Enter') onOpen();
    else return;
    event.preventDefault();
  };
  const onClick = (event: MouseEvent) => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null;
    if (!row) return;
    onActive(Number(row.dataset.index));
    onOpen();
  };

  return (
    <div
      ref={listRef}
      role="listbox"
      tabIndex={0}
      aria-label={i18n.t('clean.list')}
      aria-activedescendant={groups[active] ? `group-${active}` : undefined}
      aria-keyshortcuts="Enter M N Z"
      onKeyDown={onKeyDown}
      onClick={onClick}
      className="group relative min-h-0 flex-1 overflow-y-auto overscroll-contain select-none outline-none"
    >
      <div role="presentation" style={{ height: rows.getTotalSize(), position: 'relative' }}>
        {items.map(({ index, start }) => {
          const group = groups[index];
          return (
            <div
              key={index}
              id={`group-${index}`}
              data-index={index}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              aria-setsize={groups.length}
              aria-posinset={index + 1}
              className={classNames(
                'absolute inset-x-0 top-0 flex items-center gap-2 border-b border-line px-3',
                index === active
                  ? 'bg-wash shadow-[inset_2px_0_0_var(--color-accent)] outline-offset-[-2px] outline-accent group-focus-visible:outline-2'
                  : 'hover:bg-wash',
              )}
              style={{ height: rowHeight, transform: `translateY(${start}px)` }}
            >
              {group && <GroupLine group={group} nameOf={(id) => nameOf(leadOf(id))} />}
            </div>
          );
        })}
      </div>
    </div>
  );
}

const nameOf = (lead: Parameters<typeof leadName>[0] | undefined) => (lead ? leadName(lead) : '…');

function GroupLine({ group, nameOf }: { group: DuplicateGroup; nameOf: (id: string) => string }) {
  const { kind, ids, pairs, confidence } = group;
  const Icon = kind === 'person' ? UserIcon : Building2Icon;
  const why = (pairs[0]?.reasons ?? []).filter((reason) => !isAgainst(reason)).map(reasonText);
  const names = ids.slice(0, 3).map(nameOf);
  const more = ids.length - names.length;
  return (
    <>
      <Icon size={16} strokeWidth={1.75} aria-hidden="true" className="shrink-0 text-soft" />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">
          {names.join(' = ')}
          {more > 0 && <span className="font-normal text-soft"> {i18n.t('clean.more', more)}</span>}
        </span>
        <span className="block truncate text-sm text-soft">{why.join(' · ')}</span>
      </span>
      <span
        className={classNames('shrink-0 text-sm', confidence === 'certain' ? 'font-medium text-good' : 'text-soft')}
      >
        {i18n.t(`clean.confidence.${confidence}`)}
      </span>
    </>
  );
}
