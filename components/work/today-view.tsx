import { PlusIcon, SunIcon } from 'lucide-react';
import { useEffect, useState } from 'react';
import { i18n } from '#i18n';
import { dayStart, dueState } from '../../lib/work/due.ts';
import { useDay } from '../hooks/use-day.ts';
import { useNow } from '../hooks/use-now.ts';
import { useSetting } from '../hooks/use-setting.ts';
import { type TaskLine, taskActions, useAllTasks } from '../hooks/use-tasks.ts';
import { useWhose } from '../hooks/use-whose.ts';
import { attemptWithUndo } from '../leads/act.ts';
import { useRemembered } from '../leads/use-remembered.ts';
import { DueLine } from '../privacy/due-line.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Popover } from '../ui/popover.tsx';
import { Segments } from '../ui/segments.tsx';
import { CallsView } from './calls-view.tsx';
import { Holidays } from './holidays.tsx';
import { birthdayItem, quietItem, stuckItem } from './quiet-item.tsx';
import { TaskForm } from './task-form.tsx';
import { taskItem } from './task-item.tsx';
import { WhoseSwitch } from './whose.tsx';
import { WithLead } from './with-lead.tsx';
import { dueText } from './words.ts';
import { type WorkGroup, WorkList } from './work-list.tsx';

type Shown = 'day' | 'tasks' | 'calls';

/** What today asks for: what is due, who is new, who was not heard of, what stands still; and all tasks. */
export function TodayView() {
  const [shown, setShown] = useRemembered<Shown>('work.shown', 'day');
  const [opened, setOpened] = useRemembered<string | undefined>('work.opened', undefined);
  const now = useNow();
  const { choice, name } = useWhose();
  const { value: tasks, failure } = useAllTasks(dayStart(now), name);
  const dueCount = tasks?.dated.filter(({ task }) => /overdue|today/.test(dueState(task, now))).length;
  return (
    <WithLead opened={opened} onOpen={setOpened}>
      <div className="flex h-9 shrink-0 items-center gap-1 border-b border-line ps-2 pe-2">
        <Segments
          label={i18n.t('work.today')}
          value={shown}
          options={[
            { value: 'day', text: i18n.t('work.today'), ...(dueCount !== undefined && { count: dueCount }) },
            { value: 'tasks', text: i18n.t('work.allTasks') },
            { value: 'calls', text: i18n.t('work.calls') },
          ]}
          onChange={setShown}
        />
        <span className="flex-1" />
        <NewTask withKey={shown !== 'calls'} />
      </div>
      {choice && (
        <div className="flex h-8 shrink-0 items-center border-b border-line px-2">
          <WhoseSwitch {...choice} />
        </div>
      )}
      {shown === 'calls' ? (
        <CallsView name={name} onOpen={setOpened} />
      ) : (
        <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain pb-16">
          {failure ? (
            <p role="alert" className="p-3">
              {i18n.t('leads.failed', [failure.detail])}
            </p>
          ) : !tasks ? null : shown === 'day' ? (
            <Day tasks={tasks} name={name} now={now} onOpen={setOpened} />
          ) : (
            <AllTasks tasks={tasks} now={now} onOpen={setOpened} />
          )}
        </div>
      )}
    </WithLead>
  );
}

/** A task about nobody; N opens the form from anywhere on the page. */
function NewTask({ withKey }: { withKey: boolean }) {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    // On a call the letter says that nobody was reached.
    if (!withKey) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.key !== 'n') return;
      if (event.target instanceof Element && event.target.closest('input, textarea, select, article, [role=dialog]'))
        return;
      event.preventDefault();
      setOpen(true);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [withKey]);
  return (
    <Popover
      label={i18n.t('work.newTask')}
      align="end"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button look="quiet" size="small" aria-keyshortcuts={withKey ? 'n' : undefined}>
          <PlusIcon size={14} aria-hidden="true" />
          {i18n.t('work.newTask')}
        </Button>
      }
    >
      <TaskForm
        submit={i18n.t('work.addTask')}
        onCancel={() => setOpen(false)}
        onSubmit={async (body) => {
          const kept = await attemptWithUndo(() => taskActions.add([], body), i18n.t('work.addedTask', [body.text]));
          if (kept) setOpen(false);
          return kept;
        }}
      />
    </Popover>
  );
}

type Tasks = { dated: TaskLine[]; undated: TaskLine[]; done: TaskLine[] };
type Props = { tasks: Tasks; now: number; onOpen: (id: string) => void };

function Day({ tasks, name, now, onOpen }: Props & { name: string | undefined }) {
  const [pipeline] = useSetting('pipeline');
  const [settings] = useSetting('work');
  const day = useDay(pipeline, settings, name, now);
  const due = (state: string) =>
    tasks.dated.filter(({ task }) => dueState(task, now) === state).map((line) => taskItem(line, now, onOpen));
  const groups: WorkGroup[] = [
    { id: 'overdue', title: i18n.t('work.overdue'), items: due('overdue') },
    { id: 'today', title: i18n.t('work.dueToday'), items: due('today') },
    {
      id: 'stuck',
      title: i18n.t('work.stuck'),
      hint: i18n.t('work.stuckHint'),
      items: pipeline ? (day?.stuck ?? []).map((one) => stuckItem(one, pipeline, onOpen)) : [],
    },
    {
      id: 'fresh',
      title: i18n.t('work.freshA'),
      items: (day?.fresh ?? []).map((one) => quietItem(one, 'fresh', onOpen)),
    },
    {
      id: 'silent',
      title: i18n.t('work.silentA', settings?.silentDays ?? 0),
      items: (day?.silent ?? []).map((one) => quietItem(one, 'silent', onOpen)),
    },
    {
      id: 'birthdays',
      title: i18n.t('work.birthdays'),
      items: (day?.birthdays ?? []).map((one) => birthdayItem(one, now, onOpen)),
    },
  ];
  const near = [...tasks.dated.slice(0, 200), ...(day?.fresh ?? []), ...(day?.silent ?? []), ...(day?.stuck ?? [])];
  const isEmpty = groups.every(({ items }) => items.length === 0);
  return (
    <>
      {isEmpty && day && (
        <EmptyState icon={SunIcon} title={i18n.t('work.nothingToday')}>
          <p>{i18n.t('work.nothingTeach')}</p>
        </EmptyState>
      )}
      <WorkList label={i18n.t('work.today')} groups={groups} />
      <Holidays leads={near} now={now} />
      <DueLine now={now} />
      <DoneToday tasks={tasks} now={now} />
    </>
  );
}

function DoneToday({ tasks, now }: Pick<Props, 'tasks' | 'now'>) {
  if (tasks.done.length === 0) return null;
  return (
    <section aria-label={i18n.t('work.doneToday')}>
      <h2 className="px-3 pt-3 pb-1 text-sm font-medium text-soft">
        {i18n.t('work.doneToday')} <span className="font-normal">{tasks.done.length}</span>
      </h2>
      <ul>
        {tasks.done.slice(0, 20).map(({ task, lead }) => (
          <li key={task.id} className="truncate px-3 py-0.5 text-sm text-soft">
            <bdi className="line-through">{task.text}</bdi> <bdi>{lead?.name}</bdi>{' '}
            {dueText({ dueAt: task.doneAt, timed: true }, now)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function AllTasks({ tasks, now, onOpen }: Props) {
  const groups: WorkGroup[] = (['overdue', 'today', 'soon', 'later'] as const).map((state) => ({
    id: state,
    title: i18n.t(`work.when.${state}`),
    items: tasks.dated.filter(({ task }) => dueState(task, now) === state).map((line) => taskItem(line, now, onOpen)),
  }));
  const someday = tasks.undated.map((line) => taskItem(line, now, onOpen));
  const isEmpty = tasks.dated.length + someday.length === 0;
  return (
    <>
      {isEmpty && (
        <EmptyState icon={SunIcon} title={i18n.t('work.noTasks')}>
          <p>{i18n.t('work.nothingTeach')}</p>
        </EmptyState>
      )}
      <WorkList
        label={i18n.t('work.allTasks')}
        groups={[...groups, { id: 'someday', title: i18n.t('work.when.someday'), items: someday }]}
      />
    </>
  );
}
