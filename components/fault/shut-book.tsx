import { BookLockIcon } from 'lucide-react';
import { i18n } from '#i18n';
import { failureWord } from '../capture/words.ts';
import type { BookFailure } from '../hooks/use-book.ts';
import { useNewestCopy } from '../hooks/use-newest-copy.ts';
import { dayAndTime } from '../leads/words.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from './notice.tsx';

/** The book cannot be opened: why, what helps, and the newest backup as a file, to be safe. Nothing of it was changed. */
export function ShutBook({ failure, onRetry }: { failure: BookFailure; onRetry: () => void }) {
  const copy = useNewestCopy();
  return (
    <Notice icon={BookLockIcon} title={i18n.t('fault.shut')}>
      <p className="break-words">{failureWord(failure)}</p>
      {failure.code === 'unknown' && <p>{i18n.t('fault.shutHelp')}</p>}
      <p className="text-soft">{i18n.t('fault.unchanged')}</p>
      <div className="flex flex-wrap gap-2">
        <Button look="primary" size="large" autoFocus onClick={onRetry}>
          {i18n.t('panel.again')}
        </Button>
        {copy && (
          <a
            href={copy.url}
            download={copy.name}
            className="inline-flex h-9 items-center rounded-md border border-edge px-4 hover:bg-wash"
          >
            {i18n.t('fault.save', [dayAndTime(copy.at)])}
          </a>
        )}
      </div>
    </Notice>
  );
}
