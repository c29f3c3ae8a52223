import { FileDownIcon } from 'lucide-react';
import { useState } from 'react';
import { i18n } from '#i18n';
import type { NamedSegment } from '../../lib/domain/named-segments.ts';
import { namedSegments } from '../../lib/domain/named-segments.ts';
import { leadSourceGroup } from '../../lib/domain/schema/lead.ts';
import { type PivotAxis, pivotAxes } from '../../lib/domain/schema/order.ts';
import { phases } from '../../lib/value/phase.ts';
import { measures } from '../../lib/value/pivot.ts';
import { shareBands } from '../../lib/value/wallet.ts';
import {
  type Overview,
  type PivotPart,
  type PivotQuestion,
  restKey,
  unknownKey,
  useOrdersTold,
  type ValueQuestion,
} from '../hooks/use-orders.ts';
import { useSetting } from '../hooks/use-setting.ts';
import { attempt } from '../leads/act.ts';
import { FiguresTable } from '../learn/figures-table.tsx';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Field, Input, Select } from '../ui/input.tsx';
import { CustomerTable } from './customer-table.tsx';
import { saveFigures } from './figure-frame.tsx';
import { classText, countText, figureText, moneyText, phaseText, segmentText } from './words.ts';

const usual: PivotQuestion = { rows: 'quarter', columns: 'valueClass', measure: 'amount', months: 0 };

/** A key of an axis in words. */
function keyText(axis: PivotAxis, key: string): string {
  if (key === unknownKey) return i18n.t('value.unknown');
  if (key === restKey) return i18n.t('value.rest');
  if (axis === 'valueClass' && (key === 'A' || key === 'B' || key === 'C')) return classText(key);
  const isSegment = (one: string): one is NamedSegment => namedSegments.some((name) => name === one);
  if (axis === 'segment' && isSegment(key)) return segmentText(key);
  const phase = axis === 'phase' ? phases.find((one) => one === key) : undefined;
  if (phase) return phaseText(phase);
  const band = axis === 'share' ? shareBands.find((one) => one === key) : undefined;
  if (band) return i18n.t(`value.band.${band}`);
  const group = axis === 'source' ? leadSourceGroup.safeParse(key) : undefined;
  return group?.success ? i18n.t(`exchange.group.${group.data}`) : key;
}

/** A pivot over orders and the people and companies they are of; views are kept by name. */
export function PivotBlock({ question, overview }: { question: ValueQuestion; overview: Overview }) {
  const { base, hasMargin } = overview;
  const [part, setPart] = useState<PivotPart>();
  const [asked, setAsked] = useState<PivotQuestion>(usual);
  const [name, setName] = useState('');
  const [views, putViews] = useSetting('pivotViews');
  const { value, isCurrent } = useOrdersTold('pivot', [question, asked]);
  const isMoney = asked.measure !== 'orders' && asked.measure !== 'customers';
  const shown = (one: number) => (isMoney ? moneyText(one, base) : figureText(one, 0));
  const axis = (label: string, which: 'rows' | 'columns') => (
    <Field label={label}>
      {(props) => (
        <Select
          {...props}
          value={asked[which]}
          onChange={(event) =>
            setAsked({ ...asked, [which]: pivotAxes.find((one) => one === event.target.value) ?? asked[which] })
          }
        >
          {pivotAxes.map((one) => (
            <option key={one} value={one}>
              {i18n.t(`value.axis.${one}`)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
  const partName = ({ asked: { rows, columns }, row, column }: PivotPart) =>
    [row !== undefined && keyText(rows, row), column !== undefined && keyText(columns, column)]
      .filter(Boolean)
      .join(', ');
  /** A figure that opens the customers behind it. */
  const through = (text: string, of: PivotPart) => (
    <button
      key={partName(of)}
      type="button"
      aria-label={`${partName(of)}: ${text}`}
      className="rounded-sm underline-offset-2 hover:text-accent hover:underline"
      onClick={() => setPart(of)}
    >
      {text}
    </button>
  );
  const title = i18n.t('value.pivot');
  const heads = value ? value.columns.map((key) => keyText(asked.columns, key)) : [];
  return (
    <section aria-label={title} className="flex min-w-0 flex-col gap-3">
      <div className="flex items-center gap-2">
        <h2 className="flex-1 font-semibold">{title}</h2>
        <IconButton
          icon={FileDownIcon}
          label={i18n.t('value.asCsv', [title])}
          disabled={!value}
          onClick={() =>
            value &&
            saveFigures(
              title,
              [i18n.t(`value.axis.${asked.rows}`), ...heads, i18n.t('value.total')],
              value.rows.map((row, at) => ({
                key: row,
                cells: [keyText(asked.rows, row), ...(value.cells[at] ?? []), value.rowTotals[at] ?? 0],
              })),
            )
          }
        />
      </div>
      <div className="grid max-w-4xl grid-cols-[repeat(auto-fill,minmax(9.375rem,1fr))] items-end gap-3">
        {axis(i18n.t('value.rowsOf'), 'rows')}
        {axis(i18n.t('value.columnsOf'), 'columns')}
        <Field label={i18n.t('value.measureOf')}>
          {(props) => (
            <Select
              {...props}
              value={asked.measure}
              onChange={(event) =>
                setAsked({ ...asked, measure: measures.find((one) => one === event.target.value) ?? 'amount' })
              }
            >
              {measures.map((one) => (
                <option key={one} value={one} disabled={one === 'margin' && !hasMargin}>
                  {i18n.t(`value.measure.${one}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={i18n.t('value.period')}>
          {(props) => (
            <Select
              {...props}
              value={asked.months}
              onChange={(event) => setAsked({ ...asked, months: Number(event.target.value) })}
            >
              {[0, 12, 24, 36].map((months) => (
                <option key={months} value={months}>
                  {months === 0 ? i18n.t('value.allTime') : i18n.t('value.lastMonths', [months])}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <form
        className="flex flex-wrap items-center gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          const kept = name.trim();
          if (!kept || !views) return;
          void attempt(() => putViews([...views.filter((one) => one.name !== kept), { name: kept, ...asked }]));
          setName('');
        }}
      >
        {views?.map(({ name: view, ...rest }) => (
          <span key={view} className="inline-flex items-center rounded-md border border-edge">
            <Button size="small" look="quiet" onClick={() => setAsked(rest)}>
              {view}
            </Button>
            <Button
              size="small"
              look="quiet"
              aria-label={i18n.t('value.dropView', [view])}
              onClick={() => void attempt(() => putViews(views.filter((one) => one.name !== view)))}
            >
              ×
            </Button>
          </span>
        ))}
        <Input
          className="max-w-44"
          aria-label={i18n.t('value.viewName')}
          placeholder={i18n.t('value.viewName')}
          value={name}
          maxLength={60}
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit" disabled={!name.trim()}>
          {i18n.t('value.keepView')}
        </Button>
      </form>
      {value && value.rows.length === 0 && <p className="text-soft">{i18n.t('value.noOrdersThen')}</p>}
      {value && value.rows.length > 0 && (
        <div className={isCurrent ? undefined : 'opacity-60'}>
          <FiguresTable
            label={title}
            columns={[
              { head: i18n.t(`value.axis.${asked.rows}`) },
              ...heads.map((head) => ({ head, numbers: true })),
              { head: i18n.t('value.total'), numbers: true },
            ]}
            rows={[
              ...value.rows.map((row, at) => ({
                key: row,
                cells: [
                  keyText(asked.rows, row),
                  ...(value.cells[at] ?? []).map((one, column) =>
                    one === 0 ? '' : through(shown(one), { asked, row, column: value.columns[column] }),
                  ),
                  through(shown(value.rowTotals[at] ?? 0), { asked, row }),
                ],
              })),
              {
                key: 'total',
                cells: [
                  <strong key="total">{i18n.t('value.total')}</strong>,
                  ...value.columnTotals.map((one, column) =>
                    through(shown(one), { asked, column: value.columns[column] }),
                  ),
                  <strong key="all">{shown(value.total)}</strong>,
                ],
              },
            ]}
          />
          <p className="pt-1 text-sm text-soft">{i18n.t('value.pivotSays', [countText(value.rows.length)])}</p>
        </div>
      )}
      {part && (
        <CustomerTable
          key={JSON.stringify(part)}
          title={partName(part)}
          question={question}
          filter={{ pivot: part }}
          overview={overview}
          taskText={i18n.t('value.taskFor', [partName(part)])}
          onReset={() => setPart(undefined)}
        />
      )}
    </section>
  );
}
