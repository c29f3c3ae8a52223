import { PlusIcon } from 'lucide-react';
import { useState } from 'react';
import { i18n } from '#i18n';
import { type ListChange, withListChange } from '../../lib/domain/list-change.ts';
import { receiptKey } from '../../lib/domain/receipt-key.ts';
import {
  type CompanyField,
  companyFields,
  type FieldSpec,
  type PersonField,
  personFields,
} from '../../lib/domain/schema/field.ts';
import type { Lead, LeadReceipts } from '../../lib/domain/schema/lead.ts';
import type { Provenance } from '../../lib/domain/schema/value.ts';
import type { LeadPatch } from '../hooks/use-lead-actions.ts';
import { Button } from '../ui/button.tsx';
import type { LeadField } from './parse-value.ts';
import { type FieldValue, ValueEditor } from './value-editor.tsx';
import { ValueLine, valueWords } from './value-line.tsx';
import { WhereRead } from './where-read.tsx';
import { fieldWord } from './words.ts';

type Group<F> = { title: 'contact' | 'work' | 'company' | 'register'; fields: F[] };

/** The name stands above. Every other field is in one group; a test holds that. */
export const personGroups: Group<PersonField>[] = [
  { title: 'contact', fields: ['emails', 'phones', 'wechat', 'qq', 'whatsapp', 'links'] },
  { title: 'work', fields: ['jobTitle', 'department', 'companyName', 'honorific', 'addresses'] },
];
export const companyGroups: Group<CompanyField>[] = [
  { title: 'contact', fields: ['emails', 'phones', 'website', 'wechat', 'qq', 'whatsapp', 'links', 'addresses'] },
  { title: 'company', fields: ['industry', 'products', 'employees', 'founded', 'domain', 'stand', 'representatives'] },
  {
    title: 'register',
    fields: ['legalForm', 'registerNumber', 'registerCourt', 'vatId', 'creditCode', 'registeredCapital', 'scope'],
  },
];

const specs: Record<LeadField, FieldSpec> = { ...companyFields, ...personFields };

type Editing = { field: LeadField; value?: FieldValue };
export type FieldsProps = {
  lead: Lead;
  receipts: LeadReceipts;
  /** The field under edit, and which of its values; without one it is a new value, or the only one. */
  editing: Editing | undefined;
  onEditing: (editing: Editing | undefined) => void;
  onPatch: (patch: LeadPatch) => void;
  onShow: (place: Provenance) => Promise<void>;
};

function valuesOf(lead: Lead, field: LeadField): FieldValue[] {
  const value: unknown = lead[field as keyof Lead];
  if (value === undefined || value === '') return [];
  return (Array.isArray(value) ? value : [value]) as FieldValue[];
}

/**
 * The patch that puts a value in place of another, or adds it; an emptied value goes, and none is kept twice. In: the lead, the
 * field, the value as it was when its editing began (absent: a new one), what became of it.
 */
export function patchFor(
  lead: Lead,
  field: LeadField,
  was: FieldValue | undefined,
  next: FieldValue | undefined,
): LeadPatch | undefined {
  const before = valuesOf(lead, field);
  if (!specs[field].many) return before[0] === next ? undefined : { [field]: next ?? null };
  const change: ListChange = { gone: was === undefined ? [] : [was], come: next === undefined ? [] : [next] };
  const isSame = JSON.stringify(was) === JSON.stringify(next);
  // What is not known here may have come meanwhile: that is for the book to say.
  const isKnown = JSON.stringify(withListChange(field, before, change)) === JSON.stringify(before);
  return isSame || (was === undefined && isKnown) ? undefined : { [field]: change };
}

/** All values of one field, one of them perhaps under edit. */
export function FieldValues({
  field,
  lead,
  receipts,
  editing,
  onEditing,
  onPatch,
  onShow,
}: FieldsProps & { field: LeadField }) {
  const spec = specs[field];
  const values = valuesOf(lead, field);
  const isEdited = editing?.field === field;
  // Others may come or go while one is under edit: it is known by what it was.
  const sought = isEdited ? editing.value : undefined;
  const key = sought !== undefined && receiptKey(field, sought);
  const edited = spec.many ? values.findIndex((value) => receiptKey(field, value) === key) : 0;
  const under = spec.many ? sought : values[0];
  const editor = (
    <ValueEditor
      key="editor"
      field={field}
      spec={spec}
      value={under}
      country={lead.addresses[0]?.country}
      onCancel={() => onEditing(undefined)}
      onSave={(next) => {
        const patch = patchFor(lead, field, under, next);
        onEditing(undefined);
        if (patch) onPatch(patch);
      }}
    />
  );
  const lines = values.map((value, index) =>
    isEdited && index === edited ? (
      editor
    ) : (
      <ValueLine
        key={valueWords(value)}
        field={field}
        value={value}
        onEdit={() => onEditing({ field, value })}
        whereRead={
          <WhereRead
            label={fieldWord(field)}
            places={receipts.readAt[spec.many ? receiptKey(field, value) : field] ?? []}
            stamp={spec.many ? undefined : receipts.stamps[field]}
            onShow={onShow}
          />
        }
      />
    ),
  );
  // In one list with the others: what is typed stays when the value that it began with goes.
  return <div className="min-w-0">{isEdited && values[edited] === undefined ? [...lines, editor] : lines}</div>;
}

/** A group of fields: what is known in full, what is not behind one quiet row of buttons. */
function FieldGroup({ title, fields, ...props }: FieldsProps & Group<LeadField>) {
  const [adding, setAdding] = useState(false);
  const { lead, editing, onEditing } = props;
  const shown = fields.filter((field) => valuesOf(lead, field).length > 0 || editing?.field === field);
  const addable = fields.filter((field) => specs[field].many || !shown.includes(field));
  return (
    <section aria-label={i18n.t(`leads.group.${title}`)} className="border-b border-line px-3 py-2">
      <div className="flex h-6 items-center justify-between">
        <h3 className="text-sm font-medium text-soft">{i18n.t(`leads.group.${title}`)}</h3>
        {addable.length > 0 && (
          <Button look="quiet" size="small" aria-expanded={adding} onClick={() => setAdding(!adding)}>
            <PlusIcon size={13} aria-hidden="true" />
            {i18n.t('leads.add')}
          </Button>
        )}
      </div>
      {adding && (
        <div className="flex flex-wrap gap-1 pt-1 pb-2">
          {addable.map((field) => (
            <Button
              key={field}
              size="small"
              aria-label={i18n.t('leads.addValue', [fieldWord(field)])}
              onClick={() => {
                setAdding(false);
                onEditing({ field });
              }}
            >
              {fieldWord(field)}
            </Button>
          ))}
        </div>
      )}
      {shown.map((field) => (
        <div key={field} className="grid grid-cols-[5.25rem_minmax(0,1fr)] gap-2">
          <span className="hyphens-auto break-words py-0.5 text-sm leading-[1.25rem] text-soft">
            {fieldWord(field)}
          </span>
          <FieldValues {...props} field={field} />
        </div>
      ))}
    </section>
  );
}

export function LeadFields(props: FieldsProps) {
  const groups: Group<LeadField>[] = props.lead.kind === 'person' ? personGroups : companyGroups;
  return groups.map((group) => <FieldGroup key={group.title} {...props} {...group} />);
}
