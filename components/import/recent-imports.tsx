import { Undo2Icon } from 'lucide-react';
import { useState } from 'react';
import { i18n } from '#i18n';
import { leadActions } from '../hooks/use-lead-actions.ts';
import { type RecentImport, useRecentImports } from '../hooks/use-recent-imports.ts';
import { attempt } from '../leads/act.ts';
import { dayAndTime } from '../leads/words.ts';
import { Button } from '../ui/button.tsx';
import { say } from '../ui/toast.tsx';

/** Takes an import back and says what stayed. Out: whether it was taken back. */
export const takeBack = (actionId: string): Promise<boolean> =>
  attempt(async () => {
    const { conflicts } = await leadActions.undo(actionId);
    say(conflicts.length > 0 ? i18n.t('import.undoneKept', conflicts.length) : i18n.t('import.undone'));
  });

/** The last imports, each with the way to take it back, or with the word that it was. */
export function RecentImports() {
  const { imports, failure } = useRecentImports();
  const [busy, setBusy] = useState<string>();
  if (failure) return <p role="alert">{i18n.t('import.failed', [failure.detail])}</p>;
  if (!imports || imports.length === 0) return null;
  const undo = async ({ actionId }: RecentImport) => {
    setBusy(actionId);
    await takeBack(actionId);
    setBusy(undefined);
  };
  return (
    <section aria-label={i18n.t('import.recent')}>
      <h2 className="pb-1 font-semibold">{i18n.t('import.recent')}</h2>
      <ul className="border-t border-line">
        {imports.map((one) => (
          <li key={one.actionId} className="flex min-h-9 flex-wrap items-center gap-x-3 border-b border-line py-1">
            <span className="min-w-0 flex-1">
              <span className="block truncate" title={one.file}>
                {i18n.t('import.recentOf', [one.file, one.counts.created, one.counts.merged, one.counts.refused])}
              </span>
              <time className="block text-sm text-soft" dateTime={new Date(one.at).toISOString()}>
                {dayAndTime(one.at)}
              </time>
            </span>
            {one.isUndone ? (
              <span className="text-sm text-soft">{i18n.t('import.recentUndone')}</span>
            ) : (
              <Button
                size="small"
                disabled={busy !== undefined}
                aria-label={i18n.t('import.undoOf', [one.file])}
                onClick={() => void undo(one)}
              >
                <Undo2Icon size={13} aria-hidden="true" />
                {busy === one.actionId ? i18n.t('import.undoing') : i18n.t('import.undo')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
