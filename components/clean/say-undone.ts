import { i18n } from '#i18n';
import { say } from '../ui/toast.tsx';

/** Says that something was taken back, and how much was changed since and so stays. */
export function sayUndone(conflicts: number): void {
  say(conflicts > 0 ? i18n.t('clean.undoneBut', conflicts) : i18n.t('clean.undone'));
}
