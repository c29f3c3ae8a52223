import { useId } from 'react';
import { i18n } from '#i18n';
import type { IcpProfile } from '../../lib/domain/schema/icp.ts';
import type { Histogram } from '../../lib/scoring/histogram.ts';
import { Field, Input } from '../ui/input.tsx';
import { shareText } from './condition-words.ts';
import { numberText } from './points-words.ts';
import { profileName } from './rule-words.ts';
import type { Edit } from './rules-list.tsx';
import { NumberInput } from './value-fields.tsx';

/** Settings that hold for the whole profile: how much recent contact weighs, how much must be known. */
export function ProfileSettings({ profile, edit }: { profile: IcpProfile; edit: Edit | undefined }) {
  return (
    <div className="flex flex-col gap-3">
      {edit && (
        <Field label={i18n.t('icp.settings.name')}>
          {(props) => (
            <Input
              {...props}
              maxLength={200}
              value={profileName(profile)}
              onChange={(event) => {
                const name = event.target.value;
                if (name !== '') edit((from) => ({ ...from, name }), 'name');
              }}
            />
          )}
        </Field>
      )}
      <Slider
        label={i18n.t('icp.settings.w')}
        hint={i18n.t('icp.settings.wHint', [numberText(profile.w)])}
        text={numberText(profile.w)}
        value={profile.w}
        min={0}
        max={2}
        step={0.1}
        {...(edit && { onChange: (w: number) => edit((from) => ({ ...from, w }), 'w') })}
      />
      <Slider
        label={i18n.t('icp.settings.coverage')}
        hint={i18n.t('icp.settings.coverageHint')}
        text={shareText(profile.coverage)}
        value={profile.coverage}
        min={0}
        max={1}
        step={0.05}
        {...(edit && { onChange: (coverage: number) => edit((from) => ({ ...from, coverage }), 'coverage') })}
      />
    </div>
  );
}

function Slider({
  label,
  hint,
  text,
  value,
  min,
  max,
  step,
  onChange,
}: {
  label: string;
  hint: string;
  text: string;
  value: number;
  min: number;
  max: number;
  step: number;
  onChange?: (value: number) => void;
}) {
  const id = useId();
  return (
    <div className="flex flex-col">
      <label htmlFor={id} className="flex justify-between gap-2">
        {label}
        <span className="font-medium">{text}</span>
      </label>
      <input
        id={id}
        type="range"
        aria-describedby={`${id}-hint`}
        aria-valuetext={text}
        disabled={!onChange}
        className="w-full accent-accent"
        {...{ min, max, step, value }}
        onChange={(event) => onChange?.(Math.round(Number(event.target.value) * 100) / 100)}
      />
      <p id={`${id}-hint`} className="text-sm text-soft">
        {hint}
      </p>
    </div>
  );
}

const letters = ['A', 'B', 'C'] as const;
const digits = ['1', '2', '3'] as const;
const contact = { 1: 'much', 2: 'some', 3: 'little' } as const;

/** The grid A1…C3: a letter for how well a lead fits, a digit for how recent the contact is. */
export function BandGrid({
  profile,
  figures,
  edit,
}: {
  profile: IcpProfile;
  figures: Histogram | undefined;
  edit: Edit | undefined;
}) {
  const { bands } = profile;
  const set = (axis: 'fit' | 'engagement', at: 0 | 1, value: number | undefined) => {
    if (value === undefined || !edit) return;
    const [first, second] = bands[axis];
    const next: [number, number] = at === 0 ? [value, Math.min(second, value)] : [Math.max(first, value), value];
    edit((from) => ({ ...from, bands: { ...from.bands, [axis]: next } }), `band ${axis} ${at}`);
  };
  return (
    <div className="flex flex-col gap-2">
      <p className="text-sm text-soft">{i18n.t('icp.grid.hint')}</p>
      <table className="w-full table-fixed border-collapse text-center">
        <caption className="sr-only">{i18n.t('icp.grid.title')}</caption>
        <thead>
          <tr>
            <td />
            {digits.map((digit) => (
              <th key={digit} scope="col" className="p-1 text-sm font-normal text-soft">
                {i18n.t(`icp.grid.engagement.${contact[digit]}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {letters.map((letter) => (
            <tr key={letter}>
              <th scope="row" className="p-1 text-start text-sm font-normal text-soft">
                {i18n.t(`icp.grid.fit.${letter}`)}
              </th>
              {digits.map((digit) => (
                <td key={digit} className="border border-line p-1">
                  <span className="block text-xs text-soft">{letter + digit}</span>
                  <span className="font-medium">{numberText(figures?.grid[letter + digit] ?? 0)}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {edit && (
        <div className="grid grid-cols-2 gap-x-3 gap-y-1">
          {(['fit', 'engagement'] as const).flatMap((axis) =>
            ([0, 1] as const).map((at) => (
              // biome-ignore lint/a11y/noLabelWithoutControl: the number is inside and names itself
              <label key={`${axis} ${at}`} className="flex items-center justify-between gap-2 text-sm text-soft">
                {i18n.t(`icp.grid.from.${axis}`, [axis === 'fit' ? letters[at] : digits[at]])}
                <NumberInput
                  label={i18n.t(`icp.grid.from.${axis}`, [axis === 'fit' ? letters[at] : digits[at]])}
                  whole
                  min={0}
                  max={100}
                  className="w-16!"
                  value={bands[axis][at]}
                  onChange={(value) => set(axis, at, value)}
                />
              </label>
            )),
          )}
        </div>
      )}
    </div>
  );
}
