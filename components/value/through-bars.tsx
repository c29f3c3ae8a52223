import { useState } from 'react';
import { i18n } from '#i18n';
import type { CustomerFilter, Overview, ValueQuestion } from '../hooks/use-orders.ts';
import { CustomerTable } from './customer-table.tsx';
import { type Tally, TallyBars } from './tally-bars.tsx';

/** Groups of customers as bars; a press on one shows its customers below. In: the groups, which customers each stands for. */
export function ThroughBars({
  title,
  hint,
  tallies,
  filterOf,
  taskText,
  overview,
  question,
}: {
  title: string;
  hint: string;
  tallies: readonly Tally[];
  filterOf: (key: string) => Omit<CustomerFilter, 'offset' | 'limit'>;
  /** The task that is offered for all of a group; for getting in touch where left out. */
  taskText?: (key: string) => string;
  overview: Overview;
  question: ValueQuestion;
}) {
  const [chosen, setChosen] = useState<string>();
  const open = tallies.find(({ key }) => key === chosen);
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <TallyBars
        title={title}
        hint={hint}
        base={overview.base}
        tallies={tallies}
        chosen={chosen}
        onChoose={setChosen}
      />
      {open && (
        <CustomerTable
          key={open.key}
          title={open.name}
          question={question}
          filter={filterOf(open.key)}
          overview={overview}
          taskText={taskText?.(open.key) ?? i18n.t('value.taskFor', [open.name])}
          onReset={() => setChosen(undefined)}
        />
      )}
    </div>
  );
}
