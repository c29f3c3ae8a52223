import { CheckIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { i18n } from '#i18n';
import type { ListProgress } from '../hooks/use-tray.ts';
import type { SaveState } from '../hooks/use-tray-save.ts';
import { Button } from '../ui/button.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { Progress } from '../ui/progress.tsx';
import { failureWord, numberWord } from './words.ts';

/** "143 of 300 seen · 96 saved". */
function progressWord({ seen, saved, total }: ListProgress): string {
  const seenWord =
    total === undefined
      ? i18n.t('capture.save.seenNoTotal', [numberWord(seen)])
      : i18n.t('capture.save.seen', [numberWord(seen), numberWord(total)]);
  return `${seenWord} · ${i18n.t('capture.save.savedOfList', [numberWord(saved)])}`;
}

function savedWord(state: Extract<SaveState, { at: 'saved' }>): string {
  const count = state.created + state.merged + state.unchanged;
  const parts = [
    state.merged > 0 && state.created > 0 ? i18n.t('capture.save.created', [numberWord(state.created)]) : '',
    state.merged > 0 ? i18n.t('capture.save.merged', [numberWord(state.merged)]) : '',
    state.unchanged > 0 ? i18n.t('capture.save.unchanged', [numberWord(state.unchanged)]) : '',
  ].filter((part) => part !== '');
  const said = i18n.t('capture.save.saved', count, [numberWord(count)]);
  return parts.length === 0 ? said : `${said}: ${parts.join(' · ')}`;
}

/** What is to be said of the last action; '' where nothing is. */
function saidWord(state: SaveState): string {
  if (state.at === 'saved') return savedWord(state);
  if (state.at !== 'undone') return '';
  return state.conflicts === 0 ? i18n.t('capture.save.undone') : i18n.t('capture.save.undoneKept', state.conflicts);
}

/** The bar at the bottom: saves what is ticked, says how far it is, and only once it is stored that it is saved. */
export function SaveBar({
  ticked,
  state,
  progress,
  children,
  onSave,
  onCancel,
  onUndo,
  onRetry,
}: {
  ticked: number;
  state: SaveState;
  progress: ListProgress | undefined;
  /** What else can be done after saving. */
  children?: ReactNode;
  onSave: () => void;
  onCancel: () => void;
  onUndo: (actionId: string) => void;
  onRetry: () => void;
}) {
  const said = saidWord(state);
  return (
    <footer className="flex shrink-0 flex-col gap-1 border-t border-line px-3 py-1.5">
      <p aria-live="polite" className="sr-only">
        {said}
      </p>
      {said !== '' && (
        <div className="flex min-h-6 flex-wrap items-center justify-between gap-x-2 text-sm">
          <span className="flex items-center gap-1.5">
            {state.at === 'saved' && <CheckIcon size={14} aria-hidden="true" className="shrink-0 text-good" />}
            {said}
            {state.at === 'saved' && (
              <Button look="quiet" size="small" aria-keyshortcuts="Control+Z" onClick={() => onUndo(state.actionId)}>
                {i18n.t('capture.save.undo')}
              </Button>
            )}
          </span>
          {progress && <span className="text-soft">{progressWord(progress)}</span>}
        </div>
      )}
      {state.at === 'failed' && (
        <div role="alert" className="flex items-start gap-2 text-danger">
          <span className="min-w-0 flex-1">
            <strong className="font-semibold">{i18n.t('capture.failure.notSaved')}</strong> {failureWord(state.failure)}
          </span>
          {state.ids.length > 0 && (
            <Button size="small" onClick={onRetry}>
              {i18n.t('capture.save.retry')}
            </Button>
          )}
        </div>
      )}
      {state.at === 'saving' ? (
        <div className="flex h-9 items-center gap-3">
          <div className="flex min-w-0 flex-1 flex-col gap-1">
            <span className="text-sm text-soft">
              {i18n.t('capture.save.saving', [numberWord(state.done), numberWord(state.total)])}
            </span>
            <Progress
              value={state.done}
              max={state.total}
              label={i18n.t('capture.save.button', [numberWord(state.total)])}
            />
          </div>
          <Button onClick={onCancel}>{i18n.t('capture.save.cancel')}</Button>
        </div>
      ) : (
        <div className="flex items-center gap-3 empty:hidden">
          {progress && said === '' && (
            <span className="max-w-2/5 text-sm leading-4 text-balance text-soft">{progressWord(progress)}</span>
          )}
          {ticked === 0 && children}
          {(ticked > 0 || said === '') && (
            <Button
              look={ticked === 0 ? 'line' : 'primary'}
              size="large"
              className="flex-1"
              disabled={ticked === 0}
              aria-keyshortcuts="Enter"
              onClick={onSave}
            >
              {ticked === 0 ? (
                i18n.t('capture.save.none')
              ) : (
                <>
                  {i18n.t('capture.save.button', [numberWord(ticked)])}
                  <Kbd keys="↵" />
                </>
              )}
            </Button>
          )}
        </div>
      )}
    </footer>
  );
}
