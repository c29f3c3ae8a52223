import { useEffect, useLayoutEffect, useMemo, useState } from 'react';
import { i18n } from '#i18n';
import type { Batch, TrayPage } from '../../lib/domain/schema/tray.ts';
import { useDraftScores } from '../hooks/use-draft-scores.ts';
import type { Tray, TrayPatch } from '../hooks/use-tray.ts';
import type { useSave } from '../hooks/use-tray-save.ts';
import type { Work } from '../hooks/use-tray-work.ts';
import { Button } from '../ui/button.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { Segments } from '../ui/segments.tsx';
import { SourceHint } from '../work/source-hint.tsx';
import { BatchLine } from './batch-line.tsx';
import type { SpotActions } from './draft-card.tsx';
import { PageHead } from './page-head.tsx';
import { RowList } from './row-list.tsx';
import { countRows, rowsOf } from './row-state.ts';
import { SaveBar } from './save-bar.tsx';

type Shown = 'all' | 'person' | 'company';

/** How long the word of a save stays whatever is read meanwhile. */
const saidFor = 8000;

/** Rows from which on it pays to show people or companies alone. */
const filterFrom = 6;

/** The drafts of one page: what this is, what goes with them, the rows, and the bar that saves. */
export function DraftsView({
  active,
  page,
  tray,
  batch,
  saving,
  work,
  onWork,
  spot,
  onBatch,
  ...head
}: {
  /** Whether it is in view: keys are its own only then. */
  active: boolean;
  page: TrayPage;
  tray: Tray;
  batch: Batch;
  saving: ReturnType<typeof useSave>;
  work: Work;
  /** Opens the next saved firm's site. */
  onWork: () => void;
  spot: SpotActions;
  onBatch: (batch: Batch) => void;
} & Pick<
  Parameters<typeof PageHead>[0],
  'pasted' | 'reading' | 'onRead' | 'onAllow' | 'onTeach' | 'onPaste' | 'onBack'
>) {
  const [shown, setShown] = useState<Shown>('all');
  const filling = work.current?.id;
  const rows = useMemo(() => rowsOf(page.items, tray.standings, filling), [page.items, tray.standings, filling]);
  const counts = useMemo(() => countRows(rows), [rows]);
  const scoreOf = useDraftScores(page.items);
  const both = counts.people > 0 && counts.firms > 0 && rows.length >= filterFrom;
  const inView = useMemo(
    () => (both && shown !== 'all' ? rows.filter((row) => row.item.draft.kind === shown) : rows),
    [rows, both, shown],
  );
  const { state, save, undo, cancel, settle } = saving;

  // A new reading is a new beginning: what was said of the last save is of before. But a page that reads itself again just
  // after a save must not take the word and its undo away.
  const savedAt = state.at === 'saved' ? state.when : undefined;
  useEffect(() => {
    if (savedAt !== undefined && page.readAt > savedAt + saidFor) settle();
  }, [page.readAt, savedAt, settle]);

  const saveTicked = () => void save(rows.filter((row) => row.ticked).map((row) => row.id));
  const patch = (changes: Record<string, TrayPatch>) => {
    if (state.at === 'failed' || state.at === 'undone') settle();
    tray.patch(changes);
  };

  // Before the rows are painted: whoever sees them can press Enter.
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      if (event.defaultPrevented || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) return;
      const undoes = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z' && state.at === 'saved';
      const saves = event.key === 'Enter' && target === document.body;
      if (!undoes && !saves) return;
      event.preventDefault();
      if (undoes) void undo(state.actionId);
      else void save(rows.filter((row) => row.ticked).map((row) => row.id));
    };
    if (!active) return undefined;
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [active, state, undo, save, rows]);

  return (
    <>
      <PageHead page={page} counts={counts} {...head} />
      <BatchLine batch={batch} onChange={onBatch} />
      {!batch.leadSource && (
        <SourceHint
          url={page.url}
          isMail={page.mailOpen !== undefined}
          onTake={(leadSource) => onBatch({ ...batch, leadSource })}
        />
      )}
      {both && (
        <div className="shrink-0 border-b border-line px-1 py-0.5">
          <Segments
            label={i18n.t('capture.filter.label')}
            value={shown}
            onChange={setShown}
            options={[
              { value: 'all', text: i18n.t('capture.filter.all'), count: counts.people + counts.firms },
              { value: 'person', text: i18n.t('capture.filter.people'), count: counts.people },
              { value: 'company', text: i18n.t('capture.filter.companies'), count: counts.firms },
            ]}
          />
        </div>
      )}
      <RowList
        rows={inView}
        first={page.mailOpen && page.items[0]?.draft.id}
        scoreOf={scoreOf}
        spot={spot}
        onPatch={patch}
        onSave={saveTicked}
      />
      <SaveBar
        ticked={counts.ticked}
        state={state}
        progress={page.list?.page === undefined && page.list?.total === undefined ? undefined : tray.progress}
        onSave={saveTicked}
        onCancel={cancel}
        onUndo={(actionId) => void undo(actionId)}
        onRetry={() => {
          if (state.at === 'failed') void save(state.ids);
        }}
      >
        {counts.ticked === 0 && work.open > 0 && !work.current && (
          <Button
            size="large"
            look="primary"
            className="flex-1"
            aria-keyshortcuts="W"
            title={i18n.t('capture.work.startHint')}
            onClick={onWork}
          >
            {i18n.t('capture.work.start')} <Kbd keys="W" />
          </Button>
        )}
      </SaveBar>
    </>
  );
}
