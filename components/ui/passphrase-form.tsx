import { useState } from 'react';
import { Button } from './button.tsx';
import { Field, Input } from './input.tsx';

/** Asks for the passphrase of a sealed file. In: the words, what is wrong with the one before, what to do with it, the way back. */
export function PassphraseForm({
  label,
  open,
  cancel,
  error,
  onOpen,
  onCancel,
}: {
  label: string;
  open: string;
  cancel: string;
  error?: string | undefined;
  onOpen: (passphrase: string) => void;
  onCancel: () => void;
}) {
  const [typed, setTyped] = useState('');
  return (
    <form
      className="flex max-w-sm flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed !== '') onOpen(typed);
      }}
    >
      <Field label={label} {...(error && { error })}>
        {(props) => (
          <Input
            {...props}
            type="password"
            autoComplete="off"
            autoFocus
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
      <div className="flex gap-2">
        <Button type="submit" look="primary" disabled={typed === ''}>
          {open}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {cancel}
        </Button>
      </div>
    </form>
  );
}
