import { Redo2Icon, Undo2Icon } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { i18n } from '#i18n';
import type { IcpProfile } from '../../lib/domain/schema/icp.ts';
import type { ProfileRow } from '../../lib/domain/schema/score.ts';
import type { ProfileProblem } from '../../lib/scoring/check.ts';
import { differenceOf } from '../../lib/scoring/profile-difference.ts';
import type { Simulation } from '../../lib/scoring/simulate.ts';
import { dayText } from '../leads/words.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Segments } from '../ui/segments.tsx';
import type { Edit } from './rules-list.tsx';

export type DraftActs = {
  edit: Edit;
  undo?: (() => void) | undefined;
  redo?: (() => void) | undefined;
  discard: () => void;
  onTry: () => void;
  onStart: () => void;
};

const isTyping = (target: EventTarget | null) =>
  target instanceof Element && target.closest('input:not([type=range], [type=checkbox]), textarea') !== null;

/** Whether what is shown is in force or a draft, how many changes the draft has, and what can be done with it. */
export function DraftBar({
  row,
  draft,
  effect,
  problems,
  acts,
  looking,
  onLooking,
}: {
  row: ProfileRow;
  draft: IcpProfile | undefined;
  /** What the draft would change, once that is worked out. */
  effect: Simulation | undefined;
  problems: readonly ProfileProblem[];
  acts: DraftActs;
  looking: 'draft' | 'force';
  onLooking: (looking: 'draft' | 'force') => void;
}) {
  const { undo, redo } = acts;
  const changes = useMemo(() => (draft ? differenceOf(row.published, draft).length : 0), [row.published, draft]);
  const errors = problems.filter(({ level }) => level === 'error').length;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isTyping(event.target)) return;
      const key = event.key.toLowerCase();
      const act = key === 'y' || (key === 'z' && event.shiftKey) ? redo : key === 'z' ? undo : undefined;
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [undo, redo]);
  const said = draft
    ? i18n.t('icp.draft.changes', changes)
    : row.publishedAt > 0
      ? i18n.t('icp.draft.since', [row.published.revision, dayText(row.publishedAt)])
      : i18n.t('icp.draft.builtIn');
  return (
    <div className="flex min-h-10 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-4 py-1">
      {draft && (
        <Segments
          label={i18n.t('icp.draft.look')}
          value={looking}
          options={[
            { value: 'draft', text: i18n.t('icp.draft.draft') },
            { value: 'force', text: i18n.t('icp.draft.force') },
          ]}
          onChange={onLooking}
        />
      )}
      <p role="status" className="min-w-0 flex-1 basis-40 text-soft">
        {said}
        {effect && <span> · {i18n.t('icp.draft.moving', effect.changed.length)}</span>}
        {errors > 0 && <span className="ms-2 text-danger">{i18n.t('icp.draft.errors', errors)}</span>}
      </p>
      <span className="flex items-center gap-1">
        <IconButton icon={Undo2Icon} label={i18n.t('icp.undo')} keys="Ctrl Z" disabled={!undo} onClick={undo} />
        <IconButton icon={Redo2Icon} label={i18n.t('icp.redo')} keys="Ctrl Shift Z" disabled={!redo} onClick={redo} />
        {!draft && row.publishedAt === 0 && <Button onClick={acts.onStart}>{i18n.t('icp.draft.setUp')}</Button>}
        {draft && (
          <>
            <Button look="quiet" onClick={acts.discard}>
              {i18n.t('icp.draft.discard')}
            </Button>
            <Button look="primary" onClick={acts.onTry}>
              {i18n.t('icp.draft.try')}
            </Button>
          </>
        )}
      </span>
    </div>
  );
}
