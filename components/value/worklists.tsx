import { useState } from 'react';
import { i18n } from '#i18n';
import type { CustomerKind } from '../../lib/value/phase.ts';
import type { Overview, ValueQuestion } from '../hooks/use-orders.ts';
import { CustomerTable } from './customer-table.tsx';
import { LetGo } from './let-go.tsx';
import { TallyBars } from './tally-bars.tsx';
import { kindText } from './words.ts';

const lists: readonly CustomerKind[] = ['keep', 'grow', 'rescue', 'winBack', 'transactional', 'other'];

/** What to do with whom: the lists keep, grow and rescue, who to win back, and the weakest, each with its reasons. */
export function Worklists({ overview, question }: { overview: Overview; question: ValueQuestion }) {
  const [kind, setKind] = useState<CustomerKind>('rescue');
  const none = { customers: 0, amount: 0 };
  return (
    <div className="flex min-w-0 flex-col gap-8">
      <TallyBars
        title={i18n.t('value.kinds')}
        hint={i18n.t('value.kindsHint')}
        base={overview.base}
        chosen={kind}
        tallies={lists.map((key) => ({ key, name: kindText(key), ...(overview.kinds[key] ?? none) }))}
        onChoose={(key) => setKind(lists.find((one) => one === key) ?? kind)}
      />
      <CustomerTable
        key={kind}
        title={kindText(kind)}
        question={question}
        filter={{ kind }}
        overview={overview}
        taskText={i18n.t(`value.task.${kind}`)}
      />
      <LetGo question={question} base={overview.base} />
    </div>
  );
}
