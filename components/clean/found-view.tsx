import { CopyCheckIcon } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { type DuplicateGroup, useDuplicates, useHeld } from '../hooks/use-duplicates.ts';
import { useWide } from '../hooks/use-wide.ts';
import { leadName } from '../leads/lead-row.tsx';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Progress } from '../ui/progress.tsx';
import { Segments } from '../ui/segments.tsx';
import { Compare, useDecisions } from './compare.tsx';
import { GroupList } from './group-list.tsx';
import { useCleanActions } from './use-clean-actions.ts';

type Kind = 'all' | DuplicateGroup['kind'];
type Act = ReturnType<typeof useCleanActions>;

/** What is probably one in the book, and what to do about it. In: leads asked for from elsewhere, as ids. */
export function FoundView({ asked }: { asked: readonly string[] }) {
  const search = useDuplicates();
  const { found, progress, failure, stale, start, stop } = search;
  const act = useCleanActions(search);
  const [kind, setKind] = useState<Kind>('all');
  const { undo } = act;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'z' || !isPlain(event)) return;
      event.preventDefault();
      undo();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [undo]);
  const all = found?.groups ?? [];
  const groups = kind === 'all' ? all : all.filter((group) => group.kind === kind);
  const certain = groups.filter(({ confidence }) => confidence === 'certain');
  const count = (of: DuplicateGroup['kind']) => all.filter((group) => group.kind === of).length;
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <header className="flex min-h-9 shrink-0 flex-wrap items-center gap-2 border-b border-line px-3 py-1.5">
        {progress !== undefined ? (
          <div className="flex min-w-48 flex-1 items-center gap-3">
            <Progress value={progress} label={i18n.t('clean.looking')} />
            <Button onClick={stop}>{i18n.t('clean.stop')}</Button>
          </div>
        ) : act.progress ? (
          <div className="flex min-w-48 flex-1 items-center gap-3">
            <Progress value={act.progress.done} max={act.progress.all} label={i18n.t('clean.mergingMany')} />
            <Button onClick={act.stop}>{i18n.t('clean.stop')}</Button>
          </div>
        ) : (
          <>
            {all.length > 0 && (
              <Segments
                label={i18n.t('clean.list')}
                value={kind}
                options={[
                  { value: 'all', text: i18n.t('clean.all'), count: all.length },
                  { value: 'person', text: i18n.t('clean.people'), count: count('person') },
                  { value: 'company', text: i18n.t('clean.companies'), count: count('company') },
                ]}
                onChange={setKind}
              />
            )}
            {certain.length > 0 && (
              <Button
                disabled={act.busy}
                onClick={() =>
                  void act.merge(
                    certain,
                    certain.map(({ ids }) => ({ leadIds: ids })),
                    '',
                  )
                }
              >
                {i18n.t('clean.mergeCertain', certain.length)}
              </Button>
            )}
            <span className="flex-1" />
            {stale && found && <span className="text-sm text-soft">{i18n.t('clean.stale')}</span>}
            <Button look={stale ? 'line' : 'quiet'} onClick={start}>
              {i18n.t(found ? 'clean.again' : 'clean.look')}
            </Button>
          </>
        )}
      </header>
      <p role="status" className="sr-only">
        {progress !== undefined ? i18n.t('clean.looking') : found ? i18n.t('clean.groups', all.length) : ''}
      </p>
      {failure && (
        <p role="alert" className="p-3 text-danger">
          {i18n.t('clean.failed', [failure.detail])}
        </p>
      )}
      {found && groups.length > 0 ? (
        <Groups key={kind} groups={groups} act={act} asked={asked} />
      ) : found ? (
        <EmptyState icon={CopyCheckIcon} title={i18n.t('clean.none')}>
          <p className="max-w-prose">{i18n.t('clean.noneTeach')}</p>
          <p className="text-sm">{i18n.t('clean.looked', found.looked)}</p>
        </EmptyState>
      ) : (
        progress === undefined && !failure && <p className="p-3 text-soft">{i18n.t('clean.stopped')}</p>
      )}
    </div>
  );
}

function Groups({ groups, act, asked }: { groups: readonly DuplicateGroup[]; act: Act; asked: readonly string[] }) {
  const [active, setActive] = useState(() =>
    Math.max(
      0,
      groups.findIndex(({ ids }) => asked.length > 0 && asked.every((id) => ids.includes(id))),
    ),
  );
  const [open, setOpen] = useState(asked.length > 0);
  const wide = useWide();
  const list = useRef<HTMLDivElement>(null);
  const at = Math.min(active, groups.length - 1);
  const group = groups[at];
  const toList = () => {
    setOpen(false);
    list.current?.focus();
  };
  useEffect(() => list.current?.focus(), []);
  return (
    <div className="relative flex min-h-0 flex-1">
      <div className="flex min-h-0 min-w-0 flex-1 flex-col" inert={open && !wide}>
        <GroupList groups={groups} active={at} onActive={setActive} onOpen={() => setOpen(true)} listRef={list} />
      </div>
      {group && <Side key={group.ids.join(' ')} group={group} act={act} wide={wide} entered={open} onBack={toList} />}
    </div>
  );
}

/** A key of the page's own: pressed by itself, and not while something is typed. */
function isPlain({ defaultPrevented, ctrlKey, metaKey, altKey, target }: KeyboardEvent): boolean {
  if (defaultPrevented || ctrlKey || metaKey || altKey) return false;
  const typed = 'input:not([type=radio], [type=checkbox]), textarea, select, [role=menu], [role=dialog]';
  return !(target instanceof Element && target.closest(typed));
}

function Side({
  group,
  act,
  wide,
  entered,
  onBack,
}: {
  group: DuplicateGroup;
  act: Act;
  wide: boolean;
  entered: boolean;
  onBack: () => void;
}) {
  const { held, failure } = useHeld(group.ids);
  const decisions = useDecisions(held ?? []);
  const frame = useRef<HTMLElement>(null);
  const { request, ordered } = decisions;
  const canAct = held !== undefined && !act.busy;
  const merge = () => {
    if (canAct && request && ordered.length > 1)
      void act.merge([group], [request], ordered[0] ? leadName(ordered[0].lead) : '').then(onBack);
  };
  const notSame = () => {
    if (canAct) void act.notSame(group, group.ids).then(onBack);
  };
  useEffect(() => {
    if (entered) frame.current?.focus();
  }, [entered]);
  // Before the comparison is painted: a key pressed the moment it shows is meant for it.
  useLayoutEffect(() => {
    // From the list and from the comparison alike.
    const onKey = (event: KeyboardEvent) => {
      if (!isPlain(event)) return;
      if (event.key === 'm') merge();
      else if (event.key === 'n') notSame();
      else if (event.key === 'Escape' && frame.current?.contains(document.activeElement)) onBack();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
  return (
    <section
      ref={frame}
      tabIndex={-1}
      aria-label={i18n.t('clean.compare')}
      className={classNames(
        'overflow-auto overscroll-contain outline-none',
        wide ? 'w-[min(58%,60rem)] shrink-0 border-s border-line' : 'absolute inset-0 bg-paper',
        !wide && !entered && 'hidden',
      )}
    >
      {failure && (
        <p role="alert" className="p-3 text-danger">
          {i18n.t('clean.failed', [failure.detail])}
        </p>
      )}
      {held && held.length > 1 && (
        <Compare
          group={group}
          held={held}
          decisions={decisions}
          actions={{ onMerge: merge, onNotSame: notSame, busy: act.busy }}
        />
      )}
    </section>
  );
}
