import { Settings2Icon } from 'lucide-react';
import { useId, useMemo, useState } from 'react';
import { i18n } from '#i18n';
import { tier as tierSchema } from '../../lib/domain/schema/score.ts';
import type { Pipeline } from '../../lib/domain/schema/stage.ts';
import { type BoardFilter, type BoardOrder, boardOrders, type Card } from '../../lib/work/board.ts';
import { tierText } from '../leads/tier-pane.tsx';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Input, Select } from '../ui/input.tsx';
import { Popover } from '../ui/popover.tsx';
import { HandOverForm } from './hand-over.tsx';
import { StageEditor } from './stage-editor.tsx';

const isOrder = (text: string): text is BoardOrder => (boardOrders as readonly string[]).includes(text);
/** Stands for "of nobody" in the list of owners, where no name can be it. */
const nobody = '\u0000';

/** What the board shows: whose, which tier, which words, in which order; and the stages. */
export function BoardBar({
  cards,
  shown,
  pipeline,
  filter,
  order,
  onFilter,
  onOrder,
}: {
  cards: ReadonlyMap<string, Card>;
  /** Those that the filter leaves. */
  shown: readonly Card[];
  pipeline: Pipeline;
  filter: BoardFilter;
  order: BoardOrder;
  onFilter: (filter: BoardFilter) => void;
  onOrder: (order: BoardOrder) => void;
}) {
  const id = useId();
  const [handing, setHanding] = useState(false);
  const { owners, lists } = useMemo(() => {
    const found = { owners: new Set<string>(), lists: new Set<string>() };
    for (const { owner, list } of cards.values()) {
      if (owner) found.owners.add(owner);
      if (list) found.lists.add(list);
    }
    return { owners: [...found.owners].sort(), lists: [...found.lists].sort() };
  }, [cards]);
  const ownerValue = filter.owner === undefined ? '' : filter.owner === '' ? nobody : filter.owner;
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-2 border-b border-line px-2 py-1">
      <Input
        type="search"
        aria-label={i18n.t('work.boardSearch')}
        placeholder={i18n.t('work.boardSearch')}
        className="w-44!"
        value={filter.text ?? ''}
        onChange={(event) => onFilter({ ...filter, text: event.target.value || undefined })}
      />
      <Select
        aria-label={i18n.t('work.owner')}
        className="w-auto! max-w-44"
        value={ownerValue}
        onChange={({ target: { value } }) =>
          onFilter({ ...filter, owner: value === '' ? undefined : value === nobody ? '' : value })
        }
      >
        <option value="">{i18n.t('work.allOwners')}</option>
        {owners.map((owner) => (
          <option key={owner} value={owner}>
            {owner}
          </option>
        ))}
        <option value={nobody}>{i18n.t('work.noOwner')}</option>
      </Select>
      <Select
        aria-label={i18n.t('work.tier')}
        className="w-auto! max-w-40"
        value={filter.tier ?? ''}
        onChange={(event) => {
          const chosen = tierSchema.safeParse(event.target.value);
          onFilter({ ...filter, tier: chosen.success ? chosen.data : undefined });
        }}
      >
        <option value="">{i18n.t('work.allTiers')}</option>
        {tierSchema.options.map((tier) => (
          <option key={tier} value={tier}>
            {tierText(tier)}
          </option>
        ))}
      </Select>
      {lists.length > 0 && (
        <Select
          aria-label={i18n.t('work.list')}
          className="w-auto! max-w-44"
          value={filter.list ?? ''}
          onChange={(event) => onFilter({ ...filter, list: event.target.value || undefined })}
        >
          <option value="">{i18n.t('work.allLists')}</option>
          {lists.map((list) => (
            <option key={list} value={list}>
              {list}
            </option>
          ))}
        </Select>
      )}
      <span className="flex-1" />
      {filter.owner && shown.length > 0 && (
        <Popover
          label={i18n.t('work.handOver.title')}
          align="end"
          open={handing}
          onOpenChange={setHanding}
          trigger={
            <Button look="quiet" size="small">
              {i18n.t('work.handOver.all', [shown.length])}
            </Button>
          }
        >
          <HandOverForm ids={shown.map((card) => card.id)} owners={owners} onDone={() => setHanding(false)} />
        </Popover>
      )}
      <label htmlFor={id} className="text-sm text-soft">
        {i18n.t('work.order')}
      </label>
      <Select
        id={id}
        className="w-auto!"
        value={order}
        onChange={({ target: { value } }) => isOrder(value) && onOrder(value)}
      >
        {boardOrders.map((one) => (
          <option key={one} value={one}>
            {i18n.t(`work.orders.${one}`)}
          </option>
        ))}
      </Select>
      <Popover
        label={i18n.t('work.stages')}
        align="end"
        trigger={<IconButton icon={Settings2Icon} label={i18n.t('work.stages')} />}
      >
        <StageEditor pipeline={pipeline} />
      </Popover>
    </div>
  );
}
