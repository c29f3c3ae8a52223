import { useVirtualizer } from '@tanstack/react-virtual';
import { CalendarIcon } from 'lucide-react';
import { type DragEvent, type KeyboardEvent, memo, useEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { StageId } from '../../lib/domain/stage.ts';
import { ageOf, type Card, medianAge } from '../../lib/work/board.ts';
import { dueState } from '../../lib/work/due.ts';
import { TierPane } from '../leads/tier-pane.tsx';
import { classNames } from '../ui/class-names.ts';
import { isolate } from '../ui/isolate.ts';
import { inRem } from '../ui/rem.ts';
import { dueText } from './words.ts';

const cardHeight = inRem(74);
/** What a dragged card carries: no other page is to understand it. */
export const dragType = 'application/x-leadlight-card';

export type ColumnProps = {
  stage: StageId;
  name: string;
  cards: readonly Card[];
  /** Days after which a card here stands still too long; 0: never. */
  patience: number;
  now: number;
  /** The card that keys act on, where it is in this column. */
  active: string | undefined;
  onActive: (id: string) => void;
  onKey: (event: KeyboardEvent, index: number) => void;
  onOpen: (id: string) => void;
  onDrop: (id: string) => void;
};

/** One stage with its cards; only those in sight exist. One stop for Tab, arrows move within and across. */
export function BoardColumn(props: ColumnProps) {
  const { stage, name, cards, patience, now, active, onActive, onKey, onOpen, onDrop } = props;
  const list = useRef<HTMLDivElement>(null);
  const [over, setOver] = useState(false);
  const rows = useVirtualizer({
    count: cards.length,
    getScrollElement: () => list.current,
    estimateSize: () => cardHeight,
    overscan: 4,
  });
  const found = active === undefined ? -1 : cards.findIndex(({ id }) => id === active);
  const index = Math.max(0, found);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a move scrolls, a new virtualizer object does not
  useEffect(() => {
    if (found >= 0) rows.scrollToIndex(found);
  }, [found]);
  const takesDrop = (event: DragEvent) => event.dataTransfer.types.includes(dragType);
  const age = medianAge(cards, now);
  return (
    <section
      aria-label={name}
      className={classNames(
        'flex min-h-0 w-64 min-w-40 flex-1 flex-col rounded-lg border',
        over ? 'border-accent bg-accent-wash' : 'border-line bg-wash',
      )}
      onDragOver={(event) => {
        if (!takesDrop(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event) => {
        setOver(false);
        if (!takesDrop(event)) return;
        event.preventDefault();
        onDrop(event.dataTransfer.getData(dragType));
      }}
    >
      <h2 className="flex items-baseline gap-2 px-2 pt-2 pb-1">
        <span className="truncate font-medium">{name}</span>
        <span className="text-sm text-soft">{new Intl.NumberFormat(i18n.t('panel.locale')).format(cards.length)}</span>
        {cards.length > 0 && (
          <span className="ms-auto shrink-0 text-sm text-soft" title={i18n.t('work.medianAge')}>
            {i18n.t('work.ageDays', [age])}
          </span>
        )}
      </h2>
      <div
        ref={list}
        role="listbox"
        tabIndex={0}
        data-stage={stage}
        aria-label={i18n.t('work.columnLabel', [name, cards.length])}
        aria-activedescendant={cards[index] ? `card-${stage}-${index}` : undefined}
        aria-keyshortcuts="Enter Shift+ArrowLeft Shift+ArrowRight"
        onFocus={() => {
          const card = cards[index];
          if (card) onActive(card.id);
        }}
        onKeyDown={(event) => onKey(event, index)}
        className="group focus-inner min-h-24 flex-1 overflow-y-auto overscroll-contain rounded-lg"
      >
        <div role="presentation" style={{ height: rows.getTotalSize(), position: 'relative' }}>
          {rows.getVirtualItems().map(({ index: at, start }) => {
            const card = cards[at];
            if (!card) return null;
            return (
              <div
                key={card.id}
                id={`card-${stage}-${at}`}
                role="option"
                tabIndex={-1}
                aria-selected={at === index && active === card.id}
                aria-setsize={cards.length}
                aria-posinset={at + 1}
                draggable
                onDragStart={(event) => {
                  event.dataTransfer.setData(dragType, card.id);
                  event.dataTransfer.effectAllowed = 'move';
                  onActive(card.id);
                }}
                onClick={() => {
                  onActive(card.id);
                  onOpen(card.id);
                }}
                onKeyDown={() => undefined}
                className="absolute inset-x-0 top-0 px-1.5 pb-1.5"
                style={{ height: cardHeight, transform: `translateY(${start}px)` }}
              >
                <CardFace card={card} active={active === card.id} now={now} patience={patience} />
              </div>
            );
          })}
        </div>
      </div>
    </section>
  );
}

const CardFace = memo(function CardFace({
  card,
  active,
  now,
  patience,
}: {
  card: Card;
  active: boolean;
  now: number;
  patience: number;
}) {
  const { name, detail, tier, next, owner } = card;
  const age = ageOf(card, now);
  const late = next?.dueAt !== undefined && dueState(next, now) === 'overdue';
  const isOld = patience > 0 && age > patience && (next?.dueAt === undefined || late);
  return (
    <div
      className={classNames(
        'flex h-full flex-col justify-center gap-0.5 rounded-md border bg-raised px-2',
        active ? 'border-accent group-focus-visible:outline-2 group-focus-visible:outline-accent' : 'border-line',
      )}
    >
      <span className="flex items-center gap-1.5">
        <TierPane tier={tier} />
        <span className="min-w-0 flex-1 truncate font-medium">
          <bdi>{name || i18n.t('leads.noName')}</bdi>
        </span>
      </span>
      <span className="truncate text-sm text-soft">
        {[detail, owner].flatMap((part) => (part ? [isolate(part)] : [])).join(' · ') || '–'}
      </span>
      {/* The age stands here: the name needs the whole of the first line. */}
      <span className="flex items-baseline gap-1.5">
        {next ? (
          <span
            className={classNames('flex min-w-0 flex-1 items-center gap-1 text-sm', late ? 'text-danger' : 'text-soft')}
          >
            <CalendarIcon size={12} aria-hidden="true" className="shrink-0" />
            <span className="truncate">{[dueText(next, now), next.text].filter(Boolean).join(' · ')}</span>
          </span>
        ) : (
          <span className="min-w-0 flex-1 truncate text-sm text-soft">{i18n.t('work.nothingPlanned')}</span>
        )}
        <span className={classNames('shrink-0 text-xs', isOld ? 'font-medium text-danger' : 'text-soft')}>
          {i18n.t('work.ageDays', [age])}
        </span>
      </span>
    </div>
  );
});
