import { i18n } from '#i18n';
import type { BackupJobs } from '../hooks/use-backup-work.ts';
import { type BookReport, isSound, useBookReport } from '../hooks/use-book-report.ts';
import { dayAndTime } from '../leads/words.ts';
import { Button } from '../ui/button.tsx';
import { say } from '../ui/toast.tsx';
import { Part } from './part.tsx';
import { holdsText } from './words.ts';

const sum = (counts: Record<string, number>): number => Object.values(counts).reduce((all, one) => all + one, 0);

/** What the last look through the book found, and the way to mend it. */
export function BookState({ jobs }: { jobs: BackupJobs }) {
  const { report } = useBookReport();
  const canMend = report && (report.lostCompanies.length > 0 || sum(report.leftovers) > 0);
  const mend = async () => {
    if (report && (await jobs.mend(report))) say(i18n.t('backup.checkMended'));
  };
  return (
    <Part title={i18n.t('backup.check')}>
      {report ? <Found report={report} /> : <p>{i18n.t('backup.checkNone')}</p>}
      <div className="flex flex-wrap gap-2">
        {canMend && (
          <Button look="primary" onClick={() => void mend()}>
            {i18n.t('backup.checkMend')}
          </Button>
        )}
        <Button onClick={() => void jobs.check()}>{i18n.t('backup.checkNow')}</Button>
      </div>
    </Part>
  );
}

function Found({ report }: { report: BookReport }) {
  const { at, counts, lostCompanies, leftovers, orphans, unreadable } = report;
  const found = [
    lostCompanies.length > 0 && i18n.t('backup.checkLost', lostCompanies.length),
    sum(leftovers) > 0 && i18n.t('backup.checkLeftovers', sum(leftovers)),
    sum(orphans) > 0 && i18n.t('backup.checkOrphans', sum(orphans)),
    sum(unreadable) > 0 && i18n.t('backup.checkUnreadable', sum(unreadable)),
  ].filter((one) => one !== false);
  return (
    <>
      <p>{i18n.t(isSound(report) ? 'backup.checkSound' : 'backup.checkFound', [dayAndTime(at)])}</p>
      {found.length > 0 && (
        <ul className="list-disc ps-5">
          {found.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <p className="text-soft">{i18n.t('backup.checkCounts', [...holdsText(counts), String(counts.changes ?? 0)])}</p>
    </>
  );
}
