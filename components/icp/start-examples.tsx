import { i18n } from '#i18n';
import type { Tier } from '../../lib/domain/schema/icp.ts';
import type { Proposal, ProposedRule } from '../../lib/scoring/starter-from-examples.ts';
import type { Example, useExamples } from '../hooks/use-examples.ts';
import { TierPane } from '../leads/tier-pane.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { Field, TextArea } from '../ui/input.tsx';
import { conditionText } from './condition-words.ts';
import { numberText, pointsText } from './points-words.ts';

type Props = {
  goodText: string;
  badText: string;
  examples: ReturnType<typeof useExamples>;
  proposal: Proposal;
  /** Ids of the proposed rules that are not taken. */
  left: readonly string[];
  tierOf: (example: Example) => Tier;
  onGood: (text: string) => void;
  onBad: (text: string) => void;
  onLeft: (left: string[]) => void;
};

const bare = { fields: [], definitions: {} };

/** Good customers and bad ones pasted, one a line: what tells them apart, as rules with the count that speaks for each. */
export function StartExamples({ goodText, badText, examples, proposal, left, tierOf, onGood, onBad, onLeft }: Props) {
  const { good, bad, failure } = examples;
  return (
    <section aria-label={i18n.t('icp.start.examples')} className="flex flex-col gap-4">
      <h2 className="font-semibold">{i18n.t('icp.start.examples')}</h2>
      <p className="text-soft">{i18n.t('icp.start.examplesHint')}</p>
      {failure && (
        <p role="alert" className="text-danger">
          {i18n.t('icp.failed', [failure.detail])}
        </p>
      )}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4 pair:grid-cols-[repeat(2,minmax(0,1fr))]">
        <Pasted label={i18n.t('icp.start.good')} text={goodText} examples={good} tierOf={tierOf} onText={onGood} />
        <Pasted label={i18n.t('icp.start.bad')} text={badText} examples={bad} tierOf={tierOf} onText={onBad} />
      </div>
      {good.length > 0 && proposal.rules.length === 0 && <p className="text-soft">{i18n.t('icp.start.nothing')}</p>}
      {proposal.rules.length > 0 && (
        <div className="flex flex-col gap-1">
          <h3 className="font-medium">{i18n.t('icp.start.proposed')}</h3>
          {bad.length === 0 && <p className="text-sm text-soft">{i18n.t('icp.start.onlyGood')}</p>}
          <ul>
            {proposal.rules.map((proposed) => (
              <Proposed
                key={proposed.rule.id}
                proposed={proposed}
                proposal={proposal}
                taken={!left.includes(proposed.rule.id)}
                onTaken={(taken) => {
                  const others = left.filter((id) => id !== proposed.rule.id);
                  onLeft(taken ? others : [...others, proposed.rule.id]);
                }}
              />
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

function Pasted({
  label,
  text,
  examples,
  tierOf,
  onText,
}: {
  label: string;
  text: string;
  examples: readonly Example[];
  tierOf: Props['tierOf'];
  onText: (text: string) => void;
}) {
  const found = examples.filter(({ leadId }) => leadId !== undefined).length;
  const counts = new Map<Tier, number>();
  for (const example of examples) counts.set(tierOf(example), (counts.get(tierOf(example)) ?? 0) + 1);
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <Field label={label}>
        {(props) => (
          <TextArea
            {...props}
            rows={6}
            spellCheck={false}
            placeholder={i18n.t('icp.start.placeholder')}
            value={text}
            onChange={(event) => onText(event.target.value)}
          />
        )}
      </Field>
      {examples.length > 0 && (
        <>
          <p role="status" className="text-sm text-soft">
            {i18n.t('icp.start.read', examples.length)} {i18n.t('icp.start.found', [numberText(found)])}
          </p>
          <p className="flex flex-wrap items-center gap-2 text-sm text-soft">
            {i18n.t('icp.start.wouldBe')}
            {(['A', 'B', 'C', 'D', '?'] as const).map(
              (tier) =>
                counts.has(tier) && (
                  <span key={tier} className="flex items-center gap-1">
                    <TierPane tier={tier} />
                    {counts.get(tier)}
                  </span>
                ),
            )}
          </p>
        </>
      )}
    </div>
  );
}

function Proposed({
  proposed: { rule, about, good, bad, lift },
  proposal,
  taken,
  onTaken,
}: {
  proposed: ProposedRule;
  proposal: Proposal;
  taken: boolean;
  onTaken: (taken: boolean) => void;
}) {
  const counts =
    proposal.bad > 0
      ? i18n.t('icp.start.why', [good, proposal.good, bad, proposal.bad])
      : i18n.t('icp.start.whyGood', [good, proposal.good]);
  return (
    <li className="border-t border-line py-1.5">
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the tick box is inside */}
      <label className="flex items-start gap-2">
        <Checkbox className="mt-0.5" checked={taken} onChange={(event) => onTaken(event.target.checked)} />
        <span
          className={
            rule.points > 0
              ? 'w-9 shrink-0 text-end font-medium text-good'
              : 'w-9 shrink-0 text-end font-medium text-danger'
          }
        >
          {pointsText(rule.points)}
        </span>
        <span className="flex min-w-0 flex-col">
          <span className="break-words">
            <span className="sr-only">{i18n.t(`icp.start.about.${about}`)}: </span>
            {conditionText(rule.when, bare)}
          </span>
          <span className="text-sm text-soft">
            {counts}
            {lift !== undefined && lift > 1 && ` ${i18n.t('icp.start.lift', [numberText(Math.round(lift * 10) / 10)])}`}
          </span>
        </span>
      </label>
    </li>
  );
}
