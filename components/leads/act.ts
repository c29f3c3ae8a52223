import { i18n } from '#i18n';
import { leadActions } from '../hooks/use-lead-actions.ts';
import { say, sayError } from '../ui/toast.tsx';

const reason = (cause: unknown) => (cause instanceof Error ? cause.message : String(cause));

/** Does it, and says so when it did not work. Out: whether it worked. */
export async function attempt(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (cause) {
    sayError(i18n.t('leads.actionFailed', [reason(cause)]), {
      label: i18n.t('leads.retry'),
      run: () => void attempt(work),
    });
    return false;
  }
}

/** Does something that can be taken back: once it is stored says what was done and offers undo. */
export function attemptWithUndo(work: () => Promise<{ actionId: string }>, done: string): Promise<boolean> {
  return attempt(async () => {
    const { actionId } = await work();
    say(done, {
      label: i18n.t('leads.undo'),
      run: () =>
        void attempt(async () => {
          await leadActions.undo(actionId);
          say(i18n.t('leads.undone'));
        }),
    });
  });
}

export const removeLeads = (ids: string[]) =>
  attemptWithUndo(() => leadActions.remove(ids), i18n.t('leads.deleted', ids.length));
