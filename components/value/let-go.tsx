import { useState } from 'react';
import { i18n } from '#i18n';
import { type LetGoBasis, letGoBases } from '../../lib/value/let-go.ts';
import { useOrdersTold, type ValueQuestion } from '../hooks/use-orders.ts';
import { Segments } from '../ui/segments.tsx';
import { AmountBars } from './amount-bars.tsx';
import { CustomerName } from './customer-columns.tsx';
import { FigureFrame } from './figure-frame.tsx';
import { countText, dateOf, moneyText } from './words.ts';

const drawn = 12;

/** The weakest of the C customers, proposed with reasons; nothing is done with them by itself. */
export function LetGo({ question, base }: { question: ValueQuestion; base: string }) {
  const [of, setOf] = useState<LetGoBasis>('c');
  const { value } = useOrdersTold('letGo', [question, of]);
  if (!value || value.length === 0) return null;
  const why = (line: (typeof value)[number]) => line.letGo.map((reason) => i18n.t(`value.letGoReason.${reason}`));
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <Segments
        label={i18n.t('value.letGoOf')}
        value={of}
        options={letGoBases.map((one) => ({ value: one, text: i18n.t(`value.letGoBasis.${one}`) }))}
        onChange={setOf}
      />
      <FigureFrame
        title={i18n.t('value.letGo', value.length, [countText(value.length)])}
        hint={i18n.t('value.letGoHint')}
        isTableOpen
        columns={[
          { head: i18n.t('value.name') },
          { head: i18n.t('value.money'), numbers: true },
          { head: i18n.t('value.last') },
          { head: i18n.t('value.why') },
        ]}
        rows={value.map((line) => ({
          key: line.key,
          cells: [line.name, line.amount, dateOf(line.lastDay), why(line).join(', ')],
        }))}
        shown={({ key, cells: [name = '', amount, last = '', reasons = ''] }) => {
          const line = value.find((one) => one.key === key);
          return [
            line ? <CustomerName key="name" line={line} /> : name,
            moneyText(Number(amount), base),
            last,
            reasons,
          ];
        }}
      >
        <AmountBars
          rows={value.slice(0, drawn).map((line) => ({
            key: line.key,
            name: line.name,
            amount: line.amount,
            said: moneyText(line.amount, base),
          }))}
        />
      </FigureFrame>
    </div>
  );
}
