import { useId, useState } from 'react';
import { i18n } from '#i18n';
import { ownFieldPath } from '../../lib/domain/flat-lead.ts';
import { isOwnOf, type OwnValue, ownText, readOwnValue } from '../../lib/domain/own-values.ts';
import type { Lead } from '../../lib/domain/schema/lead.ts';
import type { LeadPatch } from '../hooks/use-lead-actions.ts';
import { type OwnFieldDefinition, useOwnFields } from '../hooks/use-own-fields.ts';
import { Field, Input, Select } from '../ui/input.tsx';

type InputProps = { id?: string; 'aria-describedby'?: string; 'aria-invalid'?: true; 'aria-label'?: string };

/** Numbers as they are written where commas are decimal signs. */
export const decimal = (): '.' | ',' =>
  new Intl.NumberFormat(navigator.language).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value === ','
    ? ','
    : '.';

/** What the user typed for a field. Out: the value, null for emptied, undefined for what it cannot be. */
export function typedValue({ type }: OwnFieldDefinition, text: string): OwnValue | null | undefined {
  if (text.trim() === '') return null;
  const reading = readOwnValue(type, text, { decimal: decimal() });
  return reading.ok ? reading.value : undefined;
}

/** The input for a field by its type; `onText` gets what is typed, `onKeep` says that it is done. */
export function OwnInput({
  field,
  text,
  onText,
  onKeep,
  onReset,
  ...props
}: InputProps & {
  field: OwnFieldDefinition;
  text: string;
  onText: (text: string) => void;
  onKeep?: (text: string) => void;
  onReset?: () => void;
}) {
  if (field.type === 'yesNo')
    return (
      <Select
        {...props}
        value={text}
        onChange={(event) => {
          onText(event.target.value);
          onKeep?.(event.target.value);
        }}
      >
        <option value="">{i18n.t('own.unknown')}</option>
        <option value="yes">{i18n.t('own.yes')}</option>
        <option value="no">{i18n.t('own.no')}</option>
      </Select>
    );
  return (
    <Input
      {...props}
      type={field.type === 'date' ? 'date' : 'text'}
      inputMode={field.type === 'number' ? 'decimal' : undefined}
      value={text}
      onChange={(event) => onText(event.target.value)}
      onBlur={() => onKeep?.(text)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter' && onKeep) {
          event.preventDefault();
          onKeep(text);
        }
        if (event.key === 'Escape' && onReset) {
          event.stopPropagation();
          onReset();
        }
      }}
    />
  );
}

/** One field of a lead: kept when it is left or Enter is pressed; what it cannot be is said and nothing is lost. */
function OwnLine({
  field,
  lead,
  onPatch,
}: {
  field: OwnFieldDefinition;
  lead: Lead;
  onPatch: (patch: LeadPatch) => void;
}) {
  const stored = lead.own && Object.hasOwn(lead.own, field.key) ? lead.own[field.key] : undefined;
  const shown =
    typeof stored === 'number' && field.type === 'number' ? String(stored).replace('.', decimal()) : ownText(stored);
  const [typed, setTyped] = useState<string>();
  const value = typed === undefined ? null : typedValue(field, typed);
  const isWrong = typed !== undefined && value === undefined;
  const keep = (text: string) => {
    const next = typedValue(field, text);
    if (text === shown) return setTyped(undefined);
    if (next === undefined) return setTyped(text);
    setTyped(undefined);
    onPatch({ [ownFieldPath(field.key)]: next });
  };
  const error = isWrong ? { error: i18n.t(`own.wrong.${field.type}`) } : {};
  return (
    <Field label={field.name} {...error}>
      {(props) => (
        <OwnInput
          {...props}
          field={field}
          text={typed ?? shown}
          onText={setTyped}
          onKeep={keep}
          {...(typed !== undefined && { onReset: () => setTyped(undefined) })}
        />
      )}
    </Field>
  );
}

/** The user's own fields of a lead, each to be filled in place. Nothing where there are none. */
export function OwnValues({ lead, onPatch }: { lead: Lead; onPatch: (patch: LeadPatch) => void }) {
  const { fields } = useOwnFields();
  const title = useId();
  const shown = fields.filter((field) => isOwnOf(field, lead.kind));
  if (shown.length === 0) return null;
  return (
    <section aria-labelledby={title} className="flex flex-col gap-2 border-b border-line px-3 py-2">
      <h3 id={title} className="text-sm font-medium text-soft">
        {i18n.t('own.group')}
      </h3>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(8.75rem,1fr))] gap-2">
        {shown.map((field) => (
          <OwnLine key={field.key} field={field} lead={lead} onPatch={onPatch} />
        ))}
      </div>
    </section>
  );
}
