import { useRef } from 'react';
import { i18n } from '#i18n';
import { type BackupFile, type BackupsSeen, backupFile } from '../hooks/use-backups.ts';
import { attempt } from '../leads/act.ts';
import { dayAndTime } from '../leads/words.ts';
import { Button } from '../ui/button.tsx';
import { Part } from './part.tsx';
import { sizeText } from './words.ts';

type OnOpen = (file: Blob, label: string) => void;

/** Every backup that can be looked into: those in this browser, those in the folder, any file. */
export function Sources({ backups, onOpen }: { backups: BackupsSeen; onOpen: OnOpen }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <Part title={i18n.t('backup.restore')}>
      <p className="text-soft">{i18n.t('backup.restoreWhy')}</p>
      <List title={i18n.t('backup.own')} files={backups.own} onOpen={onOpen} />
      {backups.outside.length > 0 && <List title={i18n.t('backup.inFolder')} files={backups.outside} onOpen={onOpen} />}
      <input
        ref={input}
        type="file"
        hidden
        aria-label={i18n.t('backup.file')}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file) onOpen(file, file.name);
        }}
      />
      <Button onClick={() => input.current?.click()}>{i18n.t('backup.file')}</Button>
    </Part>
  );
}

function List({ title, files, onOpen }: { title: string; files: BackupFile[]; onOpen: OnOpen }) {
  const open = (one: BackupFile) => void attempt(async () => onOpen(await backupFile(one), dayAndTime(one.at)));
  return (
    <section aria-label={title} className="w-full">
      <h3 className="pb-1 text-sm text-soft">{title}</h3>
      {files.length === 0 && <p>{i18n.t('backup.noneOwn')}</p>}
      {files.length > 0 && (
        <ul className="border-t border-line">
          {files.map((one) => (
            <li key={one.name} className="flex min-h-9 items-center gap-3 border-b border-line">
              <time className="min-w-0 flex-1 truncate" dateTime={new Date(one.at).toISOString()}>
                {dayAndTime(one.at)}
              </time>
              <span className="text-soft">{sizeText(one.size)}</span>
              <Button size="small" aria-label={i18n.t('backup.lookOf', [dayAndTime(one.at)])} onClick={() => open(one)}>
                {i18n.t('backup.look')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
