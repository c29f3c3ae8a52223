import { useCallback, useEffect, useState } from 'react';
import { i18n } from '#i18n';
import type { Batch } from '../../lib/domain/schema/tray.ts';
import type { Provenance } from '../../lib/domain/schema/value.ts';
import { useBook } from '../hooks/use-book.ts';
import { practiceUrl, useAskedToRead, usePractice } from '../hooks/use-practice.ts';
import { useKeptScores } from '../hooks/use-score-work.ts';
import { useTray } from '../hooks/use-tray.ts';
import { useSave } from '../hooks/use-tray-save.ts';
import { openWorkspace, useWorkspaceKey } from '../hooks/use-workspace-tab.ts';
import { attempt } from '../leads/act.ts';
import { Button } from '../ui/button.tsx';
import { floatsId } from '../ui/floats.ts';
import { sayError, Toasts } from '../ui/toast.tsx';
import { TooltipProvider } from '../ui/tooltip.tsx';
import { PracticePanel } from './practice-panel.tsx';
import { PracticeSite } from './practice-site.tsx';
import { type Step, Steps } from './steps.tsx';

/** Everybody who is saved here carries it: nobody invented is taken for real. */
const marked = (): Batch => ({ list: i18n.t('first.list'), tags: [] });
const sayNotOpened = (cause: unknown) => sayError(cause instanceof Error ? cause.message : String(cause));

/** The page after install: the main job once, on a practice page, with the panel beside it; then two questions. */
export function FirstPage() {
  const { book } = useBook();
  const [page, setPage] = useState<Document>();
  const { state, read, show } = usePractice(page);
  const tray = useTray(book, practiceUrl);
  const [batch, setBatch] = useState(marked);
  const saving = useSave(book, practiceUrl, tray, batch);
  const [answered, setAnswered] = useState(false);
  const [hasSaved, setHasSaved] = useState(false);
  const isSaved = saving.state.at === 'saved';
  useEffect(() => {
    if (isSaved) setHasSaved(true);
  }, [isSaved]);
  useKeptScores();
  useWorkspaceKey(sayNotOpened);
  useAskedToRead(useCallback(() => void read(), [read]));
  const showPlace = useCallback((place: Provenance) => void show(place), [show]);
  const isRead = (tray.page?.items.length ?? 0) > 0;
  const step: Step = answered ? 'done' : hasSaved ? 'aim' : isRead ? 'save' : 'read';
  return (
    <TooltipProvider>
      <div className="flex h-full flex-col max-[62.5rem]:overflow-y-auto">
        <header className="flex shrink-0 flex-wrap items-center gap-x-4 gap-y-1 border-b border-line px-4 py-2 min-[62.5rem]:px-6">
          <img src="/icon/48.png" alt="" width={24} height={24} />
          <h1 className="text-lg font-semibold">{i18n.t('first.title')}</h1>
          <p className="min-w-56 flex-1 text-soft">{i18n.t('first.promise')}</p>
          <Button look="quiet" onClick={() => void attempt(() => openWorkspace('backup'))}>
            {i18n.t('first.restore')}
          </Button>
        </header>
        <main className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)] max-[62.5rem]:flex-none min-[62.5rem]:grid-cols-[minmax(0,1fr)_25rem] min-[62.5rem]:grid-rows-[auto_minmax(0,1fr)]">
          <section
            aria-label={i18n.t('first.steps')}
            className="max-h-full min-w-0 overflow-y-auto px-4 py-4 min-[62.5rem]:px-6"
          >
            <Steps
              step={step}
              reading={state.at === 'reading'}
              failure={state.at === 'failed' ? state.detail : undefined}
              onRead={() => void read()}
              onDone={() => setAnswered(true)}
            />
          </section>
          <section
            aria-label={i18n.t('first.panel')}
            className="flex min-h-0 min-w-0 flex-col border-line max-[62.5rem]:h-120 max-[62.5rem]:border-y min-[62.5rem]:row-span-2 min-[62.5rem]:border-s"
          >
            <PracticePanel
              tray={tray}
              saving={saving}
              batch={batch}
              state={state}
              onBatch={setBatch}
              onRead={() => void read()}
              onShow={showPlace}
            />
          </section>
          <section
            aria-label={i18n.t('first.practice')}
            className="flex min-h-0 min-w-0 flex-col px-4 pb-4 min-[62.5rem]:px-6"
          >
            <p className="flex h-8 shrink-0 items-center gap-2 rounded-t-lg border border-b-0 border-edge bg-wash px-3 text-sm">
              <span className="min-w-0 truncate">{practiceUrl}</span>
              <span className="ms-auto shrink-0 text-soft">{i18n.t('first.invented')}</span>
            </p>
            <PracticeSite
              onReady={setPage}
              className="min-h-0 w-full flex-1 rounded-b-lg border border-edge bg-raised max-[62.5rem]:h-105 max-[62.5rem]:flex-none"
            />
          </section>
          {/* What floats is put here, within the landmark. */}
          <div id={floatsId} />
        </main>
      </div>
      <Toasts label={i18n.t('panel.notices')} />
    </TooltipProvider>
  );
}
