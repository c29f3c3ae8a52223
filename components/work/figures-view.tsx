import { type ReactNode, useState } from 'react';
import { i18n } from '#i18n';
import type { Pipeline } from '../../lib/domain/schema/stage.ts';
import { dayStart } from '../../lib/work/due.ts';
import { useSetting } from '../hooks/use-setting.ts';
import { useWorkFigures, type WorkFigures } from '../hooks/use-work-figures.ts';
import { Field, Select } from '../ui/input.tsx';
import { stageName } from './words.ts';

const spans = { month: 30, quarter: 90, year: 365, all: 3650 } as const;
const spanNames = Object.keys(spans) as (keyof typeof spans)[];

const number = (value: number, digits = 0) =>
  new Intl.NumberFormat(i18n.t('panel.locale'), { maximumFractionDigits: digits }).format(value);
const percent = (share: number | undefined) =>
  share === undefined
    ? '–'
    : new Intl.NumberFormat(i18n.t('panel.locale'), { style: 'percent', maximumFractionDigits: 0 }).format(share);

/** What the work comes to: how far leads come and how long they stay, what each source yields, new against existing business. */
export function FiguresView({ pipeline }: { pipeline: Pipeline }) {
  const [span, setSpan] = useState<keyof typeof spans>('quarter');
  const [sources] = useSetting('sources');
  const [today] = useState(() => dayStart(Date.now()));
  const { value, failure } = useWorkFigures(pipeline, sources, dayStart(today, -spans[span]));
  return (
    <div className="min-h-0 flex-1 overflow-y-auto p-3">
      <div className="max-w-48">
        <Field label={i18n.t('work.figures.period')}>
          {(props) => (
            <Select
              {...props}
              value={span}
              onChange={({ target: { value: chosen } }) =>
                setSpan(spanNames.find((name) => name === chosen) ?? 'quarter')
              }
            >
              {spanNames.map((name) => (
                <option key={name} value={name}>
                  {i18n.t(`work.figures.spans.${name}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      {failure && (
        <p role="alert" className="py-3">
          {i18n.t('leads.failed', [failure.detail])}
        </p>
      )}
      {!value && !failure && (
        <p role="status" className="py-3 text-soft">
          {i18n.t('work.figures.working')}
        </p>
      )}
      {value && <Figures figures={value} pipeline={pipeline} />}
    </div>
  );
}

function Figures({ figures, pipeline }: { figures: WorkFigures; pipeline: Pipeline }) {
  const { stages, sources, time } = figures;
  const minutes = time.new.minutes + time.existing.minutes;
  const money = sources.some(({ cost }) => cost !== undefined);
  return (
    <div className="flex max-w-4xl flex-col gap-6 pt-4">
      <Table
        title={i18n.t('work.figures.stages')}
        hint={i18n.t('work.figures.stagesHint')}
        head={['stage', 'reached', 'wentOn', 'lost', 'conversion', 'stay']}
        rows={stages.map(({ stage, reached, wentOn, lost, conversion, medianDays }) => [
          stageName(stage, pipeline),
          number(reached),
          number(wentOn),
          number(lost),
          percent(conversion),
          medianDays === undefined ? '–' : i18n.t('work.ageDays', [number(medianDays, 1)]),
        ])}
      />
      <Table
        title={i18n.t('work.figures.sources')}
        hint={i18n.t('work.figures.sourcesHint')}
        head={['source', 'captured', 'contacted', 'won', ...(money ? (['cost', 'perCustomer'] as const) : [])]}
        rows={sources.map(({ group, name, captured, contacted, won, cost, costPerCustomer }) => [
          [group && i18n.t(`exchange.group.${group}`), name].filter(Boolean).join(' · ') ||
            i18n.t('work.figures.noSource'),
          number(captured),
          number(contacted),
          number(won),
          ...(money
            ? [cost === undefined ? '–' : number(cost), costPerCustomer === undefined ? '–' : number(costPerCustomer)]
            : []),
        ])}
      />
      <Table
        title={i18n.t('work.figures.time')}
        hint={i18n.t('work.figures.timeHint')}
        head={['business', 'touches', 'hours', 'share']}
        rows={(['new', 'existing'] as const).map((part) => [
          i18n.t(`work.figures.${part}`),
          number(time[part].touches),
          number(time[part].minutes / 60, 1),
          percent(minutes === 0 ? undefined : time[part].minutes / minutes),
        ])}
      />
    </div>
  );
}

type Word =
  | 'stage'
  | 'reached'
  | 'wentOn'
  | 'lost'
  | 'conversion'
  | 'stay'
  | 'source'
  | 'captured'
  | 'contacted'
  | 'won'
  | 'cost'
  | 'perCustomer'
  | 'business'
  | 'touches'
  | 'hours'
  | 'share';

function Table({ title, hint, head, rows }: { title: string; hint: string; head: Word[]; rows: ReactNode[][] }) {
  return (
    <section aria-label={title}>
      <h2 className="font-medium">{title}</h2>
      <p className="pb-1 text-sm text-soft">{hint}</p>
      <div className="overflow-x-auto">
        <table className="w-full border-collapse">
          <thead>
            <tr className="border-b border-line text-sm text-soft">
              {head.map((word, at) => (
                <th key={word} scope="col" className={`py-1 pe-3 font-medium ${at === 0 ? 'text-start' : 'text-end'}`}>
                  {i18n.t(`work.figures.head.${word}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={String(row[0])} className="border-b border-line">
                {row.map((cell, at) =>
                  at === 0 ? (
                    <th key={head[at]} scope="row" className="py-1 pe-3 text-start font-normal">
                      {cell}
                    </th>
                  ) : (
                    <td key={head[at]} className="py-1 pe-3 text-end tabular-nums">
                      {cell}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
