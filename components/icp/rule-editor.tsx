import { PlusIcon, XIcon } from 'lucide-react';
import { i18n } from '#i18n';
import type { Condition, IcpGroup, IcpProfile, IcpRule } from '../../lib/domain/schema/icp.ts';
import { newTest } from '../../lib/scoring/test-shape.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Field, Input, Select } from '../ui/input.tsx';
import { ConditionBuilder } from './condition-builder.tsx';
import { EventFields } from './event-fields.tsx';
import { LogicFields } from './logic-fields.tsx';
import { ruleName } from './rule-words.ts';
import { NumberInput } from './value-fields.tsx';

type Kind = IcpRule['kind'];
export type RuleChange = (rule: IcpRule, step?: string) => void;
type Props = { rule: IcpRule; axis: IcpGroup['axis']; profile: IcpProfile; onChange: RuleChange };

/** What a rule begins with when it is made, or turned into another kind: as much as fits stays. */
export function asKind(rule: IcpRule, kind: Kind, profile: IcpProfile): IcpRule {
  const { id, name } = rule;
  const when: Condition =
    rule.kind === 'event'
      ? newTest('company.about', profile.fields)
      : rule.kind === 'tiers'
        ? (rule.tiers[0]?.when ?? newTest('company.about', profile.fields))
        : rule.when;
  const points = rule.kind === 'points' || rule.kind === 'event' ? rule.points : 10;
  if (kind === 'points') return { kind, id, name, when, points };
  if (kind === 'gate') return { kind, id, name, when };
  if (kind === 'tiers') return { kind, id, name, tiers: [{ when, points }] };
  return { kind, id, name, events: [], points, decay: { kind: 'halfLife', days: 30 } };
}

/** A rule taken apart: its name, its kind, when it holds and what it gives. */
export function RuleEditor({ rule, axis, profile, onChange }: Props) {
  const kinds: Kind[] = axis === 'engagement' ? ['event', 'points', 'tiers'] : ['points', 'tiers', 'gate'];
  return (
    <div className="flex flex-col gap-3">
      <div className="grid gap-2 pair:grid-cols-[1fr_auto_auto]">
        <Field label={i18n.t('icp.rule.name')}>
          {(props) => (
            <Input
              {...props}
              maxLength={200}
              value={ruleName(rule)}
              onChange={(event) => {
                const name = event.target.value;
                if (name !== '') onChange({ ...rule, name }, `name ${rule.id}`);
              }}
            />
          )}
        </Field>
        <Field label={i18n.t('icp.rule.kind')}>
          {(props) => (
            <Select
              {...props}
              value={rule.kind}
              onChange={(event) => {
                const kind = kinds.find((one) => one === event.target.value);
                if (kind) onChange(asKind(rule, kind, profile));
              }}
            >
              {(kinds.includes(rule.kind) ? kinds : [...kinds, rule.kind]).map((kind) => (
                <option key={kind} value={kind}>
                  {i18n.t(`icp.rule.kinds.${kind}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {(rule.kind === 'points' || rule.kind === 'event') && (
          <PointsField value={rule.points} onChange={(points) => onChange({ ...rule, points }, `points ${rule.id}`)} />
        )}
      </div>
      {rule.kind === 'tiers' && <Steps rule={rule} profile={profile} onChange={onChange} />}
      {rule.kind === 'event' && <EventFields rule={rule} onChange={onChange} />}
      {(rule.kind === 'points' || rule.kind === 'gate') && (
        <fieldset className="flex min-w-0 flex-col gap-1">
          <legend className="pb-1 text-sm text-soft">
            {i18n.t(rule.kind === 'gate' ? 'icp.rule.excludedWhen' : 'icp.rule.when')}
          </legend>
          <ConditionBuilder
            condition={rule.when}
            profile={profile}
            onChange={(when) => onChange({ ...rule, when }, `when ${rule.id}`)}
          />
          <LogicFields condition={rule.when} profile={profile} onChange={(when) => onChange({ ...rule, when })} />
        </fieldset>
      )}
    </div>
  );
}

function PointsField({ value, onChange }: { value: number; onChange: (points: number) => void }) {
  const label = i18n.t('icp.rule.points');
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the number is inside and names itself
    <label className="flex flex-col gap-0.5">
      <span className="text-sm text-soft">{label}</span>
      <NumberInput
        label={label}
        whole
        min={-1000}
        max={1000}
        value={value}
        onChange={(points) => points !== undefined && onChange(points)}
      />
    </label>
  );
}

/** Steps of which the best one that holds counts. */
function Steps({
  rule,
  profile,
  onChange,
}: {
  rule: IcpRule & { kind: 'tiers' };
  profile: IcpProfile;
  onChange: RuleChange;
}) {
  const put = (tiers: typeof rule.tiers, step?: string) => onChange({ ...rule, tiers }, step);
  return (
    <div className="flex flex-col items-start gap-2">
      <p className="text-sm text-soft">{i18n.t('icp.rule.stepsHint')}</p>
      {rule.tiers.map((tier, at) => (
        <fieldset
          // biome-ignore lint/suspicious/noArrayIndexKey: steps have no name of their own
          key={at}
          className="flex w-full min-w-0 flex-wrap items-start gap-x-3 gap-y-1 border-t border-line pt-2"
        >
          <legend className="sr-only">{i18n.t('icp.rule.step', [at + 1])}</legend>
          <NumberInput
            label={i18n.t('icp.rule.stepPoints', [at + 1])}
            whole
            min={-1000}
            max={1000}
            className="w-20!"
            value={tier.points}
            onChange={(points) =>
              points !== undefined && put(rule.tiers.with(at, { ...tier, points }), `step ${rule.id} ${at}`)
            }
          />
          <div className="min-w-0 flex-1 basis-64">
            <ConditionBuilder
              condition={tier.when}
              profile={profile}
              onChange={(when) => put(rule.tiers.with(at, { ...tier, when }), `when ${rule.id} ${at}`)}
            />
            <LogicFields
              condition={tier.when}
              profile={profile}
              onChange={(when) => put(rule.tiers.with(at, { ...tier, when }))}
            />
          </div>
          {rule.tiers.length > 1 && (
            <IconButton
              icon={XIcon}
              label={i18n.t('icp.rule.removeStep', [at + 1])}
              onClick={() => put(rule.tiers.toSpliced(at, 1))}
            />
          )}
        </fieldset>
      ))}
      {rule.tiers.length < 30 && (
        <Button
          look="quiet"
          size="small"
          onClick={() =>
            put([
              ...rule.tiers,
              { when: rule.tiers.at(-1)?.when ?? newTest('company.about', profile.fields), points: 5 },
            ])
          }
        >
          <PlusIcon size={14} aria-hidden="true" />
          {i18n.t('icp.rule.addStep')}
        </Button>
      )}
    </div>
  );
}
