import { useState } from 'react';
import { i18n } from '#i18n';
import type { MailTemplate } from '../../lib/domain/schema/template.ts';
import { templateFields } from '../../lib/work/template.ts';
import { Button } from '../ui/button.tsx';
import { Field, Input, Select, TextArea } from '../ui/input.tsx';

const languages = ['en', 'de', 'zh-CN', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'tr', 'ja', 'ko'] as const;

/** A template to be written or changed. In: the template, what to do with it once it is kept or taken away. */
export function TemplateEditor({
  template,
  onKeep,
  onRemove,
  onCancel,
}: {
  template: MailTemplate;
  onKeep: (template: MailTemplate) => void;
  onRemove: (() => void) | undefined;
  onCancel: () => void;
}) {
  const [draft, setDraft] = useState(template);
  const set = (patch: Partial<MailTemplate>) => setDraft((before) => ({ ...before, ...patch }));
  const offered = [...new Set<string>([...languages, draft.language])];
  const names = new Intl.DisplayNames([i18n.t('panel.locale')], { type: 'language' });
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (draft.name.trim() !== '') onKeep({ ...draft, name: draft.name.trim() });
      }}
    >
      <div className="grid grid-cols-2 gap-2">
        <Field label={i18n.t('work.template.name')}>
          {(props) => (
            <Input {...props} autoFocus value={draft.name} onChange={(event) => set({ name: event.target.value })} />
          )}
        </Field>
        <Field label={i18n.t('work.template.language')}>
          {(props) => (
            <Select {...props} value={draft.language} onChange={(event) => set({ language: event.target.value })}>
              {offered.map((code) => (
                <option key={code} value={code}>
                  {names.of(code)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <Field label={i18n.t('work.template.subject')}>
        {(props) => (
          <Input
            {...props}
            maxLength={500}
            value={draft.subject}
            onChange={(event) => set({ subject: event.target.value })}
          />
        )}
      </Field>
      <Field label={i18n.t('work.template.body')} hint={i18n.t('work.template.fields')}>
        {(props) => (
          <TextArea
            {...props}
            rows={6}
            maxLength={20_000}
            value={draft.body}
            onChange={(event) => set({ body: event.target.value })}
          />
        )}
      </Field>
      <div className="flex flex-wrap gap-1">
        {templateFields.map((field) => (
          <Button
            key={field}
            size="small"
            look="quiet"
            onClick={() => set({ body: `${draft.body}{${field}}` })}
          >{`{${field}}`}</Button>
        ))}
      </div>
      <div className="flex justify-end gap-2">
        {onRemove && (
          <Button look="quiet" className="me-auto" onClick={onRemove}>
            {i18n.t('work.remove')}
          </Button>
        )}
        <Button look="quiet" onClick={onCancel}>
          {i18n.t('work.cancel')}
        </Button>
        <Button look="primary" type="submit" disabled={draft.name.trim() === ''}>
          {i18n.t('work.keep')}
        </Button>
      </div>
    </form>
  );
}
