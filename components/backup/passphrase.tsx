import { type FormEvent, useState } from 'react';
import { i18n } from '#i18n';
import { backupActions } from '../hooks/use-backups.ts';
import { attempt } from '../leads/act.ts';
import { Button } from '../ui/button.tsx';
import { Field, Input } from '../ui/input.tsx';
import { say } from '../ui/toast.tsx';
import { Part } from './part.tsx';

const shortest = 8;

/** Whether backups are encrypted, and with what. */
export function Passphrase({ isSealed }: { isSealed: boolean }) {
  const [isOpen, setOpen] = useState(false);
  const drop = () =>
    void attempt(async () => {
      await backupActions.setPassphrase(undefined);
      say(i18n.t('backup.passphraseDropped'));
    });
  return (
    <Part title={i18n.t('backup.passphrase')}>
      <p>{i18n.t(isSealed ? 'backup.sealed' : 'backup.open')}</p>
      <p className="text-soft">{i18n.t('backup.passphraseWhy')}</p>
      {isOpen ? (
        <PassphraseForm onDone={() => setOpen(false)} />
      ) : (
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => setOpen(true)}>
            {i18n.t(isSealed ? 'backup.passphraseChange' : 'backup.passphraseSet')}
          </Button>
          {isSealed && (
            <Button look="quiet" onClick={drop}>
              {i18n.t('backup.passphraseDrop')}
            </Button>
          )}
        </div>
      )}
    </Part>
  );
}

function PassphraseForm({ onDone }: { onDone: () => void }) {
  const [typed, setTyped] = useState('');
  const [again, setAgain] = useState('');
  const isLong = [...typed].length >= shortest;
  const keep = (event: FormEvent) => {
    event.preventDefault();
    if (!isLong || typed !== again) return;
    void attempt(async () => {
      await backupActions.setPassphrase(typed);
      say(i18n.t('backup.passphraseKept'));
      onDone();
    });
  };
  return (
    <form onSubmit={keep} className="flex w-full max-w-sm flex-col gap-2">
      <Field
        label={i18n.t('backup.passphraseNew')}
        {...(typed !== '' && !isLong && { error: i18n.t('backup.passphraseShort') })}
      >
        {(props) => (
          <Input
            {...props}
            type="password"
            autoComplete="new-password"
            autoFocus
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
      <Field
        label={i18n.t('backup.passphraseAgain')}
        {...(again !== '' && !typed.startsWith(again) && { error: i18n.t('backup.passphraseDiffers') })}
      >
        {(props) => (
          <Input
            {...props}
            type="password"
            autoComplete="new-password"
            value={again}
            onChange={(event) => setAgain(event.target.value)}
          />
        )}
      </Field>
      <div className="flex gap-2">
        <Button type="submit" look="primary" disabled={!isLong || typed !== again}>
          {i18n.t('backup.keep')}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {i18n.t('backup.cancel')}
        </Button>
      </div>
    </form>
  );
}
