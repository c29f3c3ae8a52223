import { useState } from 'react';
import { i18n } from '#i18n';
import { noonOf } from '../../lib/domain/own-values.ts';
import { snoozeChoices } from '../../lib/work/snooze.ts';
import { Button } from '../ui/button.tsx';
import { Input } from '../ui/input.tsx';
import { clockText, nearDayText } from './words.ts';

/** Until when to put something off: a few usual times, or a day of one's own. In: what to do with the time chosen. */
export function SnoozeForm({ onChoose }: { onChoose: (until: number, timed: boolean) => void }) {
  const [now] = useState(Date.now);
  return (
    <div className="flex flex-col gap-1">
      {snoozeChoices(now).map(({ id, at, timed }, place) => (
        <Button
          key={id}
          look="quiet"
          className="justify-between! text-ink!"
          autoFocus={place === 0}
          onClick={() => onChoose(at, timed)}
        >
          <span>{i18n.t(`work.snooze.${id}`)}</span>
          <span className="ps-4 text-soft">{timed ? clockText(at) : nearDayText(at, now)}</span>
        </Button>
      ))}
      <Input
        type="date"
        aria-label={i18n.t('work.snooze.day')}
        onChange={(event) => event.target.value && onChoose(noonOf(event.target.value), false)}
      />
    </div>
  );
}
