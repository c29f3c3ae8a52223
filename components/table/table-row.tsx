import { ChevronDownIcon, ChevronRightIcon } from 'lucide-react';
import { memo } from 'react';
import { i18n } from '#i18n';
import type { Lead } from '../../lib/domain/schema/lead.ts';
import { tier as tierSchema } from '../../lib/domain/schema/score.ts';
import type { Pipeline } from '../../lib/domain/schema/stage.ts';
import { useValueClasses } from '../hooks/use-customer-values.ts';
import type { LeadGroup, RowKeys } from '../hooks/use-table.ts';
import { TickBox } from '../leads/lead-row.tsx';
import { TierPane } from '../leads/tier-pane.tsx';
import { classNames } from '../ui/class-names.ts';
import { inRem } from '../ui/rem.ts';
import { ValuePane } from '../value/value-pane.tsx';
import { cellText, valueName } from './cell-text.ts';

/** Rows of the workspace: one line each. */
export const rowHeight = inRem(34);
/** The first column: what is selected. */
export const tickWidth = inRem(38);

/** A column where it stands: which of all it is, its place from the start, whether it stays in sight. */
export type PlacedColumn = { id: string; at: number; width: number; start: number; pinned: boolean };

/** Columns whose cells can hold more than a text. */
const hasParts: ReadonlySet<string> = new Set(['tier', 'name', 'company']);

export const cellId = (line: number, column: string): string => `cell-${line}-${column}`;

/** One lead. Cells are drawn, not controls: the grid has the keys and says where one is. */
export const TableRow = memo(function TableRow({
  lead,
  keys,
  line,
  columns,
  width,
  selected,
  active,
  pipeline,
}: {
  /** Absent until it was fetched. */
  lead: Lead | undefined;
  keys: RowKeys | undefined;
  line: number;
  /** Those that are drawn, from the start; between them there may be others. */
  columns: readonly PlacedColumn[];
  width: number;
  selected: boolean;
  /** The column of the cell that has the keys; absent where it is in another row. */
  active: string | undefined;
  pipeline: Pipeline | undefined;
}) {
  const ground = selected ? 'bg-accent-wash' : active === undefined ? 'bg-paper group-hover/row:bg-wash' : 'bg-wash';
  return (
    <div className={classNames('flex h-full border-b border-line', ground)} style={{ width }} role="presentation">
      <div
        role="gridcell"
        id={cellId(line, 'tick')}
        aria-colindex={1}
        data-column="tick"
        aria-label={i18n.t(selected ? 'table.selected' : 'table.notSelected')}
        className={classNames(
          'sticky start-0 z-[2] flex shrink-0 items-center justify-center',
          ground,
          ringOf(active === 'tick'),
        )}
        style={{ width: tickWidth }}
      >
        <TickBox on={selected} />
      </div>
      {columns.map((column, shown) => (
        <div
          key={column.id}
          role="gridcell"
          id={cellId(line, column.id)}
          aria-colindex={column.at + 2}
          data-column={column.id}
          className={classNames(
            'shrink-0 overflow-hidden border-e border-line px-2 contain-strict',
            hasParts.has(column.id) ? 'flex items-center' : 'truncate',
            column.id === 'employees' && 'text-end',
            column.pinned && classNames('sticky z-[1]', ground),
            ringOf(active === column.id),
          )}
          style={{
            width: column.width,
            // In the middle without a box of its own for the text: there are hundreds of cells.
            lineHeight: `${rowHeight}px`,
            marginInlineStart: column.start - endOf(columns[shown - 1]),
            ...(column.pinned && { insetInlineStart: column.start }),
          }}
        >
          <CellBody column={column.id} lead={lead} keys={keys} pipeline={pipeline} />
        </div>
      ))}
    </div>
  );
});

const endOf = (column: PlacedColumn | undefined): number => (column ? column.start + column.width : tickWidth);

const ringOf = (isActive: boolean): string =>
  isActive
    ? 'outline-offset-[-2px] outline-accent/60 outline-1 outline group-focus-visible/grid:outline-2 group-focus-visible/grid:outline-accent'
    : '';

const CellBody = memo(function CellBody({
  column,
  lead,
  keys,
  pipeline,
}: {
  column: string;
  lead: Lead | undefined;
  keys: RowKeys | undefined;
  pipeline: Pipeline | undefined;
}) {
  if (!lead) return null;
  if (column === 'tier') {
    const tier = tierSchema.safeParse(keys?.tier);
    if (!tier.success) return null;
    return (
      <span className="flex items-center gap-2">
        <TierPane tier={tier.data} />
        <span className="text-soft">{keys?.gated ? i18n.t('table.gated') : keys?.total}</span>
      </span>
    );
  }
  const text = cellText(column, lead, keys, pipeline);
  if (column === 'name')
    return (
      <>
        <a
          href={`#/leads/${lead.id}`}
          tabIndex={-1}
          data-open
          title={text}
          className="truncate font-medium underline-offset-2 hover:underline"
        >
          <bdi>{text}</bdi>
        </a>
        <CustomerMark lead={lead} />
      </>
    );
  if (column === 'company' && lead.kind === 'person' && lead.companyId)
    return (
      <a
        href={`#/leads/${lead.companyId}`}
        tabIndex={-1}
        title={text}
        className="truncate underline-offset-2 hover:underline"
      >
        <bdi>{text}</bdi>
      </a>
    );
  const said = <bdi title={text}>{text}</bdi>;
  return hasParts.has(column) ? <span className="truncate">{said}</span> : said;
});

/** The class of a customer beside their name. */
function CustomerMark({ lead }: { lead: Lead }) {
  const valueClass = useValueClasses()(lead);
  return valueClass ? (
    <span className="ms-1.5 shrink-0">
      <ValuePane valueClass={valueClass} />
    </span>
  ) : null;
}

/** The head of a group: what its leads share, how many there are. */
export function GroupRow({
  group,
  closed,
  column,
  depth,
  line,
  active,
  columnCount,
  pipeline,
}: {
  group: LeadGroup;
  closed: boolean;
  column: string;
  /** How many groups it lies in. */
  depth: number;
  line: number;
  active: boolean;
  columnCount: number;
  pipeline: Pipeline | undefined;
}) {
  const Icon = closed ? ChevronRightIcon : ChevronDownIcon;
  return (
    <div
      role="gridcell"
      id={cellId(line, 'tick')}
      aria-colindex={1}
      aria-colspan={columnCount}
      aria-expanded={!closed}
      data-group={depth}
      style={{ paddingInlineStart: inRem(8 + depth * 20) }}
      className={classNames(
        'sticky start-0 flex h-full w-[min(100%,100vw)] items-center gap-2 border-b border-line bg-wash pe-2',
        ringOf(active),
      )}
    >
      <Icon size={16} aria-hidden="true" className="shrink-0 text-soft" />
      <span className="truncate font-medium">
        {valueName(column, group.value, pipeline) || i18n.t('table.groupEmpty')}
      </span>
      <span className="text-soft">{group.count}</span>
    </div>
  );
}
