import { i18n } from '#i18n';
import type { Decay, IcpRule } from '../../lib/domain/schema/icp.ts';
import { interaction } from '../../lib/domain/schema/lead.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { Select } from '../ui/input.tsx';
import { decayExample, decayText } from './condition-words.ts';
import { choiceName } from './field-words.ts';
import type { RuleChange } from './rule-editor.tsx';
import { NumberInput } from './value-fields.tsx';

/** What was captured or noted is no talk: only what somebody did counts by itself. */
const kinds = interaction.shape.kind.options;
const decays: readonly Decay[] = [
  { kind: 'none' },
  { kind: 'window', days: 90 },
  { kind: 'linear', percentPerMonth: 50 },
  { kind: 'halfLife', days: 30 },
];

/** Which talks count, how many of them, and how they lose their worth, with an example of what that means. */
export function EventFields({ rule, onChange }: { rule: IcpRule & { kind: 'event' }; onChange: RuleChange }) {
  const { decay } = rule;
  const example = decayExample(rule.points, decay);
  return (
    <div className="flex flex-col gap-3">
      <fieldset className="flex flex-wrap gap-x-3 gap-y-1">
        <legend className="text-sm text-soft">{i18n.t('icp.event.which')}</legend>
        {kinds.map((kind) => (
          // biome-ignore lint/a11y/noLabelWithoutControl: the tick box is inside
          <label key={kind} className="flex min-h-7 items-center gap-1.5">
            <Checkbox
              checked={rule.events.includes(kind)}
              onChange={(event) =>
                onChange({
                  ...rule,
                  events: event.target.checked ? [...rule.events, kind] : rule.events.filter((one) => one !== kind),
                })
              }
            />
            {choiceName('interactions.kinds', kind)}
          </label>
        ))}
      </fieldset>
      <div className="flex flex-wrap items-end gap-3">
        {/* biome-ignore lint/a11y/noLabelWithoutControl: the field is inside */}
        <label className="flex flex-col gap-0.5">
          <span className="text-sm text-soft">{i18n.t('icp.event.decay')}</span>
          <Select
            className="w-auto!"
            value={decay.kind}
            onChange={(event) => {
              const next = decays.find(({ kind }) => kind === event.target.value);
              if (next) onChange({ ...rule, decay: next });
            }}
          >
            {decays.map((one) => (
              <option key={one.kind} value={one.kind}>
                {i18n.t(`icp.event.decays.${one.kind}`)}
              </option>
            ))}
          </Select>
        </label>
        {decay.kind === 'linear' && (
          <NumberInput
            label={i18n.t('icp.event.percent')}
            min={0.1}
            max={100}
            value={decay.percentPerMonth}
            onChange={(percentPerMonth) =>
              percentPerMonth !== undefined &&
              onChange({ ...rule, decay: { kind: 'linear', percentPerMonth } }, `decay ${rule.id}`)
            }
          />
        )}
        {(decay.kind === 'window' || decay.kind === 'halfLife') && (
          <NumberInput
            label={i18n.t('icp.event.days')}
            min={1}
            max={36_500}
            value={decay.days}
            onChange={(days) =>
              days !== undefined && onChange({ ...rule, decay: { ...decay, days } }, `decay ${rule.id}`)
            }
          />
        )}
        {/* biome-ignore lint/a11y/noLabelWithoutControl: the number is inside */}
        <label className="flex flex-col gap-0.5">
          <span className="text-sm text-soft">{i18n.t('icp.event.atMost')}</span>
          <NumberInput
            label={i18n.t('icp.event.atMost')}
            whole
            min={1}
            max={1000}
            value={rule.most}
            onChange={(most) => {
              const { most: _most, ...rest } = rule;
              onChange(most === undefined ? rest : { ...rest, most }, `most ${rule.id}`);
            }}
          />
        </label>
      </div>
      <p className="text-sm text-soft">
        {decayText(decay)}
        {example !== undefined && i18n.t('icp.event.forExample', [example])}
      </p>
    </div>
  );
}
