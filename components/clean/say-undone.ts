import { i18n } from '#i18n';
import { bookFailure } from '../hooks/use-book.ts';
import { merging } from '../hooks/use-merging.ts';
import { say, sayError } from '../ui/toast.tsx';

/** Says that something was taken back, and how much was changed since and so stays. */
export function sayUndone(conflicts: number): void {
  say(conflicts > 0 ? i18n.t('clean.undoneBut', conflicts) : i18n.t('clean.undone'));
}

/** Takes an action back and says so, or why it cannot be. Out: whether it was. Rejects where something else went wrong. */
export async function takeBack(actionId: string): Promise<boolean> {
  try {
    sayUndone((await merging.undo(actionId)).conflicts.length);
    return true;
  } catch (cause) {
    if (bookFailure(cause).code !== 'later') throw cause;
    sayError(i18n.t('clean.later'));
    return false;
  }
}
