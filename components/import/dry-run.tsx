import { useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { OwnFieldDefinition } from '../../lib/domain/schema/own-field.ts';
import { PagedRows } from '../exchange/paged-rows.tsx';
import type { FileView, ImportSummary, ResultFilter, ResultPage } from '../hooks/use-import.ts';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { Segments } from '../ui/segments.tsx';
import { notesOf } from './import-words.ts';

type Row = ResultPage['rows'][number];
type PageOf = (filter: ResultFilter, offset: number, limit: number) => Promise<ResultPage>;

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
      <span className="w-12 shrink-0 text-end max-half:w-7 text-soft tabular-nums">
        <span className="sr-only">{i18n.t('import.row')} </span>
        {row.at}
      </span>
      <span className={classNames('w-20 shrink-0 truncate font-medium max-half:w-16', marks[row.outcome])}>
        {i18n.t(`import.outcomeOf.${row.outcome}`)}
      </span>
      <span className="flex min-w-0 flex-1 flex-col" title={[row.name, notes].filter(Boolean).join('\n')}>
        <span className="truncate">{row.name || '–'}</span>
        {notes !== '' && <span className="truncate text-sm text-soft">{notes}</span>}
      </span>
    </>
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
  idsOnly,
  onSaveRefused,
  onWrite,
}: {
  file: FileView;
  summary: ImportSummary;
  changed: boolean;
  /** Only another system's ids are taken. */
  idsOnly: boolean;
  own: readonly OwnFieldDefinition[];
  page: PageOf;
  onBack: () => void;
  onSaveRefused: () => void;
  onWrite: () => void;
}) {
  const [filter, setFilter] = useState<ResultFilter>('all');
  const counts = counted(summary);
  // Another dry run begins its list anew.
  const turn = useRef({ summary, number: 0 });
  if (turn.current.summary !== summary) turn.current = { summary, number: turn.current.number + 1 };
  const takes = summary.created + summary.merged;
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex flex-col gap-2 border-b border-line px-4 pt-3 pb-2">
        {changed && <p role="alert">{i18n.t('import.changed')}</p>}
        <p className={idsOnly ? 'hidden' : undefined}>
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
      <PagedRows<Row>
        key={`${filter} ${turn.current.number}`}
        label={i18n.t('import.dry')}
        total={counts[filter]}
        page={(offset, limit) => page(filter, offset, limit)}
      >
        {(row) => <ResultRow row={row} own={own} headings={file.columns.map(({ heading }) => heading)} />}
      </PagedRows>
      <footer className="flex shrink-0 flex-wrap items-center justify-end gap-2 border-t border-line px-4 py-2">
        <Button look="quiet" onClick={onBack}>
          {i18n.t('import.back')}
        </Button>
        {summary.refused > 0 && <Button onClick={onSaveRefused}>{i18n.t('import.saveRefused')}</Button>}
        <Button look="primary" size="large" disabled={takes === 0 && !idsOnly} onClick={onWrite}>
          {idsOnly ? i18n.t('handover.idsGo') : i18n.t('import.go', takes)}
        </Button>
      </footer>
    </div>
  );
}
