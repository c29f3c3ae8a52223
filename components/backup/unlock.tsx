import { useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '../ui/button.tsx';
import { Field, Input } from '../ui/input.tsx';

/** Asks for the passphrase of a sealed backup. */
export function Unlock({ onOpen, onBack }: { onOpen: (passphrase: string) => void; onBack: () => void }) {
  const [typed, setTyped] = useState('');
  return (
    <form
      className="flex max-w-sm flex-col gap-3 p-4"
      onSubmit={(event) => {
        event.preventDefault();
        onOpen(typed);
      }}
    >
      <p>{i18n.t('backup.asks')}</p>
      <Field label={i18n.t('backup.asksLabel')}>
        {(props) => (
          <Input
            {...props}
            type="password"
            autoComplete="current-password"
            autoFocus
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
      <div className="flex gap-2">
        <Button type="submit" look="primary" disabled={typed === ''}>
          {i18n.t('backup.unlock')}
        </Button>
        <Button look="quiet" onClick={onBack}>
          {i18n.t('backup.back')}
        </Button>
      </div>
    </form>
  );
}
