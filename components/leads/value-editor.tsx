import { type FocusEvent, type FormEvent, type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { phoneCell } from '../../lib/domain/normalize/phone.ts';
import type { FieldSpec } from '../../lib/domain/schema/field.ts';
import { type Address, type Phone, type PhoneKind, phoneKind } from '../../lib/domain/schema/value.ts';
import { Input, Select, TextArea } from '../ui/input.tsx';
import {
  type AddressParts,
  addressPartNames,
  type LeadField,
  type Parsed,
  parseAddress,
  parsePhone,
  parseText,
  type Wrong,
} from './parse-value.ts';
import { fieldWord } from './words.ts';

export type FieldValue = string | Phone | Address;
type Common<T> = { label: string; value: T | undefined; onSave: (value: T | undefined) => void; onCancel: () => void };

/** Enter or leaving the field keeps what was typed, Esc gives up; what is wrong is said below and nothing is lost. */
export function EditorFrame<T>({
  read,
  onSave,
  onCancel,
  children,
}: {
  read: () => Parsed<T | undefined>;
  onSave: (value: T | undefined) => void;
  onCancel: () => void;
  children: ReactNode;
}) {
  const [wrong, setWrong] = useState<Wrong>();
  // Taking the editor away may blur it once more: what was decided stays.
  const decided = useRef(false);
  const keep = () => {
    if (decided.current) return;
    const parsed = read();
    decided.current = parsed.ok;
    if (parsed.ok) onSave(parsed.value);
    else setWrong(parsed.wrong);
  };
  const giveUp = () => {
    decided.current = true;
    onCancel();
  };
  const onBlur = (event: FocusEvent<HTMLFormElement>) => {
    // Leaving the whole window is no answer: the user looks something up and comes back.
    if (document.hasFocus() && !event.currentTarget.contains(event.relatedTarget)) keep();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') giveUp();
    else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      keep();
    }
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    keep();
  };
  return (
    <form onBlur={onBlur} onKeyDown={onKeyDown} onSubmit={onSubmit} className="flex flex-col gap-1 py-0.5">
      {children}
      {wrong && (
        <p role="alert" className="text-sm text-danger">
          {i18n.t(`leads.wrong.${wrong}`)}
        </p>
      )}
    </form>
  );
}

/** Fields whose text runs over several lines. */
const longFields = new Set<string>(['scope', 'products', 'note']);

function TextEditor({ field, label, value, onSave, onCancel }: Common<string> & { field: LeadField }) {
  const [text, setText] = useState(value ?? '');
  const props = { 'aria-label': label, value: text, autoFocus: true };
  return (
    <EditorFrame read={() => parseText(field, text)} onSave={(next) => onSave(next || undefined)} onCancel={onCancel}>
      {longFields.has(field) ? (
        <TextArea {...props} onChange={(event) => setText(event.target.value)} />
      ) : (
        <Input
          {...props}
          type={field === 'emails' ? 'email' : 'text'}
          inputMode={field === 'website' || field === 'links' ? 'url' : undefined}
          onFocus={(event) => event.target.select()}
          onChange={(event) => setText(event.target.value)}
        />
      )}
    </EditorFrame>
  );
}

function PhoneEditor({ label, value, country, onSave, onCancel }: Common<Phone> & { country: string | undefined }) {
  const [text, setText] = useState(value ? phoneCell(value) : '');
  const [kind, setKind] = useState<PhoneKind>(value?.kind ?? 'work');
  return (
    <EditorFrame read={() => parsePhone(text, kind, country)} onSave={onSave} onCancel={onCancel}>
      <div className="flex gap-1">
        <Input
          aria-label={label}
          type="tel"
          autoFocus
          value={text}
          onFocus={(event) => event.target.select()}
          onChange={(event) => setText(event.target.value)}
        />
        <Select
          aria-label={i18n.t('leads.phoneKind')}
          className="w-28! shrink-0"
          value={kind}
          onChange={(event) => setKind(phoneKind.catch('other').parse(event.target.value))}
        >
          {phoneKind.options.map((option) => (
            <option key={option} value={option}>
              {i18n.t(`exchange.phoneKind.${option}`)}
            </option>
          ))}
        </Select>
      </div>
    </EditorFrame>
  );
}

function AddressEditor({ value, onSave, onCancel }: Common<Address>) {
  const [typed, setTyped] = useState<AddressParts>({
    // An address that could not be taken apart is put whole where it can be seen and corrected.
    street: value?.street ?? (value?.city || value?.postalCode ? '' : (value?.text ?? '')),
    postalCode: value?.postalCode ?? '',
    city: value?.city ?? '',
    region: value?.region ?? '',
    country: value?.country ?? '',
  });
  return (
    <EditorFrame read={() => ({ ok: true, value: parseAddress(typed) })} onSave={onSave} onCancel={onCancel}>
      {addressPartNames.map((part, index) => (
        <Input
          key={part}
          aria-label={fieldWord(part)}
          placeholder={fieldWord(part)}
          autoFocus={index === 0}
          value={typed[part]}
          onChange={(event) => setTyped({ ...typed, [part]: event.target.value })}
        />
      ))}
    </EditorFrame>
  );
}

/** The editor for a value of a field. `onSave` gets the new value, or undefined for an emptied one. */
export function ValueEditor({
  field,
  spec,
  value,
  country,
  onSave,
  onCancel,
}: {
  field: LeadField;
  spec: FieldSpec;
  value: FieldValue | undefined;
  country: string | undefined;
  onSave: (value: FieldValue | undefined) => void;
  onCancel: () => void;
}) {
  const common = { label: fieldWord(field), onSave, onCancel };
  if (spec.of === 'phone') return <PhoneEditor {...common} country={country} value={value as Phone | undefined} />;
  if (spec.of === 'address') return <AddressEditor {...common} value={value as Address | undefined} />;
  return <TextEditor {...common} field={field} value={value as string | undefined} />;
}
