import { LockIcon } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { i18n } from '#i18n';
import { useScreenLock } from '../hooks/use-screen-lock.ts';
import { Button } from '../ui/button.tsx';
import { Field, Input } from '../ui/input.tsx';

/** Covers what is in it when nobody has used it for a while. It hides, it encrypts nothing. */
export function LockCover({ children }: { children: ReactNode }) {
  const { covered, asksPin, uncover } = useScreenLock();
  return (
    <>
      {/* Behind the cover nothing is to be read, reached by Tab or found by a search in the page. */}
      <div inert={covered} hidden={covered} className="h-full">
        {children}
      </div>
      {covered && <Cover asksPin={asksPin} onUncover={uncover} />}
    </>
  );
}

function Cover({ asksPin, onUncover }: { asksPin: boolean; onUncover: (pin: string) => Promise<boolean> }) {
  const [pin, setPin] = useState('');
  const [wrong, setWrong] = useState(false);
  useEffect(() => {
    if (asksPin) return;
    const onKey = () => void onUncover('');
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [asksPin, onUncover]);
  const tryPin = async () => {
    const isRight = await onUncover(pin);
    setWrong(!isRight);
    if (!isRight) setPin('');
  };
  return (
    <main className="flex h-full flex-col items-center justify-center gap-3 p-6 text-center">
      <LockIcon size={22} strokeWidth={1.5} aria-hidden="true" className="text-soft" />
      <h1 className="text-lg font-semibold">{i18n.t('privacy.locked')}</h1>
      <p className="text-balance text-soft">{i18n.t('privacy.lockedHint')}</p>
      {asksPin ? (
        <form
          className="flex flex-col gap-2 text-start"
          onSubmit={(event) => {
            event.preventDefault();
            void tryPin();
          }}
        >
          <Field
            label={i18n.t('privacy.pin')}
            {...(wrong && { error: `${i18n.t('privacy.pinWrong')} ${i18n.t('privacy.pinForgotten')}` })}
          >
            {(props) => (
              <Input
                {...props}
                type="password"
                autoComplete="current-password"
                autoFocus
                value={pin}
                onChange={(event) => setPin(event.target.value)}
              />
            )}
          </Field>
          <Button type="submit" look="primary" disabled={pin === ''}>
            {i18n.t('privacy.unlock')}
          </Button>
        </form>
      ) : (
        <Button look="primary" autoFocus onClick={() => void onUncover('')}>
          {i18n.t('privacy.unlock')}
        </Button>
      )}
    </main>
  );
}
