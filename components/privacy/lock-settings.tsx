import { useState } from 'react';
import { i18n } from '#i18n';
import { useLockSettings } from '../hooks/use-screen-lock.ts';
import { Section } from '../settings/section.tsx';
import { Button } from '../ui/button.tsx';
import { Field, Input, Select } from '../ui/input.tsx';
import { attempt } from './act.ts';

const choices = [1, 5, 10, 30, 60] as const;

/** When the pages are covered, and whether a PIN uncovers them. */
export function LockSettings() {
  const { lock, putMinutes, putPin } = useLockSettings();
  const [pin, setPin] = useState('');
  if (!lock) return null;
  const keep = async () => {
    if (await attempt(() => putPin(pin))) setPin('');
  };
  return (
    <Section title={i18n.t('privacy.lock')}>
      <p className="text-soft">{i18n.t('privacy.lockHint')}</p>
      <Field label={i18n.t('privacy.lockAfter')}>
        {(props) => (
          <Select
            {...props}
            className="max-w-48"
            value={lock.minutes ?? 0}
            onChange={(event) => void attempt(() => putMinutes(Number(event.target.value) || null))}
          >
            <option value={0}>{i18n.t('privacy.lockNever')}</option>
            {choices.map((count) => (
              <option key={count} value={count}>
                {i18n.t('privacy.lockMinutes', count)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {lock.minutes !== null &&
        (lock.pin === null ? (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              if (pin !== '') void keep();
            }}
          >
            <Field label={i18n.t('privacy.pin')} hint={i18n.t('privacy.pinHint')}>
              {(props) => (
                <div className="flex max-w-80 gap-2">
                  <Input
                    {...props}
                    type="password"
                    autoComplete="new-password"
                    maxLength={100}
                    value={pin}
                    onChange={(event) => setPin(event.target.value)}
                  />
                  <Button type="submit" disabled={pin === ''}>
                    {i18n.t('privacy.pinKeep')}
                  </Button>
                </div>
              )}
            </Field>
          </form>
        ) : (
          <p className="flex items-center gap-3">
            {i18n.t('privacy.pinSet')}
            <Button onClick={() => void attempt(() => putPin(null))}>{i18n.t('privacy.pinDrop')}</Button>
          </p>
        ))}
    </Section>
  );
}
