import { XIcon } from 'lucide-react';
import { useState } from 'react';
import { i18n } from '#i18n';
import { mailboxName, mailboxPatterns, neverEntry, useMailboxSettings } from '../hooks/use-mailbox-settings.ts';
import { MeForm } from '../mailbox/me-form.tsx';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Field, Input } from '../ui/input.tsx';
import { say, sayError } from '../ui/toast.tsx';
import { Section } from './section.tsx';

const sayFailed = (cause: unknown) =>
  sayError(i18n.t('mailbox.offer.failed', [cause instanceof Error ? cause.message : String(cause)]));

function Entry({ name, label, onRemove }: { name: string; label: string; onRemove: () => void }) {
  return (
    <li className="flex min-h-7 items-center">
      <span className="min-w-0 flex-1 truncate">{name}</span>
      <IconButton icon={XIcon} size="small" label={label} onClick={onRemove} />
    </li>
  );
}

/** Mailboxes that show tiers, who the user is, and whom mail never tells of. */
export function Mailboxes() {
  const { sites, choice, failure, choose, add, remove } = useMailboxSettings();
  const [host, setHost] = useState('');
  const [never, setNever] = useState('');
  if (failure) return <p role="alert">{i18n.t('settings.unknown', [failure.detail])}</p>;
  const patterns = mailboxPatterns(host);
  const entry = neverEntry(never);
  const set = (patch: Parameters<typeof choose>[0]) => void choose(patch).catch(sayFailed);
  const addHost = () => {
    if (!patterns) return;
    add(patterns).then((done) => {
      if (done) setHost('');
      else sayError(i18n.t('mailbox.offer.refused'));
    }, sayFailed);
  };
  const addNever = () => {
    if (!choice || entry === '') return;
    set({ mailNever: [...new Set([...choice.mailNever, entry])] });
    setNever('');
  };
  return (
    <Section title={i18n.t('mailbox.settings.title')}>
      <p className="text-soft">{i18n.t('mailbox.settings.hint')}</p>
      {sites?.length === 0 && <p>{i18n.t('mailbox.settings.none')}</p>}
      {sites !== undefined && sites.length > 0 && (
        <ul>
          {sites.map((pattern) => {
            const name = mailboxName(pattern);
            return (
              <Entry
                key={pattern}
                name={name}
                label={i18n.t('mailbox.settings.remove', [name])}
                onRemove={() =>
                  void remove(pattern).then(() => say(i18n.t('mailbox.settings.removed', [name])), sayFailed)
                }
              />
            );
          })}
        </ul>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          addHost();
        }}
      >
        <Field
          label={i18n.t('mailbox.settings.host')}
          hint={i18n.t('mailbox.settings.hostHint')}
          {...(host.trim() !== '' && !patterns && { error: i18n.t('mailbox.settings.badHost') })}
        >
          {(props) => (
            <div className="flex gap-2">
              <Input {...props} value={host} onChange={(event) => setHost(event.target.value)} />
              <Button type="submit" disabled={!patterns}>
                {i18n.t('mailbox.settings.add')}
              </Button>
            </div>
          )}
        </Field>
      </form>
      {choice && (
        <>
          <label htmlFor="mail-rows" className="flex min-h-6 items-center gap-2">
            <Checkbox
              id="mail-rows"
              checked={choice.mailRows}
              onChange={(event) => set({ mailRows: event.target.checked })}
            />
            {i18n.t('mailbox.settings.rows')}
          </label>
          <h3 className="pt-1 font-semibold">{i18n.t('mailbox.me.title')}</h3>
          <MeForm me={choice} onKeep={(me) => choose({ ...me, mailMeAsked: true }).catch(sayFailed)} />
          <form
            onSubmit={(event) => {
              event.preventDefault();
              addNever();
            }}
          >
            <Field label={i18n.t('mailbox.settings.never')} hint={i18n.t('mailbox.settings.neverHint')}>
              {(props) => (
                <div className="flex gap-2">
                  <Input {...props} value={never} onChange={(event) => setNever(event.target.value)} />
                  <Button type="submit" disabled={entry === ''}>
                    {i18n.t('mailbox.settings.neverAdd')}
                  </Button>
                </div>
              )}
            </Field>
            <ul>
              {choice.mailNever.map((one) => (
                <Entry
                  key={one}
                  name={one}
                  label={i18n.t('mailbox.settings.neverRemove', [one])}
                  onRemove={() => set({ mailNever: choice.mailNever.filter((other) => other !== one) })}
                />
              ))}
            </ul>
          </form>
        </>
      )}
    </Section>
  );
}
