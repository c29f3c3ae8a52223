import { i18n } from '#i18n';
import type { BackupJobs } from '../hooks/use-backup-work.ts';
import type { BackupsSeen } from '../hooks/use-backups.ts';
import { dayAndTime } from '../leads/words.ts';
import { Button } from '../ui/button.tsx';
import { say } from '../ui/toast.tsx';
import { Part } from './part.tsx';
import { holdsText, sizeText } from './words.ts';

/** The newest backup, and the way to make one now. */
export function Last({ backups, jobs }: { backups: BackupsSeen; jobs: BackupJobs }) {
  const { last, failure } = backups.state;
  const backUp = async () => {
    if (await jobs.backUp()) say(i18n.t('backup.made'));
  };
  return (
    <Part title={last ? i18n.t('backup.last', [dayAndTime(last.at)]) : i18n.t('backup.lastNone')}>
      {last && (
        <p>
          {i18n.t('backup.lastHolds', holdsText(last.counts))} · {sizeText(last.size)}
        </p>
      )}
      {failure && <p role="alert">{i18n.t('backup.failed', [failure.detail])}</p>}
      <p className="text-soft">{i18n.t('backup.byItself')}</p>
      <Button look="primary" onClick={() => void backUp()}>
        {i18n.t('backup.now')}
      </Button>
    </Part>
  );
}
