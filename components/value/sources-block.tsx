import { useState } from 'react';
import { i18n } from '#i18n';
import { numberOf } from '../../lib/domain/own-values.ts';
import { leadSourceGroup } from '../../lib/domain/schema/lead.ts';
import {
  type Overview,
  type SourceLine,
  unknownKey,
  useOrdersTold,
  type ValueQuestion,
  type ValueSettings,
} from '../hooks/use-orders.ts';
import { attempt } from '../leads/act.ts';
import { decimal } from '../leads/own-values.tsx';
import { FiguresTable } from '../learn/figures-table.tsx';
import { Input } from '../ui/input.tsx';
import { CustomerTable } from './customer-table.tsx';
import { SourcesChart, sourceColumns } from './sources-chart.tsx';
import { countText, figureText, moneyText } from './words.ts';

const nameOf = ({ group }: SourceLine) => {
  const known = leadSourceGroup.safeParse(group);
  return known.success ? i18n.t(`exchange.group.${known.data}`) : i18n.t('value.unknown');
};
const each = (sum: number | undefined, count: number) => (sum === undefined || count === 0 ? undefined : sum / count);

/** What winning customers cost, beside what they bring, by how we met. The cost is typed in; the rest is worked out. */
export function SourcesBlock({
  question,
  overview,
  settings,
  onSettings,
}: {
  question: ValueQuestion;
  overview: Overview;
  settings: ValueSettings;
  onSettings: (next: ValueSettings) => Promise<void>;
}) {
  const { base } = overview;
  const { value } = useOrdersTold('sources', [question]);
  const [chosen, setChosen] = useState<string>();
  if (!value) return null;
  // What stays pays for what was spent: margin, wherever it is known.
  const isMargin = value.some(({ margin }) => margin !== undefined);
  const sources = value.map((line) => {
    const brings = isMargin ? line.margin : line.lifetime;
    return {
      ...line,
      key: line.group,
      name: nameOf(line),
      costEach: each(line.cost, line.customers),
      bringsEach: each(brings, line.customers),
      ratio: brings !== undefined && line.cost ? brings / line.cost : undefined,
    };
  });
  const open = sources.find(({ key, customers }) => key === chosen && customers > 0);
  const money = (sum: number | undefined) => (sum === undefined ? '' : moneyText(sum, base));
  return (
    <section aria-label={i18n.t('value.sources')} className="flex min-w-0 flex-col gap-4">
      <div className="flex max-w-[76ch] flex-col gap-1">
        <h2 className="font-semibold">{i18n.t('value.sources')}</h2>
        <p className="text-soft">{i18n.t('value.sourcesHint')}</p>
      </div>
      {value.length === 0 ? (
        <p>{i18n.t('value.noSources')}</p>
      ) : (
        <>
          <div className="max-w-4xl">
            <FiguresTable
              label={i18n.t('value.sources')}
              columns={sourceColumns(isMargin)}
              rows={sources.map((line) => ({
                key: line.key,
                cells: [
                  line.name,
                  countText(line.met),
                  line.customers > 0 ? (
                    <button
                      key="customers"
                      type="button"
                      aria-label={`${line.name}: ${i18n.t('value.customersCount', line.customers, [countText(line.customers)])}`}
                      className="rounded-sm text-accent underline-offset-2 hover:underline"
                      onClick={() => setChosen(line.key)}
                    >
                      {countText(line.customers)}
                    </button>
                  ) : (
                    countText(0)
                  ),
                  moneyText(line.amount, base),
                  <CostInput
                    key="cost"
                    label={i18n.t('value.costOf', [line.name])}
                    value={line.cost}
                    onCost={(cost) => {
                      const { [line.group]: _before, ...rest } = settings.acquisition;
                      const acquisition = cost === undefined ? rest : { ...rest, [line.group]: cost };
                      void attempt(() => onSettings({ ...settings, acquisition }));
                    }}
                  />,
                  money(line.costEach),
                  money(line.bringsEach),
                  line.ratio === undefined ? '' : figureText(line.ratio),
                ],
              }))}
            />
          </div>
          {open && (
            <CustomerTable
              key={open.key}
              title={open.name}
              question={question}
              filter={{
                pivot: {
                  asked: { rows: 'source', columns: 'source', measure: 'amount', months: 0 },
                  row: open.key || unknownKey,
                },
                isTied: true,
              }}
              overview={overview}
              taskText={i18n.t('value.taskFor', [open.name])}
              onReset={() => setChosen(undefined)}
            />
          )}
          <SourcesChart sources={sources} base={base} isMargin={isMargin} />
        </>
      )}
    </section>
  );
}

/** A sum that is kept when it is left or Enter is pressed; emptied it is unknown again. */
function CostInput({
  label,
  value,
  onCost,
}: {
  label: string;
  value: number | undefined;
  onCost: (cost: number | undefined) => void;
}) {
  const [typed, setTyped] = useState<string>();
  const shown = value === undefined ? '' : String(value).replace('.', decimal());
  const isEmpty = typed?.trim() === '';
  const cost = typed === undefined || isEmpty ? undefined : numberOf(typed, decimal());
  const isWrong = typed !== undefined && !isEmpty && !(cost !== undefined && cost >= 0);
  const keep = () => {
    if (typed === undefined || isWrong) return;
    setTyped(undefined);
    if (cost !== value) onCost(cost);
  };
  return (
    <>
      <Input
        className="max-w-24 text-end"
        inputMode="decimal"
        aria-label={label}
        aria-invalid={isWrong || undefined}
        value={typed ?? shown}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) keep();
        }}
      />
      {isWrong && (
        <p role="alert" className="text-sm text-danger">
          {i18n.t('value.costWrong')}
        </p>
      )}
    </>
  );
}
