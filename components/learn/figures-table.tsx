import type { ReactNode } from 'react';
import { classNames } from '../ui/class-names.ts';

export type Column = { head: string; numbers?: boolean };

/** A plain table with a name; wider than its place it scrolls by itself, by keyboard too. The first cell of a row names it. */
export function FiguresTable({
  label,
  columns,
  rows,
}: {
  label: string;
  columns: Column[];
  rows: { key: string; cells: ReactNode[] }[];
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group that scrolls, no part of a form; and no landmark beside its section
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <div role="group" aria-label={label} tabIndex={0} className="max-w-full overflow-x-auto rounded-sm">
      <table className="w-full border-collapse text-start">
        <thead>
          <tr className="border-b border-line text-sm text-soft">
            {columns.map(({ head, numbers }, at) =>
              head === '' ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns never move
                <td key={at} />
              ) : (
                <th
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns never move
                  key={at}
                  scope="col"
                  className={classNames(
                    'min-w-14 py-1 pe-3 font-normal align-bottom',
                    numbers ? 'text-end' : 'text-start',
                  )}
                >
                  {head}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key} className="border-b border-line last:border-0">
              {cells.map((cell, at) => {
                const look = classNames(
                  'py-1 pe-3 align-top',
                  columns[at]?.numbers
                    ? 'text-end whitespace-nowrap'
                    : columns[at]?.head !== '' && 'min-w-20 text-start',
                );
                return at === 0 ? (
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns never move
                  <th key={at} scope="row" className={classNames(look, 'min-w-28 font-normal')}>
                    {cell}
                  </th>
                ) : (
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns never move
                  <td key={at} className={look}>
                    {cell}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
