import { i18n } from '#i18n';
import { leadSourceGroup } from '../../lib/domain/schema/lead.ts';
import { type SourceLine, useOrdersTold, type ValueQuestion, type ValueSettings } from '../hooks/use-orders.ts';
import { attempt } from '../leads/act.ts';
import { FiguresTable } from '../learn/figures-table.tsx';
import { Input } from '../ui/input.tsx';
import { countText, figureText, moneyText } from './words.ts';

const nameOf = ({ group }: SourceLine) => {
  const known = leadSourceGroup.safeParse(group);
  return known.success ? i18n.t(`exchange.group.${known.data}`) : i18n.t('value.unknown');
};

/** What winning customers cost, beside what they bring, by how we met. The cost is typed in; the rest is worked out. */
export function SourcesBlock({
  question,
  base,
  settings,
  onSettings,
}: {
  question: ValueQuestion;
  base: string;
  settings: ValueSettings;
  onSettings: (next: ValueSettings) => Promise<void>;
}) {
  const { value } = useOrdersTold('sources', [question]);
  if (!value) return null;
  const per = (sum: number | undefined, count: number) =>
    sum === undefined || count === 0 ? '' : moneyText(sum / count, base);
  return (
    <section aria-label={i18n.t('value.sources')} className="flex min-w-0 max-w-4xl flex-col gap-2">
      <h2 className="font-semibold">{i18n.t('value.sources')}</h2>
      <p className="max-w-[76ch] text-soft">{i18n.t('value.sourcesHint')}</p>
      {value.length === 0 ? (
        <p>{i18n.t('value.noSources')}</p>
      ) : (
        <FiguresTable
          label={i18n.t('value.sources')}
          columns={[
            { head: i18n.t('value.axis.source') },
            { head: i18n.t('value.met'), numbers: true },
            { head: i18n.t('value.customers'), numbers: true },
            { head: i18n.t('value.money'), numbers: true },
            { head: i18n.t('value.cost'), numbers: true },
            { head: i18n.t('value.costEach'), numbers: true },
            { head: i18n.t('value.lifetimeEach'), numbers: true },
            { head: i18n.t('value.ratio'), numbers: true },
          ]}
          rows={value.map((line) => ({
            key: line.group,
            cells: [
              nameOf(line),
              countText(line.met),
              countText(line.customers),
              moneyText(line.amount, base),
              <Input
                key="cost"
                className="max-w-24 text-end"
                inputMode="decimal"
                aria-label={i18n.t('value.costOf', [nameOf(line)])}
                defaultValue={line.cost ?? ''}
                onBlur={(event) => {
                  const cost = Number(event.target.value.replace(',', '.'));
                  if (!Number.isFinite(cost) || cost < 0 || cost === (line.cost ?? 0)) return;
                  void attempt(() =>
                    onSettings({ ...settings, acquisition: { ...settings.acquisition, [line.group]: cost } }),
                  );
                }}
              />,
              per(line.cost, line.customers),
              per(line.lifetime, line.customers),
              line.lifetime !== undefined && line.cost ? figureText(line.lifetime / line.cost) : '',
            ],
          }))}
        />
      )}
    </section>
  );
}
