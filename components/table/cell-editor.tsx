import { type ComponentProps, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { dayOf, ownText } from '../../lib/domain/own-values.ts';
import { companyFields, type FieldSpec, personFields } from '../../lib/domain/schema/field.ts';
import { type Lead, leadSourceGroup } from '../../lib/domain/schema/lead.ts';
import type { Pipeline } from '../../lib/domain/schema/stage.ts';
import { useKnownValues } from '../hooks/use-known-values.ts';
import type { LeadPatch } from '../hooks/use-lead-actions.ts';
import { patchFor } from '../leads/lead-fields.tsx';
import { OwnInput } from '../leads/own-values.tsx';
import type { LeadField } from '../leads/parse-value.ts';
import { SuggestedInput } from '../leads/suggested-input.tsx';
import { EditorFrame, type FieldValue, ValueEditor } from '../leads/value-editor.tsx';
import { Input, Select, TextArea } from '../ui/input.tsx';
import { valueName } from './cell-text.ts';
import type { TableColumn } from './columns.ts';
import type { CellEdit } from './edits.ts';

const specs: Record<LeadField, FieldSpec> = { ...companyFields, ...personFields };

/** Where the keys go once an edit is kept. */
export type Then = 'stay' | 'next' | 'previous';

type Props = {
  column: TableColumn;
  edit: CellEdit;
  lead: Lead;
  pipeline: Pipeline;
  /** `patch` is absent where nothing changed. */
  onDone: (patch: LeadPatch | undefined, then: Then) => void;
  onCancel: () => void;
};

/** Edits one cell in place: Enter keeps (Shift+Enter begins a line where there are several), Tab keeps and goes on to the next cell, Esc gives up. */
export function CellEditor({ column, edit, lead, pipeline, onDone, onCancel }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const then = useRef<Then>('stay');
  // The value as it was when its editing began: another may have come before it since.
  const [was] = useState(() => (edit.by === 'field' ? firstValue(lead, edit.field) : undefined));
  const done = (patch: LeadPatch | undefined) => onDone(patch, then.current);
  const onTab = (event: KeyboardEvent) => {
    then.current = 'stay';
    if (event.key !== 'Tab') return;
    // Editors of several fields are walked through first.
    const fields = [...(frame.current?.querySelectorAll<HTMLElement>('input, select, textarea') ?? [])];
    if (event.target !== (event.shiftKey ? fields[0] : fields.at(-1))) return;
    event.preventDefault();
    event.stopPropagation();
    then.current = event.shiftKey ? 'previous' : 'next';
    frame.current?.querySelector('form')?.requestSubmit();
  };
  return (
    <div ref={frame} onKeyDownCapture={onTab} className="rounded-md bg-raised px-1 shadow-float">
      {edit.by === 'field' ? (
        <ValueEditor
          field={edit.field}
          spec={specs[edit.field]}
          value={was}
          country={lead.addresses[0]?.country}
          onCancel={onCancel}
          onSave={(next) => done(patchFor(lead, edit.field, was, next))}
        />
      ) : (
        <LineEditor column={column} edit={edit} lead={lead} pipeline={pipeline} onDone={done} onCancel={onCancel} />
      )}
    </div>
  );
}

function firstValue(lead: Lead, field: LeadField): FieldValue | undefined {
  const value: unknown = lead[field as keyof Lead];
  return (Array.isArray(value) ? value[0] : value) as FieldValue | undefined;
}

function startText(edit: CellEdit, lead: Lead): string {
  if (edit.by === 'text') return edit.text;
  if (edit.by === 'choice') return edit.value;
  if (edit.by === 'day') return edit.at === undefined ? '' : dayOf(edit.at);
  if (edit.by === 'own')
    return ownText(lead.own && Object.hasOwn(lead.own, edit.field.key) ? lead.own[edit.field.key] : undefined);
  return '';
}

function LineEditor({
  column,
  edit,
  lead,
  pipeline,
  onDone,
  onCancel,
}: Pick<Props, 'column' | 'lead' | 'pipeline' | 'onCancel'> & {
  edit: Exclude<CellEdit, { by: 'field' }>;
  onDone: (patch: LeadPatch | undefined) => void;
}) {
  const [before] = useState(() => startText(edit, lead));
  const [text, setText] = useState(before);
  const common = { 'aria-label': column.label, autoFocus: true, value: text };
  const patchOf = () => {
    const typed = text.trim();
    return text === before || typed === before ? undefined : edit.patch(typed, before);
  };
  const isWrong = edit.by === 'own' && edit.patch(text) === undefined;
  return (
    <EditorFrame
      read={() => (isWrong ? { ok: false, wrong: 'value' } : { ok: true, value: undefined })}
      onSave={() => onDone(patchOf())}
      onCancel={onCancel}
    >
      {edit.by === 'choice' ? (
        <Select {...common} onChange={(event) => setText(event.target.value)}>
          {choicesOf(edit.of, pipeline).map((value) => (
            <option key={value} value={value}>
              {valueName(column.id, value, pipeline) || '–'}
            </option>
          ))}
        </Select>
      ) : edit.by === 'own' ? (
        <FocusedOwn>
          <OwnInput aria-label={column.label} field={edit.field} text={text} onText={setText} />
        </FocusedOwn>
      ) : edit.by === 'day' ? (
        <Input {...common} type="date" onChange={(event) => setText(event.target.value)} />
      ) : edit.suggest ? (
        <KnownInput
          {...common}
          lead={lead}
          column={column.id}
          onFocus={(event) => event.target.select()}
          onText={setText}
        />
      ) : edit.long ? (
        <TextArea {...common} onChange={(event) => setText(event.target.value)} />
      ) : (
        <Input
          {...common}
          onFocus={(event) => event.target.select()}
          onChange={(event) => setText(event.target.value)}
        />
      )}
    </EditorFrame>
  );
}

function choicesOf(of: 'source' | 'stage' | 'yesNo', pipeline: Pipeline): string[] {
  if (of === 'source') return ['', ...leadSourceGroup.options];
  if (of === 'yesNo') return ['', 'yes'];
  return [...pipeline.stages.map(({ id }) => id), 'won', 'lost'];
}

/** A line of text with what others have in the column. */
function KnownInput({
  lead,
  column,
  ...rest
}: { lead: Lead; column: string } & Omit<ComponentProps<typeof SuggestedInput>, 'offered'>) {
  return <SuggestedInput {...rest} offered={useKnownValues(lead.kind, column, lead.leadSource?.group)} />;
}

/** The own field's input has no focus of its own at first: here it is what was asked for. */
function FocusedOwn({ children }: { children: ReactNode }) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    frame.current?.querySelector<HTMLElement>('input, select')?.focus();
  }, []);
  return <div ref={frame}>{children}</div>;
}
