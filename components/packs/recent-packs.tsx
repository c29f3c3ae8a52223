import { i18n } from '#i18n';
import { undoPack, useRecentPacks } from '../hooks/use-packs.ts';
import { dayAndTime } from '../leads/words.ts';
import { attempt } from '../privacy/act.ts';
import { Button } from '../ui/button.tsx';
import { say } from '../ui/toast.tsx';
import { KeptChoices } from './kept-choices.tsx';
import { Part } from './part.tsx';

/** Packs that were taken over, each with what was chosen and the way to take it back. */
export function RecentPacks() {
  const { value } = useRecentPacks();
  if (!value) return null;
  const undo = (actionId: string) =>
    attempt(async () => {
      await undoPack(actionId);
      say(i18n.t('pack.undone'));
    });
  return (
    <Part title={i18n.t('pack.recent')}>
      {value.length === 0 && <p className="text-soft">{i18n.t('pack.recentNone')}</p>}
      <ul>
        {value.map(({ id, at, undoneAt, pack }) => {
          const said = i18n.t('pack.recentOf', [
            pack?.by || i18n.t('pack.nobody'),
            pack?.counts.created ?? 0,
            pack?.counts.merged ?? 0,
          ]);
          return (
            <li key={id} className="border-b border-line py-1">
              <div className="flex min-h-9 items-center gap-3">
                <span className="min-w-0 flex-1">
                  {said}
                  <span className="block text-sm text-soft">{dayAndTime(at)}</span>
                </span>
                {undoneAt === undefined ? (
                  <Button size="small" aria-label={i18n.t('pack.takeBackOf', [said])} onClick={() => void undo(id)}>
                    {i18n.t('pack.takeBack')}
                  </Button>
                ) : (
                  <span className="text-soft">{i18n.t('pack.recentUndone')}</span>
                )}
              </div>
              {undoneAt === undefined && pack?.choices && <KeptChoices actionId={id} count={pack.choices.length} />}
            </li>
          );
        })}
      </ul>
    </Part>
  );
}
