import { UserXIcon } from 'lucide-react';
import { useState } from 'react';
import { i18n } from '#i18n';
import { type Erasure, privacyActions, useErasures } from '../hooks/use-privacy.ts';
import { dayText } from '../leads/words.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Field, Input } from '../ui/input.tsx';
import { say } from '../ui/toast.tsx';
import { attempt } from './act.ts';

/** Who was erased, as far as it can be told: when, and whether somebody in particular is among them. */
export function ErasedPart() {
  const { value, failure } = useErasures();
  if (failure)
    return (
      <p role="alert" className="p-4">
        {i18n.t('privacy.failed', [failure.detail])}
      </p>
    );
  if (!value) return <p className="p-4 text-soft">{i18n.t('privacy.loading')}</p>;
  if (value.length === 0) return <EmptyState icon={UserXIcon} title={i18n.t('privacy.erasedNone')} />;
  return (
    <div className="flex max-w-160 flex-col gap-3 p-4">
      <p className="text-soft">{i18n.t('privacy.erasedHint')}</p>
      <Check />
      <ul>
        {value.map(({ erasureId, at, marks }) => (
          <li key={erasureId} className="flex gap-3 border-b border-line py-1.5">
            <span className="flex-1">{i18n.t('privacy.erasedOn', [dayText(at)])}</span>
            <span className="text-soft">{i18n.t('privacy.erasedLine', marks)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Check() {
  const [typed, setTyped] = useState('');
  const [answer, setAnswer] = useState<{ found: Erasure | undefined }>();
  const look = () =>
    attempt(async () => {
      const found = await privacyActions.findErasure(typed);
      setAnswer({ found });
    });
  const allow = (erasureId: string) =>
    attempt(async () => {
      const marks = await privacyActions.allowAgain(erasureId);
      setAnswer(undefined);
      say(i18n.t('privacy.allowed'), {
        label: i18n.t('privacy.undo'),
        run: () => void attempt(() => privacyActions.forbidAgain(marks)),
      });
    });
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() !== '') void look();
      }}
    >
      <Field label={i18n.t('privacy.check')}>
        {(props) => (
          <div className="flex gap-2">
            <Input
              {...props}
              value={typed}
              onChange={(event) => {
                setTyped(event.target.value);
                setAnswer(undefined);
              }}
            />
            <Button type="submit" disabled={typed.trim() === ''}>
              {i18n.t('privacy.checkDo')}
            </Button>
          </div>
        )}
      </Field>
      <div role="status" className="flex flex-wrap items-center gap-3">
        {answer && !answer.found && <p>{i18n.t('privacy.checkNo')}</p>}
        {answer?.found && (
          <>
            <p>{i18n.t('privacy.checkYes', [dayText(answer.found.at)])}</p>
            <Button size="small" onClick={() => void allow(answer.found?.erasureId ?? '')}>
              {i18n.t('privacy.allow')}
            </Button>
          </>
        )}
      </div>
    </form>
  );
}
