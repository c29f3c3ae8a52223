import { MailPlusIcon } from 'lucide-react';
import { useState } from 'react';
import { i18n } from '#i18n';
import type { Company, Lead } from '../../lib/domain/schema/lead.ts';
import type { MailTemplate } from '../../lib/domain/schema/template.ts';
import { fillTemplate, mailtoUrl, templateValues } from '../../lib/work/template.ts';
import { useSetting } from '../hooks/use-setting.ts';
import { keepTouch } from '../hooks/use-touches.ts';
import { attempt, attemptWithUndo } from '../leads/act.ts';
import { MayLine } from '../privacy/may-lines.tsx';
import { Button } from '../ui/button.tsx';
import { Field, Select } from '../ui/input.tsx';
import { Popover } from '../ui/popover.tsx';
import { say } from '../ui/toast.tsx';
import { TemplateEditor } from './template-editor.tsx';

/** Writes to somebody from a template: chosen, seen filled in, opened in the user's own mail. Nothing is sent from here. */
export function MailTemplates({ lead, company }: { lead: Lead; company: Company | undefined }) {
  const [open, setOpen] = useState(false);
  const to = lead.emails[0] ?? '';
  if (to === '') return null;
  return (
    <Popover
      label={i18n.t('work.template.write')}
      align="end"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="small" className="ms-auto">
          <MailPlusIcon size={14} aria-hidden="true" />
          {i18n.t('work.template.write')}
        </Button>
      }
    >
      <div className="-m-1 max-h-[60vh] overflow-y-auto p-1">
        <Writing lead={lead} company={company} to={to} onDone={() => setOpen(false)} />
      </div>
    </Popover>
  );
}

function Writing({
  lead,
  company,
  to,
  onDone,
}: {
  lead: Lead;
  company: Company | undefined;
  to: string;
  onDone: () => void;
}) {
  const [templates, put] = useSetting('mailTemplates');
  const [settings] = useSetting('work');
  const [chosen, setChosen] = useState<string>();
  const [editing, setEditing] = useState<MailTemplate>();
  if (!templates || !settings) return null;
  const template = templates.find(({ id }) => id === chosen) ?? templates[0];
  const keep = async (next: MailTemplate) => {
    const isNew = templates.every(({ id }) => id !== next.id);
    const all = isNew ? [...templates, next] : templates.map((one) => (one.id === next.id ? next : one));
    if (!(await attempt(() => put(all)))) return;
    setChosen(next.id);
    setEditing(undefined);
  };
  const remove = async (gone: MailTemplate) => {
    const before = templates;
    if (!(await attempt(() => put(before.filter(({ id }) => id !== gone.id))))) return;
    setEditing(undefined);
    say(i18n.t('work.template.removed', [gone.name]), {
      label: i18n.t('leads.undo'),
      run: () => void attempt(() => put(before)),
    });
  };
  const fresh = (): MailTemplate => ({
    id: crypto.randomUUID(),
    name: i18n.t('work.template.newName'),
    language: i18n.t('panel.locale'),
    subject: i18n.t('work.template.firstSubject'),
    body: i18n.t('work.template.firstBody'),
  });
  if (editing)
    return (
      <TemplateEditor
        template={editing}
        onKeep={(next) => void keep(next)}
        onRemove={templates.some(({ id }) => id === editing.id) ? () => void remove(editing) : undefined}
        onCancel={() => setEditing(undefined)}
      />
    );
  if (!template)
    return (
      <div className="flex flex-col gap-2">
        <p>{i18n.t('work.template.teach')}</p>
        <Button look="primary" className="self-end" onClick={() => setEditing(fresh())}>
          {i18n.t('work.template.add')}
        </Button>
      </div>
    );

  const values = templateValues(lead, company, settings.myName);
  const subject = fillTemplate(template.subject, values);
  const body = fillTemplate(template.body, values);
  const missing = [...new Set([...subject.missing, ...body.missing])];
  const { url, cut } = mailtoUrl(to, subject.text, body.text);
  const opened = async () => {
    if (cut) await attempt(() => navigator.clipboard.writeText(body.text));
    const touch = { kind: 'email' as const, text: subject.text || template.name };
    await attemptWithUndo(
      () => keepTouch(lead.id, touch),
      i18n.t(cut ? 'work.template.openedCut' : 'work.template.opened'),
    );
    onDone();
  };
  return (
    <div className="flex flex-col gap-2">
      <Field label={i18n.t('work.template.which')}>
        {(props) => (
          <Select {...props} value={template.id} onChange={(event) => setChosen(event.target.value)}>
            {templates.map(({ id, name, language }) => (
              <option key={id} value={id}>
                {`${name} (${language})`}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <div className="max-h-52 overflow-y-auto rounded-md border border-line p-2" lang={template.language}>
        <p className="font-medium break-words">{subject.text}</p>
        <p className="break-words whitespace-pre-wrap">{body.text}</p>
      </div>
      {missing.length > 0 && (
        <p role="status" className="text-sm text-doubt">
          {i18n.t('work.template.missing', [missing.join(', ')])}
        </p>
      )}
      <MayLine lead={lead} company={company} channel="email" />
      <div className="flex flex-wrap justify-end gap-2">
        <Button look="quiet" size="small" onClick={() => setEditing(fresh())}>
          {i18n.t('work.template.add')}
        </Button>
        <Button look="quiet" size="small" onClick={() => setEditing(template)}>
          {i18n.t('work.edit')}
        </Button>
        <a
          href={url}
          onClick={() => void opened()}
          className="inline-flex h-7 items-center rounded-md bg-accent px-3 font-medium text-on-accent hover:bg-accent-hover"
        >
          {i18n.t('work.template.open')}
        </a>
      </div>
    </div>
  );
}
