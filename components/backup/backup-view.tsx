import { i18n } from '#i18n';
import { type BackupJobs, useBackupWork } from '../hooks/use-backup-work.ts';
import { useBackups } from '../hooks/use-backups.ts';
import { Button } from '../ui/button.tsx';
import { Progress } from '../ui/progress.tsx';
import { Bin } from './bin.tsx';
import { BookState } from './book-state.tsx';
import { Copies } from './copies.tsx';
import { Last } from './last.tsx';
import { Passphrase } from './passphrase.tsx';
import { Restored } from './restored.tsx';
import { Room } from './room.tsx';
import { Sources } from './sources.tsx';
import { Unlock } from './unlock.tsx';
import { Wizard } from './wizard.tsx';
import { failureText, stepText } from './words.ts';

/** Backups, restores, the bin and the state of the book. */
export function BackupView() {
  const jobs = useBackupWork();
  const { busy, opened, restored, failure, asked } = jobs.work;
  const title = opened ? i18n.t('backup.of', [opened.label]) : i18n.t('backup.title');
  const isLocked = failure?.problem === 'needsPassphrase' || failure?.problem === 'passphrase';
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <header className="flex min-h-10 shrink-0 items-center gap-3 border-b border-line px-4">
        <h1 className="min-w-0 truncate text-lg font-semibold">{title}</h1>
        {(opened || restored) && !busy && (
          <Button look="quiet" className="ms-auto" onClick={jobs.leave}>
            {i18n.t('backup.back')}
          </Button>
        )}
      </header>
      {failure && !busy && failure.problem !== 'needsPassphrase' && (
        <p role="alert" className="border-b border-line px-4 py-2">
          {failureText(failure)}
        </p>
      )}
      {busy ? (
        <div className="flex flex-col gap-3 p-4">
          <p role="status">{stepText(busy)}</p>
          <Progress
            label={i18n.t('backup.title')}
            {...(busy !== 'starting' && { value: busy.done, max: Math.max(1, busy.total) })}
          />
          <Button className="self-start" onClick={jobs.cancel}>
            {i18n.t('backup.cancel')}
          </Button>
        </div>
      ) : isLocked && asked ? (
        <Unlock onOpen={(passphrase) => void jobs.open(asked.file, asked.label, passphrase)} onBack={jobs.leave} />
      ) : restored ? (
        <Restored permissions={restored.permissions} />
      ) : opened ? (
        <Wizard jobs={jobs} view={opened.view} />
      ) : (
        <Overview jobs={jobs} />
      )}
    </div>
  );
}

function Overview({ jobs }: { jobs: BackupJobs }) {
  const { backups, failure } = useBackups();
  if (failure)
    return (
      <p role="alert" className="p-4">
        {i18n.t('backup.problem.other', [failure.detail])}
      </p>
    );
  if (!backups) return null;
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <div className="max-w-3xl">
        <Last backups={backups} jobs={jobs} />
        <Copies backups={backups} />
        <Sources backups={backups} onOpen={(file, label) => void jobs.open(file, label)} />
        <Bin />
        <Passphrase isSealed={backups.isSealed} />
        <BookState jobs={jobs} />
        <Room />
      </div>
    </div>
  );
}
