import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { OwnFieldDefinition } from '../../lib/domain/schema/own-field.ts';
import type { FileView, ImportSummary, ResultFilter, ResultPage } from '../hooks/use-import.ts';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { Segments } from '../ui/segments.tsx';
import { notesOf } from './import-words.ts';

type Row = ResultPage['rows'][number];
type PageOf = (filter: ResultFilter, offset: number, limit: number) => Promise<ResultPage>;

const pageSize = 200;
const rowHeight = 44;

/** The rows of a view, a page at a time as they come into sight. */
function useRows(page: PageOf, filter: ResultFilter, summary: ImportSummary) {
  const [rows, setRows] = useState<Map<number, Row>>(new Map());
  const asked = useRef(new Set<number>());
  const turn = useRef(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another view or another run begins anew
  useEffect(() => {
    turn.current += 1;
    asked.current = new Set();
    setRows(new Map());
  }, [filter, summary]);
  const want = useCallback(
    (first: number, last: number) => {
      const mine = turn.current;
      for (let at = Math.floor(first / pageSize); at <= Math.floor(last / pageSize); at++) {
        if (asked.current.has(at)) continue;
        asked.current.add(at);
        void page(filter, at * pageSize, pageSize).then(({ rows: fresh }) => {
          if (mine === turn.current)
            setRows((before) => new Map([...before, ...fresh.map((row, i) => [at * pageSize + i, row] as const)]));
        });
      }
    },
    [page, filter],
  );
  return { rows, want };
}

const marks: Record<Row['outcome'], string> = {
  created: 'text-good',
  merged: 'text-accent',
  unchanged: 'text-soft',
  refused: 'text-danger',
};

function ResultRow({
  row,
  own,
  headings,
}: {
  row: Row;
  own: readonly OwnFieldDefinition[];
  headings: readonly string[];
}) {
  const notes = notesOf(row, own, headings).join(' · ');
  return (
    <>
      <span className="w-12 shrink-0 text-end max-[599px]:w-7 text-soft tabular-nums">
        <span className="sr-only">{i18n.t('import.row')} </span>
        {row.at}
      </span>
      <span className={classNames('w-20 shrink-0 truncate font-medium max-[599px]:w-16', marks[row.outcome])}>
        {i18n.t(`import.outcomeOf.${row.outcome}`)}
      </span>
      <span className="flex min-w-0 flex-1 flex-col" title={[row.name, notes].filter(Boolean).join('\n')}>
        <span className="truncate">{row.name || '–'}</span>
        {notes !== '' && <span className="truncate text-sm text-soft">{notes}</span>}
      </span>
    </>
  );
}

function Rows({
  total,
  filter,
  summary,
  page,
  own,
  headings,
}: {
  total: number;
  filter: ResultFilter;
  summary: ImportSummary;
  page: PageOf;
  own: readonly OwnFieldDefinition[];
  headings: readonly string[];
}) {
  const frame = useRef<HTMLDivElement>(null);
  const { rows, want } = useRows(page, filter, summary);
  const list = useVirtualizer({
    count: total,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  const items = list.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => want(first, last), [want, first, last]);
  return (
    <section
      ref={frame}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
      tabIndex={0}
      aria-label={i18n.t('import.dry')}
      className="focus-inner min-h-0 flex-1 overflow-y-auto"
    >
      <ol className="relative" style={{ height: list.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const row = rows.get(index);
          return (
            <li
              key={index}
              aria-posinset={index + 1}
              aria-setsize={total}
              className="absolute inset-x-0 top-0 flex items-center gap-3 border-b border-line px-4"
              style={{ height: rowHeight, transform: `translateY(${start}px)` }}
            >
              {row && <ResultRow row={row} own={own} headings={headings} />}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function counted(summary: ImportSummary): Record<ResultFilter, number> {
  const { created, merged, unchanged, refused, rows } = summary;
  return { all: rows, created, merged, unchanged, refused, notes: summary.noted };
}

const filters = ['all', 'created', 'merged', 'unchanged', 'refused', 'notes'] as const;

/** What would become of every row, before anything is written. */
export function DryRun({
  file,
  summary,
  changed,
  own,
  page,
  onBack,
  onSaveRefused,
  onWrite,
}: {
  file: FileView;
  summary: ImportSummary;
  changed: boolean;
  own: readonly OwnFieldDefinition[];
  page: PageOf;
  onBack: () => void;
  onSaveRefused: () => void;
  onWrite: () => void;
}) {
  const [filter, setFilter] = useState<ResultFilter>('all');
  const counts = counted(summary);
  const takes = summary.created + summary.merged;
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex flex-col gap-2 border-b border-line px-4 pt-3 pb-2">
        {changed && <p role="alert">{i18n.t('import.changed')}</p>}
        <p>
          {i18n.t('import.makes', [
            i18n.t('import.people', summary.people),
            i18n.t('import.companies', summary.companies),
          ])}{' '}
          {summary.ownFields.length > 0 &&
            i18n.t('import.fields', summary.ownFields.length, [
              String(summary.ownFields.length),
              summary.ownFields.join(', '),
            ])}
        </p>
        <div className="-mx-1 overflow-x-auto px-1">
          <div className="w-max">
            <Segments
              label={i18n.t('import.dry')}
              value={filter}
              options={filters.map((value) => ({
                value,
                text: i18n.t(`import.filter.${value}`),
                count: counts[value],
              }))}
              onChange={setFilter}
            />
          </div>
        </div>
      </div>
      <Rows
        key={filter}
        total={counts[filter]}
        filter={filter}
        summary={summary}
        page={page}
        own={own}
        headings={file.columns.map(({ heading }) => heading)}
      />
      <footer className="flex shrink-0 flex-wrap items-center justify-end gap-2 border-t border-line px-4 py-2">
        <Button look="quiet" onClick={onBack}>
          {i18n.t('import.back')}
        </Button>
        {summary.refused > 0 && <Button onClick={onSaveRefused}>{i18n.t('import.saveRefused')}</Button>}
        <Button look="primary" size="large" disabled={takes === 0} onClick={onWrite}>
          {i18n.t('import.go', takes)}
        </Button>
      </footer>
    </div>
  );
}
