import { PackageOpenIcon } from 'lucide-react';
import { i18n } from '#i18n';
import { type TakeState, undoPack, type useTakePack } from '../hooks/use-packs.ts';
import { attempt } from '../privacy/act.ts';
import { Button } from '../ui/button.tsx';
import { DropArea } from '../ui/drop-area.tsx';
import { PassphraseForm } from '../ui/passphrase-form.tsx';
import { Progress } from '../ui/progress.tsx';
import { say } from '../ui/toast.tsx';
import { PackPlanView } from './pack-plan.tsx';
import { Part } from './part.tsx';

type Job = ReturnType<typeof useTakePack>;

/** Taking a pack over: choose the file, its passphrase if it has one, look at what it would do, take it. */
export function TakePack({ job }: { job: Job }) {
  const { state, open, cancel, take } = job;
  const { busy, plan, done, sealed, problem } = state;
  const problemText =
    problem === undefined
      ? undefined
      : typeof problem === 'string'
        ? i18n.t(`pack.problem.${problem}`)
        : i18n.t('pack.failed', [problem.detail]);
  return (
    <Part title={i18n.t('pack.take')}>
      {problemText && <p role="alert">{problemText}</p>}
      {busy ? (
        <Working busy={busy} onCancel={cancel} />
      ) : done ? (
        <Done done={done} onAgain={cancel} />
      ) : plan ? (
        <PackPlanView plan={plan} onTake={(others, rules) => void take(plan, others, rules)} onCancel={cancel} />
      ) : sealed ? (
        <PassphraseForm
          label={i18n.t('pack.needsPassphrase')}
          open={i18n.t('pack.open')}
          cancel={i18n.t('pack.cancel')}
          error={sealed.wrong ? i18n.t('pack.problem.passphrase') : undefined}
          onOpen={(passphrase) => void open(sealed.file, passphrase)}
          onCancel={cancel}
        />
      ) : (
        <Choose onFile={(file) => void open(file)} />
      )}
    </Part>
  );
}

function Choose({ onFile }: { onFile: (file: File) => void }) {
  return (
    <DropArea
      label={i18n.t('pack.drop')}
      icon={PackageOpenIcon}
      choose={i18n.t('pack.choose')}
      accept=".leadlight-pack"
      onFile={onFile}
      below={<p className="text-soft">{i18n.t('pack.dropHint')}</p>}
    />
  );
}

function Working({ busy, onCancel }: { busy: NonNullable<TakeState['busy']>; onCancel: () => void }) {
  const said = busy === 'reading' ? i18n.t('pack.reading') : i18n.t('pack.planning', [busy.done, busy.total]);
  return (
    <div className="flex flex-col gap-3">
      <p role="status">{said}</p>
      <Progress label={said} {...(busy !== 'reading' && { value: busy.done, max: busy.total })} />
      <Button className="self-start" onClick={onCancel}>
        {i18n.t('pack.cancel')}
      </Button>
    </div>
  );
}

function Done({ done, onAgain }: { done: NonNullable<TakeState['done']>; onAgain: () => void }) {
  const { created, merged, deleted } = done.counts;
  const undo = async (actionId: string) => {
    const worked = await attempt(async () => {
      await undoPack(actionId);
      say(i18n.t('pack.undone'));
    });
    if (worked) onAgain();
  };
  const { actionId } = done;
  return (
    <div className="flex flex-col items-start gap-3">
      <p role="status" className="font-medium">
        {i18n.t('pack.done', [created, merged, deleted])}
      </p>
      <div className="flex flex-wrap gap-2">
        <a
          href="#/leads"
          className="inline-flex h-7 items-center rounded-md bg-accent px-3 font-medium text-on-accent hover:bg-accent-hover"
        >
          {i18n.t('pack.see')}
        </a>
        {actionId !== undefined && <Button onClick={() => void undo(actionId)}>{i18n.t('pack.undo')}</Button>}
        <Button look="quiet" onClick={onAgain}>
          {i18n.t('pack.another')}
        </Button>
      </div>
    </div>
  );
}
