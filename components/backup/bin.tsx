import { Trash2Icon, Undo2Icon } from 'lucide-react';
import { useState } from 'react';
import { i18n } from '#i18n';
import { removeForGood, useBin } from '../hooks/use-bin.ts';
import { leadActions } from '../hooks/use-lead-actions.ts';
import { attempt, attemptWithUndo } from '../leads/act.ts';
import { leadName } from '../leads/lead-row.tsx';
import { dayText } from '../leads/words.ts';
import { Button } from '../ui/button.tsx';
import { say } from '../ui/toast.tsx';
import { Part } from './part.tsx';

const atFirst = 50;

/** What was deleted, for 30 days: brought back, or deleted for good. */
export function Bin() {
  const { deleted, failure } = useBin();
  const [shown, setShown] = useState(atFirst);
  /** What was pressed once: for good takes a second press, as it cannot be undone. */
  const [sure, setSure] = useState<string>();
  if (failure || !deleted) return null;
  const bringBack = (ids: string[]) =>
    void attemptWithUndo(() => leadActions.restore(ids), i18n.t('backup.binBrought', ids.length));
  const remove = (key: string, ids: string[]) => {
    if (sure !== key) return setSure(key);
    setSure(undefined);
    void attempt(async () => say(i18n.t('backup.binWent', await removeForGood(ids))));
  };
  const all = deleted.map(({ lead }) => lead.id);
  return (
    <Part title={i18n.t('backup.bin')}>
      <p className="text-soft">{i18n.t(deleted.length === 0 ? 'backup.binNone' : 'backup.binWhy')}</p>
      {deleted.length > 0 && (
        <>
          <ul className="w-full border-t border-line">
            {deleted.slice(0, shown).map(({ lead, deletedAt, goesAt }) => (
              <li
                key={lead.id}
                className="flex min-h-10 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-1"
              >
                <span className="min-w-40 flex-1">
                  <span className="block truncate">{leadName(lead)}</span>
                  <span className="block text-sm text-soft">
                    {i18n.t('backup.binDeleted', [dayText(deletedAt), dayText(goesAt)])}
                  </span>
                </span>
                <Button
                  size="small"
                  aria-label={i18n.t('backup.binBackOf', [leadName(lead)])}
                  onClick={() => bringBack([lead.id])}
                >
                  <Undo2Icon size={13} aria-hidden="true" />
                  {i18n.t('backup.binBack')}
                </Button>
                <Button
                  size="small"
                  look={sure === lead.id ? 'danger' : 'quiet'}
                  aria-label={
                    sure === lead.id ? i18n.t('backup.binReally') : i18n.t('backup.binGoneOf', [leadName(lead)])
                  }
                  onBlur={() => setSure(undefined)}
                  onClick={() => remove(lead.id, [lead.id])}
                >
                  <Trash2Icon size={13} aria-hidden="true" />
                  {i18n.t(sure === lead.id ? 'backup.binReally' : 'backup.binGone')}
                </Button>
              </li>
            ))}
          </ul>
          <div className="flex flex-wrap gap-2">
            {deleted.length > shown && (
              <Button onClick={() => setShown(shown + 200)}>{i18n.t('backup.binMore')}</Button>
            )}
            <Button
              look={sure === 'all' ? 'danger' : 'quiet'}
              onBlur={() => setSure(undefined)}
              onClick={() => remove('all', all)}
            >
              {i18n.t(sure === 'all' ? 'backup.binReally' : 'backup.binEmpty')}
            </Button>
          </div>
        </>
      )}
    </Part>
  );
}
