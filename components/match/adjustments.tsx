import { PlusIcon, XIcon } from 'lucide-react';
import { i18n } from '#i18n';
import { type CapabilityAdjustment, capabilities, type MatchingSetup } from '../../lib/domain/schema/matching.ts';
import { newTest } from '../../lib/scoring/test-shape.ts';
import { ConditionBuilder } from '../icp/condition-builder.tsx';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Field, Select } from '../ui/input.tsx';
import { capabilityName } from './words.ts';

const changes = [50, 25, 0, -25, -50] as const;
const changeText = (by: number): string =>
  by === 0
    ? i18n.t('match.change.c0')
    : i18n.t(by > 0 ? 'match.change.up' : 'match.change.down', [String(Math.abs(by))]);

type Props = {
  setup: MatchingSetup;
  onChange: (adjustments: CapabilityAdjustment[]) => void;
  onRemove: (adjustments: CapabilityAdjustment[]) => void;
};

/** Where our capability differs by region or product: for which companies, and by how much. */
export function Adjustments({ setup, onChange, onRemove }: Props) {
  const { adjustments } = setup.capability;
  const add = () => {
    const taken = new Set(adjustments.map(({ id }) => id));
    let n = adjustments.length + 1;
    while (taken.has(`adjust-${n}`)) n++;
    const when = newTest('company.country', setup.rules.fields);
    onChange([...adjustments, { id: `adjust-${n}`, name: '', when, by: {} }]);
  };
  return (
    <section aria-label={i18n.t('match.adjustments')} className="flex flex-col items-start gap-3">
      <h3 className="font-medium">{i18n.t('match.adjustments')}</h3>
      {adjustments.map((one, at) => {
        const label = i18n.t('match.adjustment', [String(at + 1)]);
        const put = (next: CapabilityAdjustment) => onChange(adjustments.with(at, next));
        return (
          <fieldset key={one.id} className="flex w-full flex-col gap-2 border-s-2 border-line ps-3">
            <legend className="sr-only">{label}</legend>
            <div className="flex items-center gap-2 text-soft">
              <span>{i18n.t('match.adjustWhen')}</span>
              <IconButton
                icon={XIcon}
                size="small"
                label={i18n.t('match.adjustRemove', [String(at + 1)])}
                onClick={() => onRemove(adjustments.toSpliced(at, 1))}
              />
            </div>
            <ConditionBuilder condition={one.when} profile={setup.rules} onChange={(when) => put({ ...one, when })} />
            <p className="text-soft">{i18n.t('match.adjustBy')}</p>
            <div className="grid grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] gap-2">
              {capabilities.map((factor) => (
                <Field key={factor} label={capabilityName(factor)}>
                  {(props) => (
                    <Select
                      {...props}
                      value={one.by[factor] ?? 0}
                      onChange={(event) => {
                        const { [factor]: _before, ...rest } = one.by;
                        const by = Number(event.target.value);
                        put({ ...one, by: by === 0 ? rest : { ...rest, [factor]: by } });
                      }}
                    >
                      {[...new Set([...changes, one.by[factor] ?? 0])].map((by) => (
                        <option key={by} value={by}>
                          {changeText(by)}
                        </option>
                      ))}
                    </Select>
                  )}
                </Field>
              ))}
            </div>
          </fieldset>
        );
      })}
      <Button look="quiet" size="small" onClick={add}>
        <PlusIcon size={14} aria-hidden="true" />
        {i18n.t('match.adjustAdd')}
      </Button>
    </section>
  );
}
