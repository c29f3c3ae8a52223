import { i18n } from '#i18n';
import { type CapabilityLevels, capabilities } from '../../lib/domain/schema/matching.ts';
import { Field, Select } from '../ui/input.tsx';
import { capabilityName, levels, levelText } from './words.ts';

type Props = {
  value: CapabilityLevels;
  /** What holds where nothing is said here. */
  usual?: CapabilityLevels | undefined;
  onChange: (value: CapabilityLevels) => void;
};

/** How well we could serve: the five parts of our capability, each in five steps. */
export function LevelFields({ value, usual, onChange }: Props) {
  return (
    <div className="grid grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] gap-2">
      {capabilities.map((factor) => {
        const level = value[factor];
        const common = usual?.[factor];
        const unsaid =
          common === undefined ? i18n.t('match.level.unset') : i18n.t('match.levelUsual', [levelText(common)]);
        return (
          <Field key={factor} label={capabilityName(factor)}>
            {(props) => (
              <Select
                {...props}
                value={level ?? ''}
                onChange={(event) => {
                  const { [factor]: _before, ...rest } = value;
                  const next = event.target.value;
                  onChange(next === '' ? rest : { ...rest, [factor]: Number(next) });
                }}
              >
                <option value="">{unsaid}</option>
                {level !== undefined && !levels.some((one) => one === level) && <option value={level}>{level}</option>}
                {levels.map((one) => (
                  <option key={one} value={one}>
                    {levelText(one)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        );
      })}
    </div>
  );
}
