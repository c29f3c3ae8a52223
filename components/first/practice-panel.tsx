import { ScanTextIcon } from 'lucide-react';
import { useMemo } from 'react';
import { i18n } from '#i18n';
import type { Batch } from '../../lib/domain/schema/tray.ts';
import type { Provenance } from '../../lib/domain/schema/value.ts';
import { DraftsView } from '../capture/drafts-view.tsx';
import { failureWord } from '../capture/words.ts';
import type { PracticeState } from '../hooks/use-practice.ts';
import type { Tray } from '../hooks/use-tray.ts';
import type { useSave } from '../hooks/use-tray-save.ts';
import type { Work } from '../hooks/use-tray-work.ts';
import { EmptyState } from '../ui/empty-state.tsx';

/** Nobody's site is worked through here: the practice company has none. */
const noWork: Work = {
  queue: [],
  open: 0,
  current: undefined,
  next: async () => false,
  stop: async () => undefined,
};
const nowhere = () => undefined;

/** The panel as it stands beside any page: its drafts, its keys, its bar at the bottom. */
export function PracticePanel({
  tray,
  saving,
  batch,
  state,
  onBatch,
  onRead,
  onShow,
}: {
  tray: Tray;
  saving: ReturnType<typeof useSave>;
  batch: Batch;
  state: PracticeState;
  onBatch: (batch: Batch) => void;
  onRead: () => void;
  onShow: (place: Provenance) => void;
}) {
  const spot = useMemo(() => ({ open: nowhere, show: onShow, selection: async () => '' }), [onShow]);
  const { page, failure } = tray;
  return (
    <>
      {failure && (
        <p role="alert" className="shrink-0 border-b border-line bg-danger-wash px-3 py-2">
          {failureWord(failure)}
        </p>
      )}
      {page && page.items.length > 0 ? (
        <DraftsView
          active
          page={page}
          tray={tray}
          batch={batch}
          saving={saving}
          work={noWork}
          onWork={nowhere}
          spot={spot}
          pasted={false}
          reading={state.at === 'reading'}
          onRead={onRead}
          onBack={nowhere}
          onBatch={onBatch}
        />
      ) : (
        <EmptyState icon={ScanTextIcon} title={i18n.t('first.panelEmpty')}>
          <p>{i18n.t('first.panelEmptyWhy')}</p>
        </EmptyState>
      )}
    </>
  );
}
