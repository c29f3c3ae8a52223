import { useState } from 'react';
import { i18n } from '#i18n';
import { countryToIso } from '../../lib/domain/normalize/country.ts';
import type { FieldTest } from '../../lib/domain/schema/icp.ts';
import type { OwnFieldDefinition } from '../../lib/domain/schema/own-field.ts';
import { scoreField } from '../../lib/scoring/fields.ts';
import { valueShape, withValues } from '../../lib/scoring/test-shape.ts';
import { useOffered } from '../hooks/use-offered.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { Input, Select } from '../ui/input.tsx';
import { valuesOf } from './condition-words.ts';
import { countries } from './countries.ts';
import { choiceName, fieldName } from './field-words.ts';
import { TokenInput } from './token-input.tsx';

/** A number as typed; what is no number yet stays in the field and says so. */
export function NumberInput({
  label,
  value,
  onChange,
  whole = false,
  min,
  max,
  className = 'w-24!',
}: {
  label: string;
  value: number | undefined;
  onChange: (value: number | undefined) => void;
  whole?: boolean;
  min?: number;
  max?: number;
  className?: string;
}) {
  const [text, setText] = useState<string>();
  const shown = text ?? (value === undefined ? '' : String(value));
  return (
    <Input
      inputMode={whole && (min ?? -1) >= 0 ? 'numeric' : 'text'}
      aria-label={label}
      aria-invalid={(shown.trim() !== '' && !isFitting(shown, whole, min, max)) || undefined}
      className={className}
      value={shown}
      onChange={(event) => {
        const next = event.target.value.replace('−', '-').replace(',', '.');
        setText(event.target.value);
        if (next.trim() === '') onChange(undefined);
        else if (isFitting(next, whole, min, max)) onChange(Number(next));
      }}
      onKeyDown={(event) => {
        const step = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
        if (step === 0 || event.altKey) return;
        event.preventDefault();
        const next = Math.max(
          min ?? -Infinity,
          Math.min(max ?? Infinity, (value ?? 0) + step * (event.shiftKey ? 10 : 1)),
        );
        setText(undefined);
        onChange(next);
      }}
      onBlur={() => setText(undefined)}
    />
  );
}

function isFitting(text: string, whole: boolean, min = -Infinity, max = Infinity): boolean {
  const number = Number(text.replace('−', '-').replace(',', '.'));
  return (
    text.trim() !== '' &&
    Number.isFinite(number) &&
    (!whole || Number.isInteger(number)) &&
    number >= min &&
    number <= max
  );
}

const dayText = (value: string | number | boolean | undefined): string =>
  typeof value === 'number' ? new Date(value).toISOString().slice(0, 10) : String(value ?? '').slice(0, 10);

/** What a test compares with, in the form that fits its field and operator. */
export function ValueFields({
  test,
  own,
  onChange,
}: {
  test: FieldTest;
  own: readonly OwnFieldDefinition[];
  onChange: (test: FieldTest) => void;
}) {
  const offered = useOffered(test.field);
  const values = valuesOf(test);
  const texts = values.map(String);
  const label = i18n.t('icp.builder.valueOf', [fieldName(test.field, own)]);
  const set = (next: (string | number)[]) => onChange(withValues(test, next));
  const number = (at: number) => {
    const value = values[at];
    return value === undefined || value === '' || !Number.isFinite(Number(value)) ? undefined : Number(value);
  };
  switch (valueShape(test.field, test.op, own)) {
    case 'none':
      return null;
    case 'number':
      return (
        <NumberInput label={label} value={number(0)} onChange={(value) => set(value === undefined ? [] : [value])} />
      );
    case 'days':
      return (
        <span className="inline-flex items-center gap-1">
          <NumberInput
            label={label}
            value={number(0)}
            min={0}
            className="w-20!"
            onChange={(value) => set(value === undefined ? [] : [value])}
          />
          <span className="text-soft">{i18n.t('icp.builder.days')}</span>
        </span>
      );
    case 'span':
      return (
        <span className="inline-flex items-center gap-1">
          <NumberInput
            label={i18n.t('icp.builder.from', [label])}
            value={number(0)}
            onChange={(value) => set([value ?? 0, number(1) ?? value ?? 0])}
          />
          <span className="text-soft">–</span>
          <NumberInput
            label={i18n.t('icp.builder.to', [label])}
            value={number(1)}
            onChange={(value) => set([number(0) ?? 0, value ?? number(0) ?? 0])}
          />
        </span>
      );
    case 'day':
      return (
        <Input
          type="date"
          aria-label={label}
          className="w-40!"
          value={dayText(values[0])}
          onChange={(event) => set(event.target.value === '' ? [] : [event.target.value])}
        />
      );
    case 'days2':
      return (
        <span className="inline-flex flex-wrap items-center gap-1">
          {[0, 1].map((at) => (
            <Input
              key={at}
              type="date"
              aria-label={i18n.t(at === 0 ? 'icp.builder.from' : 'icp.builder.to', [label])}
              className="w-40!"
              value={dayText(values[at])}
              onChange={(event) => {
                const other = dayText(values[1 - at]) || event.target.value;
                set(at === 0 ? [event.target.value, other] : [other, event.target.value]);
              }}
            />
          ))}
        </span>
      );
    case 'yesNo':
      return (
        <Select
          aria-label={label}
          className="w-24!"
          value={texts[0] ?? 'true'}
          onChange={(event) => set([event.target.value])}
        >
          <option value="true">{i18n.t('icp.builder.yes')}</option>
          <option value="false">{i18n.t('icp.builder.no')}</option>
        </Select>
      );
    case 'choice':
      return (
        <Select
          aria-label={label}
          className="w-auto!"
          value={texts[0] ?? ''}
          onChange={(event) => set([event.target.value])}
        >
          {texts.length === 0 && <option value="">{i18n.t('icp.builder.choose')}</option>}
          {(scoreField(test.field, own)?.choices ?? []).map((choice) => (
            <option key={choice} value={choice}>
              {choiceName(test.field, choice, own)}
            </option>
          ))}
        </Select>
      );
    case 'choices':
      return (
        <fieldset className="flex min-w-0 flex-1 flex-wrap gap-x-3 gap-y-1">
          <legend className="sr-only">{label}</legend>
          {(scoreField(test.field, own)?.choices ?? []).map((choice) => (
            // biome-ignore lint/a11y/noLabelWithoutControl: the tick box is inside
            <label key={choice} className="flex min-h-7 items-center gap-1.5 ps-1">
              <Checkbox
                checked={texts.includes(choice)}
                onChange={(event) =>
                  set(event.target.checked ? [...texts, choice] : texts.filter((one) => one !== choice))
                }
              />
              {choiceName(test.field, choice, own)}
            </label>
          ))}
        </fieldset>
      );
    case 'countries':
      return (
        <TokenInput
          label={label}
          values={texts}
          suggestions={countries()}
          textOf={(value) => choiceName(test.field, value, own)}
          parse={(text) =>
            /^(?:DACH|EU)$/i.test(text) ? text.toUpperCase() : (countryToIso(text) ?? countryToIso(text.toUpperCase()))
          }
          onChange={set}
        />
      );
    case 'texts':
      return <TokenInput label={label} values={texts} suggestions={offered} onChange={set} />;
  }
}
