import { useEffect, useState } from 'react';
import { i18n } from '#i18n';
import type { BackupJobs, DifferenceQuery, OpenedBackup } from '../hooks/use-backup-work.ts';
import { leadActions } from '../hooks/use-lead-actions.ts';
import { attempt } from '../leads/act.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { Input } from '../ui/input.tsx';
import { Segments } from '../ui/segments.tsx';
import { say } from '../ui/toast.tsx';
import { DifferenceList } from './difference-list.tsx';
import { holdsText } from './words.ts';

type Shown = 'missing' | 'changed' | 'extra';
const states: readonly Shown[] = ['missing', 'changed', 'extra'];

/** What a backup holds and what differs; all of it or single leads come back from here. */
export function Wizard({ jobs, view }: { jobs: BackupJobs; view: OpenedBackup }) {
  const { counts } = view;
  const [state, setState] = useState<Shown>(states.find((one) => counts[one] > 0) ?? 'missing');
  const [text, setText] = useState('');
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const { ids, page } = jobs;
  const query: Omit<DifferenceQuery, 'offset' | 'limit'> = { state, text };
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was lost is ticked once, when the backup is opened; what the user deleted or merged is not
  useEffect(() => {
    void ids({ state: 'missing', text: '', lostOnly: true, offset: 0, limit: 0 }).then((gone) =>
      setTicked(new Set(gone)),
    );
  }, [view]);

  const tickAll = async (on: boolean) => {
    const shown = await ids({ ...query, offset: 0, limit: 0 });
    setTicked((before) => {
      const next = new Set(before);
      for (const id of shown)
        if (on) next.add(id);
        else next.delete(id);
      return next;
    });
  };
  const tick = (id: string, on: boolean) =>
    setTicked((before) => {
      const next = new Set(before);
      if (on) next.add(id);
      else next.delete(id);
      return next;
    });
  const bring = async () => {
    const done = await jobs.restoreLeads([...ticked]);
    if (!done) return;
    say(i18n.t('backup.brought', done.leads), {
      label: i18n.t('backup.undo'),
      run: () =>
        void attempt(async () => {
          await leadActions.undo(done.actionId);
          say(i18n.t('backup.undone'));
        }),
    });
  };
  const differs = counts.missing + counts.changed + counts.extra > 0;
  const isEmptyBook = counts.same + counts.changed + counts.extra === 0;
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <Summary view={view} />
      {differs && (
        <>
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 pb-2">
            <Segments
              label={i18n.t('backup.differences')}
              value={state}
              options={states.map((value) => ({ value, text: i18n.t(`backup.state.${value}`), count: counts[value] }))}
              onChange={setState}
            />
            <Input
              type="search"
              className="max-w-60"
              aria-label={i18n.t('backup.search')}
              placeholder={i18n.t('backup.search')}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
            {state !== 'extra' && (
              <label htmlFor="backup-all" className="flex min-h-6 items-center gap-2">
                <Checkbox id="backup-all" onChange={(event) => void tickAll(event.target.checked)} />
                {i18n.t('backup.tickAll')}
              </label>
            )}
          </div>
          <DifferenceList
            key={`${state} ${text}`}
            query={query}
            page={page}
            {...(state !== 'extra' && { ticks: { ticked, tick } })}
          />
        </>
      )}
      {!differs && <p className="min-h-0 flex-1 px-4 font-medium">{i18n.t('backup.alike')}</p>}
      <footer className="flex shrink-0 flex-wrap items-center justify-end gap-2 border-t border-line px-4 py-2">
        <span className="min-w-40 flex-1 text-sm text-soft">{i18n.t('backup.allWhy')}</span>
        <Button
          look={isEmptyBook ? 'primary' : 'line'}
          size="large"
          disabled={!differs && view.others === 0}
          onClick={() => void jobs.restoreAll()}
        >
          {i18n.t('backup.all')}
        </Button>
        {!isEmptyBook && (
          <Button look="primary" size="large" disabled={ticked.size === 0} onClick={() => void bring()}>
            {i18n.t('backup.bring', ticked.size)}
          </Button>
        )}
      </footer>
    </div>
  );
}

function Summary({ view: { head, counts, others, leftOut, erased } }: { view: OpenedBackup }) {
  return (
    <div className="flex flex-col gap-1 px-4 pt-3 pb-2">
      <p className="font-medium">{holdsText(head.counts).join(', ')}</p>
      <p className="text-soft">
        {[
          i18n.t('backup.same', counts.same),
          i18n.t('backup.others', others),
          leftOut > 0 && i18n.t('backup.leftOut', leftOut),
          erased > 0 && i18n.t('backup.erased', erased),
        ]
          .filter(Boolean)
          .join(' ')}
      </p>
    </div>
  );
}
