import { useState } from 'react';
import { i18n } from '#i18n';
import { useSetting } from '../hooks/use-setting.ts';
import { attempt } from '../leads/act.ts';
import { Button } from '../ui/button.tsx';
import { Field, TextArea } from '../ui/input.tsx';

/** What to say on the phone, filled in for whoever is called; written in place. In: the text with its fields filled. */
export function CallScript({ text }: { text: string }) {
  const [settings, put] = useSetting('work');
  const [draft, setDraft] = useState<string>();
  if (!settings) return null;
  if (draft === undefined)
    return (
      <div className="flex items-start gap-2">
        <p className="min-w-0 flex-1 border-s-2 border-line ps-2 break-words whitespace-pre-wrap">
          {text || <span className="text-soft">{i18n.t('work.script.none')}</span>}
        </p>
        <Button look="quiet" size="small" onClick={() => setDraft(settings.callScript)}>
          {i18n.t('work.script.edit')}
        </Button>
      </div>
    );
  const keep = async () => {
    if (await attempt(() => put({ ...settings, callScript: draft }))) setDraft(undefined);
  };
  return (
    <div className="flex flex-col gap-1">
      <Field label={i18n.t('work.script.title')} hint={i18n.t('work.template.fields')}>
        {(props) => (
          <TextArea
            {...props}
            autoFocus
            rows={4}
            maxLength={10_000}
            value={draft}
            onChange={(event) => setDraft(event.target.value)}
          />
        )}
      </Field>
      <div className="flex justify-end gap-2">
        <Button look="quiet" size="small" onClick={() => setDraft(undefined)}>
          {i18n.t('work.cancel')}
        </Button>
        <Button look="primary" size="small" onClick={() => void keep()}>
          {i18n.t('work.keep')}
        </Button>
      </div>
    </div>
  );
}
