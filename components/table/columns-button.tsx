import { ArrowDownIcon, ArrowUpIcon, Columns3Icon, PinIcon } from 'lucide-react';
import { useState } from 'react';
import { i18n } from '#i18n';
import type { TableLayout } from '../hooks/use-views.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Input } from '../ui/input.tsx';
import { Popover } from '../ui/popover.tsx';
import type { TableColumn } from './columns.ts';
import type { Columns } from './use-columns.ts';

/** Which columns are shown, in which order, which stay in sight. */
export function ColumnsButton({
  offered,
  layout,
  columns,
}: {
  offered: readonly TableColumn[];
  layout: TableLayout;
  columns: Columns;
}) {
  const [text, setText] = useState('');
  const shown = layout.columns.flatMap(({ id }) => offered.filter((one) => one.id === id));
  const hidden = offered.filter(({ id }) => !layout.columns.some((one) => one.id === id));
  const meets = ({ label }: TableColumn) => label.toLowerCase().includes(text.trim().toLowerCase());
  return (
    <Popover
      label={i18n.t('table.columns')}
      align="end"
      trigger={<IconButton icon={Columns3Icon} label={i18n.t('table.columns')} />}
    >
      <div className="flex flex-col gap-2">
        <Input
          type="search"
          aria-label={i18n.t('table.columnSearch')}
          placeholder={i18n.t('table.columnSearch')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <ul className="-mx-1 flex max-h-[50vh] flex-col overflow-y-auto px-1">
          {[...shown, ...hidden].filter(meets).map((column) => {
            const at = layout.columns.findIndex(({ id }) => id === column.id);
            const isPinned = layout.pinned.includes(column.id);
            return (
              <li key={column.id} className="flex min-h-7 items-center gap-1">
                <label htmlFor={`column-${column.id}`} className="flex min-w-0 flex-1 items-center gap-2">
                  <Checkbox
                    id={`column-${column.id}`}
                    checked={at >= 0}
                    disabled={column.id === 'name'}
                    onChange={(event) => columns.show(column.id, event.target.checked)}
                  />
                  <span className="truncate">{column.label}</span>
                </label>
                {at >= 0 && (
                  <>
                    <IconButton
                      icon={PinIcon}
                      size="small"
                      label={i18n.t('table.pinOf', [column.label])}
                      pressed={isPinned}
                      onClick={() => columns.pin(column.id, !isPinned)}
                    />
                    <IconButton
                      icon={ArrowUpIcon}
                      size="small"
                      label={i18n.t('table.earlier', [column.label])}
                      disabled={at === 0}
                      onClick={() => columns.move(column.id, -1)}
                    />
                    <IconButton
                      icon={ArrowDownIcon}
                      size="small"
                      label={i18n.t('table.later', [column.label])}
                      disabled={at === layout.columns.length - 1}
                      onClick={() => columns.move(column.id, 1)}
                    />
                  </>
                )}
              </li>
            );
          })}
        </ul>
      </div>
    </Popover>
  );
}
