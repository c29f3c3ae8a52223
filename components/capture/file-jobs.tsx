import { XIcon } from 'lucide-react';
import { i18n } from '#i18n';
import type { MailFileJob } from '../hooks/use-mail-files.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Progress } from '../ui/progress.tsx';
import { numberWord } from './words.ts';

/** "Left out: 120 from mailing lists, 30 automatic". */
function leftWord({ lists, automatic, own }: { lists: number; automatic: number; own: number }): string {
  const parts = [
    lists > 0 ? i18n.t('files.left.lists', [numberWord(lists)]) : '',
    automatic > 0 ? i18n.t('files.left.automatic', [numberWord(automatic)]) : '',
    own > 0 ? i18n.t('files.left.own', [numberWord(own)]) : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : i18n.t('files.left.all', [parts.join(i18n.t('files.left.comma'))]);
}

function Result({ job, onOpen }: { job: Extract<MailFileJob, { is: 'read' }>; onOpen: (url: string) => void }) {
  const { name, url, people, companies, count } = job;
  const found = [
    ...(count ? [i18n.t('files.messages', count.messages, [numberWord(count.messages)])] : []),
    ...(people > 0 ? [i18n.t('capture.head.people', people, [numberWord(people)])] : []),
    ...(companies > 0 ? [i18n.t('capture.head.firms', companies, [numberWord(companies)])] : []),
  ].join(' · ');
  const left = count ? leftWord(count) : '';
  return (
    <>
      {people + companies > 0 ? (
        <button
          type="button"
          className="max-w-full truncate text-start font-medium text-accent hover:underline"
          onClick={() => onOpen(url)}
        >
          {name}
        </button>
      ) : (
        <p className="break-words">{i18n.t('files.nobody', [name])}</p>
      )}
      <p className="text-sm text-soft">
        {found}
        {left !== '' && <span className="block">{left}</span>}
      </p>
    </>
  );
}

/** The files that were dropped: how far each is, what came of it, and a way to its drafts. */
export function FileJobs({
  jobs,
  onOpen,
  onCancel,
  onDismiss,
}: {
  jobs: readonly MailFileJob[];
  onOpen: (url: string) => void;
  onCancel: () => void;
  onDismiss: () => void;
}) {
  const busy = jobs.some(({ is }) => is === 'reading' || is === 'waiting');
  // One file that was read is shown already, and says all itself.
  const [only] = jobs;
  if (only === undefined) return null;
  if (jobs.length === 1 && only.is === 'read' && !only.count && only.people + only.companies > 0) return null;
  return (
    <section
      aria-label={i18n.t('files.label')}
      className="flex shrink-0 items-start border-b border-line py-1.5 ps-3 pe-1.5"
    >
      <div role="status" className="min-w-0 flex-1">
        <ul className="flex max-h-40 flex-col gap-1.5 overflow-y-auto">
          {jobs.map((job) => (
            <li key={job.id} className="min-w-0">
              {job.is === 'waiting' && <p className="truncate text-soft">{job.name}</p>}
              {job.is === 'reading' && (
                <>
                  <p className="truncate">{i18n.t('files.reading', [job.name])}</p>
                  <Progress
                    label={i18n.t('files.reading', [job.name])}
                    {...(job.share !== undefined && { value: job.share })}
                  />
                  {job.messages > 0 && (
                    <p className="text-sm text-soft">
                      {i18n.t('files.messages', job.messages, [numberWord(job.messages)])}
                    </p>
                  )}
                </>
              )}
              {job.is === 'read' && <Result job={job} onOpen={onOpen} />}
              {job.is === 'failed' && (
                <p className={job.why === 'cancelled' ? 'break-words text-soft' : 'break-words text-danger'}>
                  {i18n.t(`files.why.${job.why}`, [job.name, job.detail])}
                </p>
              )}
            </li>
          ))}
        </ul>
      </div>
      {busy ? (
        <Button size="small" onClick={onCancel}>
          {i18n.t('files.cancel')}
        </Button>
      ) : (
        <IconButton size="small" icon={XIcon} label={i18n.t('files.close')} onClick={onDismiss} />
      )}
    </section>
  );
}
