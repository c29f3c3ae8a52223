import { useId, useState } from 'react';
import { i18n } from '#i18n';
import { type OutRow, outFilters } from '../../lib/exchange/out/out-types.ts';
import { presetOf } from '../../lib/exchange/presets/registry.ts';
import type { ExportStep } from '../hooks/use-export.ts';
import type { HandoverScope, OutFilter, OutPage, OutRequest, OutSummary } from '../hooks/use-handover.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { classNames } from '../ui/class-names.ts';
import { Progress } from '../ui/progress.tsx';
import { Segments } from '../ui/segments.tsx';
import { droppedText, sourceWord, targetName } from './out-words.ts';
import { PagedRows } from './paged-rows.tsx';

function PlanRow({ row: { name, state, problem, missing } }: { row: OutRow }) {
  const lacks = missing.map(sourceWord).join(', ');
  return (
    <>
      <span
        className={classNames(
          'w-40 shrink-0 truncate font-medium max-half:w-24',
          problem === 'refused' || problem === 'barred'
            ? 'text-danger'
            : problem
              ? 'text-soft'
              : state === 'same'
                ? 'text-soft'
                : 'text-good',
        )}
      >
        {problem ? i18n.t(`handover.filter.${problem}`) : i18n.t(`handover.state.${state}`)}
      </span>
      <span className="flex min-w-0 flex-1 flex-col">
        <span className="truncate">{name || '–'}</span>
        {lacks !== '' && <span className="truncate text-sm text-soft">{i18n.t('handover.lacks', [lacks])}</span>}
      </span>
    </>
  );
}

/** What the chosen system matches on and wants, where rows lack it. */
function Lacks({ request, filter }: { request: OutRequest; filter: OutFilter }) {
  const table = presetOf(request.target)?.tables[request.kind];
  if (!table || (filter !== 'unmatched' && filter !== 'refused')) return null;
  const name = targetName(request.target);
  const keys = table.matchesOn.map(sourceWord).join(', ');
  const needs = table.needs.map((any) => any.map(sourceWord).join(' / ')).join(', ');
  return (
    <p className="max-w-[80ch] text-sm text-soft">
      {filter === 'unmatched' ? i18n.t('handover.lacksKey', [keys, name]) : i18n.t('handover.lacksNeed', [needs, name])}
    </p>
  );
}

/** The dry run of a hand-over: every row with what becomes of it, and what goes into the file. */
export function OutPlan({
  request,
  summary,
  busy,
  step,
  page,
  onCancel,
  onBack,
  onSave,
  onSaveLeft,
}: {
  request: OutRequest;
  summary: OutSummary;
  busy: boolean;
  /** How far the file is that is being made. */
  step: ExportStep | undefined;
  page: (filter: OutFilter, offset: number, limit: number) => Promise<OutPage>;
  onCancel: () => void;
  onBack: () => void;
  onSave: (scope: HandoverScope) => void;
  onSaveLeft: (scope: HandoverScope) => void;
}) {
  const [filter, setFilter] = useState<OutFilter>('all');
  // What went before need not go again, unless all of it is the same.
  const [onlyNews, setOnlyNews] = useState(summary.same > 0 && summary.news > 0);
  const [withUnmatched, setWithUnmatched] = useState(false);
  const [withBarred, setWithBarred] = useState(false);
  const scope: HandoverScope = { onlyNews, withUnmatched, withBarred };
  const unmatched = onlyNews ? summary.newsUnmatched : summary.unmatched;
  const barred = onlyNews ? summary.newsBarred : summary.barred;
  const count =
    summary.news + (onlyNews ? 0 : summary.same) + (withUnmatched ? unmatched : 0) + (withBarred ? barred : 0);
  const left = summary.refused + (withUnmatched ? 0 : summary.unmatched) + (withBarred ? 0 : summary.barred);
  const filters = outFilters.filter((one) => one === 'all' || one === 'new' || summary[one] > 0);
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex flex-col gap-2 border-b border-line px-4 pt-3 pb-2">
        <h2 className="font-semibold">
          {i18n.t('handover.plan')} · {targetName(request.target)}
        </h2>
        <div className="-mx-1 overflow-x-auto px-1">
          <div className="w-max">
            <Segments
              label={i18n.t('handover.plan')}
              value={filter}
              options={filters.map((value) => ({
                value,
                text: i18n.t(`handover.filter.${value}`),
                count: summary[value],
              }))}
              onChange={setFilter}
            />
          </div>
        </div>
        <Lacks request={request} filter={filter} />
        {summary.dropped.length > 0 && (
          <p className="max-w-[80ch] text-sm text-soft">
            {i18n.t('handover.dropped', [targetName(request.target), droppedText(summary.dropped)])}
          </p>
        )}
        <div className="flex flex-wrap gap-x-6">
          {summary.same > 0 && <Choice checked={onlyNews} onCheck={setOnlyNews} label={i18n.t('handover.onlyNews')} />}
          {summary.unmatched > 0 && (
            <Choice
              checked={withUnmatched}
              onCheck={setWithUnmatched}
              label={i18n.t('handover.withUnmatched', unmatched)}
            />
          )}
          {summary.barred > 0 && (
            <Choice checked={withBarred} onCheck={setWithBarred} label={i18n.t('handover.withBarred', barred)} />
          )}
        </div>
      </div>
      <PagedRows<OutRow>
        key={filter}
        label={i18n.t('handover.plan')}
        total={summary[filter]}
        page={(offset, limit) => page(filter, offset, limit)}
      >
        {(row) => <PlanRow row={row} />}
      </PagedRows>
      <footer className="flex shrink-0 flex-wrap items-center justify-end gap-2 border-t border-line px-4 py-2">
        {busy && (
          <div className="min-w-40 flex-1">
            <Progress label={i18n.t('exchange.working')} {...(step && { value: step.done, max: step.total })} />
          </div>
        )}
        {step ? (
          <Button look="quiet" onClick={onCancel}>
            {i18n.t('exchange.cancel')}
          </Button>
        ) : (
          <Button look="quiet" onClick={onBack}>
            {i18n.t('handover.back')}
          </Button>
        )}
        {left > 0 && presetOf(request.target) && (
          <Button disabled={busy} onClick={() => onSaveLeft(scope)}>
            {i18n.t('handover.saveLeft')}
          </Button>
        )}
        <Button look="primary" size="large" disabled={busy || count === 0} onClick={() => onSave(scope)}>
          {i18n.t('handover.save', count)}
        </Button>
      </footer>
    </div>
  );
}

/** One of what the user may leave out or take along. */
function Choice({ checked, onCheck, label }: { checked: boolean; onCheck: (checked: boolean) => void; label: string }) {
  const id = useId();
  return (
    <label htmlFor={id} className="flex min-h-7 items-center gap-2">
      <Checkbox id={id} checked={checked} onChange={(event) => onCheck(event.target.checked)} />
      {label}
    </label>
  );
}
