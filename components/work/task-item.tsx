import { AlarmClockIcon, BellIcon, CheckIcon, PencilIcon, RepeatIcon, Trash2Icon } from 'lucide-react';
import { i18n } from '#i18n';
import { dueState } from '../../lib/work/due.ts';
import { type TaskLine, taskActions } from '../hooks/use-tasks.ts';
import { attemptWithUndo } from '../leads/act.ts';
import { leadName } from '../leads/lead-row.tsx';
import { isolate } from '../ui/isolate.ts';
import { kindIcons } from './kind-icons.ts';
import { SnoozeForm } from './snooze-form.tsx';
import { TaskForm } from './task-form.tsx';
import { dueText, repeatText } from './words.ts';
import type { WorkItem } from './work-list.tsx';

/** What can be done to a task; each says so and offers undo. Out: whether it worked. */
export const doTask = ({ task }: TaskLine) =>
  attemptWithUndo(() => taskActions.done(task), i18n.t('work.didTask', [task.text]));
export const snoozeTask = ({ task }: TaskLine, until: number, timed: boolean, now: number) =>
  attemptWithUndo(
    () => taskActions.snooze(task, until, timed),
    i18n.t('work.snoozed', [dueText({ dueAt: until, timed }, now)]),
  );
const removeTask = ({ task }: TaskLine) =>
  attemptWithUndo(() => taskActions.remove(task), i18n.t('work.removedTask', [task.text]));

/** Whom a task is about: name and company. */
export function aboutText({ lead, company }: Pick<TaskLine, 'lead' | 'company'>): string {
  if (!lead) return '';
  const firm = lead.kind === 'person' ? (company?.name ?? lead.companyName) : undefined;
  return [leadName(lead), firm && isolate(firm)].filter(Boolean).join(' · ');
}

/** A task as a line of work. In: the task with its lead, the time, the way to the lead. */
export function taskItem(line: TaskLine, now: number, onOpen: (leadId: string) => void): WorkItem {
  const { task, lead } = line;
  const about = aboutText(line);
  return {
    id: `task ${task.id}`,
    title: task.text || (lead ? leadName(lead) : ''),
    icon: kindIcons[task.kind ?? 'other'],
    aside: dueText(task, now),
    late: dueState(task, now) === 'overdue',
    detail: (about || task.repeat || task.remindAt !== undefined) && (
      <>
        {about}
        {task.repeat && (
          <>
            {about && ' · '}
            <RepeatIcon size={11} aria-hidden="true" className="inline align-[-1px]" /> {repeatText(task.repeat)}
          </>
        )}
        {task.remindAt !== undefined && (
          <BellIcon size={11} aria-label={i18n.t('work.reminds')} className="ms-1 inline align-[-1px]" />
        )}
      </>
    ),
    onOpen: lead && (() => onOpen(lead.id)),
    actions: [
      { id: 'done', keys: 'd', icon: CheckIcon, label: i18n.t('work.done'), run: () => void doTask(line) },
      {
        id: 'snooze',
        keys: 's',
        icon: AlarmClockIcon,
        label: i18n.t('work.putOff'),
        form: (close) => (
          <SnoozeForm
            onChoose={(until, timed) => {
              close();
              void snoozeTask(line, until, timed, now);
            }}
          />
        ),
      },
      {
        id: 'edit',
        keys: 'e',
        icon: PencilIcon,
        label: i18n.t('work.edit'),
        form: (close) => (
          <TaskForm
            task={task}
            submit={i18n.t('work.keep')}
            onCancel={close}
            onSubmit={async (body) => {
              const empty = { kind: null, dueAt: null, timed: null, remindAt: null, repeat: null };
              const kept = await attemptWithUndo(
                () => taskActions.edit(task, { ...empty, ...body }),
                i18n.t('work.changedTask', [body.text]),
              );
              if (kept) close();
              return kept;
            }}
          />
        ),
      },
      { id: 'remove', keys: 'x', icon: Trash2Icon, label: i18n.t('work.remove'), run: () => void removeTask(line) },
    ],
  };
}
