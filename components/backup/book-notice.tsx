import { i18n } from '#i18n';
import { BookFaults } from '../fault/book-faults.tsx';
import { backupActions } from '../hooks/use-backups.ts';
import { type BookNotice as Notice, useBookNotice } from '../hooks/use-book-notice.ts';
import { showSection } from '../hooks/use-workspace-tab.ts';
import { attempt } from '../leads/act.ts';
import { Button } from '../ui/button.tsx';
import { sayError } from '../ui/toast.tsx';

/** Shows the page of backups, in the workspace. */
const toBackups = (): Promise<void> => showSection('backup');

const renew = async () => {
  if (!(await backupActions.renew())) sayError(i18n.t('backup.notAllowed'));
};

const texts: Record<Notice, () => string> = {
  room: () => i18n.t('backup.roomLow'),
  unsound: () => i18n.t('backup.unsound'),
  renew: () => i18n.t('backup.renewWhy'),
  failing: () => i18n.t('backup.failing'),
  gone: () => i18n.t('backup.gone'),
  copyFailing: () => i18n.t('backup.copyFailing'),
  askFolder: () => i18n.t('backup.askWhy'),
  askDownloads: () => i18n.t('backup.askDownloads'),
  askSave: () => i18n.t('backup.askSave'),
  begin: () => i18n.t('backup.beginWhy'),
};

const words: Record<Notice, () => string> = {
  room: () => i18n.t('backup.look'),
  unsound: () => i18n.t('backup.look'),
  renew: () => i18n.t('backup.renew'),
  failing: () => i18n.t('backup.look'),
  gone: () => i18n.t('backup.choose'),
  copyFailing: () => i18n.t('backup.look'),
  askFolder: () => i18n.t('backup.choose'),
  askDownloads: () => i18n.t('backup.toDownloads'),
  askSave: () => i18n.t('backup.toSave'),
  begin: () => i18n.t('backup.welcomeRestore'),
};

/** What is to be said of the safety of the book, where something is to be done for it: what went wrong first. */
export function BookNotice() {
  return (
    <>
      <BookFaults toBackups={toBackups} />
      <Care />
    </>
  );
}

function Care() {
  const notice = useBookNotice();
  if (!notice) return null;
  return (
    <section
      aria-label={i18n.t('backup.title')}
      className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-wash px-3 py-1.5"
    >
      <p className="min-w-48 flex-1">{texts[notice]()}</p>
      <Button size="small" onClick={() => void attempt(notice === 'renew' ? renew : toBackups)}>
        {words[notice]()}
      </Button>
      {notice.startsWith('ask') && (
        <Button size="small" look="quiet" onClick={() => void attempt(backupActions.laterFolder)}>
          {i18n.t('backup.later')}
        </Button>
      )}
      {notice === 'begin' && (
        <Button size="small" look="quiet" onClick={() => void attempt(backupActions.begin)}>
          {i18n.t('backup.beginNew')}
        </Button>
      )}
    </section>
  );
}
