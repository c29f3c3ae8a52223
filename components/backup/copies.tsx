import { FolderIcon } from 'lucide-react';
import { i18n } from '#i18n';
import { type BackupsSeen, backupActions } from '../hooks/use-backups.ts';
import { useNewestCopy } from '../hooks/use-newest-copy.ts';
import { attempt } from '../leads/act.ts';
import { dayAndTime } from '../leads/words.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { say, sayError } from '../ui/toast.tsx';
import { Part } from './part.tsx';

const pick = () => void attempt(backupActions.pickFolder);
const renew = () =>
  void attempt(async () => {
    if (!(await backupActions.renew())) sayError(i18n.t('backup.notAllowed'));
  });
const stop = () =>
  void attempt(async () => {
    await backupActions.stopCopies();
    say(i18n.t('backup.stopped'));
  });

/** Where copies go outside of the browser: a folder, or downloads. */
export function Copies({ backups }: { backups: BackupsSeen }) {
  const { folder, canPick } = backups;
  return (
    <Part title={i18n.t('backup.copies')}>
      <p>{i18n.t('backup.uninstall')}</p>
      {folder && <Folder name={folder.name} isAllowed={folder.isAllowed} copy={backups.state.copy} />}
      {!folder && canPick && (
        <>
          <p className="text-soft">{i18n.t('backup.folderNone')}</p>
          <Button onClick={pick}>{i18n.t('backup.choose')}</Button>
        </>
      )}
      {!folder && backups.canDownload && (
        <Downloads download={backups.state.download} mayDownload={backups.mayDownload} />
      )}
      {!folder && !canPick && <SaveNewest key={backups.state.last?.name} />}
    </Part>
  );
}

function Folder({ name, isAllowed, copy }: { name: string; isAllowed: boolean; copy: BackupsSeen['state']['copy'] }) {
  const mustAsk = !isAllowed || copy.problem === 'permission';
  return (
    <>
      <p className="flex items-center gap-2 font-medium">
        <FolderIcon size={16} strokeWidth={1.75} aria-hidden="true" className="shrink-0" />
        {name}
      </p>
      <p className="text-soft">
        {copy.at === undefined ? i18n.t('backup.copiedNone') : i18n.t('backup.copied', [dayAndTime(copy.at)])}
      </p>
      {mustAsk && <p>{i18n.t('backup.renewWhy')}</p>}
      {!mustAsk && copy.problem && (
        <p role="alert">{i18n.t(copy.problem === 'gone' ? 'backup.gone' : 'backup.copyFailed')}</p>
      )}
      <div className="flex flex-wrap gap-2">
        {mustAsk && (
          <Button look="primary" onClick={renew}>
            {i18n.t('backup.renew')}
          </Button>
        )}
        <Button onClick={pick}>{i18n.t('backup.change')}</Button>
        <Button look="quiet" onClick={stop}>
          {i18n.t('backup.stop')}
        </Button>
      </div>
    </>
  );
}

/** Where the browser gives no folder: the newest backup as a file, by hand. */
function SaveNewest() {
  const copy = useNewestCopy();
  if (!copy) return null;
  return (
    <a
      href={copy.url}
      download={copy.name}
      className="inline-flex h-9 items-center rounded-md border border-edge px-4 hover:bg-wash"
    >
      {i18n.t('fault.save', [dayAndTime(copy.at)])}
    </a>
  );
}

function Downloads({ download, mayDownload }: { download: BackupsSeen['state']['download']; mayDownload: boolean }) {
  const set = (wanted: boolean) =>
    void attempt(async () => {
      if (!(await backupActions.setDownloads(wanted))) sayError(i18n.t('backup.notAllowed'));
    });
  return (
    <>
      <label htmlFor="backup-downloads" className="flex min-h-6 items-center gap-2">
        <Checkbox
          id="backup-downloads"
          checked={download.wanted && mayDownload}
          onChange={(event) => set(event.target.checked)}
        />
        {i18n.t('backup.downloads')}
      </label>
      <p className="text-soft">
        {i18n.t('backup.downloadsWhy')}
        {download.at !== undefined && ` ${i18n.t('backup.downloadsLast', [dayAndTime(download.at)])}`}
      </p>
    </>
  );
}
