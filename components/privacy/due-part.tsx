import { HourglassIcon } from 'lucide-react';
import { useState } from 'react';
import { i18n } from '#i18n';
import { leadActions } from '../hooks/use-lead-actions.ts';
import { type DuePerson, useDuePeople } from '../hooks/use-privacy.ts';
import { attemptWithUndo, removeLeads } from '../leads/act.ts';
import { leadName } from '../leads/lead-row.tsx';
import { dayText } from '../leads/words.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { EraseDialog } from './erase-dialog.tsx';
import { KeepForm } from './keep-form.tsx';

type Person = DuePerson['person'];

const step = 200;
/** Whom the one form for all that are ticked is of. */
const all = 'ticked';

/** People whose usual period is over: keep each with a reason, or erase them. */
export function DuePart() {
  const [most, setMost] = useState(step);
  const { value, failure } = useDuePeople(most);
  const [ticks, setTicks] = useState<ReadonlySet<string>>(new Set());
  const [keeping, setKeeping] = useState<string>();
  const [erasing, setErasing] = useState<Person>();
  if (failure)
    return (
      <p role="alert" className="p-4">
        {i18n.t('privacy.failed', [failure.detail])}
      </p>
    );
  if (!value) return <p className="p-4 text-soft">{i18n.t('privacy.loading')}</p>;
  const { due, total, kept, months } = value;
  // Who was decided on meanwhile is no longer ticked.
  const ticked = due.flatMap(({ person }) => (ticks.has(person.id) ? [person.id] : []));
  const tick = (ids: string[], on: boolean) =>
    setTicks(new Set(on ? [...ticked, ...ids] : ticked.filter((id) => !ids.includes(id))));
  const keep = async (ids: string[], done: string, reason: string, until: number | undefined) => {
    const keptLonger = { reason, at: Date.now(), ...(until !== undefined && { until }) };
    if (await attemptWithUndo(() => leadActions.bulkEdit(ids, { keptLonger }), done)) setKeeping(undefined);
  };
  return (
    <div className="flex flex-col gap-3 p-4">
      {total === 0 ? (
        <EmptyState icon={HourglassIcon} title={i18n.t('privacy.dueNone', [i18n.t('privacy.dueMonths', months)])} />
      ) : (
        <p>{i18n.t('privacy.dueLead', total, [i18n.t('privacy.dueMonths', months), total])}</p>
      )}
      {kept > 0 && <p className="text-soft">{i18n.t('privacy.keptLonger', kept)}</p>}
      {total > 1 && (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <label htmlFor="due-all" className="flex min-h-6 items-center gap-2">
            <Checkbox
              id="due-all"
              checked={ticked.length === due.length}
              indeterminate={ticked.length > 0 && ticked.length < due.length}
              onChange={(event) =>
                tick(
                  due.map(({ person }) => person.id),
                  event.target.checked,
                )
              }
            />
            {i18n.t('privacy.dueAll')}
          </label>
          {ticked.length > 0 && (
            <>
              <Button aria-expanded={keeping === all} onClick={() => setKeeping(keeping === all ? undefined : all)}>
                {i18n.t('privacy.keepTicked', ticked.length)}
              </Button>
              <Button onClick={() => void removeLeads(ticked)}>{i18n.t('privacy.binTicked', ticked.length)}</Button>
              <span className="text-sm text-soft">{i18n.t('privacy.binHint')}</span>
            </>
          )}
        </div>
      )}
      {keeping === all && ticked.length > 0 && (
        <KeepForm
          onKeep={(reason, until) => void keep(ticked, i18n.t('privacy.keptTicked', ticked.length), reason, until)}
          onCancel={() => setKeeping(undefined)}
        />
      )}
      <ul className="flex flex-col">
        {due.map(({ person, retention }) => (
          <li key={person.id} className="flex flex-col gap-2 border-b border-line py-2">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              {total > 1 && (
                <Checkbox
                  aria-label={i18n.t('privacy.dueTick', [leadName(person)])}
                  checked={ticks.has(person.id)}
                  onChange={(event) => tick([person.id], event.target.checked)}
                />
              )}
              <div className="min-w-48 flex-1">
                <a href={`#/leads/${person.id}`} className="font-medium underline-offset-2 hover:underline">
                  {leadName(person)}
                </a>
                <p className="text-sm text-soft">
                  {[
                    person.companyName,
                    i18n.t('privacy.since', [dayText(person.createdAt)]),
                    i18n.t('privacy.dueSince', [dayText(retention.endsAt)]),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
              </div>
              <Button
                aria-label={i18n.t('privacy.keepOf', [leadName(person)])}
                aria-expanded={keeping === person.id}
                onClick={() => setKeeping(keeping === person.id ? undefined : person.id)}
              >
                {i18n.t('privacy.keep')}
              </Button>
              <Button
                look="danger"
                aria-label={i18n.t('privacy.eraseOf', [leadName(person)])}
                onClick={() => setErasing(person)}
              >
                {i18n.t('privacy.erase')}
              </Button>
            </div>
            {keeping === person.id && (
              <KeepForm
                onKeep={(reason, until) =>
                  void keep([person.id], i18n.t('privacy.keptDone', [leadName(person)]), reason, until)
                }
                onCancel={() => setKeeping(undefined)}
              />
            )}
          </li>
        ))}
      </ul>
      {total > due.length && (
        <Button className="self-start" onClick={() => setMost(most + step)}>
          {i18n.t('privacy.more')}
        </Button>
      )}
      {erasing && <EraseDialog person={erasing} onClose={() => setErasing(undefined)} />}
    </div>
  );
}
