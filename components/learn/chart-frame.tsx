import type { ReactNode } from 'react';
import { i18n } from '#i18n';
import { type Column, FiguresTable } from './figures-table.tsx';

/** A chart under its name, and the same figures as a table for whoever does not see it. */
export function ChartFrame({
  title,
  columns,
  rows,
  keys,
  children,
}: {
  title: string;
  columns: Column[];
  rows: { key: string; cells: ReactNode[] }[];
  /** What each stroke stands for. */
  keys: ReactNode;
  children: ReactNode;
}) {
  return (
    <figure className="flex min-w-0 flex-col gap-1">
      <figcaption className="font-medium">{title}</figcaption>
      {/* Said in the table below; as a picture it has only its name. */}
      <div role="img" aria-label={title} className="h-56 w-full max-w-lg text-sm">
        {children}
      </div>
      <p aria-hidden="true" className="flex flex-wrap gap-x-4 gap-y-1">
        {keys}
      </p>
      <details>
        <summary className="w-fit rounded-sm text-sm text-accent">{i18n.t('learn.asTable')}</summary>
        <FiguresTable label={title} columns={columns} rows={rows} />
      </details>
    </figure>
  );
}
