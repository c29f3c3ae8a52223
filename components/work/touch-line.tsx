import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { noonOf } from '../../lib/domain/own-values.ts';
import { type CallOutcome, callOutcome } from '../../lib/domain/schema/lead.ts';
import type { TaskBody } from '../../lib/domain/schema/task.ts';
import { putOffBy } from '../../lib/work/call-outcome.ts';
import type { TaskRef } from '../hooks/use-tasks.ts';
import { keepTouch, type Touch } from '../hooks/use-touches.ts';
import { attemptWithUndo } from '../leads/act.ts';
import { Button } from '../ui/button.tsx';
import { Input } from '../ui/input.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { dueText } from './words.ts';

/** The key of each outcome, where the line is not being typed into. */
export const outcomeKeys: Record<CallOutcome, string> = {
  reached: 'r',
  notReached: 'n',
  voicemail: 'v',
  wrongNumber: 'w',
  callBack: 'b',
};

const nextText: Record<Touch['kind'], () => string> = {
  call: () => i18n.t('work.next.call'),
  email: () => i18n.t('work.next.email'),
  meeting: () => i18n.t('work.next.meeting'),
  note: () => i18n.t('work.next.note'),
};
const nextKind: Record<Touch['kind'], TaskBody['kind']> = {
  call: 'call',
  email: 'mail',
  meeting: 'meeting',
  note: 'other',
};

type Props = {
  leadId: string;
  kind: Touch['kind'];
  /** The task that this is the doing of; a call that reached nobody puts it off. */
  doneTask?: TaskRef | undefined;
  autoFocus?: boolean;
  onKept?: () => void;
  onCancel?: () => void;
};

/**
 * What was done, what was said and when it goes on, in one line: the outcome of a call is one key or one press and keeps all of
 * it. "Call back" wants a day. In: whose touch it is, which kind, the task done with it.
 */
export function TouchLine({ leadId, kind, doneTask, autoFocus = false, onKept, onCancel }: Props) {
  const [note, setNote] = useState('');
  const [day, setDay] = useState('');
  const [time, setTime] = useState('');
  const [busy, setBusy] = useState(false);
  const dayField = useRef<HTMLInputElement>(null);

  const keep = async (outcome?: CallOutcome) => {
    if (busy) return;
    if (outcome === 'callBack' && day === '') {
      dayField.current?.focus();
      return;
    }
    if (kind !== 'call' && note.trim() === '' && kind === 'note') return;
    setBusy(true);
    const dueAt = day === '' ? undefined : time === '' ? noonOf(day) : new Date(`${day}T${time}`).getTime();
    const chosen = dueAt === undefined ? undefined : { dueAt, timed: time !== '' };
    const now = Date.now();
    const off = doneTask && putOffBy(outcome, chosen, now);
    const next: TaskBody | undefined = off
      ? undefined
      : chosen && {
          text: outcome === 'callBack' ? i18n.t('work.next.callBack') : nextText[kind](),
          kind: nextKind[kind],
          dueAt: chosen.dueAt,
          ...(chosen.timed && { timed: true }),
        };
    const task = off ? { putOff: { ...off, task: doneTask } } : { doneTask };
    const said = kind === 'call' && outcome ? i18n.t(`work.outcome.${outcome}`) : i18n.t(`work.touch.${kind}`);
    const kept = await attemptWithUndo(
      () => keepTouch(leadId, { kind, text: note, callOutcome: outcome, next, ...task }),
      off
        ? i18n.t('work.keptPutOff', [said, dueText({ dueAt: off.until, timed: off.timed }, now)])
        : i18n.t('work.kept', [said]),
    );
    setBusy(false);
    if (!kept) return;
    setNote('');
    setDay('');
    setTime('');
    onKept?.();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && onCancel) {
      event.preventDefault();
      event.stopPropagation();
      onCancel();
    }
  };
  return (
    <form
      className="flex flex-wrap items-center gap-1"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void keep(kind === 'call' ? 'reached' : undefined);
      }}
      onKeyDown={onKeyDown}
    >
      <Input
        autoFocus={autoFocus}
        aria-label={i18n.t('work.said')}
        placeholder={i18n.t('work.said')}
        className="min-w-32 flex-1"
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <Input
        ref={dayField}
        type="date"
        aria-label={i18n.t('work.nextDay')}
        title={i18n.t('work.nextDay')}
        className="w-auto!"
        value={day}
        onChange={(event) => setDay(event.target.value)}
      />
      {day !== '' && (
        <Input
          type="time"
          aria-label={i18n.t('work.time')}
          className="w-auto!"
          value={time}
          onChange={(event) => setTime(event.target.value)}
        />
      )}
      {kind === 'call' ? (
        <span className="flex flex-wrap gap-1">
          {callOutcome.options.map((outcome) => (
            <Button
              key={outcome}
              size="small"
              look={outcome === 'reached' ? 'primary' : 'line'}
              data-outcome={outcome}
              aria-keyshortcuts={outcomeKeys[outcome]}
              disabled={busy}
              onClick={() => void keep(outcome)}
            >
              {i18n.t(`work.outcome.${outcome}`)} <Kbd keys={outcomeKeys[outcome].toUpperCase()} />
            </Button>
          ))}
        </span>
      ) : (
        <Button size="small" look="primary" type="submit" disabled={busy || (kind === 'note' && note.trim() === '')}>
          {i18n.t('work.keep')}
        </Button>
      )}
    </form>
  );
}

/** Presses the outcome of a key in a part of the page. Out: whether the key was one. */
export function pressOutcome(within: Element | null, key: string): boolean {
  const outcome = callOutcome.options.find((one) => outcomeKeys[one] === key.toLowerCase());
  const button = outcome && within?.querySelector<HTMLButtonElement>(`[data-outcome="${outcome}"]`);
  button?.click();
  return Boolean(button);
}
