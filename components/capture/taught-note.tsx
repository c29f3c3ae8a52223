import { i18n } from '#i18n';
import type { TrayPage } from '../../lib/domain/schema/tray.ts';
import { Button } from '../ui/button.tsx';
import { numberWord } from './words.ts';

/** How the user's own recipes did on this page: which one read it, or that one no longer finds its entries. */
export function TaughtNote({
  recipes,
  onTeach,
}: {
  recipes: TrayPage['recipes'];
  /** Absent where the page can't be pointed at. */
  onTeach?: (() => void) | undefined;
}) {
  if (!recipes?.length) return null;
  const read = recipes.filter(({ found }) => found > 0);
  // where another one reads the page now, an old one says nothing any more
  const shown = read.length > 0 ? read : recipes;
  return (
    <div className="flex flex-col text-sm text-soft">
      {shown.map(({ id, name, found }) =>
        found > 0 ? (
          <p key={id} className="truncate">
            {i18n.t('teach.usedBy', found, [name, numberWord(found)])}
          </p>
        ) : (
          <div key={id} role="status" className="flex items-center gap-2">
            <p className="min-w-0 flex-1 text-ink">{i18n.t('teach.outdated', [name])}</p>
            {onTeach && (
              <Button size="small" onClick={onTeach}>
                {i18n.t('teach.again')}
              </Button>
            )}
          </div>
        ),
      )}
    </div>
  );
}
