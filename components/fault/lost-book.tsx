import { BookXIcon } from 'lucide-react';
import { useCallback, useRef } from 'react';
import { i18n } from '#i18n';
import { failureText, holdsText, stepText } from '../backup/words.ts';
import { type BookLoss, leaveLoss } from '../hooks/use-book-loss.ts';
import { type Rescue, useRescue, useRescues } from '../hooks/use-rescue.ts';
import { attempt } from '../leads/act.ts';
import { dayAndTime } from '../leads/words.ts';
import { Button } from '../ui/button.tsx';
import { PassphraseForm } from '../ui/passphrase-form.tsx';
import { Progress } from '../ui/progress.tsx';
import { say } from '../ui/toast.tsx';
import { Notice } from './notice.tsx';

const sayBack = () => say(i18n.t('fault.back'));

/** The browser opened an empty book where there was one: says what it held, and brings the newest backup back with one press. */
export function LostBook({ loss, onLook }: { loss: BookLoss; onLook: () => unknown }) {
  const rescues = useRescues();
  const { work, bring, leave } = useRescue(sayBack);
  return (
    <Notice icon={BookXIcon} title={i18n.t('fault.gone')}>
      <p>{hadText(loss)}</p>
      {work.at === 'busy' ? (
        <>
          <p role="status">{stepText(work.step)}</p>
          <Progress
            label={i18n.t('fault.bring')}
            {...(work.step !== 'starting' && { value: work.step.done, max: Math.max(1, work.step.total) })}
          />
        </>
      ) : work.at === 'asks' ? (
        <PassphraseForm
          label={i18n.t('backup.asksLabel')}
          open={i18n.t('backup.unlock')}
          cancel={i18n.t('backup.back')}
          error={work.isWrong ? i18n.t('backup.problem.passphrase') : undefined}
          onOpen={(passphrase) => void bring([work.rescue], passphrase)}
          onCancel={leave}
        />
      ) : (
        rescues && (
          <>
            {work.at === 'failed' && <p role="alert">{failureText(work.failure)}</p>}
            <Ways loss={loss} rescues={rescues} onBring={(chosen) => void bring(chosen)} onLook={onLook} />
          </>
        )
      )}
    </Notice>
  );
}

function Ways({
  loss,
  rescues,
  onBring,
  onLook,
}: {
  loss: BookLoss;
  rescues: Rescue[];
  onBring: (rescues: Rescue[]) => void;
  onLook: () => unknown;
}) {
  const input = useRef<HTMLInputElement>(null);
  const [newest] = rescues;
  const anew = useCallback(() => void attempt(leaveLoss), []);
  return (
    <>
      <p>{newest ? rescueText(newest) : i18n.t('fault.noCopy')}</p>
      {!newest && loss.folder !== undefined && <p>{i18n.t('fault.folder', [loss.folder])}</p>}
      <input
        ref={input}
        type="file"
        hidden
        aria-label={i18n.t('fault.file')}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file) onBring([{ file }]);
        }}
      />
      <div className="flex flex-wrap gap-2">
        {newest && (
          <Button look="primary" size="large" autoFocus onClick={() => onBring(rescues)}>
            {i18n.t('fault.bring')}
          </Button>
        )}
        <Button
          size="large"
          look={newest ? 'line' : 'primary'}
          autoFocus={!newest}
          onClick={() => input.current?.click()}
        >
          {i18n.t('fault.file')}
        </Button>
      </div>
      <div className="flex flex-wrap gap-2">
        {newest && (
          <Button look="quiet" onClick={() => void attempt(async () => onLook())}>
            {i18n.t('fault.look')}
          </Button>
        )}
        <Button look="quiet" onClick={anew}>
          {i18n.t('fault.anew')}
        </Button>
      </div>
      {newest && <p className="text-sm text-soft">{i18n.t('fault.anewWhy')}</p>}
    </>
  );
}

function hadText({ at, people, companies }: BookLoss): string {
  if (people === undefined || companies === undefined) return i18n.t('fault.goneSeen');
  return i18n.t('fault.goneHad', [dayAndTime(at), ...holdsText({ people, companies })]);
}

const rescueText = ({ at = 0, holds }: Rescue): string =>
  holds ? i18n.t('fault.copy', [dayAndTime(at), ...holdsText(holds)]) : i18n.t('fault.copySealed', [dayAndTime(at)]);
