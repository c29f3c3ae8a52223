import { useState } from 'react';
import { i18n } from '#i18n';
import { periodEnd } from '../../lib/privacy/retention.ts';
import { Button } from '../ui/button.tsx';
import { Field, Input, Select } from '../ui/input.tsx';

const choices = [6, 12, 24, 36] as const;

/** Why somebody is kept beyond the usual period, and when to ask again. */
export function KeepForm({
  onKeep,
  onCancel,
}: {
  onKeep: (reason: string, until: number | undefined) => void;
  onCancel: () => void;
}) {
  const [reason, setReason] = useState('');
  const [months, setMonths] = useState<number>(12);
  const isReady = reason.trim() !== '';
  return (
    <form
      className="flex flex-wrap items-start gap-3 rounded-md bg-wash p-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) onKeep(reason.trim(), months > 0 ? periodEnd(Date.now(), months) : undefined);
      }}
    >
      <div className="min-w-48 flex-1">
        <Field label={i18n.t('privacy.keepReason')} hint={i18n.t('privacy.keepHint')}>
          {(props) => (
            <Input
              {...props}
              autoFocus
              maxLength={1000}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === 'Escape') onCancel();
              }}
            />
          )}
        </Field>
      </div>
      <Field label={i18n.t('privacy.keepFor')}>
        {(props) => (
          <Select {...props} value={months} onChange={(event) => setMonths(Number(event.target.value))}>
            {choices.map((count) => (
              <option key={count} value={count}>
                {i18n.t('privacy.keepMonths', count)}
              </option>
            ))}
            <option value={0}>{i18n.t('privacy.keepForever')}</option>
          </Select>
        )}
      </Field>
      <div className="flex gap-2 self-center">
        <Button type="submit" look="primary" disabled={!isReady}>
          {i18n.t('privacy.keepDo')}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {i18n.t('privacy.cancel')}
        </Button>
      </div>
    </form>
  );
}
