import { PackageOpenIcon } from 'lucide-react';
import { type DragEvent, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { type TakeState, undoPack, type useTakePack } from '../hooks/use-packs.ts';
import { attempt } from '../privacy/act.ts';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { Field, Input } from '../ui/input.tsx';
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
        <Passphrase
          wrong={sealed.wrong}
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
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) onFile(file);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a place to drop a file on, no part of a form
    <div
      role="group"
      aria-label={i18n.t('pack.drop')}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
      className={classNames(
        'flex flex-col items-center gap-2 rounded-lg border border-dashed px-4 py-8 text-center',
        over ? 'border-accent bg-accent-wash' : 'border-edge',
      )}
    >
      <PackageOpenIcon size={24} strokeWidth={1.5} aria-hidden="true" className="text-soft" />
      <Button look="primary" onClick={() => input.current?.click()}>
        {i18n.t('pack.choose')}
      </Button>
      <p className="text-soft">{i18n.t('pack.dropHint')}</p>
      <input
        ref={input}
        type="file"
        accept=".leadlight-pack"
        aria-label={i18n.t('pack.choose')}
        className="hidden"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file) onFile(file);
        }}
      />
    </div>
  );
}

function Passphrase({
  wrong,
  onOpen,
  onCancel,
}: {
  wrong: boolean;
  onOpen: (passphrase: string) => void;
  onCancel: () => void;
}) {
  const [typed, setTyped] = useState('');
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed !== '') onOpen(typed);
      }}
    >
      <Field label={i18n.t('pack.needsPassphrase')} {...(wrong && { error: i18n.t('pack.problem.passphrase') })}>
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
          {i18n.t('pack.open')}
        </Button>
        <Button onClick={onCancel}>{i18n.t('pack.cancel')}</Button>
      </div>
    </form>
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
