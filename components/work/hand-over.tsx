import { type FormEvent, useId, useState } from 'react';
import { i18n } from '#i18n';
import { dayOf } from '../../lib/domain/own-values.ts';
import { dayStart, noonOfDay } from '../../lib/work/due.ts';
import { leadActions } from '../hooks/use-lead-actions.ts';
import { attemptWithUndo } from '../leads/act.ts';
import { dayText } from '../leads/words.ts';
import { Button } from '../ui/button.tsx';
import { Field, Input } from '../ui/input.tsx';

/** Gives leads to a colleague until a day; after it they are their owner's again by themselves. In: the leads, known owners. */
export function HandOverForm({
  ids,
  owners,
  onDone,
  takesFocus = true,
}: {
  ids: readonly string[];
  owners: readonly string[];
  onDone: () => void;
  /** Off where it comes up while somebody still goes through what there is to choose. */
  takesFocus?: boolean;
}) {
  const [name, setName] = useState('');
  const [day, setDay] = useState(() => dayOf(noonOfDay(Date.now(), 14)));
  const list = useId();
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const to = name.trim();
    const last = new Date(`${day}T12:00`).getTime();
    if (to === '' || Number.isNaN(last)) return;
    const standIn = { name: to, since: Date.now(), until: dayStart(last, 1) };
    const done = await attemptWithUndo(
      () => leadActions.bulkEdit([...ids], { standIn }),
      i18n.t('work.handOver.done', ids.length, [String(ids.length), to, dayText(last)]),
    );
    if (done) onDone();
  };
  return (
    <form className="flex flex-col gap-2" onSubmit={(event) => void send(event)}>
      <Field label={i18n.t('work.handOver.to')}>
        {(props) => (
          <Input
            {...props}
            autoFocus={takesFocus}
            list={list}
            maxLength={200}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <datalist id={list}>
        {owners.map((owner) => (
          <option key={owner} value={owner} />
        ))}
      </datalist>
      <Field label={i18n.t('work.handOver.until')} hint={i18n.t('work.handOver.hint')}>
        {(props) => (
          <Input
            {...props}
            type="date"
            min={dayOf(Date.now())}
            value={day}
            onChange={(event) => setDay(event.target.value)}
          />
        )}
      </Field>
      <Button look="primary" type="submit" className="self-end" disabled={name.trim() === '' || day === ''}>
        {i18n.t('work.handOver.give')}
      </Button>
    </form>
  );
}
