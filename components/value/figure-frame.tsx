import { FileDownIcon, ImageDownIcon } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { i18n } from '#i18n';
import { disarm, encodeCsv } from '../../lib/exchange/csv.ts';
import { download, languageSeparator } from '../hooks/use-export.ts';
import { attempt } from '../leads/act.ts';
import { type Column, FiguresTable } from '../learn/figures-table.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { saveChartImage } from './chart-image.ts';

export type TableRow = { key: string; cells: (string | number)[] };

const csvCell = (cell: string | number, separator: string): string => {
  const text =
    typeof cell === 'number' ? (separator === ';' ? String(cell).replace('.', ',') : String(cell)) : disarm(cell);
  return /["\r\n,;\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** Saves figures as CSV for the sheet program of this machine. */
export function saveFigures(name: string, heads: readonly string[], rows: readonly TableRow[]): void {
  const separator = languageSeparator();
  const lines = [heads, ...rows.map(({ cells }) => cells)].map((line) =>
    line.map((cell) => csvCell(cell, separator)).join(separator),
  );
  download(new Blob([encodeCsv(`${lines.join('\r\n')}\r\n`, 'utf-8')], { type: 'text/csv' }), `${name}.csv`);
}

/**
 * A chart under its name: the same figures as a table below, as a picture and as CSV. In: the figures as numbers (for CSV) and how
 * they are shown; whether the chart can be used itself (then it is no mere picture to a screen reader).
 */
export function FigureFrame({
  title,
  hint,
  columns,
  rows,
  shown,
  isUsed = false,
  isTableOpen = false,
  children,
}: {
  title: string;
  hint?: ReactNode;
  columns: Column[];
  rows: TableRow[];
  /** Cells in words; as they are where left out. */
  shown?: (row: TableRow) => ReactNode[];
  isUsed?: boolean;
  /** The table matters as much as the chart. */
  isTableOpen?: boolean;
  children: ReactNode;
}) {
  const holder = useRef<HTMLDivElement>(null);
  const heads = columns.map(({ head }) => head);
  return (
    <figure aria-label={title} className="flex min-w-0 flex-col gap-1.5">
      <figcaption className="flex items-center gap-2">
        <h2 className="min-w-0 flex-1 font-semibold">{title}</h2>
        <IconButton
          icon={ImageDownIcon}
          label={i18n.t('value.asImage', [title])}
          onClick={() =>
            void attempt(async () => {
              if (holder.current) await saveChartImage(holder.current, title);
            })
          }
        />
        <IconButton
          icon={FileDownIcon}
          label={i18n.t('value.asCsv', [title])}
          onClick={() => saveFigures(title, heads, rows)}
        />
      </figcaption>
      {hint && <p className="max-w-[76ch] text-soft">{hint}</p>}
      <div ref={holder} {...(!isUsed && { role: 'img', 'aria-label': title })} className="min-w-0 text-sm">
        {children}
      </div>
      <details open={isTableOpen}>
        <summary className="w-fit rounded-sm text-sm text-accent">{i18n.t('learn.asTable')}</summary>
        <div className="max-h-80 overflow-y-auto pt-1">
          <FiguresTable
            label={title}
            columns={columns}
            rows={rows.map((row) => ({ key: row.key, cells: shown ? shown(row) : row.cells }))}
          />
        </div>
      </details>
    </figure>
  );
}
