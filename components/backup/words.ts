import { i18n } from '#i18n';
import type { BackupFailure, BackupProgress } from '../hooks/use-backup-work.ts';

const numbers = () => new Intl.NumberFormat(i18n.t('panel.locale'));
const tenths = () =>
  new Intl.NumberFormat(i18n.t('panel.locale'), { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** "2.1 MB". In: bytes. */
export const sizeText = (bytes: number): string =>
  bytes < 100_000
    ? i18n.t('backup.sizeSmall', [numbers().format(Math.ceil(bytes / 1000))])
    : i18n.t('backup.size', [tenths().format(bytes / 1_000_000)]);

/** "3.4 GB". In: bytes. */
export const roomText = (bytes: number): string =>
  bytes >= 1_000_000_000
    ? i18n.t('backup.gigabytes', [tenths().format(bytes / 1_000_000_000)])
    : i18n.t('backup.megabytes', [numbers().format(Math.round(bytes / 1_000_000))]);

/** How far a job is. */
export function stepText(busy: BackupProgress | 'starting'): string {
  if (busy === 'starting') return i18n.t('panel.loading');
  const { step, done, total } = busy;
  const text = step === 'verifying' || step === 'reading' ? sizeText : (count: number) => numbers().format(count);
  return i18n.t(`backup.step.${step}`, [text(done), text(total)]);
}

/** Why something did not work. */
export function failureText({ problem, code, message }: BackupFailure): string {
  if (code === 'cancelled') return i18n.t('backup.cancelled');
  if (problem) return i18n.t(`backup.problem.${problem}`);
  if (code === 'blocked' || code === 'quota') return i18n.t(`backup.problem.${code}`);
  return i18n.t('backup.problem.other', [message]);
}

/** "1,204 people", "310 companies". In: rows of each store. */
export const holdsText = (counts: Record<string, number>): [string, string] => [
  i18n.t('backup.people', counts.people ?? 0),
  i18n.t('backup.companies', counts.companies ?? 0),
];
