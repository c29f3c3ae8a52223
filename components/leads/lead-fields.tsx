import { PlusIcon } from 'lucide-react';
import { useState } from 'react';
import { i18n } from '#i18n';
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

export type FieldsProps = {
  lead: Lead;
  receipts: LeadReceipts;
  /** The value under edit; an index past the last is a new value. */
  editing: { field: LeadField; index: number } | undefined;
  onEditing: (editing: { field: LeadField; index: number } | undefined) => void;
  onPatch: (patch: LeadPatch) => void;
  onShow: (place: Provenance) => Promise<void>;
};

function valuesOf(lead: Lead, field: LeadField): FieldValue[] {
  const value: unknown = lead[field as keyof Lead];
  if (value === undefined || value === '') return [];
  return (Array.isArray(value) ? value : [value]) as FieldValue[];
}

/** The patch that puts a new value in place of the one at an index; an emptied value goes, and none is kept twice. */
export function patchFor(
  lead: Lead,
  field: LeadField,
  index: number,
  next: FieldValue | undefined,
): LeadPatch | undefined {
  const before = valuesOf(lead, field);
  if (!specs[field].many) return before[0] === next ? undefined : { [field]: next ?? null };
  const others = before.toSpliced(index, 1).map((value) => receiptKey(field, value));
  const isKept = next !== undefined && !others.includes(receiptKey(field, next));
  const values = isKept ? before.toSpliced(index, 1, next) : before.toSpliced(index, 1);
  return JSON.stringify(values) === JSON.stringify(before) ? undefined : { [field]: values };
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
  const editorAt = (index: number) => (
    <ValueEditor
      key="editor"
      field={field}
      spec={spec}
      value={values[index]}
      country={lead.addresses[0]?.country}
      onCancel={() => onEditing(undefined)}
      onSave={(next) => {
        const patch = patchFor(lead, field, index, next);
        onEditing(undefined);
        if (patch) onPatch(patch);
      }}
    />
  );
  const edited = editing?.field === field ? editing.index : undefined;
  return (
    <div className="min-w-0">
      {values.map((value, index) =>
        index === edited ? (
          editorAt(index)
        ) : (
          <ValueLine
            key={valueWords(value)}
            field={field}
            value={value}
            onEdit={() => onEditing({ field, index })}
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
      )}
      {edited !== undefined && edited >= values.length && editorAt(values.length)}
    </div>
  );
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
                onEditing({ field, index: valuesOf(lead, field).length });
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
