import { useState } from 'react';
import { i18n } from '#i18n';
import { type Taken, useTeamFolder } from '../hooks/use-team-folder.ts';
import { dayAndTime } from '../leads/words.ts';
import { attempt } from '../privacy/act.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { Field, Input } from '../ui/input.tsx';
import { say, sayError } from '../ui/toast.tsx';
import { Part } from './part.tsx';
import { sayTaken } from './say-taken.ts';

/** The folder that the team shares: picked once, then read and written by itself. */
export function TeamFolder() {
  const { team, busy, pick, renew, sync, setRules, stop } = useTeamFolder();
  const [passphrase, setPassphrase] = useState('');
  if (!team) return null;
  const run = (work: () => Promise<Taken[] | undefined>) => attempt(async () => sayTaken((await work()) ?? []));
  const { folder, state } = team;
  const askAgain = () =>
    attempt(async () => {
      const taken = await renew();
      if (taken) sayTaken(taken);
      else sayError(i18n.t('backup.notAllowed'));
    });
  return (
    <Part title={i18n.t('pack.folder')}>
      <p className="text-soft">{i18n.t(team.canPick ? 'pack.folderHint' : 'pack.folderNone')}</p>
      {!folder && team.canPick && (
        <>
          <Field label={i18n.t('pack.passphrase')} hint={i18n.t('pack.passphraseHint')}>
            {(props) => (
              <Input
                {...props}
                type="password"
                autoComplete="new-password"
                value={passphrase}
                onChange={(event) => setPassphrase(event.target.value)}
              />
            )}
          </Field>
          <Button className="self-start" disabled={busy} onClick={() => void run(() => pick(passphrase))}>
            {i18n.t('pack.pick')}
          </Button>
        </>
      )}
      {folder && (
        <>
          <p>
            {i18n.t('pack.picked', [folder.name])} {folder.sealed && i18n.t('pack.sealedFolder')}
          </p>
          {state.syncedAt !== undefined && (
            <p className="text-soft">{i18n.t('pack.synced', [dayAndTime(state.syncedAt)])}</p>
          )}
          {state.problem && state.problem !== 'permission' && (
            <p role="alert">{i18n.t(state.problem === 'gone' ? 'pack.gone' : 'pack.folderFailed')}</p>
          )}
          <ul>
            {Object.entries(state.seen).map(
              ([name, { problem }]) =>
                problem && <li key={name}>{i18n.t('pack.fileProblem', [name, i18n.t(`pack.problem.${problem}`)])}</li>,
            )}
          </ul>
          <label htmlFor="team-rules" className="flex min-h-6 items-center gap-2">
            <Checkbox
              id="team-rules"
              checked={team.rules}
              disabled={busy}
              onChange={(event) => {
                const { checked } = event.target;
                void run(() => setRules(checked));
              }}
            />
            {i18n.t('pack.shareRules')}
          </label>
          <p className="text-soft">{i18n.t('pack.shareRulesHint')}</p>
          {!folder.allowed && <p>{i18n.t('pack.renewHint')}</p>}
          <div className="flex flex-wrap gap-2">
            {folder.allowed ? (
              <Button disabled={busy} onClick={() => void run(sync)}>
                {i18n.t('pack.syncNow')}
              </Button>
            ) : (
              <Button look="primary" disabled={busy} onClick={() => void askAgain()}>
                {i18n.t('pack.renew')}
              </Button>
            )}
            <Button
              look="quiet"
              disabled={busy}
              onClick={() =>
                void attempt(async () => {
                  await stop();
                  say(i18n.t('pack.stopped'));
                })
              }
            >
              {i18n.t('pack.stop')}
            </Button>
          </div>
        </>
      )}
    </Part>
  );
}
