import { XIcon } from 'lucide-react';
import { i18n } from '#i18n';
import type { Lead } from '../../lib/domain/schema/lead.ts';
import type { Pipeline } from '../../lib/domain/schema/stage.ts';
import type { ColumnFilter } from '../../lib/domain/schema/view.ts';
import type { TableLayout } from '../hooks/use-views.ts';
import { dayText } from '../leads/words.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Popover } from '../ui/popover.tsx';
import { valueName } from './cell-text.ts';
import type { TableColumn } from './columns.ts';
import { FilterEditor, firstFilter } from './filter-editor.tsx';
import { groupingOf, withGrouping } from './grouping.ts';

type Props = {
  kind: Lead['kind'];
  byId: ReadonlyMap<string, TableColumn>;
  layout: TableLayout;
  pipeline: Pipeline;
  change: (to: (layout: TableLayout) => TableLayout) => void;
  /** The condition under edit, by its place among them. */
  open: number | undefined;
  onOpen: (at: number | undefined) => void;
};

const filtersOf = ({ filter }: TableLayout): readonly ColumnFilter[] => filter.columns ?? [];

/** The layout with other conditions. */
export function withFilters(layout: TableLayout, columns: ColumnFilter[]): TableLayout {
  const { columns: _before, ...rest } = layout.filter;
  return { ...layout, filter: columns.length === 0 ? rest : { ...rest, columns } };
}

/** The layout with a condition on this column to be filled in, and its place. */
export function addFilter(layout: TableLayout, column: TableColumn): { layout: TableLayout; at: number } {
  const kept = filtersOf(layout);
  return { layout: withFilters(layout, [...kept, firstFilter(column)]), at: kept.length };
}

/** The conditions that the table is narrowed by, and what it is grouped by: each can be changed and taken away. */
export function FilterBar({ kind, byId, layout, pipeline, change, open, onOpen }: Props) {
  const filters = filtersOf(layout);
  const grouping = groupingOf(layout).flatMap((id) => byId.get(id) ?? []);
  if (filters.length === 0 && grouping.length === 0) return null;
  const put = (at: number, filter: ColumnFilter | undefined) =>
    change((before) => {
      const kept = [...filtersOf(before)];
      return withFilters(before, filter ? kept.with(at, filter) : kept.toSpliced(at, 1));
    });
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-1.5 border-b border-line px-3 py-1.5">
      {grouping.map(({ id, label }, at) => (
        <Chip
          key={id}
          text={i18n.t(at === 0 ? 'table.groupedBy' : 'table.thenBy', [label])}
          onRemove={() =>
            change((before) =>
              withGrouping(
                before,
                groupingOf(before).filter((one) => one !== id),
              ),
            )
          }
        />
      ))}
      {filters.map((filter, at) => {
        const column = byId.get(filter.column);
        const text = conditionText(filter, column, pipeline);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no other name than their place
          <span key={at} className="flex h-6 items-center rounded-md border border-line bg-wash">
            <Popover
              label={i18n.t('table.filterBy')}
              open={open === at}
              onOpenChange={(isOpen) => onOpen(isOpen ? at : undefined)}
              trigger={
                <button type="button" className="h-6 max-w-80 truncate rounded-md px-2 text-sm hover:bg-press">
                  {text}
                </button>
              }
            >
              {column && (
                <FilterEditor
                  kind={kind}
                  column={column}
                  filter={filter}
                  pipeline={pipeline}
                  onChange={(next) => put(at, next)}
                  onDone={() => onOpen(undefined)}
                />
              )}
            </Popover>
            <IconButton
              icon={XIcon}
              size="small"
              label={i18n.t('table.filterRemove', [text])}
              onClick={() => put(at, undefined)}
            />
          </span>
        );
      })}
      {filters.length > 0 && (
        <Button look="quiet" size="small" onClick={() => change((before) => withFilters(before, []))}>
          {i18n.t('leads.clear')}
        </Button>
      )}
    </div>
  );
}

function Chip({ text, onRemove }: { text: string; onRemove: () => void }) {
  return (
    <span className="flex h-6 items-center rounded-md border border-line bg-wash ps-2 text-sm">
      {text}
      <IconButton icon={XIcon} size="small" label={i18n.t('table.filterRemove', [text])} onClick={onRemove} />
    </span>
  );
}

/** A condition in words: "Country is one of Germany, Austria". */
function conditionText(filter: ColumnFilter, column: TableColumn | undefined, pipeline: Pipeline): string {
  const { op, text = '', values = [], number = 0 } = filter;
  const shown =
    op === 'contains' || op === 'lacks'
      ? text
      : op === 'anyOf' || op === 'noneOf'
        ? values.map((value) => valueName(filter.column, value, pipeline)).join(', ')
        : op === 'atLeast' || op === 'atMost'
          ? column?.as === 'date'
            ? dayText(number)
            : String(number)
          : op === 'withinDays'
            ? String(number)
            : '';
  return i18n.t(`table.condition.${op}`, [column?.label ?? filter.column, shown || '…']);
}
