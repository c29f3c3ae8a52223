import { HourglassIcon } from 'lucide-react';
import { useState } from 'react';
import { i18n } from '#i18n';
import { leadActions } from '../hooks/use-lead-actions.ts';
import { type DuePerson, useDuePeople } from '../hooks/use-privacy.ts';
import { attemptWithUndo } from '../leads/act.ts';
import { leadName } from '../leads/lead-row.tsx';
import { dayText } from '../leads/words.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { EraseDialog } from './erase-dialog.tsx';
import { KeepForm } from './keep-form.tsx';

type Person = DuePerson['person'];

/** People whose usual period is over: keep each with a reason, or erase them. */
export function DuePart() {
  const { value, failure } = useDuePeople();
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
  const keep = async (person: Person, reason: string, until: number | undefined) => {
    const keptLonger = { reason, at: Date.now(), ...(until !== undefined && { until }) };
    const done = i18n.t('privacy.keptDone', [leadName(person)]);
    if (await attemptWithUndo(() => leadActions.edit(person.id, { keptLonger }), done)) setKeeping(undefined);
  };
  return (
    <div className="flex flex-col gap-3 p-4">
      {total === 0 ? (
        <EmptyState icon={HourglassIcon} title={i18n.t('privacy.dueNone', [months])} />
      ) : (
        <p>{i18n.t('privacy.dueLead', total, [months, total])}</p>
      )}
      {kept > 0 && <p className="text-soft">{i18n.t('privacy.keptLonger', kept)}</p>}
      <ul className="flex flex-col">
        {due.map(({ person, retention }) => (
          <li key={person.id} className="flex flex-col gap-2 border-b border-line py-2">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
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
                onKeep={(reason, until) => void keep(person, reason, until)}
                onCancel={() => setKeeping(undefined)}
              />
            )}
          </li>
        ))}
      </ul>
      {erasing && <EraseDialog person={erasing} onClose={() => setErasing(undefined)} />}
    </div>
  );
}
