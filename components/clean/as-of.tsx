import { CalendarClockIcon } from 'lucide-react';
import { useId, useState } from 'react';
import { i18n } from '#i18n';
import { leadAsOf } from '../../lib/domain/as-of.ts';
import { flattenLead } from '../../lib/domain/flat-lead.ts';
import { dayOf } from '../../lib/domain/own-values.ts';
import type { Change, Lead } from '../../lib/domain/schema/lead.ts';
import { useOwnFields } from '../hooks/use-own-fields.ts';
import { changedWord } from '../leads/changed-word.ts';
import { dayText, valueText } from '../leads/words.ts';
import { Button } from '../ui/button.tsx';
import { Input } from '../ui/input.tsx';

/** The last moment of a local day. In: `2026-05-03`. */
const endOf = (day: string): number => new Date(`${day}T23:59:59.999`).getTime();

/** A lead as it was known at the end of a day: to be read, not to be changed. In: the lead as it is, its whole history. */
export function AsOf({ lead, changes }: { lead: Lead; changes: readonly Change[] }) {
  const [day, setDay] = useState<string>();
  const id = useId();
  if (day === undefined)
    return (
      <Button look="quiet" size="small" className="self-start" onClick={() => setDay(dayOf(Date.now()))}>
        <CalendarClockIcon size={14} aria-hidden="true" /> {i18n.t('clean.asOf.open')}
      </Button>
    );
  return (
    <div className="flex flex-col gap-2 rounded-md border border-line p-2">
      <div className="flex flex-wrap items-center gap-2">
        <label htmlFor={id}>{i18n.t('clean.asOf.label')}</label>
        <Input
          id={id}
          type="date"
          className="w-fit!"
          value={day}
          min={dayOf(lead.createdAt)}
          max={dayOf(Date.now())}
          onChange={(event) => event.target.value && setDay(event.target.value)}
        />
        <Button look="quiet" size="small" onClick={() => setDay(undefined)}>
          {i18n.t('clean.asOf.back')}
        </Button>
      </div>
      <Then lead={lead} changes={changes} at={endOf(day)} />
    </div>
  );
}

function Then({ lead, changes, at }: { lead: Lead; changes: readonly Change[]; at: number }) {
  const { fields, deleted } = useOwnFields();
  const own = [...fields, ...deleted.map(({ definition }) => definition)];
  const then = leadAsOf(lead, changes, at);
  if (then.is === 'unknown') return <p className="text-soft">{i18n.t('clean.asOf.unknown', [dayText(at)])}</p>;
  const [was, now] = [flattenLead(then.lead), flattenLead(lead)];
  const told = Object.entries(was).flatMap(([field, value]) => {
    const word = changedWord(field, own);
    const text = word === undefined ? '' : valueText(field, value);
    return word !== undefined && text !== ''
      ? [{ field, word, text, isOther: text !== valueText(field, now[field]) }]
      : [];
  });
  return (
    <>
      {then.is === 'deleted' && <p className="text-soft">{i18n.t('clean.asOf.deleted', [dayText(at)])}</p>}
      <dl aria-label={i18n.t('clean.asOf.title', [dayText(at)])} className="grid grid-cols-[auto_1fr] gap-x-3 text-sm">
        {told.map(({ field, word, text, isOther }) => (
          <div key={field} className="contents">
            <dt className="text-soft">{word}</dt>
            <dd className={isOther ? 'break-words font-medium text-doubt' : 'break-words'}>{text}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
