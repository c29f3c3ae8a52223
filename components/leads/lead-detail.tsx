import { ArrowLeftIcon, ChevronDownIcon, ChevronUpIcon, Trash2Icon, UserXIcon } from 'lucide-react';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { useActiveTab } from '../hooks/use-active-tab.ts';
import { useSpot } from '../hooks/use-active-tab-spot.ts';
import { type FullLead, useLead } from '../hooks/use-lead.ts';
import { type LeadPatch, leadActions } from '../hooks/use-lead-actions.ts';
import { useBriefScores } from '../hooks/use-scores.ts';
import { useWide } from '../hooks/use-wide.ts';
import { useSubject } from '../palette/subject.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { isolate } from '../ui/isolate.ts';
import { attempt, removeLeads } from './act.ts';
import { type LeadBlock, leadBlocks } from './blocks.tsx';
import { BriefLine } from './brief-line.tsx';
import { type FieldsProps, FieldValues } from './lead-fields.tsx';
import { leadName } from './lead-row.tsx';
import { dayText } from './words.ts';

type Props = {
  id: string;
  /** Begin with the name under edit. */
  edit: boolean;
  onBack: () => void;
  onOpen: (id: string) => void;
  /** As a page of its own: two columns where there is room, and what only a page has. */
  isPage?: boolean;
  /** To the neighbour in the list; absent where there is none. */
  onStep: { previous?: (() => void) | undefined; next?: (() => void) | undefined };
};

const isTyping = (target: EventTarget) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** One lead with everything: fields, where they were read, notes, history. Esc goes back to the list. */
export function LeadDetail({ id, edit, isPage = false, onBack, onOpen, onStep }: Props) {
  const { full, failure, retry } = useLead(id);
  const [editing, setEditing] = useState<FieldsProps['editing']>(edit ? { field: 'name' } : undefined);
  const frame = useRef<HTMLElement>(null);
  const kind = full?.lead.kind;
  useSubject(useMemo(() => (kind ? { kind, ids: [id], isOpen: true } : undefined), [kind, id]));
  // biome-ignore lint/correctness/useExhaustiveDependencies: each lead begins at its top, with the keys at hand
  useEffect(() => {
    if (!frame.current?.contains(document.activeElement)) frame.current?.focus();
  }, [id]);
  const stopEditing = (next: FieldsProps['editing']) => {
    setEditing(next);
    if (next === undefined) frame.current?.focus();
  };
  const remove = async () => {
    if (await removeLeads([id])) onBack();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const inside = event.currentTarget.contains(event.target as Node);
    if (event.defaultPrevented || !inside) return;
    if (event.key === 'Escape') onBack();
    else if (isTyping(event.target) || event.ctrlKey || event.metaKey) return;
    else if (event.altKey && event.key === 'ArrowUp') onStep.previous?.();
    else if (event.altKey && event.key === 'ArrowDown') onStep.next?.();
    else if (event.key === 'e') setEditing({ field: 'name' });
    else if (event.key === 'Delete') void remove();
    else return;
    event.preventDefault();
  };

  return (
    <article
      ref={frame}
      tabIndex={-1}
      aria-label={full ? leadName(full.lead) : i18n.t('leads.loading')}
      onKeyDown={onKeyDown}
      className="absolute inset-0 z-10 flex flex-col bg-paper outline-none"
    >
      <div className="flex h-9 shrink-0 items-center gap-1 border-b border-line px-1">
        <IconButton icon={ArrowLeftIcon} label={i18n.t('leads.back')} keys="Esc" onClick={onBack} />
        <span className="flex-1" />
        <IconButton
          icon={ChevronUpIcon}
          label={i18n.t('leads.previous')}
          keys="Alt ↑"
          disabled={!onStep.previous}
          onClick={onStep.previous}
        />
        <IconButton
          icon={ChevronDownIcon}
          label={i18n.t('leads.next')}
          keys="Alt ↓"
          disabled={!onStep.next}
          onClick={onStep.next}
        />
        <IconButton
          icon={Trash2Icon}
          label={i18n.t('leads.delete')}
          keys="Del"
          disabled={!full}
          onClick={() => void remove()}
        />
      </div>
      {failure ? (
        <p role="alert" className="flex flex-col items-start gap-2 p-3">
          {i18n.t('leads.failed', [failure.detail])}
          <Button onClick={retry}>{i18n.t('leads.retry')}</Button>
        </p>
      ) : full === null || full?.lead.deletedAt !== undefined ? (
        <EmptyState icon={UserXIcon} title={i18n.t('leads.gone')}>
          <Button onClick={() => void attempt(() => leadActions.restore([id]))}>{i18n.t('leads.restore')}</Button>
        </EmptyState>
      ) : (
        full && (
          <DetailBody
            key={id}
            full={full}
            isPage={isPage}
            editing={editing}
            onEditing={stopEditing}
            onOpen={onOpen}
            onGone={onBack}
          />
        )
      )}
    </article>
  );
}

function DetailBody({
  full,
  isPage,
  editing,
  onEditing,
  onOpen,
  onGone,
}: { full: FullLead; isPage: boolean; onOpen: (id: string) => void; onGone: () => void } & Pick<
  FieldsProps,
  'editing' | 'onEditing'
>) {
  const { lead, receipts } = full;
  const brief = useBriefScores([lead.id]).briefs.get(lead.id);
  const { tab } = useActiveTab();
  const { showSpot } = useSpot(tab);
  const onPatch = (patch: LeadPatch) => void attempt(() => leadActions.edit(lead.id, patch));
  const ways = { editing, onEditing, onPatch, onShow: showSpot };
  const given = { ...ways, full, onOpen, onGone };
  const subtitle =
    lead.kind === 'person'
      ? [lead.jobTitle, lead.companyName ?? full.company?.name]
      : [lead.legalForm, lead.addresses[0]?.city];
  const isTwo = useWide() && isPage;
  const blocksOf = (place?: LeadBlock['place']) =>
    leadBlocks
      .filter((block) => (isPage || !block.isOnlyOfPage) && (place === undefined || block.place === place))
      .map(({ id: block, View }) => <View key={block} {...given} />);
  const added = dayText(lead.createdAt);
  const changed = dayText(lead.updatedAt);
  return (
    <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain">
      <header className="border-b border-line px-3 pt-2 pb-2">
        <h2 aria-label={leadName(lead)} className="text-lg font-semibold">
          <FieldValues {...ways} lead={lead} receipts={receipts} field="name" />
        </h2>
        <p className="break-words text-soft">{subtitle.flatMap((part) => (part ? [isolate(part)] : [])).join(' · ')}</p>
        <p className="text-xs text-soft">
          {added === changed ? i18n.t('leads.since', [added]) : i18n.t('leads.sinceChanged', [added, changed])}
        </p>
        {brief && <BriefLine brief={brief} />}
      </header>
      {isTwo ? (
        <div className="flex">
          <div className="min-w-0 flex-1">{blocksOf('main')}</div>
          <div className="w-[26rem] shrink-0 border-s border-line">{blocksOf('side')}</div>
        </div>
      ) : (
        blocksOf()
      )}
    </div>
  );
}
