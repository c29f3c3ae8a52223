import { ListChecksIcon } from 'lucide-react';
import { Fragment, useState } from 'react';
import { i18n } from '#i18n';
import {
  askOrders,
  type CustomerFilter,
  orderActions,
  useOrdersTold,
  type ValueQuestion,
} from '../hooks/use-orders.ts';
import { taskActions } from '../hooks/use-tasks.ts';
import { attemptWithUndo } from '../leads/act.ts';
import { FiguresTable } from '../learn/figures-table.tsx';
import { Button } from '../ui/button.tsx';
import { sayError } from '../ui/toast.tsx';
import { type CustomerTold, customerColumns } from './customer-columns.tsx';
import { saveFigures } from './figure-frame.tsx';
import { countText, figureText } from './words.ts';

const page = 50;
const mostTasks = 200;
const mostKept = 2000;

/** Tasks for these customers, those in the book; says how many were left out. */
async function makeTasks(question: ValueQuestion, filter: Omit<CustomerFilter, 'offset' | 'limit'>, text: string) {
  const found = await askOrders('customers', [question, { ...filter, offset: 0, limit: 5000 }]);
  const ids = found.lines.flatMap(({ leadId }) => leadId ?? []);
  if (ids.length === 0) return sayError(i18n.t('value.noneTied'));
  const chosen = ids.slice(0, mostTasks);
  const day = new Date();
  day.setHours(12, 0, 0, 0);
  const dueAt = day.getTime() + 7 * 86_400_000;
  await attemptWithUndo(
    () => taskActions.add(chosen, { text, kind: 'call', dueAt, timed: false }),
    chosen.length < found.total
      ? i18n.t('value.tasksMadeOf', chosen.length, [countText(chosen.length), countText(found.total)])
      : i18n.t('value.tasksMade', chosen.length, [countText(chosen.length)]),
  );
}

/** Saves those of these customers who are not in the book yet. */
async function keep(question: ValueQuestion, filter: Omit<CustomerFilter, 'offset' | 'limit'>) {
  const found = await askOrders('customers', [question, { ...filter, offset: 0, limit: 5000 }]);
  const ids = found.lines.flatMap(({ key, leadId }) => (leadId ? [] : [Number(key.replace('customer:', ''))]));
  const chosen = ids.slice(0, mostKept);
  await attemptWithUndo(
    () => orderActions.keep(chosen),
    i18n.t('value.kept', chosen.length, [countText(chosen.length)]),
  );
}

/**
 * Customers that a filter leaves, with what is known of each. In: how to look, the filter, the overview, the text of a task
 * (where one is offered for all of them).
 */
export function CustomerTable({
  title,
  question,
  filter,
  overview,
  taskText,
  onReset,
}: {
  title: string;
  question: ValueQuestion;
  filter: Omit<CustomerFilter, 'offset' | 'limit'>;
  overview: CustomerTold;
  taskText?: string;
  onReset?: (() => void) | undefined;
}) {
  const [limit, setLimit] = useState(page);
  const [sort, setSort] = useState<NonNullable<CustomerFilter['sort']>>('value');
  const { value } = useOrdersTold('customers', [question, { ...filter, sort, offset: 0, limit }]);
  const sorts = (['value', 'lifetime', 'alive', 'lastDay', 'orders', 'share', 'potential', 'name'] as const).filter(
    (one) => overview.wallet.known > 0 || (one !== 'share' && one !== 'potential'),
  );
  const columns = customerColumns(overview, filter);
  const save = async () => {
    const all = await askOrders('customers', [question, { ...filter, sort, offset: 0, limit: 1_000_000 }]);
    saveFigures(
      title,
      columns.map(({ head }) => head),
      all.lines.map((line) => ({ key: line.key, cells: columns.map(({ cell }) => cell(line)) })),
    );
  };
  return (
    <section aria-label={title} className="flex min-w-0 flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <h2 className="font-semibold">{title}</h2>
        {value && (
          <span className="text-soft">{i18n.t('value.customersCount', value.total, [countText(value.total)])}</span>
        )}
        {onReset && (
          <Button size="small" look="quiet" onClick={onReset}>
            {i18n.t('value.showAll')}
          </Button>
        )}
        <label className="ms-auto flex items-center gap-1.5 text-sm text-soft">
          {i18n.t('value.sortBy')}
          <select
            className="h-6 rounded-md border border-edge bg-raised px-1 text-ink"
            value={sort}
            onChange={(event) => setSort(event.target.value as typeof sort)}
          >
            {sorts.map((one) => (
              <option key={one} value={one}>
                {i18n.t(`value.sort.${one}`)}
              </option>
            ))}
          </select>
        </label>
        {value?.lines.some(({ leadId }) => !leadId) && (
          <Button size="small" onClick={() => void keep(question, filter)}>
            {i18n.t('value.keep')}
          </Button>
        )}
        <Button size="small" onClick={() => void save()}>
          {i18n.t('value.csv')}
        </Button>
        {taskText && value && value.total > 0 && (
          <Button size="small" look="primary" onClick={() => void makeTasks(question, filter, taskText)}>
            <ListChecksIcon size={14} aria-hidden="true" />
            {i18n.t('value.makeTasks')}
          </Button>
        )}
      </div>
      {value && value.total === 0 && <p className="text-soft">{i18n.t('value.nobody')}</p>}
      {value && value.total > 0 && (
        <FiguresTable
          label={title}
          columns={columns}
          rows={value.lines.map((line) => ({
            key: line.key,
            cells: columns.map(({ head, cell, shown }) => (
              <Fragment key={head}>{shown ? shown(line) : cell(line)}</Fragment>
            )),
          }))}
        />
      )}
      {value && value.total > limit && (
        <Button className="self-start" onClick={() => setLimit(limit + 200)}>
          {i18n.t('value.more', [figureText(Math.min(200, value.total - limit))])}
        </Button>
      )}
    </section>
  );
}
