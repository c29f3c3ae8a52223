import { XIcon } from 'lucide-react';
import { useId, useState } from 'react';
import { i18n } from '#i18n';
import { listChange } from '../../lib/domain/list-change.ts';
import { type Lead, leadSourceGroup } from '../../lib/domain/schema/lead.ts';
import { useKnownValues } from '../hooks/use-known-values.ts';
import type { LeadPatch } from '../hooks/use-lead-actions.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { Field, Input, Select } from '../ui/input.tsx';
import { KeptInput } from './kept-input.tsx';
import { Offered } from './suggested-input.tsx';
import { fieldWord } from './words.ts';

type Props = { lead: Lead; onPatch: (patch: LeadPatch) => void };

function Tags({ lead, onPatch }: Props) {
  const [text, setText] = useState('');
  const add = () => {
    const tag = text.trim();
    setText('');
    if (tag !== '' && !lead.tags.includes(tag)) onPatch({ tags: listChange([], [tag]) });
  };
  return (
    <div className="flex flex-wrap items-center gap-1">
      {lead.tags.map((tag) => (
        <span key={tag} className="inline-flex h-6 max-w-full items-center rounded-md bg-press ps-2 text-sm">
          <span className="truncate">{tag}</span>
          <button
            type="button"
            aria-label={i18n.t('leads.tagRemove', [tag])}
            className="inline-flex size-6 shrink-0 items-center justify-center rounded-md text-soft hover:text-ink"
            onClick={() => onPatch({ tags: listChange([tag], []) })}
          >
            <XIcon size={12} aria-hidden="true" />
          </button>
        </span>
      ))}
      <Input
        aria-label={i18n.t('leads.tagAdd')}
        placeholder={i18n.t('leads.tagAdd')}
        className="h-6 w-28! text-sm"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={add}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) add();
          if (event.key === 'Backspace' && text === '' && lead.tags.length > 0)
            onPatch({ tags: listChange(lead.tags.slice(-1), []) });
        }}
      />
    </div>
  );
}

/** What the user gave the lead, not the page: tags, list, how we met, owner. */
export function LeadKept({ lead, onPatch }: Props) {
  const source = lead.leadSource;
  const names = useId();
  const known = useKnownValues(lead.kind, 'sourceName', source?.group);
  return (
    <section aria-label={i18n.t('leads.group.kept')} className="flex flex-col gap-2 border-b border-line px-3 py-2">
      <h3 className="text-sm font-medium text-soft">{i18n.t('leads.group.kept')}</h3>
      <Tags lead={lead} onPatch={onPatch} />
      <div className="grid grid-cols-2 gap-2">
        <Field label={fieldWord('list')}>
          {(props) => (
            <KeptInput {...props} value={lead.list ?? ''} onKeep={(list) => onPatch({ list: list || null })} />
          )}
        </Field>
        <Field label={fieldWord('owner')}>
          {(props) => (
            <KeptInput {...props} value={lead.owner ?? ''} onKeep={(owner) => onPatch({ owner: owner || null })} />
          )}
        </Field>
        <Field label={fieldWord('howWeMet')}>
          {(props) => (
            <Select
              {...props}
              value={source?.group ?? ''}
              onChange={(event) => {
                const group = leadSourceGroup.safeParse(event.target.value);
                onPatch({ leadSource: group.success ? { group: group.data, name: source?.name ?? '' } : null });
              }}
            >
              <option value="">–</option>
              {leadSourceGroup.options.map((group) => (
                <option key={group} value={group}>
                  {i18n.t(`exchange.group.${group}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {source && (
          <div className="self-end">
            <KeptInput
              aria-label={i18n.t('leads.howWeMetName')}
              list={names}
              placeholder={i18n.t('leads.howWeMetName')}
              value={source.name}
              onKeep={(name) => onPatch({ leadSource: { ...source, name } })}
            />
            <Offered id={names} values={known} />
          </div>
        )}
      </div>
      <label htmlFor="do-not-contact" className="flex min-h-6 items-center gap-2">
        <Checkbox
          id="do-not-contact"
          checked={lead.doNotContact === true}
          onChange={(event) => onPatch({ doNotContact: event.target.checked || null })}
        />
        {i18n.t('leads.doNotContact')}
      </label>
    </section>
  );
}
