import { HistoryIcon } from 'lucide-react';
import { useState } from 'react';
import { i18n } from '#i18n';
import { type LastAction, useLastActions } from '../hooks/use-merging.ts';
import { attempt } from '../leads/act.ts';
import { dayAndTime } from '../leads/words.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { countText } from '../value/words.ts';
import { takeBack } from './say-undone.ts';

const atOnce = 50;

/** What was done last, the newest first: what, when, to how many, and the way back. */
export function ChangesView() {
  const [most, setMost] = useState(atOnce);
  const { actions, failure } = useLastActions(most);
  if (failure)
    return (
      <p role="alert" className="p-3 text-danger">
        {i18n.t('clean.failed', [failure.detail])}
      </p>
    );
  if (!actions) return null;
  if (actions.length === 0)
    return (
      <EmptyState icon={HistoryIcon} title={i18n.t('clean.changes.none')}>
        <p className="max-w-prose">{i18n.t('clean.changes.noneTeach')}</p>
      </EmptyState>
    );
  return (
    <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain">
      <ol className="flex max-w-3xl flex-col p-3">
        {actions.map((action) => (
          <ActionLine key={action.id} action={action} />
        ))}
      </ol>
      {actions.length >= most - atOnce / 2 && (
        <Button look="quiet" className="mx-3 mb-3" onClick={() => setMost(most + atOnce)}>
          {i18n.t('clean.changes.more')}
        </Button>
      )}
    </div>
  );
}

/** What was done, in words. */
function actionText({ cause, count, example, import: made, orders, isTie }: LastAction): string {
  if (orders) return i18n.t('value.changes.orders', count, [countText(count), orders.file]);
  if (isTie) return i18n.t('value.changes.tie', count, [countText(count), example?.name ?? '']);
  return i18n.t(`clean.changes.cause.${cause}`, count, [String(count), made?.file ?? example?.name ?? '']);
}

function ActionLine({ action }: { action: LastAction }) {
  const [busy, setBusy] = useState(false);
  const isUndone = action.undoneAt !== undefined;
  const undo = async () => {
    setBusy(true);
    await attempt(() => takeBack(action.id));
    setBusy(false);
  };
  return (
    <li className="flex min-h-9 items-center gap-3 border-b border-line py-1">
      <span className="min-w-0 flex-1">
        <span className={isUndone ? 'text-soft line-through' : ''}>{actionText(action)}</span>
        <time className="block text-sm text-soft" dateTime={new Date(action.at).toISOString()}>
          {dayAndTime(action.at)}
        </time>
      </span>
      {isUndone ? (
        <span className="text-sm text-soft">{i18n.t('clean.changes.undone')}</span>
      ) : (
        <Button
          size="small"
          disabled={busy}
          aria-label={`${i18n.t('clean.changes.undo')}: ${actionText(action)}`}
          onClick={() => void undo()}
        >
          {i18n.t('clean.changes.undo')}
        </Button>
      )}
    </li>
  );
}
