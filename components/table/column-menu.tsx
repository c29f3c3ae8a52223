import {
  ArrowDownIcon,
  ArrowLeftIcon,
  ArrowRightIcon,
  ArrowUpIcon,
  EyeOffIcon,
  GroupIcon,
  ListFilterIcon,
  ListPlusIcon,
  PinIcon,
  PinOffIcon,
  UngroupIcon,
} from 'lucide-react';
import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import type { TableLayout } from '../hooks/use-views.ts';
import { Menu, MenuItem, MenuLine } from '../ui/menu.tsx';
import { canGroup, type TableColumn } from './columns.ts';
import { deepest, groupingOf, withGrouping } from './grouping.ts';
import type { Columns } from './use-columns.ts';

export type ColumnMenuProps = {
  column: TableColumn;
  columns: Columns;
  layout: TableLayout;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  trigger: ReactElement;
  change: (to: (layout: TableLayout) => TableLayout) => void;
  onFilter: (column: string) => void;
};

/** What can be done to a column. */
export function ColumnMenu({
  column,
  columns,
  layout,
  open,
  onOpenChange,
  trigger,
  change,
  onFilter,
}: ColumnMenuProps) {
  const { id } = column;
  const isPinned = layout.pinned.includes(id);
  const groups = groupingOf(layout);
  const isGrouped = groups.includes(id);
  const sortBy = (descending: boolean) => change((before) => ({ ...before, sort: [{ by: id, descending }] }));
  const addSort = () =>
    change((before) => ({
      ...before,
      sort: [...before.sort.filter(({ by }) => by !== id), { by: id, descending: false }],
    }));
  const group = (to: readonly string[]) => change((before) => withGrouping(before, to));
  const icon = { size: 15, 'aria-hidden': true } as const;
  return (
    <Menu
      align="start"
      trigger={trigger}
      open={open}
      onOpenChange={onOpenChange}
      onCloseAutoFocus={(event) => {
        // The keys go on where they were: in the grid.
        event.preventDefault();
        document.querySelector<HTMLElement>('[role=grid]')?.focus();
      }}
    >
      <MenuItem onSelect={() => sortBy(false)}>
        <ArrowUpIcon {...icon} />
        {i18n.t('table.sortUp')}
      </MenuItem>
      <MenuItem onSelect={() => sortBy(true)}>
        <ArrowDownIcon {...icon} />
        {i18n.t('table.sortDown')}
      </MenuItem>
      {layout.sort.length > 0 && layout.sort[0]?.by !== id && (
        <MenuItem onSelect={addSort}>
          <ListPlusIcon {...icon} />
          {i18n.t('table.sortAlso')}
        </MenuItem>
      )}
      <MenuLine />
      <MenuItem onSelect={() => onFilter(id)}>
        <ListFilterIcon {...icon} />
        {i18n.t('table.filterBy')}
      </MenuItem>
      {canGroup(column) && (
        <MenuItem onSelect={() => group(isGrouped ? groups.filter((one) => one !== id) : [id])}>
          {isGrouped ? <UngroupIcon {...icon} /> : <GroupIcon {...icon} />}
          {i18n.t(isGrouped ? 'table.ungroup' : 'table.group')}
        </MenuItem>
      )}
      {canGroup(column) && !isGrouped && groups.length > 0 && groups.length < deepest && (
        <MenuItem onSelect={() => group([...groups, id])}>
          <GroupIcon {...icon} />
          {i18n.t('table.groupThen')}
        </MenuItem>
      )}
      <MenuLine />
      <MenuItem onSelect={() => columns.pin(id, !isPinned)}>
        {isPinned ? <PinOffIcon {...icon} /> : <PinIcon {...icon} />}
        {i18n.t(isPinned ? 'table.unpin' : 'table.pin')}
      </MenuItem>
      <MenuItem keys="Alt ←" onSelect={() => columns.move(id, -1)}>
        <ArrowLeftIcon {...icon} />
        {i18n.t('table.moveLeft')}
      </MenuItem>
      <MenuItem keys="Alt →" onSelect={() => columns.move(id, 1)}>
        <ArrowRightIcon {...icon} />
        {i18n.t('table.moveRight')}
      </MenuItem>
      {id !== 'name' && (
        <MenuItem onSelect={() => columns.show(id, false)}>
          <EyeOffIcon {...icon} />
          {i18n.t('table.hide')}
        </MenuItem>
      )}
    </Menu>
  );
}
