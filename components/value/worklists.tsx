import { useState } from 'react';
import { i18n } from '#i18n';
import type { CustomerKind } from '../../lib/value/phase.ts';
import { type Overview, useOrdersTold, type ValueQuestion } from '../hooks/use-orders.ts';
import { FiguresTable } from '../learn/figures-table.tsx';
import { CustomerTable } from './customer-table.tsx';
import { TallyBars } from './tally-bars.tsx';
import { countText, dateOf, kindText, moneyText } from './words.ts';

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

/** The weakest of the C customers, proposed with reasons; nothing is done with them by itself. */
function LetGo({ question, base }: { question: ValueQuestion; base: string }) {
  const { value } = useOrdersTold('letGo', [question, 0.05]);
  if (!value || value.length === 0) return null;
  return (
    <section className="flex flex-col gap-2">
      <h2 className="font-semibold">{i18n.t('value.letGo', value.length, [countText(value.length)])}</h2>
      <p className="max-w-[76ch] text-soft">{i18n.t('value.letGoHint')}</p>
      <FiguresTable
        label={i18n.t('value.letGoLabel')}
        columns={[
          { head: i18n.t('value.name') },
          { head: i18n.t('value.money'), numbers: true },
          { head: i18n.t('value.last') },
          { head: i18n.t('value.why') },
        ]}
        rows={value.slice(0, 100).map((line) => ({
          key: line.key,
          cells: [
            line.leadId ? (
              <a key="name" className="text-accent hover:underline" href={`#/leads/${line.leadId}`}>
                <bdi>{line.name}</bdi>
              </a>
            ) : (
              <bdi key="name">{line.name}</bdi>
            ),
            moneyText(line.amount, base),
            dateOf(line.lastDay),
            line.letGo.map((reason) => i18n.t(`value.letGoReason.${reason}`)).join(' · '),
          ],
        }))}
      />
    </section>
  );
}
