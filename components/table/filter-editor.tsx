import { useEffect, useState } from 'react';
import { i18n } from '#i18n';
import { dayOf, noonOf } from '../../lib/domain/own-values.ts';
import type { Lead } from '../../lib/domain/schema/lead.ts';
import type { Pipeline } from '../../lib/domain/schema/stage.ts';
import type { ColumnFilter } from '../../lib/domain/schema/view.ts';
import { columnValues, type Facet } from '../hooks/use-table.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { Field, Input, Select } from '../ui/input.tsx';
import { valueName } from './cell-text.ts';
import type { TableColumn } from './columns.ts';

type Op = ColumnFilter['op'];

const opsOf: Record<TableColumn['as'], readonly Op[]> = {
  text: ['contains', 'lacks', 'empty', 'filled'],
  choice: ['anyOf', 'noneOf', 'contains', 'lacks', 'empty', 'filled'],
  many: ['anyOf', 'noneOf', 'empty', 'filled'],
  number: ['atLeast', 'atMost', 'empty', 'filled'],
  date: ['withinDays', 'atLeast', 'atMost', 'empty', 'filled'],
  tier: ['filled', 'empty'],
};

/** What a new condition on a column begins with. */
export const firstFilter = ({ id, as }: TableColumn): ColumnFilter => fresh(id, opsOf[as][0] ?? 'filled');

function fresh(column: string, op: Op): ColumnFilter {
  if (op === 'withinDays') return { column, op, number: 30 };
  if (op === 'contains' || op === 'lacks') return { column, op, text: '' };
  // Nothing chosen yet narrows nothing.
  if (op === 'anyOf' || op === 'noneOf') return { column, op, values: [] };
  return { column, op };
}

/** Sets one condition; the table follows while it is set. */
export function FilterEditor({
  kind,
  column,
  filter,
  pipeline,
  onChange,
  onDone,
}: {
  kind: Lead['kind'];
  column: TableColumn;
  filter: ColumnFilter;
  pipeline: Pipeline;
  onChange: (filter: ColumnFilter) => void;
  onDone: () => void;
}) {
  const { op } = filter;
  const isDay = column.as === 'date' && (op === 'atLeast' || op === 'atMost');
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        onDone();
      }}
    >
      <Field label={column.label}>
        {(props) => (
          <Select {...props} value={op} onChange={(event) => onChange(fresh(column.id, event.target.value as Op))}>
            {opsOf[column.as].map((one) => (
              <option key={one} value={one}>
                {i18n.t(isDayOp(column, one) ? `table.opDay.${one}` : `table.op.${one}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {(op === 'contains' || op === 'lacks') && (
        <Input
          aria-label={i18n.t(`table.op.${op}`)}
          autoFocus
          value={filter.text ?? ''}
          onChange={(event) => onChange({ ...filter, text: event.target.value })}
        />
      )}
      {(op === 'anyOf' || op === 'noneOf') && (
        <Values
          kind={kind}
          column={column.id}
          chosen={filter.values ?? []}
          pipeline={pipeline}
          onChange={(values) => onChange({ ...filter, values })}
        />
      )}
      {isDay && (
        <Input
          type="date"
          aria-label={i18n.t('table.day')}
          autoFocus
          value={filter.number === undefined ? '' : dayOf(filter.number)}
          onChange={(event) =>
            onChange(withNumber(filter, event.target.value ? noonOf(event.target.value) : undefined))
          }
        />
      )}
      {!isDay && (op === 'atLeast' || op === 'atMost' || op === 'withinDays') && (
        <Input
          type="number"
          min={0}
          aria-label={i18n.t(op === 'withinDays' ? 'table.days' : 'table.number')}
          autoFocus
          value={filter.number ?? ''}
          onChange={(event) =>
            onChange(withNumber(filter, event.target.value === '' ? undefined : Number(event.target.value)))
          }
        />
      )}
      <Button look="primary" type="submit" className="self-end">
        {i18n.t('table.done')}
      </Button>
    </form>
  );
}

const isDayOp = ({ as }: TableColumn, op: Op): op is 'atLeast' | 'atMost' =>
  as === 'date' && (op === 'atLeast' || op === 'atMost');

function withNumber({ number: _before, ...rest }: ColumnFilter, number: number | undefined): ColumnFilter {
  return number === undefined ? rest : { ...rest, number };
}

/** More values than this nobody reads through: the field above narrows them. */
const mostShown = 100;

function Values({
  kind,
  column,
  chosen,
  pipeline,
  onChange,
}: {
  kind: Lead['kind'];
  column: string;
  chosen: readonly string[];
  pipeline: Pipeline;
  onChange: (values: string[]) => void;
}) {
  const [known, setKnown] = useState<Facet[]>([]);
  const [text, setText] = useState('');
  useEffect(() => {
    // A book that cannot be read is told of by the table.
    columnValues(kind, column).then(setKnown, () => setKnown([]));
  }, [kind, column]);
  const named = known.map((one) => ({ ...one, name: valueName(column, one.value, pipeline) }));
  const wanted = text.trim().toLowerCase();
  const shown = named.filter(({ name }) => name.toLowerCase().includes(wanted)).slice(0, mostShown);
  return (
    <>
      {known.length > 8 && (
        <Input
          type="search"
          aria-label={i18n.t('table.valueSearch')}
          placeholder={i18n.t('table.valueSearch')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      <ul className="-mx-1 flex max-h-60 flex-col overflow-y-auto px-1">
        {shown.map(({ value, name, count }) => (
          <li key={value}>
            <label htmlFor={`value-${value}`} className="flex min-h-6 items-center gap-2">
              <Checkbox
                id={`value-${value}`}
                checked={chosen.includes(value)}
                onChange={(event) =>
                  onChange(event.target.checked ? [...chosen, value] : chosen.filter((one) => one !== value))
                }
              />
              <span className="min-w-0 flex-1 truncate">{name}</span>
              <span className="text-soft">{count}</span>
            </label>
          </li>
        ))}
      </ul>
      {known.length === 0 && <p className="text-soft">{i18n.t('table.noValues')}</p>}
    </>
  );
}
