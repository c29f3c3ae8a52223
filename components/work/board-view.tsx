import { ColumnsIcon } from 'lucide-react';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { StageId } from '../../lib/domain/stage.ts';
import { type BoardFilter, type BoardOrder, type Card, columnsOf } from '../../lib/work/board.ts';
import { useBoard } from '../hooks/use-board.ts';
import { useNow } from '../hooks/use-now.ts';
import { useSetting } from '../hooks/use-setting.ts';
import { attemptWithUndo } from '../leads/act.ts';
import { ImportOffer } from '../leads/import-offer.tsx';
import { useRemembered } from '../leads/use-remembered.ts';
import { textKey } from '../ui/direction.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Segments } from '../ui/segments.tsx';
import { BoardBar } from './board-bar.tsx';
import { BoardColumn } from './board-column.tsx';
import { FiguresView } from './figures-view.tsx';
import { WithLead } from './with-lead.tsx';
import { stageName } from './words.ts';

/** Everybody by the stage in which the work with them stands. Cards go from column to column by mouse and by keys. */
export function BoardView() {
  const [pipeline] = useSetting('pipeline');
  const { cards, failure, move } = useBoard(pipeline);
  const now = useNow();
  const [filter, setFilter] = useRemembered<BoardFilter>('board.filter', {});
  const [order, setOrder] = useRemembered<BoardOrder>('board.order', 'newest');
  const [active, setActive] = useRemembered<string | undefined>('board.active', undefined);
  const [opened, setOpened] = useRemembered<string | undefined>('board.opened', undefined);
  const [shown, setShown] = useRemembered<'board' | 'figures'>('board.shown', 'board');
  const [said, setSaid] = useState('');
  const frame = useRef<HTMLDivElement>(null);
  const columns = useMemo(
    () => (cards && pipeline ? columnsOf(cards.values(), pipeline, filter, order) : []),
    [cards, pipeline, filter, order],
  );
  if (failure)
    return (
      <p role="alert" className="p-3">
        {i18n.t('leads.failed', [failure.detail])}
      </p>
    );
  if (!pipeline || !cards) return <p className="p-4 text-soft">{i18n.t('panel.loading')}</p>;

  const nameOf = (stage: StageId) => stageName(stage, pipeline);
  const focusColumn = (stage: StageId) =>
    [...(frame.current?.querySelectorAll<HTMLElement>('[data-stage]') ?? [])]
      .find((one) => one.dataset.stage === stage)
      ?.focus();
  const moveCard = async (card: Card, to: StageId) => {
    if (card.stage === to) return;
    const done = i18n.t('work.moved', [card.name, nameOf(to)]);
    if (await attemptWithUndo(() => move([card.id], to), done))
      setSaid(i18n.t('work.movedFrom', [card.name, nameOf(card.stage), nameOf(to)]));
  };
  const onKey = (event: KeyboardEvent, at: number, index: number) => {
    const column = columns[at];
    const card = column?.cards[index];
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || !column) return;
    const key = textKey(event.key);
    const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
    const there = columns[at + step];
    const place = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: column.cards.length - 1 }[event.key];
    const numbered = columns[Number(event.key) - 1];
    if (step !== 0 && there) {
      if (event.shiftKey && card) {
        setActive(card.id);
        void moveCard(card, there.stage);
      } else setActive(there.cards[Math.min(index, there.cards.length - 1)]?.id);
      focusColumn(there.stage);
    } else if (place !== undefined) {
      const next = column.cards[Math.max(0, Math.min(column.cards.length - 1, place))];
      if (next) setActive(next.id);
    } else if (event.key === 'Enter' && card) setOpened(card.id);
    else if (numbered && card) {
      setActive(card.id);
      void moveCard(card, numbered.stage);
      focusColumn(numbered.stage);
    } else return;
    event.preventDefault();
  };

  return (
    <WithLead opened={opened} onOpen={setOpened}>
      <div className="flex h-9 shrink-0 items-center border-b border-line ps-2">
        <Segments
          label={i18n.t('work.board')}
          value={shown}
          options={[
            { value: 'board', text: i18n.t('work.board') },
            { value: 'figures', text: i18n.t('work.figures.title') },
          ]}
          onChange={setShown}
        />
      </div>
      {shown === 'figures' ? (
        <FiguresView pipeline={pipeline} />
      ) : (
        <>
          <BoardBar
            cards={cards}
            shown={columns.flatMap((column) => column.cards)}
            pipeline={pipeline}
            filter={filter}
            order={order}
            onFilter={setFilter}
            onOrder={setOrder}
          />
          <span role="status" className="sr-only">
            {said}
          </span>
          {cards.size === 0 ? (
            <EmptyState icon={ColumnsIcon} title={i18n.t('work.boardEmpty')}>
              <p>{i18n.t('work.boardTeach')}</p>
              <ImportOffer />
            </EmptyState>
          ) : (
            <div ref={frame} className="flex min-h-0 flex-1 gap-2 overflow-x-auto p-2">
              {columns.map(({ stage, cards: own }, at) => (
                <BoardColumn
                  key={stage}
                  stage={stage}
                  name={nameOf(stage)}
                  cards={own}
                  patience={pipeline.stages.find(({ id }) => id === stage)?.patienceDays ?? 0}
                  now={now}
                  active={active}
                  onActive={setActive}
                  onKey={(event, index) => onKey(event, at, index)}
                  onOpen={setOpened}
                  onDrop={(id) => {
                    const card = cards.get(id);
                    if (card) void moveCard(card, stage);
                  }}
                />
              ))}
            </div>
          )}
        </>
      )}
    </WithLead>
  );
}
