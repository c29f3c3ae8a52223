import type { LucideIcon } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Popover } from '../ui/popover.tsx';

/** Something to be done with an item, by its key or its button: at once, or once a small form is filled in. */
export type WorkAction = {
  id: string;
  label: string;
  /** One letter. */
  keys: string;
  icon: LucideIcon;
} & ({ run: () => void } | { form: (close: () => void) => ReactNode });

export type WorkItem = {
  id: string;
  title: string;
  detail?: ReactNode;
  /** At the end of the line: when it is due. */
  aside?: string;
  late?: boolean;
  icon: LucideIcon;
  /** The one that the line is about comes first. */
  actions: WorkAction[];
  onOpen?: (() => void) | undefined;
};

export type WorkGroup = { id: string; title: string; items: WorkItem[]; hint?: string };

/** Lines shown of a group before it asks. */
const most = 100;

/**
 * Lines of work in groups, walked through by arrows; the line's own letters do what its buttons do, Enter opens it.
 * In: the groups (empty ones are left out), the name of the list.
 */
export function WorkList({ label, groups }: { label: string; groups: readonly WorkGroup[] }) {
  const frame = useRef<HTMLDivElement>(null);
  const [all, setAll] = useState<ReadonlySet<string>>(new Set());
  const shown = groups
    .filter(({ items }) => items.length > 0)
    .map((group) => ({ ...group, visible: all.has(group.id) ? group.items : group.items.slice(0, most) }));
  const items = shown.flatMap(({ visible }) => visible);
  const [activeId, setActiveId] = useState<string>();
  const [hovered, setHovered] = useState<string>();
  const [opened, setOpened] = useState<{ item: string; action: string }>();
  const lastIndex = useRef(0);
  const takesFocus = useRef(false);
  const found = items.findIndex(({ id }) => id === activeId);
  const index = found >= 0 ? found : Math.min(lastIndex.current, Math.max(0, items.length - 1));
  const active = items[index];
  const focusRow = (id: string | undefined) => {
    const rows = [...(frame.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
    rows.find((row) => row.dataset.row === id)?.focus();
  };
  // After every change: whatever became of the lines, the focus goes on where it was.
  useEffect(() => {
    lastIndex.current = index;
    if (!takesFocus.current || opened) return;
    takesFocus.current = false;
    const lost = document.activeElement === document.body || frame.current?.contains(document.activeElement);
    if (lost) focusRow(active?.id);
  });

  const act = (item: WorkItem, action: WorkAction) => {
    setActiveId(item.id);
    takesFocus.current = true;
    if ('run' in action) action.run();
    else setOpened({ item: item.id, action: action.id });
  };
  const go = (to: number) => {
    const next = items[Math.max(0, Math.min(items.length - 1, to))];
    if (!next) return;
    setActiveId(next.id);
    focusRow(next.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !active) return;
    if (!(event.target instanceof HTMLElement) || event.target.dataset.row === undefined) return;
    if (event.key === 'ArrowDown') go(index + 1);
    else if (event.key === 'ArrowUp') go(index - 1);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(items.length - 1);
    else {
      const action = active.actions.find(({ keys }) => keys === event.key.toLowerCase());
      if (!action) return;
      act(active, action);
    }
    event.preventDefault();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the lines in it have the focus; it hears their keys
    <div ref={frame} onKeyDown={onKeyDown}>
      {shown.map((group) => (
        <Group key={group.id} title={group.title}>
          {group.title !== '' && (
            <h2 className="flex items-baseline gap-2 px-3 pt-3 pb-1 text-sm font-medium text-soft">
              {group.title}
              <span className="font-normal">{group.items.length}</span>
            </h2>
          )}
          {group.hint && <p className="px-3 pb-1 text-sm text-soft">{group.hint}</p>}
          <ul aria-label={group.title || label}>
            {group.visible.map((item) => (
              <Line
                key={item.id}
                item={item}
                active={item.id === active?.id}
                withActions={item.id === active?.id || item.id === hovered || item.id === opened?.item}
                opened={opened?.item === item.id ? opened.action : undefined}
                onHover={setHovered}
                onFocus={() => setActiveId(item.id)}
                onAct={(action) => act(item, action)}
                onClose={() => {
                  takesFocus.current = true;
                  setOpened(undefined);
                }}
              />
            ))}
          </ul>
          {group.items.length > group.visible.length && (
            <Button
              look="quiet"
              size="small"
              className="mx-2"
              onClick={() => setAll((before) => new Set([...before, group.id]))}
            >
              {i18n.t('work.more', [group.items.length - group.visible.length])}
            </Button>
          )}
        </Group>
      ))}
    </div>
  );
}

/** A group with a name is a part of the page; one without stands in a part that has one. */
const Group = ({ title, children }: { title: string; children: ReactNode }) =>
  title === '' ? <div>{children}</div> : <section aria-label={title}>{children}</section>;

type LineProps = {
  item: WorkItem;
  active: boolean;
  withActions: boolean;
  opened: string | undefined;
  onHover: (id: string | undefined) => void;
  onFocus: () => void;
  onAct: (action: WorkAction) => void;
  onClose: () => void;
};

function Line({ item, active, withActions, opened, onHover, onFocus, onAct, onClose }: LineProps) {
  const { title, detail, aside, late, icon: Icon, actions, onOpen } = item;
  return (
    <li
      className={classNames(
        'flex min-h-10 items-center gap-1 border-b border-line pe-2',
        active ? 'bg-wash' : 'hover:bg-wash',
      )}
      onPointerEnter={() => onHover(item.id)}
      onPointerLeave={() => onHover(undefined)}
    >
      <button
        type="button"
        data-row={item.id}
        tabIndex={active ? 0 : -1}
        aria-keyshortcuts={actions.map(({ keys }) => keys).join(' ')}
        onFocus={onFocus}
        onClick={onOpen}
        className="focus-inner flex min-w-0 flex-1 items-center gap-2 self-stretch py-1 ps-3 text-start"
      >
        <Icon size={16} strokeWidth={1.75} aria-hidden="true" className="shrink-0 text-soft" />
        <span className="min-w-0 flex-1">
          <span className="block truncate font-medium">
            <bdi>{title}</bdi>
          </span>
          {detail && <span className="block truncate text-sm text-soft">{detail}</span>}
        </span>
        {aside && (
          <span className={classNames('shrink-0 text-sm', late ? 'font-medium text-danger' : 'text-soft')}>
            {aside}
          </span>
        )}
      </button>
      {withActions &&
        actions.map((action) =>
          'run' in action ? (
            <IconButton
              key={action.id}
              icon={action.icon}
              label={action.label}
              keys={action.keys.toUpperCase()}
              tabIndex={active ? 0 : -1}
              onClick={() => onAct(action)}
            />
          ) : (
            <Popover
              key={action.id}
              label={action.label}
              align="end"
              open={opened === action.id}
              onOpenChange={(open) => (open ? onAct(action) : onClose())}
              trigger={
                <IconButton
                  icon={action.icon}
                  label={action.label}
                  keys={action.keys.toUpperCase()}
                  tabIndex={active ? 0 : -1}
                />
              }
            >
              {action.form(onClose)}
            </Popover>
          ),
        )}
    </li>
  );
}
