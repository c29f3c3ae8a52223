import { useState } from 'react';
import { i18n } from '#i18n';
import { namedSegments } from '../../lib/domain/named-segments.ts';
import { phases as phaseOrder } from '../../lib/value/phase.ts';
import { WordHelp } from '../help/word-help.tsx';
import {
  type CustomerFilter,
  type Overview,
  useOrderBatches,
  useOrdersTold,
  type ValueQuestion,
  type ValueSettings,
} from '../hooks/use-orders.ts';
import { useSetting } from '../hooks/use-setting.ts';
import { attempt } from '../leads/act.ts';
import { Segments } from '../ui/segments.tsx';
import { ConcentrationWords } from './concentration.tsx';
import { CustomerTable } from './customer-table.tsx';
import { HeatMap } from './heat-map.tsx';
import { OrderImport } from './order-import.tsx';
import { OrderLists } from './order-lists.tsx';
import { Pareto } from './pareto.tsx';
import { SegmentFigures } from './segment-figures.tsx';
import { ValueOptions } from './value-options.tsx';
import { classText, countText, dateOf, eightText, phaseText, segmentText } from './words.ts';
import { Worklists } from './worklists.tsx';

const pages = ['abc', 'rfm', 'todo', 'lists'] as const;
type Page = (typeof pages)[number];

/** Customers by what they are worth: classes, scores, what to do with whom, and the lists that it is from. */
export function CustomersView() {
  const batches = useOrderBatches();
  const [day, setDay] = useState<number>();
  const has = batches !== undefined && batches.length > 0;
  // Models take their time: the page stands before they speak, then asks again.
  const [hasModels, setHasModels] = useState(false);
  const question = { asOfDay: day, withModels: hasModels };
  const { value: overview, failure } = useOrdersTold('overview', has ? [question] : undefined);
  const { value: report } = useOrdersTold('models', has && overview ? [{ asOfDay: day }] : undefined);
  if (report !== undefined && !hasModels) setHasModels(true);
  const [settings, putSettings] = useSetting('customerValue');
  const [page, setPage] = useState<Page>('abc');
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <header className="flex min-h-10 shrink-0 flex-wrap items-center gap-3 border-b border-line px-4 py-1">
        <h1 className="text-lg font-semibold">{i18n.t('value.title')}</h1>
        <WordHelp word="class" />
        {has && overview && settings && (
          <>
            <Segments
              label={i18n.t('value.title')}
              value={page}
              options={pages.map((value) => ({ value, text: i18n.t(`value.page.${value}`) }))}
              onChange={setPage}
            />
            <span className="ms-auto">
              <ValueOptions
                overview={overview}
                settings={settings}
                onSettings={(next) => void attempt(() => putSettings(next))}
                onDay={setDay}
              />
            </span>
          </>
        )}
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto p-4">
        {failure && <p role="alert">{i18n.t('value.failed', [failure.detail])}</p>}
        {batches?.length === 0 && (
          <div className="flex max-w-4xl flex-col gap-4">
            <p className="max-w-[76ch] text-soft">{i18n.t('value.teach')}</p>
            <OrderImport />
          </div>
        )}
        {has && !overview && !failure && <p className="text-soft">{i18n.t('value.working')}</p>}
        {has && overview && settings && (
          <Body
            key={page}
            page={page}
            overview={overview}
            settings={settings}
            question={question}
            onSettings={(next) => void attempt(() => putSettings(next))}
          />
        )}
      </div>
    </div>
  );
}

type BodyProps = {
  page: Page;
  overview: Overview;
  settings: ValueSettings;
  question: ValueQuestion;
  onSettings: (next: ValueSettings) => void;
};

function Body({ page, overview, settings, question, onSettings }: BodyProps) {
  const [filter, setFilter] = useState<Omit<CustomerFilter, 'offset' | 'limit'>>({});
  if (page === 'lists') return <OrderLists overview={overview} settings={settings} onSettings={onSettings} />;
  if (page === 'todo') return <Worklists overview={overview} question={question} />;
  const isFiltered = Object.keys(filter).length > 0;
  const title = titleOf(filter);
  return (
    <div className="flex min-w-0 flex-col gap-8">
      <Head overview={overview} />
      {page === 'abc' ? (
        overview.concentration ? (
          <>
            <Pareto
              ranking={overview.ranking}
              cuts={settings.cuts}
              policy={settings.policy}
              onCuts={(cuts) => onSettings({ ...settings, cuts })}
            />
            <ConcentrationWords overview={overview} concentration={overview.concentration} />
            <ClassChips
              chosen={filter.valueClass}
              onChoose={(valueClass) => setFilter(valueClass ? { valueClass } : {})}
            />
          </>
        ) : (
          <p>{i18n.t('value.nothingPositive')}</p>
        )
      ) : (
        <>
          {!overview.fitness.fits && (
            <div role="note" className="rounded-md border border-doubt bg-doubt-wash p-3">
              <p className="font-medium">{i18n.t('value.unfit')}</p>
              <ul className="list-disc ps-5">
                {overview.fitness.reasons.map((reason) => (
                  <li key={reason}>{i18n.t(`value.unfitReason.${reason}`)}</li>
                ))}
              </ul>
            </div>
          )}
          <HeatMap overview={overview} chosen={filter.cell} onChoose={(cell) => setFilter(cell ? { cell } : {})} />
          <SegmentFigures overview={overview} chosen={filter} onChoose={setFilter} />
        </>
      )}
      <CustomerTable
        key={JSON.stringify(filter)}
        title={title}
        question={question}
        filter={filter}
        overview={overview}
        {...(isFiltered && { taskText: i18n.t('value.taskFor', [title]) })}
        onReset={isFiltered ? () => setFilter({}) : undefined}
      />
    </div>
  );
}

function titleOf({ valueClass, segment, eight, cell, phase }: Omit<CustomerFilter, 'offset' | 'limit'>): string {
  if (valueClass) return classText(valueClass);
  if (segment && namedSegments.includes(segment)) return segmentText(segment);
  if (eight) return eightText(eight);
  if (phase && phaseOrder.includes(phase)) return phaseText(phase);
  if (cell) return i18n.t('value.cellTitle', [cell.r, cell.f]);
  return i18n.t('value.allCustomers');
}

/** How many, how much, since when. */
function Head({ overview }: { overview: Overview }) {
  const { customers, orders, asOfDay, fromDay, leftOut, withoutRate, tied } = overview;
  return (
    <div className="flex flex-col gap-1">
      <p>
        {i18n.t('value.head', [
          i18n.t('value.customersCount', customers, [countText(customers)]),
          i18n.t('value.ordersShort', orders, [countText(orders)]),
          dateOf(asOfDay),
          i18n.t('value.inBook', tied, [countText(tied)]),
        ])}
        {fromDay !== undefined && ` ${i18n.t('value.since', [dateOf(fromDay)])}`}
      </p>
      {leftOut.future > 0 && (
        <p className="text-doubt">{i18n.t('value.future', leftOut.future, [countText(leftOut.future)])}</p>
      )}
      {leftOut.undated > 0 && (
        <p className="text-doubt">{i18n.t('value.undated', leftOut.undated, [countText(leftOut.undated)])}</p>
      )}
      {withoutRate.length > 0 && <p className="text-doubt">{i18n.t('value.withoutRate', [withoutRate.join(', ')])}</p>}
    </div>
  );
}

function ClassChips({
  chosen,
  onChoose,
}: {
  chosen: 'A' | 'B' | 'C' | undefined;
  onChoose: (valueClass: 'A' | 'B' | 'C' | undefined) => void;
}) {
  return (
    <Segments
      label={i18n.t('value.class')}
      value={chosen ?? 'all'}
      options={[
        { value: 'all', text: i18n.t('value.allCustomers') },
        ...(['A', 'B', 'C'] as const).map((value) => ({ value, text: classText(value) })),
      ]}
      onChange={(value) => onChoose(value === 'A' || value === 'B' || value === 'C' ? value : undefined)}
    />
  );
}
