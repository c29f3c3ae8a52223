import { type FormEvent, useId, useState } from 'react';
import { i18n } from '#i18n';
import { dayOf, noonOf } from '../../lib/domain/own-values.ts';
import { type TaskBody, type TaskRepeat, taskKind } from '../../lib/domain/schema/task.ts';
import { reminderAt } from '../../lib/work/due.ts';
import { useReminderPermission } from '../hooks/use-reminders.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { Field, Input, Select } from '../ui/input.tsx';
import { kindText, repeatText } from './words.ts';

const units = ['day', 'workday', 'week', 'month', 'year'] as const;
const repeats: TaskRepeat[] = [
  ...units.map((unit) => ({ every: 1, unit })),
  { every: 2, unit: 'week' },
  { every: 3, unit: 'month' },
];
const repeatKey = ({ every, unit }: TaskRepeat) => `${every} ${unit}`;

const two = (n: number) => String(n).padStart(2, '0');
const timeOf = (at: number) => `${two(new Date(at).getHours())}:${two(new Date(at).getMinutes())}`;

type Draft = { text: string; kind: TaskBody['kind']; day: string; time: string; repeat: string; remind: boolean };

const draftOf = (task: TaskBody | undefined): Draft => ({
  text: task?.text ?? '',
  kind: task?.kind ?? 'other',
  day: task?.dueAt === undefined ? '' : dayOf(task.dueAt),
  time: task?.dueAt !== undefined && task.timed ? timeOf(task.dueAt) : '',
  repeat: task?.repeat ? repeatKey(task.repeat) : '',
  remind: task?.remindAt !== undefined,
});

const hourMs = 60 * 60 * 1000;

/** A day's reminder comes in its morning; of today, where that has gone by, in an hour. */
const reminderOf = (dueAt: number, timed: boolean, now: number): number => {
  const at = reminderAt({ dueAt, timed });
  return !timed && at < now && dayOf(dueAt) === dayOf(now) ? now + hourMs : at;
};

/** What was typed as a task. A time without a day is today's. In: the draft, the time. */
function taskOf({ text, kind, day, time, repeat, remind }: Draft, before: TaskBody | undefined, now: number): TaskBody {
  const on = day || (time && dayOf(now));
  const dueAt = on ? (time ? new Date(`${on}T${time}`).getTime() : noonOf(on)) : undefined;
  const comesAgain = [...repeats, ...(before?.repeat ? [before.repeat] : [])].find((one) => repeatKey(one) === repeat);
  return {
    text: text.trim(),
    ...(kind && kind !== 'other' && { kind }),
    ...(dueAt !== undefined && { dueAt, ...(time && { timed: true }) }),
    ...(comesAgain && { repeat: comesAgain }),
    ...(remind && dueAt !== undefined && { remindAt: reminderOf(dueAt, time !== '', now) }),
  };
}

/** A task to be written or changed. In: what it is so far, what to do with it once it is said, the word of the button. */
export function TaskForm({
  task,
  submit,
  onSubmit,
  onCancel,
}: {
  task?: TaskBody | undefined;
  submit: string;
  onSubmit: (task: TaskBody) => Promise<boolean>;
  onCancel?: () => void;
}) {
  const [draft, setDraft] = useState<Draft>(() => draftOf(task));
  const [busy, setBusy] = useState(false);
  const permission = useReminderPermission();
  const remindId = useId();
  const set = (patch: Partial<Draft>) => setDraft((before) => ({ ...before, ...patch }));
  const offered = task?.repeat && !repeats.some((one) => repeatKey(one) === draft.repeat) ? [task.repeat] : [];
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (draft.text.trim() === '' || busy) return;
    setBusy(true);
    if (await onSubmit(taskOf(draft, task, Date.now()))) setDraft(draftOf(undefined));
    setBusy(false);
  };
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => void send(event)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !onCancel) return;
        event.preventDefault();
        event.stopPropagation();
        onCancel();
      }}
    >
      <Field label={i18n.t('work.what')}>
        {(props) => (
          <Input
            {...props}
            autoFocus
            maxLength={2000}
            placeholder={i18n.t('work.whatHint')}
            value={draft.text}
            onChange={(event) => set({ text: event.target.value })}
          />
        )}
      </Field>
      <div className="grid grid-cols-2 gap-2">
        <Field label={i18n.t('work.day')}>
          {(props) => (
            <Input {...props} type="date" value={draft.day} onChange={(event) => set({ day: event.target.value })} />
          )}
        </Field>
        <Field label={i18n.t('work.time')}>
          {(props) => (
            <Input {...props} type="time" value={draft.time} onChange={(event) => set({ time: event.target.value })} />
          )}
        </Field>
        <Field label={i18n.t('work.kindLabel')}>
          {(props) => (
            <Select
              {...props}
              value={draft.kind}
              onChange={(event) => set({ kind: taskKind.catch('other').parse(event.target.value) })}
            >
              {taskKind.options.map((kind) => (
                <option key={kind} value={kind}>
                  {kindText(kind)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={i18n.t('work.repeat')}>
          {(props) => (
            <Select {...props} value={draft.repeat} onChange={(event) => set({ repeat: event.target.value })}>
              <option value="">{i18n.t('work.once')}</option>
              {[...repeats, ...offered].map((one) => (
                <option key={repeatKey(one)} value={repeatKey(one)}>
                  {repeatText(one)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <div className="flex items-center gap-2">
        <label htmlFor={remindId} className="flex h-7 items-center gap-2">
          <Checkbox
            id={remindId}
            checked={draft.remind}
            disabled={draft.day === '' && draft.time === ''}
            onChange={(event) => {
              const remind = event.target.checked;
              set({ remind });
              // Asked in the very click: browsers want a gesture.
              if (remind) void permission.ask();
            }}
          />
          {i18n.t('work.remind')}
        </label>
      </div>
      {draft.remind && permission.state === 'no' && (
        <p role="status" className="text-sm text-doubt">
          {i18n.t('work.remindRefused')}
        </p>
      )}
      <div className="flex justify-end gap-2">
        {onCancel && (
          <Button look="quiet" onClick={onCancel}>
            {i18n.t('work.cancel')}
          </Button>
        )}
        <Button look="primary" type="submit" disabled={busy || draft.text.trim() === ''}>
          {submit}
        </Button>
      </div>
    </form>
  );
}
