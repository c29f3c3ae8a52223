import { useState } from 'react';
import { i18n } from '#i18n';
import { type Which, WhichLeads } from '../exchange/which-leads.tsx';
import { useOutgoing } from '../hooks/use-outgoing.ts';
import { savePack, usePackSender } from '../hooks/use-packs.ts';
import { attempt } from '../privacy/act.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { Field, Input } from '../ui/input.tsx';
import { say } from '../ui/toast.tsx';
import { Part } from './part.tsx';

const along = ['touches', 'tasks', 'rules'] as const;

/** A pack to give to a colleague: who is in it, what goes along, sealed or open. */
export function MakePack() {
  const outgoing = useOutgoing('packs');
  const sender = usePackSender();
  const [chosen, setChosen] = useState<Which>();
  const which = chosen ?? (outgoing ? { of: 'selection' } : { of: 'all' });
  const [ticked, setTicked] = useState({ touches: true, tasks: true, rules: false });
  const [by, setBy] = useState<string>();
  const [passphrase, setPassphrase] = useState('');
  const [busy, setBusy] = useState(false);
  const make = async () => {
    setBusy(true);
    await attempt(async () => {
      const { name, count } = await savePack({
        ...ticked,
        by: (by ?? sender).trim(),
        passphrase,
        called: i18n.t('pack.fileName'),
        ...(which.of === 'list' && { list: which.list }),
        ...(which.of === 'selection' && outgoing && { leadIds: outgoing.ids }),
      });
      say(count === 0 ? i18n.t('pack.empty') : i18n.t('pack.made', count, [name, count]));
    });
    setBusy(false);
  };
  return (
    <Part title={i18n.t('pack.send')}>
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void make();
        }}
      >
        <Field label={i18n.t('pack.what')}>
          {(props) => (
            <WhichLeads
              {...props}
              which={which}
              selected={outgoing?.ids.length}
              all={i18n.t('pack.everything')}
              listOf={(name) => i18n.t('pack.listOf', [name])}
              onChange={setChosen}
            />
          )}
        </Field>
        <div className="flex flex-wrap gap-x-5 gap-y-1">
          {along.map((part) => (
            <label key={part} htmlFor={`pack-${part}`} className="flex min-h-6 items-center gap-2">
              <Checkbox
                id={`pack-${part}`}
                checked={ticked[part]}
                onChange={(event) => setTicked({ ...ticked, [part]: event.target.checked })}
              />
              {i18n.t(`pack.${part}`)}
            </label>
          ))}
        </div>
        <Field label={i18n.t('pack.by')}>
          {(props) => (
            <Input {...props} maxLength={200} value={by ?? sender} onChange={(event) => setBy(event.target.value)} />
          )}
        </Field>
        <Field label={i18n.t('pack.passphrase')} hint={i18n.t('pack.passphraseHint')}>
          {(props) => (
            <Input
              {...props}
              type="password"
              autoComplete="new-password"
              value={passphrase}
              onChange={(event) => setPassphrase(event.target.value)}
            />
          )}
        </Field>
        <Button type="submit" look="primary" className="self-start" disabled={busy}>
          {i18n.t(busy ? 'pack.making' : 'pack.make')}
        </Button>
      </form>
    </Part>
  );
}
